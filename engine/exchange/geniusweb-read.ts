/**
 * The JSON of GeniusWeb (Jonker, Pasman and others): a domain, or a profile with its domain inside. Utilities lie in 0..1 as they are; ranges have a step
 * and are worth what lies on the line between their ends. A reservation is a bid, and worth what that bid is worth.
 */
import type { Origin, SourceFile } from '../scenario/origin.ts';
import type { ProblemCode } from '../scenario/problem.ts';
import type { Report } from '../scenario/report.ts';
import type { Tree, TreeMap } from '../scenario/tree.ts';
import { descriptionsOf, said, type Domain, type DomainIssue, type Profile } from './domain.ts';
import { MOST_VALUES } from './genius-read.ts';
import { geniusWebLeft } from './geniusweb-left.ts';
import { baseName, nameOfFile } from './ids.ts';
import { jsonTree } from './json-tree.ts';

interface Reading { readonly file: SourceFile; readonly report: Report }

function refuse(reading: Reading, at: Tree | Origin, code: ProblemCode, message: string, hint = 'export the file anew, or mend it by hand'): undefined {
  const origin = 'kind' in at ? at.origin : at;
  // Of a whole map only its beginning is marked.
  reading.report.at(code, 'kind' in at && at.kind === 'leaf' ? origin : { ...origin, end: origin.start + 1 }, '', message, hint);
  return undefined;
}

const get = (map: Tree | undefined, ...names: readonly string[]): Tree | undefined => (map?.kind === 'map' ? names.map((name) => map.entries.get(name)?.value).find((value) => value !== undefined) : undefined);
const wordsOf = (tree: Tree): string | undefined => (tree.kind === 'leaf' && tree.value !== null && typeof tree.value !== 'boolean' ? (typeof tree.value === 'string' ? tree.value.trim() : tree.written) : undefined);

function map(reading: Reading, within: Tree, what: string, ...names: readonly string[]): TreeMap | undefined {
  const found = get(within, ...names);
  if (found === undefined) return refuse(reading, within, 'foreign-missing', `There is no ${what} (${names.map((name) => JSON.stringify(name)).join(' or ')}) here.`, 'name a domain or a profile of GeniusWeb');
  return found.kind === 'map' ? found : refuse(reading, found, 'wrong-kind', `The ${what} must be an object.`);
}

function number(reading: Reading, at: Tree | undefined, within: Tree, what: string, least: number, most: number): number | undefined {
  if (at === undefined) return refuse(reading, within, 'foreign-missing', `There is no ${what} here.`);
  const said = wordsOf(at) ?? '';
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/iu.test(said) ? Number(said) : NaN;
  if (!Number.isFinite(value)) return refuse(reading, at, 'wrong-kind', `The ${what} must be a number.`);
  return value >= least && value <= most ? value : refuse(reading, at, 'out-of-range', `The ${what} is ${value}; it must lie between ${least} and ${most}.`);
}

/** `profile`: the linear additive profile, if the file holds one; `root`: all of it. */
export interface GeniusWebFile { readonly domain: Domain; readonly profile: TreeMap | null; readonly root: Tree }

export function geniusWebFile(file: SourceFile, report: Report): GeniusWebFile | undefined {
  const reading = { file, report };
  const root = jsonTree(file, report);
  if (root === undefined) return undefined;
  const space = get(root, 'LinearAdditiveUtilitySpace', 'linearadditive');
  if (space !== undefined && space.kind !== 'map') return refuse(reading, space, 'wrong-kind', 'The profile must be an object.');
  const wrapped = root.kind === 'map' && root.entries.size === 1 ? [...root.entries.keys()][0] : undefined;
  if (space === undefined && wrapped !== undefined && /Profile|Ordering|Space|ordering|utility/u.test(wrapped)) {
    return refuse(reading, root, 'foreign-unsupported', `A profile of the kind ${JSON.stringify(wrapped)} cannot be read.`, 'LinearAdditiveUtilitySpace can');
  }
  const described = space === undefined ? root : map(reading, space, 'domain', 'domain');
  const domain = described && domainOf(reading, described);
  return domain && { domain: space === undefined ? { ...domain, left: geniusWebLeft(root, 'domain', new Set(descriptionsOf(domain))) } : domain, profile: space ?? null, root };
}

