/** A file read for each day on which it is meant to be started: what is wrong on any of them, and the scenario of the one asked for. */
import { linkScenario } from '../link/scenario.ts';
import { checkNames } from '../names.ts';
import { rootPlace } from '../place.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { newReport } from '../report.ts';
import type { Report } from '../report.ts';
import type { Scenario } from '../scenario.ts';
import { checkShape } from '../shape/check.ts';
import type { Tree } from '../tree.ts';
import { tellingAbsence } from './absence.ts';
import { hasDates, onDay } from './resolve.ts';
import type { Starts } from './starts.ts';

/** What never matters on one day may matter on another: these are problems only where they hold for every start. */
const IDLE: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'silent-signal', 'unreachable-state', 'idle-track', 'outside-calendar', 'never-true', 'line-never-crossed', 'line-waived-too-late', 'line-shadowed',
  'outcome-never', 'does-not-apply', 'never-matters',
]);
export const isIdle = (code: ProblemCode): boolean => IDLE.has(code);

interface Linked { readonly day: string; readonly scenario: Scenario; readonly problems: readonly Problem[] }

/** The tree as it stands on the day chosen, checked and linked. The scenario is to be used only if there are no problems. */
export function linkAt(tree: Tree, starts: Starts, day = starts.chosen): Linked {
  const own = newReport();
  const { tree: there, absences } = onDay(tree, day);
  const report = tellingAbsence(own, absences, day);
  checkShape(there, report);
  checkNames(rootPlace(there), report);
  return { day, scenario: linkScenario(there, report, { from: day, all: starts.all, earliest: starts.earliest }), problems: own.list() };
}

/** As above, for all starts; what is wrong on any of them goes to the report. */
export function linkAll(tree: Tree, starts: Starts, report: Report): Scenario {
  const chosen = linkAt(tree, starts);
  const others = hasDates(tree) ? starts.all.filter((day) => day !== starts.chosen) : [];
  tell([chosen, ...others.map((day) => linkAt(tree, starts, day))], report);
  return chosen.scenario;
}

function tell(all: readonly Linked[], report: Report): void {
  const found = new Map<string, { readonly problem: Problem; readonly days: string[] }>();
  for (const { day, problems } of all) {
    for (const problem of problems) {
      const mark = JSON.stringify([problem.code, problem.file, problem.line, problem.column, problem.message]);
      const known = found.get(mark);
      if (known === undefined) found.set(mark, { problem, days: [day] });
      else if (!known.days.includes(day)) known.days.push(day);
    }
  }
  for (const { problem, days } of found.values()) {
    const always = days.length === all.length;
    if (!always && isIdle(problem.code)) continue;
    // What is told of a day names it already.
    const which = always || problem.code === 'absent-then' ? '' : ` So it is when it starts on ${[...days].sort().join(' or ')}.`;
    report.add({ ...problem, message: `${problem.message}${which}` });
  }
}
