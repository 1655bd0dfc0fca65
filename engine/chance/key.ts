/** The one place where a user's seed becomes a run's key. The only import of seedrandom in the project. */
import seedrandom from 'seedrandom';

/** 64 bits of key, as two unsigned words. */
export interface Key { readonly high: number; readonly low: number }

/** The key of run `run` (from 1) under `seed` (any text). The same two give the same key everywhere. */
export function runKey(seed: string, run: number): Key {
  const generator = seedrandom.alea(`${seed} ${run}`);
  return { high: generator.int32() >>> 0, low: generator.int32() >>> 0 };
}

/**
 * 64 bits from the name of what is drawn (two FNV-1a hashes over UTF-16 units, each finished by the mixer of MurmurHash3).
 * Added to the run's key it gives each named draw a key of its own.
 */
export function nameKey(name: string): Key {
  return { high: mix(fnv(name, 0x811c9dc5)), low: mix(fnv(name, 0x9747b28c)) };
}

function fnv(text: string, basis: number): number {
  let hash = basis;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
