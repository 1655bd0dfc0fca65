/** Who waits for which signal. A run keeps a row of bits for each machine, with a place for each signal that its charts or gauges wait for, and for no other. */
import type { RegionTable } from '../charts/table.ts';

export interface Hearing {
  /** Words of 32 bits in a machine's row. */
  readonly words: number;
  /** By signal and machine: the signal's place in the machine's row; -1 where nothing waits for it. */
  readonly places: Int16Array;
  readonly machines: number;
  /** By signal: the first of its hearers; one more at the end. */
  readonly first: Int32Array;
  /** By hearer: the word among all rows, and the bit in it. */
  readonly word: Int32Array;
  readonly bit: Int32Array;
}

/** Where a signal that a machine waits for stands: its word among all rows, and its bit there. */
export function placeOf({ places, machines, words }: Hearing, machine: number, signal: number): { readonly word: number; readonly bit: number } {
  const place = places[signal * machines + machine];
  return { word: machine * words + (place >>> 5), bit: 1 << (place & 31) };
}

/** @param regions of all charts @param gauges by machine: signals to which gauges react */
export function hearingOf(signals: readonly string[], machines: number, regions: readonly { readonly machine: number; readonly table: RegionTable }[], gauges: readonly { readonly machine: number; readonly signal: number }[]): Hearing {
  const handle = new Map(signals.map((name, at) => [name, at]));
  const places = new Int16Array(signals.length * machines).fill(-1);
  let most = 0;
  for (let machine = 0; machine < machines; machine++) {
    const charts = regions.flatMap((region) => (region.machine === machine ? region.table.transitions.flat().map((each) => handle.get(each.signal) ?? -1) : []));
    const waits = [...new Set([...charts, ...gauges.flatMap((each) => (each.machine === machine ? [each.signal] : []))])].sort((a, b) => a - b);
    waits.forEach((signal, place) => { places[signal * machines + machine] = place; });
    most = Math.max(most, waits.length);
  }
  const words = Math.max(1, (most + 31) >>> 5);
  const hearers = signals.map((_, signal) => Array.from({ length: machines }, (__, machine) => ({ machine, place: places[signal * machines + machine] })).filter(({ place }) => place >= 0));
  let passed = 0;
  return {
    words, places, machines,
    first: Int32Array.from([...hearers, []], (own) => (passed += own.length) - own.length),
    word: Int32Array.from(hearers.flat(), ({ machine, place }) => machine * words + (place >>> 5)),
    bit: Int32Array.from(hearers.flat(), ({ place }) => 1 << (place & 31)),
  };
}
