/**
 * The XML of the GENIUS platform (Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker 2014): a domain, and a party's profile for it. Discrete issues and integer
 * ranges; a value's worth is its evaluation divided by the best evaluation of its issue, as the platform reckons it.
 */
import type { SourceFile } from '../scenario/origin.ts';
import type { ProblemCode } from '../scenario/problem.ts';
import type { Report } from '../scenario/report.ts';
import { descriptionsOf, type Domain, type DomainIssue, type Profile } from './domain.ts';
import { descriptionOf, geniusLeft } from './genius-left.ts';
import { baseName, nameOfFile } from './ids.ts';
import { attribute, elementsNamed, xmlTree, type XmlElement } from './xml-tree.ts';

/** As many entries as a map of a scenario may have. */
export const MOST_VALUES = 200;
/** Below it the platform takes an issue to be worth nothing. */
const NOTHING = 0.00001;

/** Reports at an element and gives undefined. */
type Refuse = (element: XmlElement, code: ProblemCode, message: string, hint?: string) => undefined;
const refuser = (report: Report): Refuse => (element, code, message, hint = 'export the file anew, or mend it by hand') => { report.at(code, element.origin, '', message, hint); return undefined; };

/** The domain that a file describes; a profile describes its domain too. */
export function geniusDomain(file: SourceFile, report: Report): Domain | undefined {
  const root = xmlTree(file, report);
  if (root === undefined) return undefined;
  const refuse = refuser(report);
  const elements = issuesOf(root, refuse);
  const issues = elements?.map((element) => domainIssue(element, refuse));
  if (issues === undefined || issues.some((issue) => issue === undefined)) return undefined;
  const objective = root.name === 'objective' ? root : elementsNamed('objective', root)[0] ?? root;
  const title = attribute(objective, 'name') ?? '';
  const domain = { title: /^(root|any|)$/iu.test(title.trim()) ? nameOfFile(file.name) : title.trim(), issues: issues.filter((issue) => issue !== undefined), description: descriptionOf(objective), left: [] };
  return isProfile(file) ? domain : { ...domain, left: geniusLeft(root, 'domain', new Set(descriptionsOf(domain))) };
}

function issuesOf(root: XmlElement, refuse: Refuse): readonly XmlElement[] | undefined {
  const spaces = root.name === 'utility_space' ? [root] : elementsNamed('utility_space', root);
  const [space] = spaces;
  if (space === undefined) return refuse(root, 'foreign-missing', `There is no <utility_space> here, only <${root.name}>.`, 'name a domain or a profile of GENIUS');
  const curved = ['ufun', 'hyperRectangle', 'constraint'].map((name) => elementsNamed(name, space)[0]).find((element) => element !== undefined);
  if (curved !== undefined || attribute(space, 'type')?.toLowerCase().includes('nonlinear') === true) {
    return refuse(curved ?? space, 'foreign-unsupported', 'The worth of a package is not the sum of the worths of its terms here.', 'linear additive profiles can be read');
  }
  const nested = elementsNamed('objective', space).flatMap((objective) => objective.children.filter((child) => child.name === 'objective' && elementsNamed('issue', child).length > 0))[0];
  if (nested !== undefined) return refuse(nested, 'foreign-unsupported', 'An objective stands within an objective here; a scenario has one level of issues.', 'put all issues below one objective');
  const issues = elementsNamed('issue', space);
  if (issues.length === 0) return refuse(space, 'foreign-missing', 'There is no <issue> here.');
  if (issues.length > MOST_VALUES) return refuse(issues[MOST_VALUES] ?? space, 'too-long', `There are ${issues.length} issues here; there may be ${MOST_VALUES}.`);
  return issues;
}

const kindOf = (issue: XmlElement): string => (attribute(issue, 'vtype') ?? attribute(issue, 'etype') ?? attribute(issue, 'type') ?? 'discrete').toLowerCase();
/** An issue is a range where it has bounds; files also list the values of an integer issue one by one. */
const isRange = (issue: XmlElement): boolean => issue.children.every((child) => child.name !== 'item') && (boundElement(issue) !== undefined || kindOf(issue) === 'integer');
/** Old files keep the bounds in an element of their own. */
const boundElement = (issue: XmlElement): XmlElement | undefined => [issue, ...issue.children.filter((child) => child.name === 'range')].find((element) => attribute(element, 'lowerbound') !== undefined);