function domainOf(reading: Reading, tree: Tree): Domain | undefined {
  const values = map(reading, tree, 'list of issues', 'issuesValues', 'issueValues');
  if (values === undefined) return undefined;
  if (values.entries.size === 0 || values.entries.size > MOST_VALUES) return refuse(reading, values, values.entries.size === 0 ? 'too-few' : 'too-long', `There are ${values.entries.size} issues here; there may be 1 to ${MOST_VALUES}.`);
  const issues: DomainIssue[] = [];
  for (const [name, entry] of values.entries) {
    const listed = valuesOf(reading, name, entry.value);
    if (listed === undefined) return undefined;
    issues.push({ title: name.trim(), values: listed, origin: entry.key, description: descriptionOf(entry.value), descriptions: [] });
  }
  const title = wordsOf(get(tree, 'name') ?? tree) ?? '';
  return { title: title === '' ? nameOfFile(reading.file.name) : title, issues, description: descriptionOf(tree), left: [] };
}

function descriptionOf(tree: Tree): string | null {
  const found = get(tree, 'description');
  return (found?.kind === 'leaf' && typeof found.value === 'string' && said(found.value)) || null;
}

function valuesOf(reading: Reading, issue: string, tree: Tree): readonly string[] | undefined {
  const range = get(tree, 'range');
  if (range !== undefined) return rangeOf(reading, issue, range);
  const listed = get(tree, 'values');
  if (listed === undefined || listed.kind !== 'list') return refuse(reading, listed ?? tree, 'foreign-missing', `The issue ${JSON.stringify(issue)} has neither "values" nor a "range".`, '{ "values": ["yes", "no"] }');
  if (listed.items.length < 2 || listed.items.length > MOST_VALUES) return refuse(reading, listed, listed.items.length < 2 ? 'too-few' : 'too-long', `The issue ${JSON.stringify(issue)} has ${listed.items.length} values; there may be 2 to ${MOST_VALUES}.`);
  const values: string[] = [];
  for (const item of listed.items) {
    const value = wordsOf(item);
    if (value === undefined || value === '') return refuse(reading, item, 'wrong-kind', 'A value must be a text.');
    if (values.includes(value)) return refuse(reading, item, 'listed-twice', `The value ${JSON.stringify(value)} stands twice in ${JSON.stringify(issue)}.`, 'keep one of the two');
    values.push(value);
  }
  return values;
}

/** [lowest, highest, step], as numbers or texts. */
function rangeOf(reading: Reading, issue: string, tree: Tree): readonly string[] | undefined {
  const parts = tree.kind === 'list' ? tree.items : [get(tree, 'low'), get(tree, 'high'), get(tree, 'step')];
  const [low, high, step] = [0, 1, 2].map((at) => number(reading, parts[at], tree, `range of ${JSON.stringify(issue)}`, -1e9, 1e9));
  if (low === undefined || high === undefined || step === undefined) return undefined;
  const count = step > 0 ? Math.floor((high - low) / step + 1e-9) + 1 : NaN;
  if (!(count >= 2)) return refuse(reading, tree, 'out-of-range', `The range of ${JSON.stringify(issue)} holds no two values.`);
  if (count > MOST_VALUES) return refuse(reading, tree, 'too-long', `The range of ${JSON.stringify(issue)} has ${count} values; there may be ${MOST_VALUES}.`, 'make the step larger');
  // Twelve digits take the traces of binary fractions away: 0.1 + 0.2 is 0.3.
  return Array.from({ length: count }, (_, nth) => String(Number((low + nth * step).toPrecision(12))));
}

