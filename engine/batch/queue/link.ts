/** A connection that is tried again when it is refused or lost, with a word each time it goes and comes, and then fails cleanly. */
import { Redis } from 'ioredis';
import type { Address } from './address.ts';
import { QueueError } from './queue-error.ts';

export interface Patience {
  /** Attempts to reach it at first, and after it was lost. Pauses between them grow to two seconds. */
  readonly first: number;
  readonly lost: number;
}
/** Some six seconds, and some minute. */
export const PATIENCE: Patience = { first: 8, lost: 35 };

export interface Link {
  readonly client: Redis;
  /** Rejects with a QueueError once it is lost for good. */
  readonly lost: Promise<never>;
  /** Hears each time when it answers again. */
  onBack(hear: () => void): void;
  close(): void;
}

const pause = (times: number): number => Math.min(2000, 100 * (1 << Math.min(times, 5)));

/** Waits until it answers. Throws a QueueError when it does not. */
export async function openLink(address: Address, told: (words: string) => void, patience: Patience = PATIENCE): Promise<Link> {
  let [answered, away, ended] = [false, false, false];
  let why = '';
  const back: (() => void)[] = [];
  const client = new Redis({
    host: address.host, port: address.port, db: address.db, ...(address.tls ? { tls: {} } : {}),
    ...(address.username === null ? {} : { username: address.username }), ...(address.password === null ? {} : { password: address.password }),
    lazyConnect: true, maxRetriesPerRequest: null, connectTimeout: 5000,
    retryStrategy: (times) => {
      if (ended || times > (answered ? patience.lost : patience.first) || isRefusal(why)) return null;
      if (why === '') why = 'the connection was closed';
      if (!away) told(answered ? `The queue at ${address.shown} does not answer any more (${why}); trying again.` : `The queue at ${address.shown} does not answer (${why}); trying again.`);
      away = true;
      return pause(times);
    },
  });
  client.on('error', (error: NodeJS.ErrnoException) => { why = inWords(error); });
  const failure = (): QueueError => (isRefusal(why)
    ? new QueueError('refused', `The queue at ${address.shown} lets nobody in with this user and password (${why}).`)
    : new QueueError('unreachable', answered ? `The queue at ${address.shown} does not answer any more (${why}).` : `No queue answers at ${address.shown} (${why}).`));
  const lost = new Promise<never>((_, reject) => { client.on('end', () => { if (!ended) reject(failure()); }); });
  lost.catch(() => {});
  const ready = new Promise<void>((resolve) => {
    client.on('ready', () => {
      if (away) told(`The queue at ${address.shown} answers${answered ? ' again' : ''}.`);
      if (answered) for (const hear of back) hear();
      [answered, away, why] = [true, false, ''];
      resolve();
    });
  });
  // Its own promise fails with the first attempt; the attempts that follow are heard of by the events.
  client.connect().catch(() => {});
  await Promise.race([ready, lost]);
  return { client, lost, onBack: (hear) => { back.push(hear); }, close() { ended = true; client.disconnect(); } };
}

const isRefusal = (why: string): boolean => why.startsWith('it refuses');

function inWords(error: NodeJS.ErrnoException): string {
  if (/^(WRONGPASS|NOAUTH|ERR AUTH|ERR invalid password|NOPERM)/u.test(error.message)) return 'it refuses them, or wants some';
  switch (error.code) {
    case 'ECONNREFUSED': return 'the connection is refused';
    case 'ENOTFOUND': case 'EAI_AGAIN': return 'there is no such host';
    case 'ETIMEDOUT': return 'no answer in time';
    case 'ECONNRESET': case 'EPIPE': return 'the connection was closed';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT': case 'SELF_SIGNED_CERT_IN_CHAIN': case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE': case 'ERR_TLS_CERT_ALTNAME_INVALID': case 'CERT_HAS_EXPIRED':
      return 'its certificate is not trusted here; NODE_EXTRA_CA_CERTS names a file with more authorities';
    default: return error.code ?? 'the connection failed';
  }
}
