/** A scenario's hash: the same for the same meaning, whatever comments, spaces or files it was written with. */
import { createHash } from 'node:crypto';

/** SHA-256 of canonical JSON (keys sorted by code unit, lists in order, `undefined` left out), lower-case hex. */
export function hashOf(data: unknown): string {
  return createHash('sha256').update(canonicalJson(data)).digest('hex');
}

export function canonicalJson(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonicalJson).join(',')}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const pairs = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`);
  return `{${pairs.join(',')}}`;
}
