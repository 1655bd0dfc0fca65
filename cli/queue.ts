/** `--queue`: where it is, who may enter, and the crew of machines behind it. Its packages are loaded only when it is asked for. */
import type { Crew } from '../engine/index.ts';
import type { Link } from '../engine/batch/queue/link.ts';
import type { Written } from '../engine/batch/queue/luggage.ts';
import { plain } from '../engine/record/plain.ts';
import type { Io } from './io.ts';
import { text } from './options.ts';
import type { Args } from './options.ts';
import { Failure, UsageError } from './stops.ts';
import { VERSION } from './version.ts';

const HINTS: Readonly<Record<string, string>> = {
  unreachable: ' Start one with `redis-server`, or look at the address; `winset worker --help` tells more.',
  refused: ' They are taken from the address (redis://user:password@host) or from WINSET_QUEUE_USER and WINSET_QUEUE_PASSWORD.',
  failed: ' Nothing that was finished is lost: with --out, --resume goes on.',
};

/** Says a QueueError as what it is: a wrong address is wrong usage, all else a failure of the command. */
export async function orQueueFailure<T>(act: () => Promise<T>): Promise<T> {
  const { QueueError } = await import('../engine/batch/queue/queue-error.ts');
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof QueueError)) throw error;
    if (error.problem === 'address') throw new UsageError(`--queue: ${error.message}`);
    throw new Failure(plain(error.message) + (HINTS[error.problem] ?? ''));
  }
}

/** What is said of the queue on the way: a line on stderr. */
export const telling = (io: Io) => (words: string): void => { io.stderr.write(`${io.stderr.isTTY ? '\r\u001b[K' : ''}${plain(words)}\n`); };

export async function openQueue(args: Args, io: Io): Promise<{ readonly link: Link; readonly shown: string }> {
  const said = text(args, 'queue');
  if (said === undefined) throw new UsageError('--queue is needed: the address of the queue, as in redis://host:6379.');
  return await orQueueFailure(async () => {
    const [{ readAddress }, { openLink }] = await Promise.all([import('../engine/batch/queue/address.ts'), import('../engine/batch/queue/link.ts')]);
    const address = readAddress(said, { username: io.env['WINSET_QUEUE_USER'], password: io.env['WINSET_QUEUE_PASSWORD'] });
    return { link: await openLink(address, telling(io)), shown: address.shown };
  });
}

/** Acts with a crew: that behind the queue where one is asked for, null otherwise. */
export async function withCrew<T>(args: Args, io: Io, written: readonly Written[], act: (crew: Crew | null) => Promise<T>): Promise<T> {
  if (text(args, 'queue') === undefined) return await act(null);
  if (text(args, 'workers') !== undefined) throw new UsageError('--queue and --workers exclude each other: each worker says by itself on how many threads it plays.');
  const { link } = await openQueue(args, io);
  const { queueCrew } = await import('../engine/batch/queue/crew.ts');
  const crew = queueCrew({ link, version: VERSION, written, told: telling(io) });
  try {
    return await orQueueFailure(() => act(crew));
  } finally {
    await crew.close();
  }
}
