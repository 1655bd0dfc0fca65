/** What stands behind a record: what would be accepted instead, why a chart moved, on which claims it rests. */
import type { AnswerRecord, EventRecord, MovedRecord, RunRecord } from '../../../engine/record/record.ts';
import type { ChartState, Scenario } from '../../../engine/scenario/scenario.ts';
import { leverageReason, ratifiedReason } from './afterwards.ts';
import * as names from './names.ts';
import { signal } from './signals.ts';
import { capital, list, quoted } from './words.ts';
import { scaleOf } from './worth.ts';

/** One thing that stands behind an answer. Two answers in a row that share a `key` need not say it twice. */
export interface Reason { readonly key: string; readonly says: string }

function worth(record: AnswerRecord, floor: boolean, scenario: Scenario): Reason | null {
  const level = floor ? record.walkAway : record.threshold;
  if (level === null) return null;
  const { of, beside, isNearlyAll } = scaleOf(scenario);
  const shown = beside(level, record.worth);
  const limit = floor ? `it prefers no deal below ${shown}` : isNearlyAll(level) ? 'it holds out now for nearly all it could get' : `it holds out now for ${shown}`;
  const is = `${capital(`${of}the text`)} is worth ${beside(record.worth, level)} to it; ${limit}.`;
  return { key: `worth ${is}`, says: `${is}${record.worth >= level ? ' Chance decided against it.' : ''}` };
}

/** What stands behind an answer, part by part. */
export function answerReasons(record: AnswerRecord, scenario: Scenario): readonly Reason[] {
  const said: (Reason | null)[] = [];
  if (record.because.kind === 'not-good-enough' && record.answer !== 'accept') said.push(worth(record, record.because.floor, scenario));
  const outside = record.outside.filter((issue) => !(record.because.kind === 'firm-stance' && record.because.issue === issue));
  if (outside.length > 0) {
    const where = names.issueList(scenario, outside);
    said.push({ key: `outside ${outside.join(' ')}`, says: record.answer === 'accept' ? `It goes beyond its stated stance on ${where}.` : `The text is also outside its stance on ${where}.` });
  }
  if (record.amendment !== null) {
    const { issue, from, to } = record.amendment;
    said.push({ key: `amendment ${issue} ${from} ${to}`, says: `It would accept it with ${names.term(scenario, issue, to)} in place of ${quoted(names.option(scenario, issue, from))}.` });
  }
  return said.filter((one) => one !== null);
}

function states(record: MovedRecord, scenario: Scenario): readonly ChartState[] {
  const owner = names.partyOf(scenario, record.party);
  if (record.chart === 'posture') return owner?.posture.states ?? [];
  if (record.chart === 'line') return owner?.redLines.find((line) => line.id === record.of)?.states ?? [];
  return owner?.stances.find((stance) => stance.issue === record.of)?.states ?? [];
}

function moved(record: MovedRecord, scenario: Scenario): string {
  const from = states(record, scenario).find((state) => state.id === record.from);
  const taken = from?.transitions.find((one) => one.to === record.to && one.on.written === record.on);
  return `What moved it: ${signal(scenario, record.party, record.on)}${names.rests(taken?.evidence)}.`;
}

function event(record: EventRecord, scenario: Scenario): string | null {
  const found = scenario.events.find((one) => one.id === record.event);
  if (found === undefined) return null;
  const said: string[] = [];
  const moves = found.moves.map((move) => names.gauge(scenario, move.gauge.party === null ? move.gauge.gauge : `${move.gauge.party}.${move.gauge.gauge}`));
  if (moves.length > 0) said.push(`It bears on ${list(moves)}.`);
  if (Object.keys(found.opens).length > 0) said.push(`Now possible: ${names.terms(scenario, found.opens)}.`);
  if (Object.keys(found.closes).length > 0) said.push(`No longer possible: ${names.terms(scenario, found.closes)}.`);
  if (record.byChoice) said.push('It was decided by a person.');
  return said.length > 0 ? said.join(' ') : null;
}

/** null where the sentence says all. */
export function reasons(record: RunRecord, scenario: Scenario): string | null {
  switch (record.kind) {
    case 'answer': {
      const parts = answerReasons(record, scenario);
      return parts.length > 0 ? parts.map((part) => part.says).join(' ') : null;
    }
    case 'moved': return moved(record, scenario);
    case 'event': return event(record, scenario);
    case 'broke': {
      const back = names.issuesOf(scenario, record.returned).map((issue) => names.term(scenario, issue, record.returned[issue] ?? ''));
      return back.length > 0 ? capital(`what holds again: ${back.join('; ')}.`) : null;
    }
    case 'ratified': return ratifiedReason(record);
    case 'leverage': return leverageReason(record, scenario);
    default: return null;
  }
}
