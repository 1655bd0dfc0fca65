/** From counts to what a batch says. */
import type { Frame } from './frame.ts';
import type { Shard } from './plan.ts';
import type { BatchResult, Blocker, BlockerKind, Share, UntilResult } from './result.ts';
import type { Tally } from './tally.ts';
import { exact } from './until/exact.ts';
import { wilson, type Interval } from './wilson.ts';

export interface Ended { readonly asked: number; readonly shard: Shard | null; readonly until: UntilResult | null }

const shareOf = (times: number, of: number, interval: (count: number, of: number) => Interval = wilson): Share => ({ count: times, share: of === 0 ? 0 : times / of, ...interval(times, of) });

export function resultOf(frame: Frame, tally: Tally, ended: Ended): BatchResult {
  const { until } = ended;
  const outcomeInterval = until === null ? wilson : (count: number, of: number): Interval => exact(count, of, until.level);
  return {
    winset: 1, scenario: frame.scenario, hash: frame.hash, seed: frame.seed, runs: tally.runs, asked: ended.asked, shard: ended.shard, until,
    from: frame.from, vary: frame.vary, view: frame.view, levers: frame.levers,
    outcomes: frame.outcomes.map(({ id, title }, o) => ({ id, title, ...shareOf(tally.outcomes[o], tally.runs, outcomeInterval) })),
    terms: frame.stages.flatMap((stage, s) => stage.issues.map(({ id, title, base, options }) => {
      const total = options.reduce((sum, _, o) => sum + tally.terms[s][base + o], 0);
      return { stage: stage.id, issue: id, title, options: options.map((option, o) => ({ option: option.id, title: option.title, ...shareOf(tally.terms[s][base + o], total) })) };
    })),
    rounds: roundsOf(tally.rounds),
    peace: tally.followed === 0 ? null : { runs: tally.followed, horizonDays: frame.horizonDays, collapsed: shareOf(tally.collapsed, tally.followed) },
    blockers: {
      runs: tally.unsigned,
      by: blockersIn(tally.blockers, tally.unsigned),
      stages: tally.stood && tally.stood.map(({ runs, blockers }, s) => ({ stage: frame.stages[s].id, runs, by: blockersIn(blockers, runs) })),
    },
  };
}

/** The most frequent first. */
function blockersIn(counts: ReadonlyMap<string, number>, runs: number): readonly Blocker[] {
  return [...counts].map(([key, times]): Blocker => {
    const [party, kind, of] = key.split('\t');
    return { party: party || null, kind: kind as BlockerKind, of: of || null, ...shareOf(times, runs) };
  }).sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1));
}

const keyOf = (blocker: Blocker): string => [blocker.party, blocker.kind, blocker.of].join('\t');

function roundsOf(byRound: Float64Array): BatchResult['rounds'] {
  const signed = byRound.reduce((sum, each) => sum + each, 0);
  if (signed === 0) return null;
  // The least round by which at least this share of the signatures has been given.
  const quantile = (share: number): number => {
    let sum = 0;
    return byRound.findIndex((each) => (sum += each) >= share * signed && sum > 0);
  };
  return { signed, median: quantile(0.5), low: quantile(0.1), high: quantile(0.9) };
}