function domainIssue(element: XmlElement, refuse: Refuse): DomainIssue | undefined {
  const title = attribute(element, 'name')?.trim() ?? '';
  if (title === '') return refuse(element, 'foreign-missing', 'The issue has no name.', 'name="Price"');
  const items = element.children.filter((child) => child.name === 'item');
  // Of numbers that are listed it does not matter what lies between them.
  if (items.length === 0 && kindOf(element) === 'real') return refuse(element, 'foreign-unsupported', `The issue ${JSON.stringify(title)} takes any number between two; a scenario has options that can be listed.`, 'list some values as <item>, or make it an integer range');
  if (isRange(element)) {
    const range = rangeOf(element, refuse);
    if (range === undefined) return undefined;
    return { title, origin: element.origin, description: descriptionOf(element), descriptions: [], values: Array.from({ length: range.high - range.low + 1 }, (_, step) => String(range.low + step)) };
  }
  if (items.length < 2) return refuse(element, 'too-few', `The issue ${JSON.stringify(title)} has ${items.length === 0 ? 'no values' : 'one value'}; there must be two at least.`, '<item index="1" value="…"/>');
  if (items.length > MOST_VALUES) return refuse(items[MOST_VALUES] ?? element, 'too-long', `The issue ${JSON.stringify(title)} has ${items.length} values; there may be ${MOST_VALUES}.`);
  const values: string[] = [];
  for (const item of items) {
    const value = attribute(item, 'value')?.trim() ?? '';
    if (value === '') return refuse(item, 'foreign-missing', 'The item has no value.', 'value="…"');
    if (values.includes(value)) return refuse(item, 'listed-twice', `The value ${JSON.stringify(value)} stands twice in ${JSON.stringify(title)}.`, 'keep one of the two');
    values.push(value);
  }
  return { title, values, origin: element.origin, description: descriptionOf(element), descriptions: items.map(descriptionOf) };
}

function rangeOf(issue: XmlElement, refuse: Refuse): { readonly low: number; readonly high: number } | undefined {
  const at = boundElement(issue);
  if (at === undefined) return refuse(issue, 'foreign-missing', 'The issue has neither values nor bounds.', 'lowerbound="0" upperbound="10", or <item>');
  const [low, high] = ['lowerbound', 'upperbound'].map((name) => number(at, name, refuse));
  if (low === undefined || high === undefined) return undefined;
  if (!Number.isInteger(low) || !Number.isInteger(high)) return refuse(at, 'foreign-unsupported', 'The issue takes any number between two; a scenario has options that can be listed.', 'use whole numbers as bounds, or list some values as <item>');
  if (high <= low) return refuse(at, 'out-of-range', `The range from ${low} to ${high} holds no two values.`);
  if (high - low >= MOST_VALUES) return refuse(at, 'too-long', `The range from ${low} to ${high} has ${high - low + 1} values; there may be ${MOST_VALUES}.`, 'list some of them as <item>');
  return { low, high };
}

function number(element: XmlElement, name: string, refuse: Refuse, least = -Infinity, most = Infinity): number | undefined {
  const said = attribute(element, name)?.trim();
  if (said === undefined || said === '') return refuse(element, 'foreign-missing', `<${element.name}> has no ${name}.`, `${name}="…"`);
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/iu.test(said) ? Number(said) : NaN;
  if (!Number.isFinite(value)) return refuse(element, 'wrong-kind', `${JSON.stringify(said)} is no number, and the ${name} of <${element.name}> must be one.`);
  if (value < least || value > most) return refuse(element, 'out-of-range', `The ${name} of <${element.name}> is ${value}; it must be ${most === Infinity ? `${least} or more` : `between ${least} and ${most}`}.`);
  return value;
}

/** Whether the file weighs its issues, as only profiles do. */
export const isProfile = (file: SourceFile): boolean => /<weight[\s/>]/u.test(file.text);

