/** Named draws. A draw is a function of the run's key, the draw's name, the round and a count: it needs no state and no order. */
import { nameKey, type Key } from './key.ts';
import { normalQuantile } from './normal.ts';
import { threefry2x32, threefryPair } from './threefry.ts';

/** Draws by handle (a draw's place in the list of names the luck was made with). */
export interface Luck {
  /** A number in 0..1, both ends excluded, in steps of 2^-53. */
  uniform(draw: number, round: number, count: number): number;
  /** A standard normal number. */
  normal(draw: number, round: number, count: number): number;
  /** The numbers that `uniform` gives for the first `many` of these draws with count 0, into `out`: all at once takes half the time. */
  uniforms(draws: Int32Array, many: number, round: number, out: Float64Array): void;
}

/** The names of all draws, hashed once for all runs. */
export class DrawNames {
  readonly names: readonly string[];
  /** As signed words: sums of them stay whole numbers of the processor's. */
  readonly high: Int32Array;
  readonly low: Int32Array;

  constructor(names: readonly string[]) {
    this.names = names;
    const keys = names.map(nameKey);
    this.high = Int32Array.from(keys, (key) => key.high);
    this.low = Int32Array.from(keys, (key) => key.low);
  }
}

/** The luck of one run; `meet` turns it to another run without allocating. */
export class RunLuck implements Luck {
  readonly #nameHigh: Int32Array;
  readonly #nameLow: Int32Array;
  readonly #out = new Uint32Array(4);
  #high = 0;
  #low = 0;

  constructor(names: DrawNames, key: Key) {
    this.#nameHigh = names.high;
    this.#nameLow = names.low;
    this.meet(key);
  }

  meet(key: Key): void {
    this.#high = key.high | 0;
    this.#low = key.low | 0;
  }

  uniform(draw: number, round: number, count: number): number {
    const out = this.#out;
    threefry2x32((this.#high + this.#nameHigh[draw]) | 0, (this.#low + this.#nameLow[draw]) | 0, round, count, out);
    return share(out[0], out[1]);
  }

  normal(draw: number, round: number, count: number): number {
    return normalQuantile(this.uniform(draw, round, count));
  }

  uniforms(draws: Int32Array, many: number, round: number, into: Float64Array): void {
    const high = this.#high;
    const low = this.#low;
    const nameHigh = this.#nameHigh;
    const nameLow = this.#nameLow;
    const out = this.#out;
    let at = 0;
    for (; at + 1 < many; at += 2) {
      const one = draws[at];
      const other = draws[at + 1];
      threefryPair((high + nameHigh[one]) | 0, (low + nameLow[one]) | 0, (high + nameHigh[other]) | 0, (low + nameLow[other]) | 0, round, out);
      into[at] = share(out[0], out[1]);
      into[at + 1] = share(out[2], out[3]);
    }
    if (at < many) into[at] = this.uniform(draws[at], round, 0);
  }
}

/** 53 bits as a number in 0..1: 27 of the first word and 26 of the second; the half keeps both ends out. */
const share = (first: number, second: number): number => ((first >>> 5) * 67108864 + (second >>> 6) + 0.5) * 1.1102230246251565e-16;
