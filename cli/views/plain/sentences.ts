/**
 * One record, one sentence, as a sober news report would have it: neutral between the parties, numbers only where they
 * carry meaning. The transcript and the dashboard's log both read from here.
 */
import { plain } from '../../../engine/record/plain.ts';
import type { AnswerRecord, BrokeRecord, MeetingRecord, MovedRecord, RunRecord, SettledRecord, TabledRecord, TalksEndedRecord, ThresholdRecord } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { addDays } from '../../../engine/run/date.ts';
import { LINE_STATES } from '../../../engine/vocabulary.ts';
import type { Fighting, Id, Terms } from '../../../engine/vocabulary.ts';
import { called, isOffer, learned, leverage, peace, ratification, ratified, repudiation } from './afterwards.ts';
import * as names from './names.ts';
import { capital, count, day, list, number, ordinal, percent, quoted, withArticle } from './words.ts';

export { reasons } from './reasons.ts';

const FIGHTING: Readonly<Record<Fighting, string>> = { war: 'war', 'limited-truce': 'limited truce', ceasefire: 'ceasefire' };

function meeting(record: MeetingRecord, scenario: Scenario): string {
  const seats = scenario.tracks.find((track) => track.id === record.track)?.seats ?? record.seats;
  const absent = seats.filter((seat) => !record.seats.includes(seat)).map((id) => names.party(scenario, id));
  return `Meeting: ${names.track(scenario, record.track)}.${absent.length > 0 ? ` Absent: ${list(absent)}.` : ''}`;
}

/** Who tables a text and what it presses, without the terms and the full stop. */
export function tabling(record: TabledRecord, scenario: Scenario): string {
  const does = isOffer(record, scenario) ? `makes the ${ordinal(record.nth)} offer` : `tables ${withArticle(ordinal(record.nth))} text`;
  const head = `${names.partyFirst(scenario, record.by)} ${does}`;
  const pressed = record.presses.map((one) => `${names.whose(names.party(scenario, one.party))} red line ${quoted(names.line(scenario, one.party, one.line))}`);
  return pressed.length > 0 ? `${head} that knowingly crosses ${list(pressed)}` : head;
}

function tabled(record: TabledRecord, scenario: Scenario, last: Terms | null): string {
  const head = tabling(record, scenario);
  const issues = names.issuesOf(scenario, record.terms);
  const news = last === null ? issues : issues.filter((issue) => last[issue] !== record.terms[issue]);
  if (news.length === 0) return `${head}, with the terms of the text before.`;
  const terms = news.map((issue) => names.term(scenario, issue, record.terms[issue] ?? ''));
  return `${head}. ${last === null ? '' : 'New in it: '}${terms.join('; ')}.`;
}

function answer(record: AnswerRecord, scenario: Scenario): string {
  const who = names.partyFirst(scenario, record.party);
  const because = record.because;
  const verb = record.answer === 'accept' ? 'accepts' : record.answer === 'refuse' ? 'refuses' : 'leaves the talks';
  if (record.answer === 'accept') return `${who} accepts the text.`;
  const owner = names.partyOf(scenario, record.party);
  switch (because.kind) {
    case 'red-line': {
      const line = owner?.redLines.find((one) => one.id === because.line);
      return `${who} ${verb}: the text crosses its red line ${quoted(names.line(scenario, record.party, because.line))}${names.rests(line?.evidence)}.`;
    }
    case 'firm-stance': {
      const stance = owner?.stances.find((one) => one.issue === because.issue);
      return `${who} ${verb}: it will not move on ${quoted(names.issue(scenario, because.issue))}${names.rests(stance?.evidence)}.`;
    }
    case 'not-good-enough':
      return because.floor
        ? `${who} ${verb}: the text as a whole is worth less to it than no deal${names.rests(owner?.walkAway?.evidence)}.`
        : record.threshold !== null && record.worth >= record.threshold
          ? `${who} ${verb}, by chance: the text as a whole reaches what it holds out for.`
          : `${who} ${verb}: the text as a whole is less than it still holds out for.`;
    case 'good-enough':
      return `${who} ${verb}, although the text is near what it could accept.`;
    case 'said':
      return record.answer === 'refuse' ? `${who} refuses the text.` : `${who} leaves the talks.`;
  }
}

function moved(record: MovedRecord, scenario: Scenario): string {
  const who = names.partyFirst(scenario, record.party);
  const owner = names.partyOf(scenario, record.party);
  const of = record.of ?? '';
  if (record.chart === 'posture') {
    if (record.to === 'left') return `${who} leaves the talks for good.`;
    return record.to === 'away' ? `${who} stays away from the table.` : `${who} comes back to the table.`;
  }
  if (record.chart === 'line') {
    const line = owner?.redLines.find((one) => one.id === of);
    const state = line?.states.find((one) => one.id === record.to);
    // The usual states have words that every reader knows; another is known by its title only.
    const usual = LINE_STATES.find((one) => one === record.to);
    const title = plain(state?.title ?? '');
    const called = usual === undefined || title === '' || title.toLowerCase() === usual ? '' : `: ${quoted(title)}`;
    return `${names.whose(who)} red line ${quoted(names.line(scenario, record.party, of))} is now ${usual ?? quoted(title === '' ? plain(record.to) : title)}${state?.bites === false ? ' and no longer stands in the way' : ''}${called}.`;
  }
  const stance = owner?.stances.find((one) => one.issue === of);
  const title = (id: string): string => quoted(plain(stance?.states.find((state) => state.id === id)?.title ?? id));
  return `${who} moves on ${quoted(names.issue(scenario, of))}: from ${title(record.from)} to ${title(record.to)}.`;
}