export function geniusWebProfile(file: SourceFile, { profile, root }: { readonly profile: TreeMap; readonly root: Tree }, domain: Domain, report: Report): Profile | undefined {
  const reading = { file, report };
  const utilities = map(reading, profile, 'worth of values', 'issueUtilities');
  const weights = map(reading, profile, 'weights', 'issueWeights');
  if (utilities === undefined || weights === undefined) return undefined;
  const given: { readonly weight: number; readonly scores: readonly number[] }[] = [];
  for (const { title, values } of domain.issues) {
    const utility = get(utilities, title);
    if (utility === undefined) return refuse(reading, utilities, 'foreign-mismatch', `The profile says nothing of the issue ${JSON.stringify(title)}.`, 'name the domain that belongs to the profile');
    const weight = number(reading, get(weights, title), weights, `weight of ${JSON.stringify(title)}`, 0, 1e9);
    const scores = scoresOf(reading, title, values, utility);
    if (weight === undefined || scores === undefined) return undefined;
    given.push({ weight, scores });
  }
  if (utilities.entries.size > domain.issues.length) return refuse(reading, utilities, 'foreign-mismatch', `The profile has ${utilities.entries.size} issues and the domain ${domain.issues.length}.`, 'name the domain that belongs to the profile');
  const total = given.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return refuse(reading, weights, 'weights-all-zero', 'All weights are 0.', 'give one issue a weight above 0');
  const reservation = reservationOf(reading, profile, domain, given, total);
  if (reservation === undefined) return undefined;
  return { name: wordsOf(get(profile, 'name') ?? profile) || nameOfFile(file.name), from: baseName(file.name), weights: given.map(({ weight }) => weight), scores: given.map(({ scores }) => scores), reservation, discount: null, left: geniusWebLeft(root, 'profile', new Set(descriptionsOf(domain))) };
}

function scoresOf(reading: Reading, issue: string, values: readonly string[], tree: Tree): readonly number[] | undefined {
  const listed = get(get(tree, 'DiscreteValueSetUtilities', 'discreteutils', 'discrete'), 'valueUtilities');
  const line = get(tree, 'NumberValueSetUtilities', 'numberutils', 'number');
  const scores: number[] = [];
  if (listed !== undefined) {
    for (const value of values) {
      const score = number(reading, get(listed, value), listed, `worth of ${JSON.stringify(value)} in ${JSON.stringify(issue)}`, 0, 1);
      if (score === undefined) return undefined;
      scores.push(100 * score);
    }
    return scores;
  }
  if (line === undefined) return refuse(reading, tree, 'foreign-unsupported', `How ${JSON.stringify(issue)} is valued cannot be read.`, 'DiscreteValueSetUtilities and NumberValueSetUtilities can');
  const [from, to] = ['lowValue', 'highValue'].map((name) => number(reading, get(line, name), line, name, -1e9, 1e9));
  const [low, high] = ['lowUtility', 'highUtility'].map((name) => number(reading, get(line, name), line, name, 0, 1));
  if (from === undefined || to === undefined || low === undefined || high === undefined) return undefined;
  if (to <= from) return refuse(reading, line, 'out-of-range', `The highest value of ${JSON.stringify(issue)} must lie above the lowest.`);
  for (const value of values) {
    const at = Number(value);
    if (!(at >= from - 1e-9 && at <= to + 1e-9)) return refuse(reading, line, 'foreign-mismatch', `The profile values ${JSON.stringify(issue)} from ${from} to ${to}; the domain has ${value}.`, 'name the domain that belongs to the profile');
    scores.push(100 * Math.min(1, Math.max(0, low + ((high - low) * (at - from)) / (to - from))));
  }
  return scores;
}

/** null: there is none. */
function reservationOf(reading: Reading, profile: TreeMap, domain: Domain, given: readonly { readonly weight: number; readonly scores: readonly number[] }[], total: number): number | null | undefined {
  const bid = get(profile, 'reservationBid');
  if (bid === undefined || (bid.kind === 'leaf' && bid.value === null)) return null;
  const terms = get(bid, 'issuevalues', 'issueValues') ?? bid;
  let worth = 0;
  for (const [i, issue] of domain.issues.entries()) {
    const said = get(terms, issue.title);
    const at = said === undefined ? -1 : issue.values.findIndex((value) => value === wordsOf(said) || (Number.isFinite(Number(value)) && Number(value) === Number(wordsOf(said))));
    if (at < 0) return refuse(reading, said ?? terms, 'foreign-mismatch', `The reservation bid has no value of the domain for ${JSON.stringify(issue.title)}.`);
    worth += ((given[i]?.weight ?? 0) * (given[i]?.scores[at] ?? 0)) / 100 / total;
  }
  return Math.min(1, worth);
}