/** What a party makes of the domain. */
export function geniusProfile(file: SourceFile, domain: Domain, report: Report): Profile | undefined {
  const root = xmlTree(file, report);
  if (root === undefined) return undefined;
  const refuse = refuser(report);
  const elements = issuesOf(root, refuse);
  if (elements === undefined) return undefined;
  if (elements.length !== domain.issues.length) return refuse(elements[0] ?? root, 'foreign-mismatch', `The profile has ${elements.length} issues and the domain ${domain.issues.length}.`, 'name the domain that belongs to the profile');
  const weights = elementsNamed('weight', root);
  const weighed = domain.issues.map(({ title, values, origin }) => {
    const element = elements.find((each) => attribute(each, 'name')?.trim() === title);
    if (element === undefined) return refuse(elements[0] ?? root, 'foreign-mismatch', `The profile has no issue ${JSON.stringify(title)}, which the domain has.`, `the domain's stands in ${origin.file.name}`);
    const index = attribute(element, 'index')?.trim();
    const weight = weights.find((each) => index !== undefined && attribute(each, 'index')?.trim() === index);
    if (weight === undefined) return refuse(element, 'foreign-missing', `There is no <weight> with the index of the issue ${JSON.stringify(title)}.`, `<weight index="${index ?? '1'}" value="0.5"/>`);
    const size = number(weight, 'value', refuse, 0);
    const scores = isRange(element) ? rangeScores(element, values, refuse) : itemScores(element, values, refuse);
    return size === undefined || scores === undefined ? undefined : { size, scores };
  });
  const given = weighed.filter((each) => each !== undefined);
  if (given.length < weighed.length) return undefined;
  if (given.every(({ size }) => size === 0)) return refuse(weights[0] ?? root, 'weights-all-zero', 'All weights are 0.', 'give one issue a weight above 0');
  const [reservation, discount] = ['reservation', 'discount_factor'].map((name) => share(root, name, refuse));
  if (reservation === undefined || discount === undefined) return undefined;
  return { name: nameOfFile(file.name), from: baseName(file.name), weights: given.map(({ size }) => size), scores: given.map(({ scores }) => scores), reservation, discount: discount === 0 || discount === 1 ? null : discount, left: geniusLeft(root, 'profile', new Set(descriptionsOf(domain))) };
}

/** null: it is not there. */
function share(root: XmlElement, name: string, refuse: Refuse): number | null | undefined {
  const [element] = elementsNamed(name, root);
  return element === undefined ? null : number(element, 'value', refuse, 0, 1);
}

function itemScores(issue: XmlElement, values: readonly string[], refuse: Refuse): readonly number[] | undefined {
  const items = issue.children.filter((child) => child.name === 'item');
  const found = values.map((value) => {
    const item = items.find((each) => attribute(each, 'value')?.trim() === value);
    if (item === undefined) return refuse(issue, 'foreign-mismatch', `The profile has no value ${JSON.stringify(value)} here, which the domain has.`, 'name the domain that belongs to the profile');
    return number(item, 'evaluation', refuse, 0);
  });
  const raw = found.filter((each) => each !== undefined);
  if (raw.length < found.length) return undefined;
  if (items.length > values.length) return refuse(issue, 'foreign-mismatch', `The profile has ${items.length} values here and the domain ${values.length}.`, 'name the domain that belongs to the profile');
  const best = Math.max(...raw);
  return raw.map((each) => (best < NOTHING ? 0 : best === 100 ? each : (100 * each) / best));
}

/** A linear evaluation of a range: slope · (value − lower bound) + offset, held in 0..1; old files name the line's parameters otherwise, from zero. */
function rangeScores(issue: XmlElement, values: readonly string[], refuse: Refuse): readonly number[] | undefined {
  const range = rangeOf(issue, refuse);
  if (range === undefined) return undefined;
  if (String(range.low) !== values[0] || range.high - range.low + 1 !== values.length) return refuse(issue, 'foreign-mismatch', `The range here goes from ${range.low} to ${range.high}; the domain has ${values[0]} to ${values.at(-1)}.`, 'name the domain that belongs to the profile');
  const evaluator = issue.children.find((child) => child.name === 'evaluator');
  if (evaluator === undefined) return refuse(issue, 'foreign-missing', 'The range has no <evaluator>.', '<evaluator ftype="linear" slope="0.1" offset="0"/>');
  const old = attribute(evaluator, 'slope') === undefined;
  const kind = attribute(evaluator, 'ftype')?.toLowerCase() ?? 'linear';
  if (kind !== 'linear' && kind !== 'constant') return refuse(evaluator, 'foreign-unsupported', `The evaluation ${JSON.stringify(kind)} of a range cannot be read.`, 'linear and constant ones can; others can be listed as <item>');
  const offset = number(evaluator, old ? 'parameter0' : 'offset', refuse);
  const slope = kind === 'constant' ? 0 : number(evaluator, old ? 'parameter1' : 'slope', refuse);
  if (offset === undefined || slope === undefined) return undefined;
  return values.map((_, step) => 100 * Math.min(1, Math.max(0, slope * (old ? range.low + step : step) + offset)));
}
