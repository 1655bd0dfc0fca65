/** The full-screen view of `winset step`: the terminal is taken, keys go to a session, its picture goes to the screen. */
import type { Model } from '../../../engine/index.ts';
import type { Choice } from '../../../engine/record/record.ts';
import { EXIT, wantsColor } from '../../io.ts';
import type { Io } from '../../io.ts';
import { showsUnicode, toAscii } from './ascii.ts';
import { Decoder } from './decode.ts';
import type { Drawing } from './frame.tsx';
import { COMES_WITH_IT, editorOf, NO_EDITOR, openEditor } from '../../editor.ts';
import type { Editing } from '../../editor.ts';
import { takeEdited } from './edited.ts';
import type { Edited } from './edited.ts';
import { coloursOf, paint } from './paint.ts';
import { workerSource } from './outlook/source.ts';
import { filesOf } from './outside.ts';
import { picture } from './picture.ts';
import { Session } from './session.ts';
import { FrameSink } from './sink.ts';
import { Screen } from './terminal.ts';
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
  /** How the scenario's file is edited; without, it cannot be. */
  readonly edit?: Edited;
}

/** How long to wait for the rest of a key that begins with ESC, in milliseconds. */
const ESCAPE_WAIT = 40;
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
  // Ink's colours know no NO_COLOR; this must be set before it is loaded.
  if (colours === 'none') process.env['FORCE_COLOR'] = '0';

  let { scenario } = model;
  const walkers = walkersOf(model, { run: options.run ?? 1, levers: options.levers ?? {}, vary: options.vary === true, ...(options.view === undefined ? {} : { view: options.view }) });

  return new Promise<number>((resolve, reject) => {
    const decoder = new Decoder();
    let waiting: NodeJS.Timeout | null = null;
    let ticking: NodeJS.Timeout | null = null;
    let looking: NodeJS.Timeout | null = null;
    let over = false;
    let editing: Editing | null = null;

    const finish = (code: number): void => {
      if (over) return;
      over = true;
      editing?.stop();
      if (waiting !== null) clearTimeout(waiting);
      if (ticking !== null) clearTimeout(ticking);
      if (looking !== null) clearTimeout(looking);
      io.signal.removeEventListener('abort', aborted);
      sink.open = false;
      drawing?.stop();
      screen.close();
      session.close().then(() => resolve(code), reject);
    };
    /** A fault must not leave the terminal taken. */
    const guarded = (act: () => void): void => {
      if (over) return;
      try {
        act();
      } catch (error) {
        finish(EXIT.failure);
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const draw = (): void => {
      if (over) return;
      const lines = picture(session.view()).map((cells) => paint(ascii ? toAscii(cells) : cells, colours));
      sink.expect(lines);
      if (drawing === null) sink.write(lines.join('\n'));
      else drawing.draw(lines);
      if (looking !== null) clearTimeout(looking);
      looking = setTimeout(() => guarded(() => session.lookAhead(() => guarded(draw))), LOOK_AHEAD);
      if (session.playing && ticking === null) ticking = setTimeout(() => guarded(tick), session.pace);
      if (!session.playing && ticking !== null) {
        clearTimeout(ticking);
        ticking = null;
      }
    };
    const tick = (): void => {
      ticking = null;
      session.tick();
      draw();
    };
    const type = (chunk: string): void => {
      if (waiting !== null) clearTimeout(waiting);
      waiting = null;
      session.press(decoder.feed(chunk));
      if (decoder.waiting) {
        waiting = setTimeout(() => guarded(() => {
          session.press(decoder.flush());
          draw();
        }), ESCAPE_WAIT);
      }
      draw();
    };
    /** The terminal is the editor's until it is left. */
    const edit = async (): Promise<void> => {
      const words = editorOf(io.env);
      const file = options.edit?.file ?? null;
      if (editing !== null) return;
      if (options.edit === undefined || file === null || words === null) {
        session.say(file === null ? COMES_WITH_IT : NO_EDITOR);
        return draw();
      }
      const failed = await screen.lend(async () => {
        editing = openEditor(words, file, io.cwd);
        return await editing.done;
      });
      editing = null;
      if (over) return;
      session.say(failed ?? await takeEdited(session, scenario, options.edit, (now) => { scenario = now; }));
      sink.forget();
      draw();
    };
    const aborted = (): void => finish(io.signal.reason === 'interrupt' ? EXIT.interrupted : 129);

    const screen = new Screen(terminal, {
      chunk: (text) => guarded(() => type(text)),
      resize: (columns, rows) => guarded(() => {
        if (columns === sink.columns && rows === sink.rows) return;
        sink.columns = columns;
        sink.rows = rows;
        sink.forget();
        session.resize(columns, rows);
        sink.emit('resize');
        draw();
      }),
      redraw: () => guarded(() => {
        sink.forget();
        draw();
      }),
      gone: finish,
    });
    const sink = new FrameSink((text) => screen.send(text), screen.columns, screen.rows);
    // Ink takes longer to load than all the rest; the first frame does not wait for it.
    let drawing: Drawing | null = null;
    const session = new Session(model.scenario, walkers, { seed: options.seed, choices: options.choices ?? [], people: options.people ?? [], columns: screen.columns, rows: screen.rows }, {
      ...filesOf(io.cwd, options.scenarioPath),
      suspend: () => screen.suspend(),
      edit: () => { edit().catch((error: unknown) => guarded(() => { throw error; })); },
      redraw: () => sink.forget(),
      quit: finish,
    }, workerSource(model.scenario));
    io.signal.addEventListener('abort', aborted, { once: true });
    guarded(() => {
      screen.open();
      draw();
    });
    import('./frame.tsx').then(({ startDrawing }) => guarded(() => {
      drawing = startDrawing(sink, terminal.stdin);
      draw();
    }), (error: unknown) => guarded(() => { throw error; }));
    if (io.signal.aborted) aborted();
  });
}
