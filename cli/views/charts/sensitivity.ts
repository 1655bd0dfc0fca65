/** Which levers matter, as charts: sizes of effects, or parts of variance. */
import type { Screening, SobolIndices, Space, Target } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { isShare, measuredWords } from '../plain/studies/frame.ts';
import type { Chart } from './chart.ts';
import { whiskersChart } from './whiskers.ts';

export function effectsChart(id: string, space: Space, { target, effects }: Screening & { readonly target: Target }, scenario: Scenario): Chart {
  const rows = space.flatMap(({ title }, d) => { const effect = effects[d]; return effect === undefined ? [] : [{ label: plain(title), series: 'Size of effect', ...effect.size }]; });
  return whiskersChart(
    { id, title: 'Which levers matter', axis: `Mean change over a lever's range: ${measuredWords(target, scenario)}`, interval: '95 % interval', shares: isShare(target) },
    rows.sort((a, b) => b.value - a.value), rows.filter(({ value }) => value > 0).length,
  );
}

export function indicesChart(id: string, space: Space, { target, levers }: SobolIndices & { readonly target: Target }, scenario: Scenario): Chart {
  const sorted = space.flatMap(({ title }, d) => { const index = levers[d]; return index === undefined ? [] : [{ title, index }]; }).sort((a, b) => b.index.total.value - a.index.total.value);
  return whiskersChart(
    { id, title: 'Which levers matter', axis: `Part of what the levers explain: ${measuredWords(target, scenario)}`, interval: '95 % interval', shares: true },
    sorted.flatMap(({ title, index }) => [{ label: plain(title), series: 'alone', ...index.first }, { label: plain(title), series: 'alone or with others', ...index.total }]),
  );
}
