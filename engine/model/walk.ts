/** The tables of all charts as numbers in columns, for walking: what `RegionTable` says by name. */
import type { RegionTable } from '../charts/table.ts';
import type { Hearing } from './hearing.ts';

/** A row a transition: those of a state stand together in file order, those of a region's states in the order of the states. */
export interface Walk {
  /** By region: the number of its first state when states are counted through all regions. */
  readonly base: Int32Array;
  /** By state so counted: its first transition; one more at the end. */
  readonly first: Int32Array;
  readonly signal: Int32Array;
  /** Where the signal stands in its machine's row: its word, and its bit there. */
  readonly word: Int32Array;
  readonly bit: Int32Array;
  /** Among the model's conditions and chances; -1: none. */
  readonly condition: Int32Array;
  readonly chance: Int32Array;
  /** A state of the region. */
  readonly to: Uint8Array;
  /** By state, a row of the hearing's words: all that it waits for. */
  readonly mask: Int32Array;
  /** By state: 1 where a transition out of it hangs on chance. */
  readonly chancy: Uint8Array;
}

export interface WalkTransition { readonly to: number; readonly signal: number; readonly condition: number; readonly chance: number }

/** A region's table, and the machine that it belongs to. */
interface Region { readonly machine: number; readonly table: RegionTable }

export function walkOf(regions: readonly Region[], signal: (name: string) => number, { places, machines, words }: Hearing): Walk {
  const states = regions.flatMap(({ machine, table }) => table.transitions.map((transitions) => transitions.map((each) => ({ ...each, place: places[signal(each.signal) * machines + machine] }))));
  const all = states.flat();
  let counted = 0;
  const base = Int32Array.from(regions, ({ table }) => (counted += table.states.length) - table.states.length);
  let passed = 0;
  const first = Int32Array.from([...states, []], (transitions) => (passed += transitions.length) - transitions.length);
  const mask = new Int32Array(states.length * words);
  states.forEach((transitions, at) => { for (const { place } of transitions) mask[at * words + (place >>> 5)] |= 1 << (place & 31); });
  return {
    base, first, mask,
    chancy: Uint8Array.from(states, (transitions) => (transitions.some(({ chance }) => chance >= 0) ? 1 : 0)),
    signal: Int32Array.from(all, (each) => signal(each.signal)),
    word: Int32Array.from(all, ({ place }) => place >>> 5),
    bit: Int32Array.from(all, ({ place }) => 1 << (place & 31)),
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
