/** Names of issues, options and parties, alone and in patterns of terms. */
import type { Id } from '../../vocabulary.ts';
import { didYouMean } from '../nearest.ts';
import { entries, many, nameOf, problemAt, problemAtKey, text } from '../place.ts';
import type { Place } from '../place.ts';
import type { ProblemCode } from '../problem.ts';
import type { TermsPattern } from '../scenario.ts';
import type { Link } from './context.ts';

/** An issue named as a key; whether it exists. */
export function issueKey(link: Link, place: Place): boolean {
  const issue = nameOf(place);
  if (link.names.issues.has(issue)) return true;
  problemAtKey(link.report, place, 'unknown-issue', `There is no issue ${JSON.stringify(issue)}.`, didYouMean(issue, link.names.issues.keys()));
  return false;
}

/** An option of an issue, named as a value. */
export function readOption(link: Link, place: Place, issue: Id): Id | undefined {
  const option = text(place);
  const options = link.names.issues.get(issue);
  if (option === undefined || options === undefined) return option;
  if (!options.includes(option)) problemAt(link.report, place, 'unknown-option', `The issue ${JSON.stringify(issue)} has no option ${JSON.stringify(option)}.`, didYouMean(option, options));
  return option;
}

/** `{ issue: option }` or `{ issue: [options] }`. */
export function readPattern(link: Link, place: Place<Readonly<Record<string, unknown>>>): TermsPattern {
  const pattern: Record<Id, readonly Id[]> = {};
  for (const [issue, options] of entries(place)) {
    const known = issueKey(link, options);
    const list = many(options).map((option) => (known ? readOption(link, option, issue) : text(option))).filter((option) => option !== undefined);
    noRepeats(link, many(options));
    pattern[issue] = list;
  }
  if (place.tree?.kind === 'map' && place.tree.entries.size === 0) problemAt(link.report, place, 'too-few', `${JSON.stringify(nameOf(place))} names no terms.`, 'name an issue and an option: { issue: option }');
  return pattern;
}

/** A list of names, each known and each once. */
export function readNames(link: Link, place: Place, known: Iterable<string>, code: ProblemCode, kind: string): readonly Id[] {
  const all = [...known];
  const places = many(place);
  noRepeats(link, places);
  return places.map((item) => readName(link, item, all, code, kind)).filter((name) => name !== undefined);
}

export function readName(link: Link, place: Place, known: readonly string[], code: ProblemCode, kind: string): Id | undefined {
  const name = text(place);
  if (name !== undefined && !known.includes(name)) problemAt(link.report, place, code, `There is no ${kind} ${JSON.stringify(name)}.`, didYouMean(name, known));
  return name;
}

export function readParty(link: Link, place: Place): Id | undefined {
  return readName(link, place, [...link.names.parties.keys()], 'unknown-party', 'party');
}
export function readParties(link: Link, place: Place): readonly Id[] {
  return readNames(link, place, link.names.parties.keys(), 'unknown-party', 'party');
}

function noRepeats(link: Link, places: readonly Place[]): void {
  const seen = new Set<string>();
  for (const place of places) {
    const name = text(place);
    if (name !== undefined && seen.has(name)) problemAt(link.report, place, 'listed-twice', `${JSON.stringify(name)} is listed twice.`, 'keep one of the two');
    if (name !== undefined) seen.add(name);
  }
}

