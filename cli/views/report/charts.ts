/** The charts of a report, by name: they stand in its page, and each can be had by itself. */
import type { BatchResult, Blocker } from '../../../engine/index.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Findings } from '../../reporting/findings.ts';
import { plain } from '../../../engine/record/plain.ts';
import { barsChart, type ShareBar } from '../charts/bars.ts';
import type { Chart } from '../charts/chart.ts';
import { endsChart, reachChart } from '../charts/reach.ts';
import { effectsChart } from '../charts/sensitivity.ts';
import { survivalChart } from '../charts/survival.ts';
import { tradeOffChart } from '../charts/trade-off.ts';
import { blocker } from '../plain/blockers.ts';
import * as names from '../plain/names.ts';
import { KINDS } from '../plain/studies/survival.ts';
import { count } from '../plain/words.ts';

/** Bars are drawn for so many; the table below has all. */
const MOST = 12;
const MOST_OF_EACH = 8;

/** The outcome whose share reaches farthest over the settings: that which assumptions decide most. */
export function farthest({ ranges, scenario }: Findings): number {
  const spans = ranges?.found.reach.map(({ tenth, ninetieth }) => ninetieth - tenth) ?? scenario.outcomes.map(() => 0);
  return spans.indexOf(Math.max(...spans));
}

export function chartsOf(findings: Findings): readonly Chart[] {
  const { scenario, result, ranges, survival, sensitivity, discovery } = findings;
  const [box] = discovery?.found.boxes ?? [];
  const [effects] = sensitivity?.of ?? [];
  return [
    ...(ranges === null ? [] : [reachChart('reach', ranges.found, scenario), endsChart('ends', ranges.found, ranges.space, farthest(findings), scenario)]),
    barsChart('outcomes', 'How the runs end, with the values of the file', 'runs', result.outcomes.map(({ id, share, low, high }) => ({ label: names.outcome(scenario, id), share, low, high }))),
    ...scenario.stages.flatMap(({ id, title }) => {
      const terms = result.terms.filter((term) => term.stage === id);
      const bars = terms.flatMap(({ issue, options }) => options.filter(({ count }) => count > 0).map(({ option, share, low, high }) => ({ group: names.issue(scenario, issue), label: names.option(scenario, issue, option), share, low, high })));
      return bars.length === 0 ? [] : [barsChart(`terms-${id}`, `What is signed: ${plain(title)}`, 'signatures', bars)];
    }),
    ...blockersChart(result, scenario),
    ...survival.map((each) => survivalChart(`survival-${each.of}`, KINDS[each.of].what, each)),
    ...(sensitivity === null || effects === undefined ? [] : [effectsChart('effects', sensitivity.space, effects, scenario)]),
    ...(box === undefined ? [] : [tradeOffChart('trade-off', 'What density costs in coverage', box)]),
  ];
}

/** By the stage in which the talks stood at their end, where there is more than one. */
function blockersChart({ blockers }: BatchResult, scenario: Scenario): readonly Chart[] {
  const bars = (all: readonly Blocker[], most: number): readonly ShareBar[] => all.slice(0, most).map((by) => ({ label: blocker(by, scenario), share: by.share, low: by.low, high: by.high }));
  const stages = (scenario.stages.length > 1 && blockers.stages) || null;
  const shown = stages === null ? bars(blockers.by, MOST) : stages.flatMap(({ stage, runs, by }) => bars(by, MOST_OF_EACH).map((bar) => ({ ...bar, group: `${names.stage(scenario, stage)}: ${count(runs, 'run')}` })));
  return shown.length === 0 ? [] : [barsChart('blockers', 'What stands in the way', stages === null ? 'runs without the last signature' : 'runs that ended in the stage', shown)];
}
