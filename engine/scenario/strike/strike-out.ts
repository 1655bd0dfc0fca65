/**
 * A scenario without some of its sources: what rested on nothing else goes, where the scenario can do without it, and what cannot
 * go stays and says so. Nothing is said of what the author would have assumed instead: that is for the author.
 */
import { linkAt, isIdle } from '../dates/link-all.ts';
import { onDay } from '../dates/resolve.ts';
import type { Starts } from '../dates/starts.ts';
import { didYouMean } from '../nearest.ts';
import type { Report } from '../report.ts';
import type { Scenario } from '../scenario.ts';
import type { Tree } from '../tree.ts';
import { findStruck } from './find.ts';
import { rebuilt } from './rebuild.ts';
import type { Found, Gone, Struck } from './struck.ts';
import { wordsFor } from './words.ts';

export interface WithoutSources { readonly scenario: Scenario; readonly struck: readonly Struck[] }

/** `tree`: of a file without problems. Undefined, with a problem in the report, if a source or claim is not there. */
export function strikeOut(tree: Tree, starts: Starts, without: readonly string[], name: string, report: Report): WithoutSources | undefined {
  const there = onDay(tree, starts.chosen).tree;
  const gone = goneClaims(there, without, name, report);
  if (gone === undefined) return undefined;
  const found = findStruck(there, gone);
  const candidates = found.filter(({ path, left, stays }) => !stays && (left === 'nothing' || restsOnBeing(path)));
  const attempt = (removed: ReadonlySet<Found>): Scenario | undefined => {
    const linked = linkAt(rebuilt(there, gone.claims, found, removed), starts);
    return linked.problems.every(({ code }) => isIdle(code)) ? linked.scenario : undefined;
  };
  const { removed, scenario } = asManyAsCanGo(candidates, attempt);
  return { scenario, struck: found.map((one) => ({ path: one.path.join('.'), what: wordsFor(there, one.path), lost: one.lost, left: one.left, removed: isIn(one, removed) })) };
}

/** Things whose being there is what claims support; an assumption beside the claims speaks of their size only. */
const BEINGS = new Set(['red-lines', 'bonds', 'events', 'deadlines', 'stances', 'leverage', 'ratios']);
const SINGLE_BEINGS = new Set(['leaves', 'ratifies', 'looks-ahead', 'walks-away']);

/** Whether a thing goes when nobody says any more that it is there. Worth, walk-away values, gauges and levers stay: they would be assumed. */
function restsOnBeing(path: readonly string[]): boolean {
  const holder = path.at(-2) ?? '';
  // A transition stands under its signal, by itself or in a list.
  return BEINGS.has(holder) || SINGLE_BEINGS.has(path.at(-1) ?? '') || holder === 'on' || path.at(-3) === 'on';
}

function goneClaims(tree: Tree, without: readonly string[], name: string, report: Report): Gone | undefined {
  const keys = (key: string): readonly string[] => {
    const value = tree.kind === 'map' ? tree.entries.get(key)?.value : undefined;
    return value?.kind === 'map' ? [...value.entries.keys()] : [];
  };
  const [allSources, allClaims] = [keys('sources'), keys('claims')];
  for (const id of without) {
    if (allSources.includes(id) || allClaims.includes(id)) continue;
    report.file('unknown-source', name, `There is no source and no claim ${JSON.stringify(id)} to strike out.`, didYouMean(id, [...allSources, ...allClaims], (one) => JSON.stringify(one)));
  }
  if (report.count > 0) return undefined;
  const sources = new Set(without.filter((id) => allSources.includes(id)));
  return { sources, claims: new Set(allClaims.filter((id) => without.includes(id) || sources.has(id.slice(0, Math.max(0, id.lastIndexOf('.')))))) };
}

/** Whether it, or something that it stands in, was taken out. */
function isIn(one: Found, removed: ReadonlySet<Found>): boolean {
  return [...removed].some(({ path }) => path.every((step, at) => one.path[at] === step));
}

type Attempt = (removed: ReadonlySet<Found>) => Scenario | undefined;

/** All at once where that leaves a whole scenario; else one by one, until none of those that are left can go. */
function asManyAsCanGo(candidates: readonly Found[], attempt: Attempt): { readonly removed: ReadonlySet<Found>; readonly scenario: Scenario } {
  const all = new Set(candidates);
  const without = attempt(all);
  if (without !== undefined) return { removed: all, scenario: without };
  let removed: ReadonlySet<Found> = new Set<Found>();
  let scenario = attempt(removed);
  // Only claims have gone, and an assumption stands in for each: a file that was whole before is whole now.
  if (scenario === undefined) throw new Error('a scenario whose sources were struck out cannot be linked');
  for (let before = -1; before < removed.size; ) {
    before = removed.size;
    for (const one of candidates) {
      if (isIn(one, removed)) continue;
      const next = new Set([...removed, one]);
      const now = attempt(next);
      if (now !== undefined) [removed, scenario] = [next, now];
    }
  }
  return { removed, scenario };
}