function threshold(record: ThresholdRecord, scenario: Scenario): string {
  const at = names.gaugeOf(scenario, record.gauge)?.thresholds.find((one) => one.signal === record.signal);
  const what = names.gauge(scenario, record.gauge);
  if (at === undefined) return `${what} ${record.past ? 'passes' : 'leaves'} the mark ${quoted(plain(record.signal))}.`;
  const up = at.direction === 'rises';
  if (record.past) return `${what} ${up ? 'rises above' : 'falls below'} ${percent(at.at)}.`;
  return `${what} ${up ? 'falls back below' : 'rises back above'} ${percent(at.at)}.`;
}

function broke(record: BrokeRecord): string {
  const days = Math.round(record.heldDays);
  return `The ${FIGHTING[record.truce]} breaks after ${count(days, 'day')}.`;
}

function fighting(to: Fighting, from: Fighting): string {
  if (to === 'war') return 'The fighting resumes.';
  return from === 'limited-truce' ? 'The limited truce becomes a ceasefire.' : `A ${FIGHTING[to]} begins.`;
}

/** With votes at home the signatures have been told of when the votes were called. */
function settled(record: SettledRecord, scenario: Scenario): string {
  const what = quoted(names.stage(scenario, record.stage));
  if (scenario.parties.some((party) => party.ratifies?.stages.includes(record.stage) === true)) return `${what} comes into force.`;
  const who = record.consenters.map((id, at) => (at === 0 ? names.partyFirst(scenario, id) : names.party(scenario, id)));
  return `${list(who)} have ${who.length === 2 ? 'both' : 'all'} accepted: ${what} is signed.`;
}

/** The day of a deadline, since the round in which it passes begins up to its length before: ', on Tue 29 Apr 2025'. */
function falls(id: Id, { calendar }: Scenario): string {
  const at = calendar.deadlines.find((one) => one.id === id);
  return at === undefined ? '' : `, on ${day(addDays(calendar.start, Math.floor(at.day)))}`;
}

/** What every text of a stage must bring: 'A text of “A truce” must bring one of these, where it is not in force: …' */
export function needs(scenario: Scenario, stage: Id): string {
  const mustBring = scenario.stages.find((one) => one.id === stage)?.mustBring ?? {};
  return `A text of ${quoted(names.stage(scenario, stage))} must bring, where it is not in force already, ${names.anyTerm(scenario, mustBring)}.`;
}

/** How the talks ended, in words. */
export function ending(record: Pick<TalksEndedRecord, 'how' | 'party'>, scenario: Scenario): string {
  const who = record.party === null ? null : names.partyFirst(scenario, record.party);
  switch (record.how) {
    case 'settled': return 'Everything on the agenda is settled.';
    case 'walked-away': return `${who ?? 'The mediator'} gives up the mediation.`;
    case 'left': return `${who ?? 'A signatory'} has left the talks; without it nothing can be signed.`;
    case 'failed': return 'The last stage ends without a signature.';
    case 'time': return 'The calendar has run out.';
  }
}

/**
 * What a record says to a reader; null where it says nothing in words (a round's head, the gauges). `last` is the terms
 * of the text before, so that a new text can be told by what is new in it.
 */
export function sentence(record: RunRecord, scenario: Scenario, last: Terms | null = null): string | null {
  switch (record.kind) {
    case 'round':
    case 'pressure': return null;
    case 'event': return `${capital(names.event(scenario, record.event))}${names.rests(scenario.events.find((one) => one.id === record.event)?.evidence)}.`;
    case 'threshold': return capital(threshold(record, scenario));
    case 'deadline': return `A deadline ${record.is === 'near' ? 'draws near' : 'passes'}: ${names.deadline(scenario, record.deadline)}${falls(record.deadline, scenario)}.`;
    case 'meeting': return meeting(record, scenario);
    case 'no-meeting': return 'Nobody meets.';
    case 'tabled': return tabled(record, scenario, last);
    case 'not-admitted': return `A text of ${names.party(scenario, record.by)} is not tabled. ${needs(scenario, record.stage)}`;
    case 'carried': return 'The text that stands is put on this table too.';
    case 'no-text': return `${names.partyFirst(scenario, record.by)} finds no text that it could table.`;
    case 'answer': return answer(record, scenario);
    case 'moved': return moved(record, scenario);
    case 'withdrawn':
      // The drafter takes its text back at the table; later it falls because one who had accepted it has moved away from it.
      return record.phase === 'table' ? `${names.partyFirst(scenario, record.party)} withdraws the text that stood.` : `${names.partyFirst(scenario, record.party)} no longer stands by the text that it had accepted, and the text falls.`;
    case 'settled': return settled(record, scenario);
    case 'stage':
      if (record.is === 'failed') return `The stage ${quoted(names.stage(scenario, record.stage))} ends with nothing in force.`;
      return `The talks turn ${record.is === 'reopened' ? 'back ' : ''}to ${quoted(names.stage(scenario, record.stage))}.`;
    case 'fighting': return fighting(record.to, record.from);
    case 'diplomacy':
      if (record.to === 'stalled') return 'The talks stall.';
      return record.from === 'stalled' && record.to === 'talks' ? 'The talks resume.' : null;
    case 'broke': return broke(record);
    case 'lever': return `An assumption is changed: ${names.lever(scenario, record.lever)}, from ${number(record.from)} to ${number(record.to)}.`;
    case 'ratification': return ratification(record, scenario);
    case 'ratified': return ratified(record, scenario);
    case 'repudiation': return repudiation(record, scenario);
    case 'leverage': return leverage(record, scenario);
    case 'learned': return learned(record, scenario);
    case 'called': return called(record, scenario);
    case 'peace': return peace(record);
    case 'talks-ended': return ending(record, scenario);
    case 'ended': return `The run is over. Outcome: ${names.outcome(scenario, record.outcome)}.`;
  }
}
