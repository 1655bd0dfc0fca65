/** Where a queue is: an address with, or without, a user and a password, which are never shown. */
import { QueueError } from './queue-error.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
  /** Encrypted (rediss:). */
  readonly tls: boolean;
  readonly db: number;
  readonly username: string | null;
  readonly password: string | null;
  /** As it may be shown and logged. */
  readonly shown: string;
}

export interface Credentials { readonly username?: string | undefined; readonly password?: string | undefined }

/** Reads redis://[user:password@]host[:port][/number], or rediss:// over TLS. What the address does not say is taken from `given`. Throws a QueueError without repeating what it read: it may hold a password. */
export function readAddress(text: string, given: Credentials = {}): Address {
  const bad = (why: string): never => { throw new QueueError('address', `The address of a queue is redis://host:6379, or rediss://host:6379 for one over TLS; ${why}.`); };
  const url = URL.canParse(text) ? new URL(text) : bad('this is none');
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') bad(`this one does not begin with redis: or rediss:`);
  if (url.hostname === '') bad('this one names no host');
  if (url.search !== '' || url.hash !== '') bad('nothing may follow the host, the port and the number of a database');
  const { pathname } = url;
  const db = /^\/?(\d{0,3})$/u.exec(pathname) ?? bad('after the host there may only be the number of a database, as in /1');
  const port = url.port === '' ? 6379 : Number(url.port);
  const part = (said: string): string | null => (said === '' ? null : decodeURIComponent(said));
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ''), port, tls: url.protocol === 'rediss:', db: Number(db[1]),
    username: part(url.username) ?? given.username ?? null, password: part(url.password) ?? given.password ?? null,
    shown: `${url.protocol}//${url.hostname}:${port}${Number(db[1]) > 0 ? `/${Number(db[1])}` : ''}`,
  };
}
