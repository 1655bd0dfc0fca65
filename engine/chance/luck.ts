/** Named draws. A draw is a function of the run's key, the draw's name, the round and a count: it needs no state and no order. */
import { nameKey, type Key } from './key.ts';
import { normalQuantile } from './normal.ts';
import { MOST } from './lanes-code.ts';
import { openLanes } from './lanes.ts';
import { threefry2x32 } from './threefry.ts';

/** Draws by handle (a draw's place in the list of names the luck was made with). */
export interface Luck {
  /** A number in 0..1, both ends excluded, in steps of 2^-53. */
  uniform(draw: number, round: number, count: number): number;
  /** A standard normal number. */
  normal(draw: number, round: number, count: number): number;
  /** The numbers that `uniform` gives for the first `many` of these draws with count 0: all at once takes a third of the time. They are good until the next call. */
  uniforms(draws: Int32Array, many: number, round: number): Float64Array;
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

/** One for all: what it gives is read before it is asked again. */
const LANES = openLanes();

/** The luck of one run; `meet` turns it to another run without allocating. */
export class RunLuck implements Luck {
  readonly #names: DrawNames;
  readonly #lanes: typeof LANES;
  readonly #out = new Uint32Array(2);
  #each = new Float64Array(0);
  #high = 0;
  #low = 0;

  /** @param lanes null: draws come one by one */
  constructor(names: DrawNames, key: Key, lanes = LANES) {
    this.#names = names;
    this.#lanes = lanes;
    this.meet(key);
  }

  meet(key: Key): void {
    this.#high = key.high | 0;
    this.#low = key.low | 0;
  }

  uniform(draw: number, round: number, count: number): number {
    const out = this.#out;
    threefry2x32((this.#high + this.#names.high[draw]) | 0, (this.#low + this.#names.low[draw]) | 0, round, count, out);
    return share(out[0], out[1]);
  }

  normal(draw: number, round: number, count: number): number {
    return normalQuantile(this.uniform(draw, round, count));
  }

  uniforms(draws: Int32Array, many: number, round: number): Float64Array {
    if (this.#lanes !== null && many <= MOST) return this.#lanes.draw(this.#names, this.#high, this.#low, draws, many, round);
    if (this.#each.length < many) this.#each = new Float64Array(many);
    for (let at = 0; at < many; at++) this.#each[at] = this.uniform(draws[at], round, 0);
    return this.#each;
  }
}

/** 53 bits as a number in 0..1: 27 of the first word and 26 of the second; the half keeps both ends out. */
const share = (first: number, second: number): number => ((first >>> 5) * 67108864 + (second >>> 6) + 0.5) * 1.1102230246251565e-16;
