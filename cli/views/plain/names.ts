/** From ids to the words that the scenario gives them, safe to print. An id without a title stands for itself. */
import { plain } from '../../../engine/record/plain.ts';
import type { Evidence, Gauge, Party, Scenario, TermsPattern } from '../../../engine/scenario/scenario.ts';
import type { Id, Terms } from '../../../engine/vocabulary.ts';
import { capital, list, quoted } from './words.ts';

function titled(things: readonly { readonly id: string; readonly title: string }[], id: string): string {
  return plain(things.find((thing) => thing.id === id)?.title ?? id);
}

export function partyOf(scenario: Scenario, id: Id): Party | undefined {
  return scenario.parties.find((party) => party.id === id);
}

/** Without what the file adds in brackets: 'Europe (Britain, France, Germany)' is Europe in a sentence. */
function unbracketed(name: string): string {
  return name.replace(/\s*\([^()]*\)$/u, '') || name;
}

function shortName(scenario: Scenario, id: Id): string {
  return unbracketed(plain(partyOf(scenario, id)?.name ?? id));
}

/** A party's name as it stands inside a sentence: 'the upper village'. */
export function party(scenario: Scenario, id: Id): string {
  const name = shortName(scenario, id);
  return name.startsWith('The ') ? `the ${name.slice(4)}` : name;
}

/** A party's name at the head of a sentence or a line: 'The upper village'. */
export function partyFirst(scenario: Scenario, id: Id): string {
  return capital(shortName(scenario, id));
}

/** Ukraine → Ukraine's, United States → United States'. */
export function whose(name: string): string {
  return name.endsWith('s') ? `${name}'` : `${name}'s`;
}

export const issue = (scenario: Scenario, id: Id): string => titled(scenario.issues, id);
export const stage = (scenario: Scenario, id: Id): string => titled(scenario.stages, id);
export const track = (scenario: Scenario, id: Id): string => titled(scenario.tracks, id);
export const event = (scenario: Scenario, id: Id): string => titled(scenario.events, id);
export const deadline = (scenario: Scenario, id: Id): string => titled(scenario.calendar.deadlines, id);
export const outcome = (scenario: Scenario, id: Id): string => titled(scenario.outcomes, id);
export const lever = (scenario: Scenario, id: Id): string => titled(scenario.levers, id);

export function option(scenario: Scenario, issueId: Id, id: Id): string {
  return titled(scenario.issues.find((one) => one.id === issueId)?.options ?? [], id);
}

export function line(scenario: Scenario, owner: Id, id: Id): string {
  return titled(partyOf(scenario, owner)?.redLines ?? [], id);
}

/** A gauge by its key in records: 'patience', or 'ukraine.exhaustion'. */
export function gaugeOf(scenario: Scenario, key: string): Gauge | undefined {
  const dot = key.indexOf('.');
  if (dot < 0) return scenario.gauges.find((gauge) => gauge.id === key);
  return partyOf(scenario, key.slice(0, dot))?.gauges.find((gauge) => gauge.id === key.slice(dot + 1));
}

/** 'Exhaustion (Ukraine)', or only the title for a gauge of the whole scenario. */
export function gauge(scenario: Scenario, key: string): string {
  const found = gaugeOf(scenario, key);
  if (found === undefined) return plain(key);
  return found.party === null ? unbracketed(plain(found.title)) : `${unbracketed(plain(found.title))} (${party(scenario, found.party)})`;
}

/** One term in words: 'Crimea: “Left open”'. */
export function term(scenario: Scenario, issueId: Id, optionId: Id): string {
  return `${issue(scenario, issueId)}: ${quoted(option(scenario, issueId, optionId))}`;
}

/** A condition on terms in words: 'Crimea: “Left open” or “Not contested” and NATO: “Excluded”'. */
export function terms(scenario: Scenario, pattern: TermsPattern): string {
  return list(Object.entries(pattern).map(([id, options]) => `${issue(scenario, id)}: ${list(options.map((one) => quoted(option(scenario, id, one))), 'or')}`));
}

/** Any of some terms in words: 'Crimea: “Left open” or “Not contested”; or NATO: “Excluded”'. */
export function anyTerm(scenario: Scenario, pattern: TermsPattern): string {
  return Object.entries(pattern).map(([id, options]) => `${issue(scenario, id)}: ${list(options.map((one) => quoted(option(scenario, id, one))), 'or')}`).join('; or ');
}

/** The issues of some terms, in the file's order. */
export function issuesOf(scenario: Scenario, terms: Terms): readonly Id[] {
  const inOrder = scenario.issues.map((one) => one.id).filter((id) => Object.hasOwn(terms, id));
  return inOrder.concat(Object.keys(terms).filter((id) => !inOrder.includes(id)));
}

/** Some issues, quoted, in the file's order. */
export function issueList(scenario: Scenario, ids: readonly Id[]): string {
  const inOrder = scenario.issues.filter((one) => ids.includes(one.id)).map((one) => quoted(plain(one.title)));
  return list(inOrder);
}

/** What a value rests on, short: ' (002.7, 003.8)', ' (assumed)', or nothing at all. */
export function rests(evidence: Evidence | undefined): string {
  if (evidence === undefined) return '';
  const ids = evidence.because.map(plain);
  if (ids.length > 0) return ` (${ids.join(', ')})`;
  if (evidence.figure !== undefined) return ` (figure ${plain(evidence.figure)})`;
  return evidence.assumed === undefined ? '' : ' (assumed)';
}

/** The same in full, for a page that shows numbers: claims never carry a size, so what else is assumed is said. */
export function restsFully(evidence: Evidence): string {
  const parts = [
    ...(evidence.because.length > 0 ? [evidence.because.map(plain).join(', ')] : []),
    ...(evidence.figure === undefined ? [] : [`figure ${plain(evidence.figure)}`]),
  ];
  if (evidence.assumed !== undefined) parts.push(parts.length > 0 ? 'rest assumed' : 'assumed');
  return parts.length > 0 ? ` (${parts.join('; ')})` : '';
}

/** What a transition rests on, where that is not what its chart rests on. */
export function restsElse(evidence: Evidence, chart: Evidence): string {
  const own = restsFully(evidence);
  return own === restsFully(chart) ? '' : own;
}
