/** Named draws. A draw is a function of the run's key, the draw's name, the round and a count: it needs no state and no order. */
import { nameKey, type Key } from './key.ts';
import { normalQuantile } from './normal.ts';
import { threefry2x32 } from './threefry.ts';

/** Draws by handle (a draw's place in the list of names the luck was made with). */
export interface Luck {
  /** A number in 0..1, both ends excluded, in steps of 2^-53. */
  uniform(draw: number, round: number, count: number): number;
  /** A standard normal number. */
  normal(draw: number, round: number, count: number): number;
}

/** The names of all draws, hashed once for all runs. */
export class DrawNames {
  readonly names: readonly string[];
  readonly high: Uint32Array;
  readonly low: Uint32Array;

  constructor(names: readonly string[]) {
    this.names = names;
    const keys = names.map(nameKey);
    this.high = Uint32Array.from(keys, (key) => key.high);
    this.low = Uint32Array.from(keys, (key) => key.low);
  }
}

/** The luck of one run; `meet` turns it to another run without allocating. */
export class RunLuck implements Luck {
  readonly #names: DrawNames;
  readonly #out = new Uint32Array(2);
  #high = 0;
  #low = 0;

  constructor(names: DrawNames, key: Key) {
    this.#names = names;
    this.meet(key);
  }

  meet(key: Key): void {
    this.#high = key.high;
    this.#low = key.low;
  }

  uniform(draw: number, round: number, count: number): number {
    const out = this.#out;
    threefry2x32(this.#high + this.#names.high[draw], this.#low + this.#names.low[draw], round, count, out);
    // 53 bits: 27 of the first word and 26 of the second; the half keeps both ends out.
    return ((out[0] >>> 5) * 67108864 + (out[1] >>> 6) + 0.5) / 9007199254740992;
  }

  normal(draw: number, round: number, count: number): number {
    return normalQuantile(this.uniform(draw, round, count));
  }
}
