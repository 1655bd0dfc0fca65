/** Pairs that only open the way together: runs that sign with both let go, and neither as it is nor with one of the two let go. */
import type { CellRuns } from '../../batch/cells/cell.ts';
import type { Share } from '../../batch/result.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { GivesWay, WayToOpen } from '../agreement/ways.ts';
import type { CostDesign } from './costs.ts';
import { shareOf } from './effect.ts';
import { holdsIn, measuresOf, type Measure } from './measures.ts';
import { blockerOf, waived, type Thing } from './things.ts';

/** Scenarios by place, without the one as it is; `first` and `second` are places among the things of the costs' design. */
export interface PairDesign { readonly scenarios: readonly Scenario[]; readonly pairs: readonly { readonly first: number; readonly second: number }[] }

/** Pairs that are taken from the ways to open the zone, at most. */
const MOST_FROM_WAYS = 10;

/**
 * Pairs worth trying. All among those things that stood in the way most often: of the last text of runs that did not sign the last stage, or, in runs that would have signed
 * without it, of any. And those that open the zone of agreement of a stage together, where a drafter that knows of both may never have tabled a text that crosses them.
 * @param most how many things of the first kind @param played the runs of the costs' design @param ways of all stages, in order
 */
export function pairDesign({ scenarios: [scenario], things, texts, measures }: CostDesign, played: readonly CellRuns[], most: number, ways: readonly WayToOpen[]): PairDesign {
  const [now] = played;
  const blocked = (now.texts[texts.indexOf('blocked_by')] ?? []).flatMap((one) => (one === null ? [] : one.split('; ')));
  const last = measures.length - 1;
  const weights = things.map(({ thing, places }) => {
    const key = blockerOf(thing);
    const without = places.waived === null ? null : played[places.waived].measures[last];
    return blocked.filter((one) => one === key).length + (without === null ? 0 : without.reduce((sum, each, run) => sum + (each > now.measures[last][run] ? 1 : 0), 0));
  });
  const chosen = [...things.keys()].filter((at) => weights[at] > 0).toSorted((a, b) => weights[b] - weights[a] || a - b).slice(0, most).toSorted((a, b) => a - b);
  const placeOf = (one: GivesWay): number => things.findIndex(({ thing }) => thing.party === one.party && thing.kind === one.kind && (one.kind === 'red-line' ? one.line === thing.of : one.kind === 'stance' && one.issue === thing.of));
  const fromWays = ways.map(({ gives }) => gives.filter(({ kind }) => kind !== 'walk-away').map(placeOf).toSorted((a, b) => a - b)).filter((places) => places.length === 2 && places[0] >= 0).slice(0, MOST_FROM_WAYS);
  const all = [...chosen.flatMap((first, at) => chosen.slice(at + 1).map((second) => [first, second])), ...fromWays];
  const pairs = [...new Map(all.map(([first, second]) => [`${first} ${second}`, { first, second }])).values()];
  return { pairs, scenarios: pairs.map(({ first, second }) => waived(waived(scenario, things[first].thing), things[second].thing)) };
}

export interface PairCost {
  readonly first: Thing;
  readonly second: Thing;
  /** By measure of a stage's signature: runs that sign only with both let go. */
  readonly onlyTogether: readonly (Measure & Share)[];
}

/** Those with any such run, the most frequent first by the last stage. @param played runs of the costs' design @param together runs of the pairs' design */
export function pairsFrom(design: CostDesign, { pairs }: PairDesign, played: readonly CellRuns[], together: readonly CellRuns[]): readonly PairCost[] {
  const [scenario] = design.scenarios;
  const measures = measuresOf(scenario).filter(({ kind }) => kind === 'signed');
  const found = pairs.map(({ first, second }, at): PairCost => {
    const single = (place: number): CellRuns => played[design.things[place].places.waived ?? 0];
    return {
      first: design.things[first].thing, second: design.things[second].thing,
      onlyTogether: measures.map((measure) => {
        const [both, ...others] = [together[at], played[0], single(first), single(second)].map((runs) => holdsIn(scenario, measure, runs));
        let count = 0;
        both.forEach((one, run) => { if (one === 1 && others.every((other) => other[run] === 0)) count++; });
        return { ...measure, ...shareOf(count, both.length) };
      }),
    };
  });
  const rank = ({ onlyTogether }: PairCost): number => onlyTogether.at(-1)?.count ?? 0;
  return found.filter(({ onlyTogether }) => onlyTogether.some(({ count }) => count > 0)).toSorted((a, b) => rank(b) - rank(a));
}
