/** How far shares reach over the ranges of the levers: over all of them, and lever by lever from end to end. */
import type { Ranges, Space } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import * as names from '../plain/names.ts';
import type { Chart, Spec } from './chart.ts';
import { broken } from './broken.ts';
import { BROKEN, INK, MAIN, MIDDLE, PERCENT, rowHeight } from './theme.ts';

/** Levers that are drawn. */
const MOST = 10;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const label: Spec = { field: 'label', type: 'nominal', sort: null, title: null, axis: { labelExpr: BROKEN, labelLineHeight: 14, ticks: false, domain: false, grid: true } };

export function reachChart(id: string, { reach, held }: Ranges, scenario: Scenario): Chart {
  const rows = (shown: (text: string) => string) => reach.map(({ id: outcome, least, tenth, median, ninetieth, most }, o) => [shown(names.outcome(scenario, outcome)), least, tenth, median, ninetieth, most, held[o]?.share ?? null]);
  const columns = ['label', 'least', 'tenth', 'median', 'ninetieth', 'most', 'held'];
  const x = (field: string): Spec => ({ field, type: 'quantitative', title: 'Share of runs', scale: { domain: [0, 1] }, axis: { ...PERCENT, tickCount: 5 } });
  return {
    id, title: 'How far the shares reach over the assumptions',
    says: `For each outcome a line over the settings of the levers, thick where four in five settings lie, and a mark for the file's own values. ${reach.map((each, o) => `${names.outcome(scenario, each.id)}: from ${percent(each.least)} to ${percent(each.most)}, four in five between ${percent(each.tenth)} and ${percent(each.ninetieth)}, with the file's values ${percent(held[o]?.share ?? 0)}`).join('. ')}.`,
    spec: {
      width: 400, height: { step: rowHeight(reach.map((each) => names.outcome(scenario, each.id)), 34) },
      layer: [
        { mark: { type: 'rule', color: MIDDLE, strokeWidth: 1.5 }, encoding: { y: label, x: x('least'), x2: { field: 'most' } } },
        { mark: { type: 'bar', color: MIDDLE, height: 12 }, encoding: { y: label, x: x('tenth'), x2: { field: 'ninetieth' } } },
        { mark: { type: 'point', shape: 'diamond', filled: true, size: 110, opacity: 1, color: INK }, encoding: { y: label, x: x('held') } },
      ],
    },
    table: { columns, rows: rows((text) => text) }, drawn: { columns, rows: rows((text) => broken(text)) },
  };
}

/** One outcome: what it comes to with one lever at either end. The levers that move it most stand first. */
export function endsChart(id: string, { levers, held }: Ranges, space: Space, outcome: number, scenario: Scenario): Chart {
  const title = names.outcome(scenario, scenario.outcomes[outcome]?.id ?? '');
  const all = levers.flatMap(({ low, high }, d) => {
    const [one, other] = [low.outcomes[outcome], high.outcomes[outcome]];
    return one === undefined || other === undefined ? [] : [{ title: plain(space[d]?.title ?? ''), low: { ...one, value: low.value }, high: { ...other, value: high.value } }];
  }).sort((a, b) => Math.abs(b.high.share - b.low.share) - Math.abs(a.high.share - a.low.share));
  const columns = ['label', 'end', 'value', 'share', 'other'];
  // Levers that move nothing are no news; the table and the words have them.
  const drawn = all.filter(({ low, high }) => low.share !== high.share).slice(0, MOST);
  const rows = (some: typeof all, shown: (text: string) => string) => some.flatMap(({ title: lever, low, high }) => [
    [shown(lever), 'lowest value', low.value, low.share, high.share], [shown(lever), 'highest value', high.value, high.share, low.share],
  ]);
  const x = (field: string): Spec => ({ field, type: 'quantitative', title: `Share of runs: ${title}`, scale: { zero: false, nice: true }, axis: { format: '.0%' } });
  const base = held[outcome]?.share ?? 0;
  return {
    id, title: `One lever at a time: ${title}`,
    says: `For each lever the share with it at the lowest and at the highest value of its range, the others as in the file, where the share is ${percent(base)}. ${all.map(({ title: lever, low, high }) => `${lever}: ${percent(low.share)} at ${low.value}, ${percent(high.share)} at ${high.value}`).join('. ')}.`,
    spec: {
      width: 400, height: { step: rowHeight(drawn.map((each) => each.title), 30) },
      layer: [
        { data: { values: [{ base }] }, mark: { type: 'rule', color: INK, strokeDash: [3, 3] }, encoding: { x: { field: 'base', type: 'quantitative' } } },
        { mark: { type: 'rule', color: MIDDLE, strokeWidth: 3 }, encoding: { y: label, x: x('share'), x2: { field: 'other' } } },
        {
          mark: { type: 'point', filled: true, size: 80, opacity: 1, stroke: INK, strokeWidth: 1 },
          encoding: {
            y: label, x: x('share'),
            fill: { field: 'end', type: 'nominal', sort: null, title: null, scale: { range: ['#ffffff', MAIN] }, legend: { orient: 'top', direction: 'horizontal' } },
            shape: { field: 'end', type: 'nominal', sort: null, title: null, scale: { range: ['circle', 'square'] }, legend: { orient: 'top', direction: 'horizontal' } },
          },
        },
      ],
    },
    table: { columns, rows: rows(all, (text) => text) }, drawn: { columns, rows: rows(drawn.length > 0 ? drawn : all.slice(0, 1), (text) => broken(text)) },
  };
}
