/** The tables of all charts as numbers in columns, for walking: what `RegionTable` says by name. */
import type { RegionTable } from '../charts/table.ts';

/** A row a transition: those of a state stand together in file order, those of a region's states in the order of the states. */
export interface Walk {
  /** By region: the number of its first state when states are counted through all regions. */
  readonly base: Int32Array;
  /** By state so counted: its first transition; one more at the end. */
  readonly first: Int32Array;
  readonly signal: Int32Array;
  /** Where the signal stands in a row of signals: its word, and its bit there. */
  readonly word: Int32Array;
  readonly bit: Int32Array;
  /** Among the model's conditions and chances; -1: none. */
  readonly condition: Int32Array;
  readonly chance: Int32Array;
  /** A state of the region. */
  readonly to: Uint8Array;
  /** By machine: what its charts wait for, each signal's word and bit in a row. */
  readonly waits: readonly { readonly word: Int32Array; readonly bit: Int32Array }[];
  /** By state, in rows of so many words: what it waits for, as places in its machine's list. */
  readonly mask: Int32Array;
  readonly maskWords: number;
}

export interface WalkTransition { readonly to: number; readonly signal: number; readonly condition: number; readonly chance: number }

/** A region's table, and the machine that it belongs to. */
interface Region { readonly machine: number; readonly table: RegionTable }

export function walkOf(regions: readonly Region[], signal: (name: string) => number): Walk {
  const states = regions.flatMap(({ machine, table }) => table.transitions.map((transitions) => ({ machine, transitions })));
  const all = states.flatMap(({ transitions }) => transitions);
  let counted = 0;
  const base = Int32Array.from(regions, ({ table }) => (counted += table.states.length) - table.states.length);
  let passed = 0;
  const first = Int32Array.from([...states.map(({ transitions }) => transitions.length), 0], (count) => (passed += count) - count);
  const signals = Int32Array.from(all, (each) => signal(each.signal));
  const word = (of: Int32Array): Int32Array => of.map((each) => each >>> 5);
  const bit = (of: Int32Array): Int32Array => of.map((each) => 1 << (each & 31));
  const waits = Array.from({ length: 1 + Math.max(-1, ...regions.map(({ machine }) => machine)) }, (_, m) =>
    Int32Array.from(new Set(states.flatMap(({ machine, transitions }) => (machine === m ? transitions.map((each) => signal(each.signal)) : [])))).sort());
  const maskWords = Math.max(1, ...waits.map((own) => (own.length + 31) >>> 5));
  const mask = new Int32Array(states.length * maskWords);
  states.forEach(({ machine, transitions }, at) => {
    for (const each of transitions) {
      const place = waits[machine].indexOf(signal(each.signal));
      mask[at * maskWords + (place >>> 5)] |= 1 << (place & 31);
    }
  });
  return {
    base, first, signal: signals, word: word(signals), bit: bit(signals),
    condition: Int32Array.from(all, (each) => each.condition),
    chance: Int32Array.from(all, (each) => each.chance),
    to: Uint8Array.from(all, (each) => each.to),
    waits: waits.map((own) => ({ word: word(own), bit: bit(own) })), mask, maskWords,
  };
}

/** The transitions out of a state of a region, in file order. */
export function transitionsOf({ walk }: { readonly walk: Walk }, region: number, state: number): readonly WalkTransition[] {
  const at = walk.base[region] + state;
  return Array.from({ length: walk.first[at + 1] - walk.first[at] }, (_, place) => {
    const t = walk.first[at] + place;
    return { to: walk.to[t], signal: walk.signal[t], condition: walk.condition[t], chance: walk.chance[t] };
  });
}
