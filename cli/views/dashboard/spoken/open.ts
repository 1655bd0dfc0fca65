/** `winset step --plain`: lines of text in and out, for screen readers and for terminals that can do no more. Nothing is drawn, nothing moves. */
import { createInterface } from 'node:readline';
import type { Model, RunOptions } from '../../../../engine/index.ts';
import { plain } from '../../../../engine/record/plain.ts';
import { EXIT } from '../../../io.ts';
import type { Io } from '../../../io.ts';
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

export interface SpokenOptions extends Omit<RunOptions, 'seed'> { readonly seed: string; readonly scenarioPath: string; readonly people: readonly string[] }

export async function openSpoken(model: Model, options: SpokenOptions, input: NodeJS.ReadableStream, io: Io): Promise<number> {
  const { seed, scenarioPath, people, choices = [], ...run } = options;
  let code: number | null = null;
  const start: Start = { seed, choices, people, columns: 400, rows: 400 };
  const source: Source<Moment> = workerSource(model.scenario);
  const session: Session<Moment> = new Session(model.scenario, walkersOf(model, run), start, {
    ...filesOf(io.cwd, scenarioPath), suspend: () => undefined, redraw: () => undefined, quit: (with_) => { code = with_; },
    // An editor and a talk in lines cannot share the terminal.
    edit: () => session.say(`Edit the file in another window: winset watch ${plain(scenarioPath)} tells there what each edit changes.`),
  }, source);
  const sitting = new SpokenSitting(session);
  const say = (lines: readonly string[]): void => io.stdout.write(`${lines.join('\n')}\n> `);
  const reader = createInterface({ input, terminal: false });
  const close = (): void => reader.close();
  io.signal.addEventListener('abort', close, { once: true });
  try {
    say(sitting.greet());
    for await (const line of reader) {
      if (sitting.waits(line)) await ahead(session);
      const answer = sitting.hear(line);
      if (code !== null) return code;
      say(answer);
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
