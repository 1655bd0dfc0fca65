/** The tables of the charts as numbers, for walking: what `RegionTable` says by name. */
import type { RegionTable } from '../charts/table.ts';

export interface WalkTransition { readonly to: number; readonly signal: number; readonly condition: number; readonly chance: number }

/** By state: its transitions in file order, signals as handles. */
export type WalkTable = readonly (readonly WalkTransition[])[];

export function walkTable(table: RegionTable, signal: (name: string) => number): WalkTable {
  return table.transitions.map((transitions) => transitions.map((each) => ({ to: each.to, signal: signal(each.signal), condition: each.condition, chance: each.chance })));
}
