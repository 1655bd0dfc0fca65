/** One text put to everybody at the opening: who refuses it, why, on which claim, and the least change that all would accept. */
import { plain } from '../../../engine/record/plain.ts';
import type { ClosedTerm } from '../../../engine/index.ts';
import type { Amendment, AnswerRecord } from '../../../engine/record/record.ts';
import type { Look, TextLook, VerdictLook } from '../../../engine/run/look.ts';
import type { Evidence, Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import { beside, heading, page, rule, widest, title, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import * as names from './names.ts';
import { needs, reasons, sentence } from './sentences.ts';
import { claimLines } from './show/sources.ts';
import { day, list, quoted } from './words.ts';

export interface Weighed {
  readonly look: Look;
  readonly text: TextLook;
  /** Whether it brings what a text of the stage must. */
  readonly brings: boolean;
  /** Its terms that are off the list before anybody meets. */
  readonly closed: readonly ClosedTerm[];
  readonly stage: Id;
  /** The issues that were named; the others are as they stand. */
  readonly named: readonly Id[];
  /** null when no text on these issues would do; empty when none is needed. */
  readonly changes: readonly Amendment[] | null;
}

export const VERDICTS = ['accept', 'hold-out', 'refuse'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** `hold-out`: it could live with the text, and still hopes for more. */
export function verdictOf(verdict: VerdictLook): Verdict {
  const because = verdict.would;
  if (because.kind === 'good-enough') return 'accept';
  return because.kind === 'not-good-enough' && !because.floor ? 'hold-out' : 'refuse';
}

/** What the party would say, as the record of an answer, so that it reads as in the transcript. */
function answerOf(verdict: VerdictLook, look: Look): AnswerRecord {
  const party = look.parties.find((one) => one.party === verdict.party);
  return {
    kind: 'answer', round: look.round, phase: 'answers', party: verdict.party, answer: verdictOf(verdict) === 'accept' ? 'accept' : 'refuse', because: verdict.would,
    outside: verdict.outside, worth: verdict.worth, threshold: party?.threshold ?? null, walkAway: party?.walkAway ?? null, amendment: null,
  };
}

/** What a refusal rests on in the file: its red lines, its firm stance, its walk-away value. */
export function groundsOf(verdict: VerdictLook, scenario: Scenario): readonly Evidence[] {
  const owner = names.partyOf(scenario, verdict.party);
  const because = verdict.would;
  if (owner === undefined || because.kind === 'good-enough') return [];
  return [
    ...owner.redLines.filter((line) => verdict.crosses.includes(line.id) || (because.kind === 'red-line' && because.line === line.id)).map((line) => line.evidence),
    ...owner.stances.filter((stance) => verdict.outside.includes(stance.issue)).map((stance) => stance.evidence),
    ...(because.kind === 'not-good-enough' && because.floor && owner.walkAway !== null ? [owner.walkAway.evidence] : []),
  ];
}

function verdictLines(verdict: VerdictLook, look: Look, scenario: Scenario, at: Page): string[] {
  const record = answerOf(verdict, look);
  const kind = verdictOf(verdict);
  const also = verdict.crosses.filter((line) => !(verdict.would.kind === 'red-line' && verdict.would.line === line));
  const owner = names.partyOf(scenario, verdict.party);
  const more = also.map((id) => `${quoted(names.line(scenario, verdict.party, id))}${names.rests(owner?.redLines.find((line) => line.id === id)?.evidence)}`);
  const said = kind === 'hold-out' ? `${names.partyFirst(scenario, verdict.party)} could live with it, but holds out for more at first.` : sentence(record, scenario) ?? '';
  const paint = kind === 'accept' ? at.paint.good : kind === 'refuse' ? at.paint.bad : at.paint.accent;
  const why = [more.length > 0 ? `It also crosses ${list(more)}.` : '', reasons(record, scenario) ?? ''].filter((one) => one !== '').join(' ');
  return [...wrap(said, at.width, '  ').map(paint), ...(why === '' ? [] : wrap(why, at.width, '      ').map(at.paint.dim))];
}

function change(changes: readonly Amendment[] | null, scenario: Scenario, at: Page): string[] {
  if (changes === null) return wrap('No text on these issues is one that all of them could live with at the opening. Positions would have to move first.', at.width, '  ');
  if (changes.length === 0) return wrap('None is needed: nobody refuses it outright.', at.width, '  ');
  return changes.flatMap((one) => wrap(`${names.term(scenario, one.issue, one.to)} in place of ${quoted(names.option(scenario, one.issue, one.from))}`, at.width, '  - ', '    '));
}

const OTHERS = { accept: 'would welcome it', 'hold-out': 'could live with it', refuse: 'would be against it' } as const;

function other(verdict: VerdictLook, look: Look): string {
  // Without a walk-away value it has no measure of its own to welcome anything by.
  const measured = look.parties.find((party) => party.party === verdict.party)?.walkAway !== null;
  return verdictOf(verdict) === 'accept' && !measured ? 'would go along with it' : OTHERS[verdictOf(verdict)];
}

/** Why it could not come to a table; nothing where it could. */
function untabled({ brings, closed, stage }: Weighed, scenario: Scenario): string | null {
  const why = [
    ...(brings ? [] : [needs(scenario, stage)]),
    ...closed.map(({ issue, option, event }) => `${names.term(scenario, issue, option)} is off the list before anybody meets: ${names.event(scenario, event)}.`),
  ];
  return why.length === 0 ? null : `It could not be tabled. ${why.join(' ')}`;
}

export function verdicts(weighed: Weighed, scenario: Scenario, at: Page): string {
  const { look, text, stage, named, changes } = weighed;
  const issues = names.issuesOf(scenario, text.terms);
  const never = untabled(weighed, scenario);
  const labels = widest(issues.map((issue) => names.issue(scenario, issue)), 30);
  const must = text.verdicts.filter((one) => one.consents);
  const others = text.verdicts.filter((one) => !one.consents);
  const grounds = must.filter((one) => verdictOf(one) === 'refuse').flatMap((one) => groundsOf(one, scenario)).flatMap((one) => one.because);
  const cited = scenario.claims.filter((claim) => grounds.includes(claim.id));
  const section = (head: string, lines: readonly string[]): string[] => (lines.length > 0 ? [...heading(head, at), ...lines] : []);
  return page([
    ...title(plain(scenario.title), at),
    ...wrap(`What each would say at the opening, ${day(look.date)}, before anything has moved and chance aside.`, at.width),
    ...section(`The text: ${names.stage(scenario, stage)}`, issues.flatMap((issue) => beside(names.issue(scenario, issue), `${names.option(scenario, issue, text.terms[issue] ?? '')}${named.includes(issue) ? '' : ' (as it stands)'}`, at.width, labels))),
    ...(never === null ? [] : ['', ...wrap(never, at.width).map(at.paint.bad)]),
    ...section('Whose consent it needs', must.flatMap((one) => verdictLines(one, look, scenario, at))),
    ...section('The least change that all of them could live with', change(changes, scenario, at)),
    ...section('The others, who have no veto', others.flatMap((one) => wrap(`${names.partyFirst(scenario, one.party)} ${other(one, look)}.`, at.width, '  '))),
    ...section('The claims that the refusals rest on', claimLines(cited, at)),
    '', at.paint.dim(rule(at.width)),
    ...wrap('Answers under the assumptions of the scenario file; no statement of any government.', at.width),
  ]);
}
