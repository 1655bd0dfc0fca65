/** The simple baselines of an issue that is a quantity, beside what runs or texts say of it. */
import type { DecisionRound } from '../../../engine/analysis/spatial/group-decision.ts';
import { weightedMean, weightedMedian } from '../../../engine/analysis/spatial/baselines.ts';
import { nearestOption, spatialIssueOf, type SpatialIssue } from '../../../engine/analysis/spatial/line.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import { heading, pad, page, rule, title, widest, wrap, type Page } from './layout.ts';
import * as names from './names.ts';
import { count, number, quoted } from './words.ts';

export interface Baselines { readonly issue: Id; readonly actors: number; readonly mean: number; readonly meanOption: Id; readonly median: number; readonly medianOption: Id }

/** null where no issue, or more than one, is a quantity on which parties stand. */
export function baselinesOf(scenario: Scenario, levers: Readonly<Record<Id, number>> = {}): Baselines | null {
  const found = spatialIssueOf(scenario, levers);
  if (found === null) return null;
  const [mean, median] = [weightedMean(found.actors), weightedMedian(found.actors)];
  return { issue: found.issue.id, actors: found.actors.length, mean, meanOption: nearestOption(found.issue, mean), median, medianOption: nearestOption(found.issue, median) };
}

const WHAT = 'Weighted by capability times salience. They know nothing of red lines, time or the process, and are hard to do better than.';

/** Beside what runs signed: `signed` counts options of the issue. */
export function besideRuns(scenario: Scenario, levers: Readonly<Record<Id, number>>, signed: readonly { readonly option: Id; readonly count: number }[] | null, at: Page): string[] {
  const found = baselinesOf(scenario, levers);
  if (found === null) return [];
  const runs = signed?.reduce((sum, each) => sum + each.count, 0) ?? 0;
  const places = scenario.issues.find((issue) => issue.id === found.issue)?.options ?? [];
  const mean = (signed ?? []).reduce((sum, each) => sum + (each.count * (places.find((option) => option.id === each.option)?.at ?? 0)) / Math.max(1, runs), 0);
  return [...heading(`Simple baselines for ${quoted(names.issue(scenario, found.issue))}`, at), ...rows([
    ...lines(found, scenario),
    ...(runs === 0 ? [] : [[runs === 1 ? 'Signed in this run' : `Mean of what ${count(runs, 'run')} signed`, number(mean)] as const]),
  ]), ...wrap(WHAT, at.width, '  ').map(at.paint.dim)];
}

const lines = (found: Baselines, scenario: Scenario): readonly (readonly [string, string])[] => [
  ['Weighted mean', `${number(found.mean)}   nearest: ${names.option(scenario, found.issue, found.meanOption)}`],
  ['Weighted median', `${number(found.median)}   nearest: ${names.option(scenario, found.issue, found.medianOption)}`],
];

function rows(of: readonly (readonly [string, string])[]): string[] {
  const wide = widest(of.map(([label]) => label), 40);
  return of.map(([label, value]) => `  ${pad(label, wide)}  ${value}`);
}

export interface GroupDecision { readonly scenario: Scenario; readonly found: SpatialIssue; readonly rounds: readonly DecisionRound[]; readonly again: string }

/** `winset baselines`: the actors, the simple baselines, the rounds of the group decision model. */
export function baselinesPage({ scenario, found, rounds, again }: GroupDecision, levers: Readonly<Record<Id, number>>, at: Page): string {
  const simple = baselinesOf(scenario, levers);
  const wide = widest(found.actors.map((actor) => plain(actor.name)), Math.max(20, at.width - 36));
  const column = (text: string): string => text.padStart(12);
  const table = [
    at.paint.dim(`  ${pad('', wide)}${['position', 'capability', 'salience'].map(column).join('')}`),
    ...found.actors.flatMap((actor) => {
      const label = wrap(plain(actor.name), wide + 2, '  ', '    ');
      const last = label.pop() ?? '';
      return [...label, `${pad(last, wide + 2)}${[actor.position, actor.capability, actor.salience].map((value) => column(number(value))).join('')}`];
    }),
  ];
  return page([
    ...title(plain(scenario.title), at),
    ...wrap(`What simple baselines say of ${quoted(names.issue(scenario, found.issue.id))}, and the expected-utility model of group decisions beside them. Nothing is played.`, at.width),
    ...heading(count(found.actors.length, 'actor'), at), ...table,
    ...heading('Simple baselines', at), ...(simple === null ? [] : rows(lines(simple, scenario))), ...wrap(WHAT, at.width, '  ').map(at.paint.dim),
    ...heading(`Expected-utility group decision model, ${count(rounds.length, 'round')}`, at),
    at.paint.dim(`  ${pad('round', 8)}${['mean', 'median', 'moved'].map(column).join('')}`),
    ...rounds.map((round, nth) => `  ${pad(String(nth + 1), 8)}${[number(round.mean), number(round.median), String(round.moved)].map(column).join('')}`),
    ...wrap('After Bueno de Mesquita 1994, by the formulas that Scholz, Calbert & Smith 2011 print; scenarios/spatial/README.md says how far this lies from published rounds. Over many issues the weighted mean was nearer to what was decided.', at.width, '  ').map(at.paint.dim),
    '', at.paint.dim(rule(at.width)), ...wrap('What formulas make of the numbers in the file. No probabilities, and no prediction.', at.width), `Again: ${again}`,
  ]);
}
