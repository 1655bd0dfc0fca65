/**
 * What each red line, stance or link costs: in how many runs a stage is signed, and a run ends so or so, with it let go, as it is, and made absolute, all under the same luck.
 * A design is made (`costDesign`), its cells are played (engine/batch/cells), and what they say is read (`costsFrom`); likewise for pairs.
 */
import type { Cell, CellRuns } from '../../batch/cells/cell.ts';
import type { Share } from '../../batch/result.ts';
import type { LeverOptions } from '../../run/levers.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { effectOf, shareOf, sum, type Effect } from './effect.ts';
import { columnsFor, holdsIn, measuresOf, type Measure } from './measures.ts';
import { absolute, blockerOf, held, thingsOf, waived, type Thing, type ThingKind } from './things.ts';

export const VARIANTS = ['waived', 'held', 'absolute'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Scenarios by place; the first is the one as it is. A variant that is the scenario as it is, or makes no sense, is null. */
export interface CostDesign {
  readonly scenarios: readonly Scenario[];
  readonly things: readonly { readonly thing: Thing; readonly places: Readonly<Record<Variant, number | null>> }[];
  /** Columns to ask the cells for, and the text by which pairs are chosen. */
  readonly measures: readonly string[];
  readonly texts: readonly string[];
}

export function costDesign(scenario: Scenario, kinds: readonly ThingKind[], levers: Readonly<Record<string, number>> = {}): CostDesign {
  const scenarios: Scenario[] = [scenario];
  const place = (one: Scenario | null): number | null => (one === null ? null : scenarios.push(one) - 1);
  const things = thingsOf(scenario, kinds).map((thing) => ({ thing, places: { waived: place(waived(scenario, thing)), held: place(held(scenario, thing)), absolute: place(absolute(scenario, thing, levers)) } }));
  return { scenarios, things, measures: columnsFor(scenario), texts: ['blocked_by'] };
}

/** A cell for each scenario of a design. */
export const cellsOf = (scenarios: readonly Scenario[], runs: number, levers: LeverOptions): readonly Cell[] => scenarios.map((_, scenario) => ({ scenario, runs, ...levers }));

export interface ThingCost {
  readonly thing: Thing;
  /** Runs as it is whose last text it alone stood in the way of; null for a link, which refuses nothing by itself. */
  readonly lastTextAlone: Share | null;
  /** By measure, in the order of `measures`; null: as it is. */
  readonly variants: Readonly<Record<Variant, readonly Effect[] | null>>;
}

export interface Costs {
  readonly runs: number;
  readonly measures: readonly (Measure & { readonly asItIs: Share })[];
  readonly things: readonly ThingCost[];
}

/** @param played the cells' runs, in the order of the design's scenarios */
export function costsFrom({ scenarios: [scenario], things, texts }: CostDesign, played: readonly CellRuns[]): Costs {
  const measures = measuresOf(scenario);
  const runs = played[0].outcomes.length;
  const now = measures.map((measure) => holdsIn(scenario, measure, played[0]));
  const blocked = played[0].texts[texts.indexOf('blocked_by')] ?? [];
  const asked = things.reduce((count, { places }) => count + VARIANTS.filter((variant) => places[variant] !== null).length, 0);
  const effects = (place: number | null): readonly Effect[] | null => (place === null ? null : measures.map((measure, m) => effectOf(now[m], holdsIn(scenario, measure, played[place]), asked)));
  return {
    runs,
    measures: measures.map((measure, m) => ({ ...measure, asItIs: shareOf(sum(now[m]), runs) })),
    things: things.map(({ thing, places }) => ({ thing, lastTextAlone: thing.kind === 'link' ? null : shareOf(blocked.filter((one) => one === blockerOf(thing)).length, runs), variants: { waived: effects(places.waived), held: effects(places.held), absolute: effects(places.absolute) } })),
  };
}

/** Only the measures that are wanted, in all of it. */
export function costsOf({ measures, things, runs }: Costs, wanted: (measure: Measure) => boolean): Costs {
  const kept = measures.map((measure) => wanted(measure));
  const some = <Of>(of: readonly Of[] | null): readonly Of[] | null => of && of.filter((_, m) => kept[m]);
  return { runs, measures: measures.filter((_, m) => kept[m]), things: things.map((one) => ({ ...one, variants: { waived: some(one.variants.waived), held: some(one.variants.held), absolute: some(one.variants.absolute) } })) };
}
