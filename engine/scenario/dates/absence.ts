/** A name that is unknown only because of the day: what it stands for comes later, or has gone. */
import type { Origin } from '../origin.ts';
import type { ProblemCode } from '../problem.ts';
import type { Report } from '../report.ts';
import type { Tree } from '../tree.ts';
import type { Absence } from './resolve.ts';

const NAMES: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unknown-issue', 'unknown-option', 'unknown-party', 'unknown-gauge', 'unknown-lever', 'unknown-state', 'unknown-stage', 'unknown-seat', 'unknown-signal',
  'unknown-figure', 'missing-target', 'expression-name', 'expression-word',
]);
/** Maps of which the keys are names, and places of which the texts are. */
const DECLARE = new Set(['issues', 'options', 'gauges', 'levers', 'parties', 'stances', 'red-lines', 'states', 'stages', 'tracks', 'figures', 'deadlines']);
const SEND = new Set(['sends', 'rises', 'falls']);

/** The same report, but one that tells of what is absent on this day that it is absent, and until when or since when. */
export function tellingAbsence(report: Report, absences: readonly Absence[], day: string): Report {
  const found = absences.map((absence) => ({ absence, names: namesOf(absence) }));
  return {
    ...report,
    get count() {
      return report.count;
    },
    get full() {
      return report.full;
    },
    at(code, origin, path, message, hint) {
      const missing = code === 'missing-key' ? absences.find((absence) => absence.path.join('.') === path) : undefined;
      if (missing !== undefined) {
        report.at('absent-then', origin, path, `${JSON.stringify(missing.path.at(-1) ?? '')} must be there, and on ${day} it is not: ${since(missing)}.`, 'give it a value for this day too');
        return;
      }
      const written = NAMES.has(code) ? namesIn(origin) : [];
      const [name, hit] = written.map((one) => [one, found.find(({ names }) => names.has(one))] as const).find(([, one]) => one !== undefined) ?? [];
      if (name === undefined || hit === undefined) report.at(code, origin, path, message, hint);
      else report.at('absent-then', origin, path, `On ${day} there is no ${JSON.stringify(name)}: ${since(hit.absence)}.`, 'let this begin and end with it, by since:, until: or days');
    },
  };
}

const since = (absence: Absence): string => (absence.is === 'later' ? `it begins on ${absence.day}` : `it is there until ${absence.day}`);

/** What stands at a place, part by part: `waived.no-troops`, or `no_troops` in an expression. */
function namesIn(origin: Origin): readonly string[] {
  const text = origin.file.text.slice(origin.start, origin.end).replace(/^["']|["']$/gu, '');
  return [text, ...text.split('.').reverse()].map((part) => part.replaceAll('_', '-'));
}

/** The names that an absent piece would declare. */
function namesOf(absence: Absence): ReadonlySet<string> {
  const names = new Set<string>();
  const parent = absence.path.at(-2) ?? '';
  if (DECLARE.has(parent)) names.add(absence.path.at(-1) ?? '');
  collect(absence.tree, absence.path.at(-1) ?? '', names);
  return names;
}

function collect(tree: Tree, under: string, names: Set<string>): void {
  if (tree.kind === 'leaf') {
    if (SEND.has(under) && typeof tree.value === 'string') names.add(tree.value);
  } else if (tree.kind === 'list') {
    for (const item of tree.items) collect(item, under, names);
  } else {
    for (const [key, entry] of tree.entries) {
      if (DECLARE.has(under)) names.add(key);
      collect(entry.value, SEND.has(under) ? under : key, names);
    }
  }
}
