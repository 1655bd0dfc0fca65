/** `winset step --plain`: lines of text in and out, for screen readers and for terminals that can do no more. Nothing is drawn, nothing moves. */
import { createInterface } from 'node:readline';
import type { Model, RunOptions } from '../../../../engine/index.ts';
import { COMES_WITH_IT, editorOf, NO_EDITOR, openEditor } from '../../../editor.ts';
import { EXIT } from '../../../io.ts';
import type { Io } from '../../../io.ts';
import { asciiText } from '../ascii.ts';
import { takeEdited } from '../edited.ts';
import type { Edited } from '../edited.ts';
import { filesOf } from '../outside.ts';
import type { Source } from '../outlook/source.ts';
import { workerSource } from '../outlook/source.ts';
import { Session } from '../session.ts';
import type { Start } from '../sitting.ts';
import { walkersOf } from '../walkers.ts';
import type { Moment } from '../walkers.ts';
import { SpokenSitting } from './sitting.ts';

/** How long an outlook is waited for, in milliseconds. */
const LONGEST_WAIT = 2500;
const ENOUGH = 400;

export interface SpokenOptions extends Omit<RunOptions, 'seed'> { readonly seed: string; readonly scenarioPath: string; readonly people: readonly string[]; readonly edit: Edited; /** ASCII signs only. */ readonly ascii: boolean }

export async function openSpoken(model: Model, options: SpokenOptions, input: NodeJS.ReadableStream, io: Io): Promise<number> {
  const { seed, scenarioPath, people, edit, ascii, choices = [], ...run } = options;
  let code: number | null = null;
  let wantsEditor = false;
  let { scenario } = model;
  const start: Start = { seed, choices, people, columns: 400, rows: 400 };
  const source: Source<Moment> = workerSource(model.scenario);
  const session = new Session(model.scenario, walkersOf(model, run), start, {
    ...filesOf(io.cwd, scenarioPath), suspend: () => undefined, edit: () => { wantsEditor = true; }, redraw: () => undefined, quit: (with_) => { code = with_; },
  }, source);
  const sitting = new SpokenSitting(session);
  const say = (lines: readonly string[]): void => io.stdout.write(`${(ascii ? lines.map(asciiLines) : lines).join('\n')}\n> `);
  const reader = createInterface({ input, terminal: false });
  const close = (): void => reader.close();
  io.signal.addEventListener('abort', close, { once: true });
  try {
    say(sitting.greet());
    for await (const line of reader) {
      if (sitting.waits(line)) await ahead(session);
      const answer = sitting.hear(line);
      if (code !== null) return code;
      if (!wantsEditor) {
        say(answer);
        continue;
      }
      wantsEditor = false;
      // The terminal is the editor's until it is left.
      reader.pause();
      const failed = await edited(edit, io);
      say([failed ?? await takeEdited(session, scenario, edit, (now) => { scenario = now; })]);
      reader.resume();
    }
    // The input has ended: nothing more can be said, and nobody can be asked about what is not saved.
    io.stdout.write('\n');
    return io.signal.aborted && io.signal.reason === 'interrupt' ? EXIT.interrupted : EXIT.ok;
  } finally {
    io.signal.removeEventListener('abort', close);
    reader.close();
    await session.close();
  }
}

/** Problems of a file are told in several lines at once. */
const asciiLines = (lines: string): string => lines.split('\n').map(asciiText).join('\n');

/** What could not be done, in words; null when the editor was left. */
async function edited({ file }: Edited, io: Io): Promise<string | null> {
  const words = editorOf(io.env);
  if (file === null) return COMES_WITH_IT;
  return words === null ? NO_EDITOR : await openEditor(words, file, io.cwd).done;
}

/** Until enough runs have been played from the moment shown, or no longer than one waits gladly. */
function ahead(session: Session<Moment>): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, LONGEST_WAIT);
    const look = (): void => session.lookAhead(() => {
      const { outlook, beside } = session.view();
      if (outlook?.failed !== true && Math.max(outlook?.now?.runs ?? 0, beside?.pair?.runs ?? 0) < ENOUGH) return;
      clearTimeout(timer);
      done();
    });
    look();
  });
}
