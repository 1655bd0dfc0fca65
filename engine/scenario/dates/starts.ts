/** The days on which a file is meant to be started, and the one on which it is. */
import { dayNumber } from '../link/amounts.ts';
import type { Report } from '../report.ts';
import type { Tree } from '../tree.ts';
import { MOST_STARTS } from '../shape/file.ts';
import { textOf } from './days.ts';

export interface Starts {
  /** The calendar's start; null where the file gives none. */
  readonly earliest: string | null;
  /** All of them, the earliest first. */
  readonly all: readonly string[];
  /** The one asked for. */
  readonly chosen: string;
  /** Whether it can start then; else that has been reported, and the rest of the file is no matter. */
  readonly possible: boolean;
}

/** A day on which every dated value has begun, for files that do not say when they start. */
const END_OF_TIME = '9999-12-31';

export function startsOf(tree: Tree, from: string | undefined, name: string, report: Report): Starts {
  const calendar = tree.kind === 'map' ? tree.entries.get('calendar')?.value : undefined;
  const start = textOf(calendar, 'start');
  const earliest = start !== undefined && dayNumber(start) !== null ? start : null;
  const listed = calendar?.kind === 'map' ? calendar.entries.get('starts')?.value : undefined;
  const days = new Set<string>(earliest === null ? [] : [earliest]);
  const seen = new Set<string>();
  for (const [index, item] of (listed?.kind === 'list' ? listed.items : []).entries()) {
    // The file is read once for each; how many there may be is checked with the shape.
    if (index === MOST_STARTS) break;
    if (item.kind !== 'leaf' || typeof item.value !== 'string') continue;
    const day = item.value;
    const path = `calendar.starts.${index}`;
    if (dayNumber(day) === null) report.at('bad-date', item.origin, path, `${JSON.stringify(day)} is not a day of the calendar.`, 'write year-month-day: 2025-04-22');
    else if (seen.has(day)) report.at('listed-twice', item.origin, path, `${JSON.stringify(day)} is listed twice.`, 'keep one of the two');
    else if (earliest !== null && day < earliest) report.at('start-too-early', item.origin, path, `${day} lies before ${earliest}, the earliest day on which the scenario can begin.`, 'let calendar.start be the earliest of them');
    else days.add(day);
    seen.add(day);
  }
  const possible = from === undefined || isPossible(from, earliest, name, report);
  return { earliest, all: [...days].sort(), chosen: from ?? earliest ?? END_OF_TIME, possible };
}

function isPossible(from: string, earliest: string | null, name: string, report: Report): boolean {
  if (dayNumber(from) === null) report.file('bad-date', name, `${JSON.stringify(from)} is not a day of the calendar, so the scenario cannot start there.`, 'write year-month-day: 2025-04-22');
  else if (earliest !== null && from < earliest) report.file('start-too-early', name, `The scenario cannot start on ${from}: it begins on ${earliest}.`, `start it on ${earliest} or later`);
  else return true;
  return false;
}
