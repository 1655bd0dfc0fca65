/** What can be said of days without choosing one: that they are days, and that nothing rests on what nobody had read yet. */
import { dayNumber } from '../link/amounts.ts';
import type { Report } from '../report.ts';
import type { Tree, TreeLeaf, TreeMap } from '../tree.ts';
import { datedMap, isDocument, looksLikeDay, textOf } from './days.ts';
import { BOUNDS, boundedMap, boundsOf, withoutBounds } from './entries.ts';

/** `start`: the earliest day on which the scenario can begin; null where the file does not say. */
export function checkDates(tree: Tree, start: string | null, report: Report): void {
  const claims = tree.kind === 'map' ? tree.entries.get('claims')?.value : undefined;
  walk({ start, claims, report }, tree, [], { day: start, written: false });
}

interface Walk { readonly start: string | null; readonly claims: Tree | undefined; readonly report: Report }
/** From which day on what stands here is in force, and whether a date in the file says so. */
interface Since { readonly day: string | null; readonly written: boolean }

function walk(on: Walk, tree: Tree, path: readonly string[], since: Since): void {
  if (isDocument(path)) return;
  const [dated, bounded] = [datedMap(tree, path), boundedMap(tree, path)];
  if (tree.kind === 'list') {
    tree.items.forEach((item, index) => walk(on, item, [...path, String(index)], since));
  } else if (dated !== undefined) {
    for (const [day, entry] of dated.entries) {
      if (dayNumber(day) === null) on.report.at('bad-date', entry.key, [...path, day].join('.'), `${JSON.stringify(day)} is not a day of the calendar.`, 'write year-month-day: 2025-04-22');
      walk(on, entry.value, path, later(since, day));
    }
  } else if (bounded !== undefined) {
    checkBounds(on, bounded, path);
    walk(on, withoutBounds(bounded), path, later(since, boundsOf(bounded).since));
  } else if (tree.kind === 'map') {
    for (const [key, entry] of tree.entries) {
      if (path.length > 0 && looksLikeDay(key)) on.report.at('dates-mixed', entry.key, [...path, key].join('.'), 'Of these keys some are days and some are not.', 'date the whole entry, or one value in it');
      else if (key === 'because') checkClaims(on, entry.value, [...path, key], since);
      else walk(on, entry.value, [...path, key], since);
    }
  }
}

/** Nothing is in force before the scenario can begin. */
function later(since: Since, day: string | undefined): Since {
  if (day === undefined || dayNumber(day) === null || (since.day !== null && day <= since.day)) return since;
  return { day, written: true };
}

function checkBounds(on: Walk, tree: TreeMap, path: readonly string[]): void {
  const [since, until] = BOUNDS.map((key) => {
    const entry = tree.entries.get(key);
    if (entry === undefined) return undefined;
    const day = textOf(tree, key);
    if (day !== undefined && dayNumber(day) !== null) return day;
    on.report.at('bad-date', entry.value.kind === 'leaf' ? entry.value.origin : entry.key, [...path, key].join('.'), `${JSON.stringify(key)} needs a day of the calendar.`, 'write year-month-day: 2025-04-22');
    return undefined;
  });
  const first = since ?? on.start;
  const end = tree.entries.get('until');
  if (until === undefined || end === undefined || first === null || first === undefined) return;
  const from = on.start !== null && on.start > first ? on.start : first;
  if (until <= from) on.report.at('never-there', end.value.origin, [...path, 'until'].join('.'), `This is there on no day: it would begin on ${from} and is over on ${until}.`, 'until: is the first day on which it is no longer there');
}

function checkClaims(on: Walk, list: Tree, path: readonly string[], since: Since): void {
  const dated = datedMap(list, path);
  if (dated !== undefined) {
    for (const [day, entry] of dated.entries) checkClaims(on, entry.value, path, later(since, day));
    return;
  }
  const leaves = (list.kind === 'list' ? list.items : [list]).filter((item): item is TreeLeaf => item.kind === 'leaf');
  leaves.forEach((leaf, index) => {
    const id = String(leaf.value);
    const claim = on.claims?.kind === 'map' ? on.claims.entries.get(id)?.value : undefined;
    const date = textOf(claim, 'date');
    if (date === undefined || dayNumber(date) === null || since.day === null || date <= since.day) return;
    const what = since.written ? 'when this begins' : 'when the scenario starts';
    on.report.at('claim-too-late', leaf.origin, [...path, String(index)].join('.'), `The claim ${JSON.stringify(id)} is of ${date}; on ${since.day}, ${what}, nobody had read it.`, since.written ? 'rest the value on an earlier claim, or let it begin later' : 'rest the value on an earlier claim, date it, or start later');
  });
}
