/** The full-screen view of `winset step`: the terminal is taken, keys go to a session, its picture goes to the screen. */
import type { Model } from '../../../engine/index.ts';
import type { Choice } from '../../../engine/record/record.ts';
import { EXIT, wantsColor } from '../../io.ts';
import type { Io } from '../../io.ts';
import { onFullScreen } from '../full-screen.ts';
import { showsUnicode, toAscii } from './ascii.ts';
import { coloursOf, paint } from './paint.ts';
import { takeEdited } from './edited.ts';
import type { Edited } from './edited.ts';
import { workerSource } from './outlook/source.ts';
import { filesOf } from './outside.ts';
import { picture } from './picture.ts';
import { Session } from './session.ts';
import { walkersOf } from './walkers.ts';

export interface DashboardOptions {
  readonly seed: string;
  /** The run's number under the seed, from 1. */
  readonly run?: number;
  readonly levers?: Readonly<Record<string, number>>;
  readonly view?: string;
  readonly vary?: boolean;
  readonly choices?: readonly Choice[];
  /** The scenario as the user named it, for the command that replays a saved run. */
  readonly scenarioPath: string;
  /** Parties that people sit for; without any an analyst looks. */
  readonly people?: readonly string[];
  readonly noColor?: boolean;
  /** ASCII signs only. */
  readonly ascii?: boolean;
  /** How the scenario's file is edited. */
  readonly edit: Edited;
}

/** How long the keyboard must rest before runs are played from the moment shown, in milliseconds. */
const LOOK_AHEAD = 25;

/** Resolves with the exit code when the person quits or the terminal goes away. */
export async function openDashboard(model: Model, options: DashboardOptions, io: Io): Promise<number> {
  const { terminal } = io;
  if (terminal === null) {
    io.stderr.write('winset step needs a terminal to draw on. `winset run` prints a run as text.\n');
    return EXIT.usage;
  }
  const colours = coloursOf(io.env, wantsColor(io, options.noColor === true));
  const ascii = options.ascii === true || !showsUnicode(io.env);
  const walkers = walkersOf(model, { run: options.run ?? 1, levers: options.levers ?? {}, vary: options.vary === true, ...(options.view === undefined ? {} : { view: options.view }) });
  let { scenario } = model;
  let ticking: NodeJS.Timeout | null = null;
  let looking: NodeJS.Timeout | null = null;
  let close = (): Promise<void> => Promise.resolve();

  const ended = onFullScreen(terminal, io, colours !== 'none', ({ columns, rows, drawNow, guarded, finish, suspend, edit, forget }) => {
    const session = new Session(model.scenario, walkers, { seed: options.seed, choices: options.choices ?? [], people: options.people ?? [], columns, rows }, {
      ...filesOf(io.cwd, options.scenarioPath),
      suspend,
      edit: () => edit(options.edit.file, async (failed) => session.say(failed ?? await takeEdited(session, scenario, options.edit, (now) => { scenario = now; }))),
      redraw: forget,
      quit: finish,
    }, workerSource(model.scenario));
    close = () => session.close();
    const tick = (): void => {
      ticking = null;
      session.tick();
      drawNow();
    };
    return {
      picture: () => picture(session.view()).map((cells) => paint(ascii ? toAscii(cells) : cells, colours)),
      press: (keys) => session.press(keys),
      resized: (width, height) => session.resize(width, height),
      drawn() {
        if (looking !== null) clearTimeout(looking);
        looking = setTimeout(() => guarded(() => session.lookAhead(drawNow)), LOOK_AHEAD);
        if (session.playing && ticking === null) ticking = setTimeout(() => guarded(tick), session.pace);
        if (!session.playing && ticking !== null) {
          clearTimeout(ticking);
          ticking = null;
        }
      },
    };
  });
  try {
    return await ended;
  } finally {
    if (ticking !== null) clearTimeout(ticking);
    if (looking !== null) clearTimeout(looking);
    await close();
  }
}
