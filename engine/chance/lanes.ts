/** Many draws at once, eight at a time: the very numbers that come one by one. */
import { AT, BLOCK, lanesCode, MOST } from './lanes-code.ts';

/** The names of draws as the words of their keys, by handle. */
interface Names { readonly high: Int32Array; readonly low: Int32Array }

/** As much of WebAssembly as is used here. */
interface Memory { readonly buffer: ArrayBuffer; grow(pages: number): number }
interface Exports { readonly memory: Memory; draw(high: number, low: number, round: number, blocks: number): void }
interface Wasm {
  validate(code: Uint8Array): boolean;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
}

const PAGE = 65_536;
/** Bytes of the two words of a key. */
const KEY = 8;

export class Lanes {
  readonly #exports: Exports;
  #out: Float64Array;
  #draws: Int32Array;
  #names: Names | null = null;

  constructor(exports: Exports) {
    this.#exports = exports;
    [this.#out, this.#draws] = this.#views();
  }

  /**
   * The numbers of the first `many` of these draws in a round, with count 0: good until the next call. At most `MOST`.
   * @param high @param low the words of the run's key
   */
  draw(names: Names, high: number, low: number, draws: Int32Array, many: number, round: number): Float64Array {
    if (this.#names !== names) this.#load(names);
    const into = this.#draws;
    for (let at = 0; at < many; at++) into[at] = draws[at];
    if (many > 0) this.#exports.draw(high, low, round, Math.ceil(many / BLOCK));
    return this.#out;
  }

  /** One model is played at a time, so its names seldom change. */
  #load(names: Names): void {
    const { memory } = this.#exports;
    const needed = AT.keys + names.high.length * KEY;
    if (needed > memory.buffer.byteLength) {
      memory.grow(Math.ceil((needed - memory.buffer.byteLength) / PAGE));
      [this.#out, this.#draws] = this.#views();
    }
    const keys = new Int32Array(memory.buffer, AT.keys, 2 * names.high.length);
    for (let at = 0; at < names.high.length; at++) {
      keys[2 * at] = names.high[at];
      keys[2 * at + 1] = names.low[at];
    }
    // What lies behind the draws of a call is drawn too, and thrown away: it must name a draw.
    this.#draws.fill(0);
    this.#names = names;
  }

  #views(): [out: Float64Array, draws: Int32Array] {
    const { buffer } = this.#exports.memory;
    return [new Float64Array(buffer, AT.out, MOST), new Int32Array(buffer, AT.draws, MOST)];
  }
}

declare const WebAssembly: Wasm | undefined;
const HERE = typeof WebAssembly === 'undefined' ? null : WebAssembly;

/** Null where the machine has no vectors, or no WebAssembly at all: draws then come one by one. */
export function openLanes(wasm: Wasm | null = HERE): Lanes | null {
  const code = lanesCode();
  if (wasm === null || !wasm.validate(code)) return null;
  return new Lanes(new wasm.Instance(new wasm.Module(code)).exports as Exports);
}
