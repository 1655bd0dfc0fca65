/** In words, what was taken for the levers: set by hand, from a view, drawn, or held at the file's values. */
import type { Lever, Scenario } from '../../../engine/scenario/scenario.ts';
import { plain } from '../../../engine/record/plain.ts';
import { changedLevers } from './commandline.ts';
import type { Asked } from './commandline.ts';
import * as names from './names.ts';
import { capital, count, list, number, quoted } from './words.ts';

type Levers = Readonly<Record<string, number>>;

const valued = (ids: readonly string[], levers: Levers, scenario: Scenario): string => list(ids.map((id) => `${names.lever(scenario, id)} at ${number(levers[id] ?? 0)}`));

/** What differs from the file by hand or by a view, a sentence each. */
function chosen(levers: Levers, asked: Asked, scenario: Scenario): { readonly lines: readonly string[]; readonly told: readonly string[] } {
  const changed = changedLevers(levers, scenario.levers);
  const set = Object.keys(changed).filter((id) => Object.hasOwn(asked.levers, id));
  const view = scenario.views.find((one) => one.id === asked.view);
  const seen = Object.keys(view?.levers ?? {}).filter((id) => !Object.hasOwn(asked.levers, id));
  return {
    lines: [
      ...(view === undefined || seen.length === 0 ? [] : [`As ${quoted(plain(view.title))} has it (${plain(view.source)}): ${valued(seen, levers, scenario)}.`]),
      ...set.map((id) => `Assumed otherwise than in the file: ${valued([id], levers, scenario)}.`),
    ],
    told: [...set, ...seen],
  };
}

/** For one run: also what was drawn for it. */
export function takenInRun(levers: Levers, asked: Asked, scenario: Scenario): readonly string[] {
  const { lines, told } = chosen(levers, asked, scenario);
  const drawn = Object.keys(changedLevers(levers, scenario.levers)).filter((id) => !told.includes(id));
  return drawn.length === 0 ? lines : [...lines, `Drawn for this run: ${valued(drawn, levers, scenario)}.`];
}

const isRanged = (lever: Lever): boolean => lever.range[0] < lever.range[1];

/** More than these are only counted; `show` lists them. */
const MOST = 3;

/** What --vary draws. Views by their weights, and levers by their distributions: 'one of the views “A” or “B” by their weights', '“How dry the spring is”'. */
export function drawnOf(asked: Pick<Asked, 'levers' | 'view'>, scenario: Scenario): readonly string[] {
  const view = scenario.views.find((one) => one.id === asked.view);
  const levers = scenario.levers.filter((lever) => lever.distribution !== null && !Object.hasOwn(asked.levers, lever.id) && !Object.hasOwn(view?.levers ?? {}, lever.id)).map((lever) => quoted(plain(lever.title)));
  const views = view !== undefined ? [] : scenario.views.map((one) => quoted(plain(one.title)));
  const one = views.length > MOST ? `one of ${views.length} views by their weights` : `one of the views ${list(views, 'or')} by their weights`;
  return [...(views.length > 0 ? [one] : []), ...(levers.length > MOST ? [count(levers.length, 'lever')] : levers)];
}

/** For a batch: also whether levers were drawn or held, and what could be drawn. */
export function takenInBatch(levers: Levers, asked: Asked, scenario: Scenario): readonly string[] {
  const { lines } = chosen(levers, asked, scenario);
  const ranged = scenario.levers.filter(isRanged);
  const drawn = drawnOf(asked, scenario);
  if (asked.vary === true) return [...lines, drawn.length === 0 ? 'Levers were to be drawn for each run, but the file does not say how, so they were held.' : `Drawn anew for each run: ${list(drawn)}; other levers were held.`];
  if (ranged.length === 0 && scenario.views.length === 0) return lines;
  const held = `${capital(count(ranged.length, 'lever'))} ${ranged.length === 1 ? 'has a range and was held at its value' : 'have ranges and were held at their values'}`;
  return [...lines, `${held}; --set changes one${drawn.length > 0 ? ', --vary draws those for which the file says how' : ''}.`];
}
