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
}

export interface WalkTransition { readonly to: number; readonly signal: number; readonly condition: number; readonly chance: number }

export function walkOf(tables: readonly RegionTable[], signal: (name: string) => number): Walk {
  const states = tables.flatMap((table) => table.transitions);
  const all = states.flat();
  let counted = 0;
  const base = Int32Array.from(tables, (table) => (counted += table.states.length) - table.states.length);
  let passed = 0;
  const first = Int32Array.from([...states, []], (transitions) => (passed += transitions.length) - transitions.length);
  const signals = Int32Array.from(all, (each) => signal(each.signal));
  return {
    base, first, signal: signals,
    word: signals.map((each) => each >>> 5),
    bit: signals.map((each) => 1 << (each & 31)),
    condition: Int32Array.from(all, (each) => each.condition),
    chance: Int32Array.from(all, (each) => each.chance),
    to: Uint8Array.from(all, (each) => each.to),
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
