/** Sentences on what follows a signature (votes at home, those who are bound, the years after), and on lines that were hidden or not meant. */
import type { CalledRecord, LearnedRecord, LeverageRecord, PeaceRecord, RatificationRecord, RatifiedRecord, RepudiationRecord } from '../../../engine/record/record.ts';
import type { Evidence, RedLine, Scenario } from '../../../engine/scenario/scenario.ts';
import * as names from './names.ts';
import { percent, quoted, span } from './words.ts';
import { scaleOf } from './worth.ts';

export function ratified(record: RatifiedRecord, scenario: Scenario): string {
  const rests = names.rests(names.partyOf(scenario, record.party)?.ratifies?.evidence);
  return `${names.whose(names.partyFirst(scenario, record.party))} vote at home on ${quoted(names.stage(scenario, record.stage))} ${record.yes ? 'passes' : 'fails'}${rests}.`;
}

export function ratifiedReason(record: RatifiedRecord): string {
  return `Support for it stands at ${percent(record.support)}, at which a vote passes in ${percent(record.chance)} of cases.`;
}

export function ratification(record: RatificationRecord, scenario: Scenario): string {
  const what = quoted(names.stage(scenario, record.stage));
  switch (record.is) {
    case 'begun': return `${what} is signed and goes to a vote at home.`;
    case 'done': return `${what} is ratified.`;
    case 'failed': return `${what} is not ratified, and the signed text falls.`;
  }
}

const lineOf = (scenario: Scenario, party: string, line: string): RedLine | undefined => names.partyOf(scenario, party)?.redLines.find((one) => one.id === line);

/** What it holds against a text that would bind it, and what that rests on. */
function objection({ because, party }: RepudiationRecord, scenario: Scenario): string {
  const rests = (evidence: Evidence | undefined): string => names.rests(evidence);
  switch (because.kind) {
    case 'red-line': return `: it crosses its red line ${quoted(names.line(scenario, party, because.line))}${rests(lineOf(scenario, party, because.line)?.evidence)}`;
    case 'firm-stance': return `: it will not move on ${quoted(names.issue(scenario, because.issue))}${rests(names.partyOf(scenario, party)?.stances.find((one) => one.issue === because.issue)?.evidence)}`;
    case 'not-good-enough': return `: as a whole it is worth less to it than no deal${rests(names.partyOf(scenario, party)?.walkAway?.evidence)}`;
    default: return '';
  }
}

export function repudiation(record: RepudiationRecord, scenario: Scenario): string {
  const head = `${names.partyFirst(scenario, record.party)}, bound by ${quoted(names.stage(scenario, record.stage))} without having signed it,`;
  return record.repudiates ? `${head} repudiates it${objection(record, scenario)}.` : `${head} stands by it.`;
}

export function leverage(record: LeverageRecord, scenario: Scenario): string {
  const by = scenario.mediator === null ? 'The mediator' : names.partyFirst(scenario, scenario.mediator.party);
  const evidence = scenario.stages.flatMap((stage) => stage.leverage).find((one) => one.party === record.party)?.evidence;
  return `${by} brings leverage to bear on ${names.party(scenario, record.party)}${names.rests(evidence)}.`;
}

export function leverageReason(record: LeverageRecord, scenario: Scenario): string {
  const { of, show } = scaleOf(scenario);
  const left = record.left === 0 || show(record.left) === '0' ? 'there is hardly any left' : `${show(record.left)} are left`;
  return `${of === '' ? 'The worth' : 'Of 100, the worth'} below which it prefers no deal is lower by ${show(record.spent)} in all; ${left}.`;
}

export function learned(record: LearnedRecord, scenario: Scenario): string {
  return `It comes out that ${names.party(scenario, record.party)} has a red line that it had not stated: ${quoted(names.line(scenario, record.party, record.line))}${names.rests(lineOf(scenario, record.party, record.line)?.evidence)}.`;
}

export function called(record: CalledRecord, scenario: Scenario): string {
  return `${names.partyFirst(scenario, record.party)} accepts what it had said it never would: its red line ${quoted(names.line(scenario, record.party, record.line))} was stated and not held${names.rests(lineOf(scenario, record.party, record.line)?.evidence)}.`;
}

export function peace(record: PeaceRecord): string {
  if (record.censored) return `The agreement still holds ${span(record.horizonDays)} after it came into force; it is followed no further.`;
  return `The agreement collapses ${record.heldDays < 1 ? 'within a day' : span(record.heldDays)} after it came into force.`;
}

/** Whether a text was put forward as an offer in turn and not by one who drafts: told by its stage, and that by the issues of the text. */
export function isOffer(record: { readonly by: string; readonly terms: Readonly<Record<string, string>> }, scenario: Scenario): boolean {
  const of = scenario.stages.filter((stage) => stage.issues.length === Object.keys(record.terms).length && stage.issues.every((issue) => Object.hasOwn(record.terms, issue)));
  return of.some((stage) => stage.protocol === 'alternating-offers' && stage.signs.includes(record.by)) && !of.some((stage) => stage.drafter === record.by);
}

/** Whether a line is said in public and meant, where it is not both. */
export function standingOf(line: { readonly stated: boolean; readonly held: boolean }): string {
  if (!line.stated) return 'not stated: the drafter learns of it only by pressing it';
  return line.held ? '' : 'stated and not held: it would not refuse over it';
}
