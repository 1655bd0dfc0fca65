/**
 * Why: what is selected, in words. `short` stands under its pane and answers the question; `more` is the evidence,
 * behind Enter.
 */
import { plain } from '../../../engine/record/plain.ts';
import type { SeenParty, SeenText, SeenVerdict } from '../../../engine/analysis/party-view.ts';
import type { LineLook } from '../../../engine/run/look.ts';
import type { ChartState, Evidence, RedLine, Scenario, Transition } from '../../../engine/scenario/scenario.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import * as names from '../plain/names.ts';
import { reasons } from '../plain/reasons.ts';
import { signal } from '../plain/signals.ts';
import { capital, list, ordinal, quoted } from '../plain/words.ts';
import { scaleOf } from '../plain/worth.ts';
import { gaugeLines, issueLines, partyLines } from './lines.ts';
import { hides } from './view.ts';
import type { View } from './view.ts';
import { ANSWER_WORDS, evidenceWords, MARKS, per, POSTURE_WORDS } from './words.ts';

export interface Why { readonly title: string; readonly short: string; readonly more: readonly string[] }

const NOTHING: Why = { title: '', short: '', more: [] };

export function why(view: View): Why {
  switch (view.ui.pane) {
    case 'text': return whyCell(view);
    case 'parties': return whyParty(view);
    case 'pressure': return whyGauge(view);
    case 'log': return whyLog(view);
  }
}

/** The reason for the selected cell of the text, whichever pane has the focus. */
export function whyCell(view: View): Why {
  const { scenario, look, ui } = view;
  const lines = issueLines(view);
  const line = lines[Math.min(ui.line.text, lines.length - 1)];
  const party = look.parties[Math.min(ui.party, look.parties.length - 1)];
  if (line === undefined || party === undefined) return NOTHING;
  const issue = line.issue;
  const text = look.text ?? look.lastText;
  const option = names.option(scenario, issue, line.option ?? '');
  const title = `${names.issue(scenario, issue)}: ${option} · ${plain(party.name)}`;
  const more = cellEvidence(scenario, issue, party.party);
  if (!line.inStage) return { title, short: `${quoted(option)} is what holds now; the stage ${quoted(names.stage(scenario, look.stage))} does not decide on it.`, more };
  if (text === null) return { title, short: `No text has been tabled in this stage. ${quoted(option)} is what holds now.`, more };
  const verdict = text.verdicts.find((one) => one.party === party.party);
  if (verdict === undefined) return { title, short: `${names.partyFirst(scenario, party.party)} has no say in this text.`, more };
  return { title, short: `${cellWords(view, text, verdict, issue, quoted(option))} ${wholeWords(view, verdict, issue)}`.trim(), more };
}

function cellWords({ scenario, look }: View, text: SeenText, verdict: SeenVerdict, issue: Id, option: string): string {
  const name = names.party(scenario, verdict.party);
  const first = names.partyFirst(scenario, verdict.party);
  const stance = look.parties.find((one) => one.party === verdict.party)?.stances.find((one) => one.issue === issue);
  switch (text.marks[issue]?.[verdict.party]) {
    case 'red-line': {
      const lines = names.partyOf(scenario, verdict.party)?.redLines.filter((one) => verdict.crosses.includes(one.id) && issue in one.never) ?? [];
      return `${option} crosses ${names.whose(name)} red line ${list(lines.map((line) => `${quoted(plain(line.title))}${names.rests(line.evidence)}`))}.`;
    }
    case 'outside': {
      if (stance === undefined) return `${option} lies outside ${names.whose(name)} stance.`;
      const takes = list(stance.accepts.map((one) => quoted(names.option(scenario, issue, one))), 'or');
      const evidence = names.partyOf(scenario, verdict.party)?.stances.find((one) => one.issue === issue)?.evidence;
      return `${option} is outside ${names.whose(name)} stance ${quoted(plain(stance.stateTitle))}${names.rests(evidence)}, which takes ${takes}${stance.firm ? '. The stance is firm' : ''}.`;
    }
    case 'below': return `${first} could take ${option}.`;
    case 'accepts': return `${first} takes ${option}.`;
    default: return verdict.answer === null ? `What ${name} makes of ${option} is known once it has answered.` : `${first} has not said what it makes of ${option}.`;
  }
}

/** How the party meets the text as a whole. */
function wholeWords(view: View, verdict: SeenVerdict, issue: Id): string {
  const { scenario, look } = view;
  if (!verdict.consents) return 'The text does not need its consent.';
  if (verdict.would === null) return verdict.answer === null ? '' : `It ${ANSWER_WORDS[verdict.answer].past}.`;
  if (hides(view, verdict.party)) return heardWords(scenario, verdict, issue);
  // The cell has just named the line or the stance.
  const told = verdict.would.kind === 'firm-stance' ? verdict.would.issue === issue : verdict.would.kind === 'red-line' && issue in (lineOf(scenario, verdict.party, verdict.would.line)?.never ?? {});
  const party = look.parties.find((one) => one.party === verdict.party);
  const { of, show, isBeyond } = scaleOf(scenario);
  const worth = `${of}it is worth ${show(verdict.worth ?? 0)} to it`;
  const threshold = verdict.worth === null ? null : party?.threshold ?? null;
  const measure = threshold === null ? '' : `: ${worth}, and it holds out for ${isBeyond(threshold) ? 'more than any text can give' : show(threshold)}`;
  const answered = verdict.answer === null ? '' : ` It ${ANSWER_WORDS[verdict.answer].past}.`;
  // A party that has not answered is told of by what it would say; a text that fell was never put to it.
  const refuses = verdict.answer === 'refuse' ? 'has refused' : verdict.answer === 'leave' ? 'has left the talks over' : look.text === null ? 'would have refused' : 'would refuse';
  if (verdict.answer === 'accept' && verdict.would.kind !== 'good-enough' && verdict.would.kind !== 'not-good-enough') return answered.trim();
  switch (verdict.would.kind) {
    case 'red-line': return told ? `So it ${refuses} the text.` : `It ${refuses} the text over its red line ${quoted(names.line(scenario, verdict.party, verdict.would.line))}.`;
    case 'firm-stance': return told ? `So it ${refuses} the text.` : `It ${refuses} the text: it will not move on ${quoted(names.issue(scenario, verdict.would.issue))}.`;
    case 'not-good-enough': {
      if (verdict.answer === 'accept') return `${answered.trim()} As things stand now the whole would be too little${measure}.`;
      const floor = party?.walkAway == null || verdict.worth === null ? '' : `: ${worth}, and below ${show(party.walkAway)} it prefers no deal`;
      return `The text as a whole is ${verdict.would.floor ? `worse to it than no deal${floor}` : `too little${measure}`}.${answered}`;
    }
    case 'good-enough':
      if (verdict.answer === 'refuse' || verdict.answer === 'leave') return `${answered.trim()} As things stand now the whole would be good enough${measure}.`;
      return `The text as a whole is good enough${measure}.${answered}`;
    case 'said': return answered.trim();
  }
}

/** The reason that another gave, to one who heard no more than that. */
function heardWords(scenario: Scenario, verdict: SeenVerdict, issue: Id): string {
  if (verdict.answer === null || verdict.would === null) return '';
  const said = `It ${ANSWER_WORDS[verdict.answer].past}`;
  if (verdict.answer === 'accept') return `${said}.`;
  switch (verdict.would.kind) {
    case 'red-line': return issue in (lineOf(scenario, verdict.party, verdict.would.line)?.never ?? {}) ? `${said}.` : `${said}, over its red line ${quoted(names.line(scenario, verdict.party, verdict.would.line))}.`;
    case 'firm-stance': return `${said}: it will not move on ${quoted(names.issue(scenario, verdict.would.issue))}.`;
    case 'not-good-enough': return `${said}: the whole is not good enough.`;
    default: return `${said}.`;
  }
}

const lineOf = (scenario: Scenario, party: Id, line: Id): RedLine | undefined => names.partyOf(scenario, party)?.redLines.find((one) => one.id === line);

function titled(scenario: Scenario, heading: string, evidence: Evidence | undefined): readonly string[] {
  const said = evidence === undefined ? [] : evidenceWords(scenario, evidence);
  return said.length === 0 ? [] : [`▸ ${heading}`, ...said];
}

function cellEvidence(scenario: Scenario, issue: Id, id: Id): readonly string[] {
  const party = names.partyOf(scenario, id);
  if (party === undefined) return [];
  return [
    ...party.redLines.filter((line) => issue in line.never).flatMap((line) => titled(scenario, `Red line ${quoted(plain(line.title))}`, line.evidence)),
    ...titled(scenario, `Its stance on ${quoted(names.issue(scenario, issue))}`, party.stances.find((one) => one.issue === issue)?.evidence),
    ...titled(scenario, `What ${quoted(names.issue(scenario, issue))} is worth to it`, party.worth.find((one) => one.issue === issue)?.evidence),
    `▸ The signs`, ...Object.values(MARKS).map((mark) => `${mark.sign} ${mark.says}`),
  ];
}

function whyParty(view: View): Why {
  const { scenario, look } = view;
  const lines = partyLines(view);
  const line = lines[Math.min(view.ui.line.parties, lines.length - 1)];
  const party = look.parties.find((one) => one.party === line?.party);
  if (line === undefined || party === undefined) return NOTHING;
  if (line.kind === 'stance') return whyStance(view, party, line.of ?? '');
  if (line.kind === 'line') return whyLine(view, party, line.of ?? '');
  const roles = [party.mediates ? 'mediates' : '', party.drafts ? 'writes the text' : '', party.signs ? 'signs in this stage' : ''].filter((role) => role !== '');
  const scale = scaleOf(scenario);
  const held = party.threshold === null ? '' : `it holds out for ${scale.show(party.threshold)}, and `;
  const floor = party.walkAway === null ? '' : ` ${capital(`${scale.of === '' ? '' : 'of 100, '}${held}below`)} ${scale.show(party.walkAway)} it prefers no deal; what holds now is worth ${scale.show(party.standing ?? 0)} to it.`;
  const file = names.partyOf(scenario, party.party);
  const more = file?.walkAway == null ? [] : [`▸ The worth below which it prefers no deal: ${plain(file.walkAway.value.text)}`, ...evidenceWords(scenario, file.walkAway.evidence)];
  return { title: plain(party.name), short: `${names.partyFirst(scenario, party.party)} ${party.posture === 'at-table' ? 'is at the table' : POSTURE_WORDS[party.posture] ?? plain(party.posture)}${roles.length === 0 ? '' : `; it ${list(roles)}`}.${floor}`, more };
}

function whyStance(view: View, party: SeenParty, issue: Id): Why {
  const { scenario } = view;
  const other = hides(view, party.party);
  const stance = party.stances.find((one) => one.issue === issue);
  const chart = names.partyOf(scenario, party.party)?.stances.find((one) => one.issue === issue);
  if (stance === undefined || chart === undefined) return NOTHING;
  const takes = list(stance.accepts.map((one) => quoted(names.option(scenario, issue, one))), 'or');
  const at = chart.states.findIndex((one) => one.id === stance.state);
  return {
    title: `${plain(party.name)} · ${names.issue(scenario, issue)}`,
    short: `${quoted(plain(stance.stateTitle))}: ${names.party(scenario, party.party)} takes ${takes}${names.rests(chart.evidence)}. ${other ? 'What would move it is its own.' : waits(scenario, party.party, chart.states[at], chart.states)}`,
    more: [
      ...evidenceWords(scenario, chart.evidence),
      other ? '▸ The places where it has stood' : '▸ The places it may come to stand',
      ...chart.states.map((state, index) => `${index === at ? '●' : '○'} ${plain(state.title)}: takes ${list(state.accepts.map((one) => quoted(names.option(scenario, issue, one))), 'or')}.`),
    ],
  };
}

function whyLine(view: View, party: SeenParty, id: Id): Why {
  const { scenario } = view;
  const other = hides(view, party.party);
  const line = party.lines.find((one) => one.line === id);
  const chart = lineOf(scenario, party.party, id);
  if (line === undefined || chart === undefined) return NOTHING;
  const never = list(Object.entries(chart.never).map(([issue, options]) => `${names.issue(scenario, issue)}: ${list(options.map((one) => quoted(names.option(scenario, issue, one))), 'or')}`), 'together with');
  const binds = line.bites ? `${names.partyFirst(scenario, party.party)} ${line.held ? 'refuses' : 'says that it refuses'} a text with ${never}` : 'The line no longer stands in the way';
  return {
    title: `${plain(party.name)} · ${plain(line.title)}`,
    short: `${binds}${names.rests(chart.evidence)}. ${other ? `${line.stated ? '' : 'It came out at the table. '}What would move it is its own.` : `${waits(scenario, party.party, chart.states.find((one) => one.id === line.state), chart.states)}${hidden(line)}`}`,
    more: evidenceWords(scenario, chart.evidence),
  };
}

/** What only an analyst sees of a line: whether it is said in public, meant, and known. */
function hidden(line: LineLook): string {
  if (!line.held) return line.known ? ' It is a bluff: stated and not held, it would not refuse over it.' : ' It was a bluff, and it has been called.';
  return `${line.stated ? '' : ' It is not stated in public.'}${line.known ? '' : ' The drafter does not know of it.'}`;
}

/** What a chart waits for in its present state. */
function waits(scenario: Scenario, party: Id, state: ChartState | undefined, states: readonly ChartState[]): string {
  if (state === undefined || state.transitions.length === 0) return 'Nothing moves it from here.';
  const title = (move: Transition): string => {
    const to = states.find((one) => one.id === move.to);
    return quoted(plain(to === undefined || to.title === '' ? move.to : to.title));
  };
  return `It may move to ${list(state.transitions.map((move) => `${title(move)} when ${signal(scenario, party, move.on.written)}${move.chance === undefined ? '' : ' (by chance)'}`), 'or')}.`;
}

function whyGauge(view: View): Why {
  const { scenario } = view;
  const lines = gaugeLines(view);
  const line = lines[Math.min(view.ui.line.pressure, lines.length - 1)];
  if (line === undefined) return { ...NOTHING, short: 'The scenario has no gauges.' };
  const title = names.gauge(scenario, line.name);
  const marks = line.file?.thresholds.map((one) => `when it ${one.direction === 'rises' ? 'rises above' : 'falls below'} ${per(one.at)}${line.look.thresholds.some((mark) => mark.signal === one.signal && mark.past) ? ' (so it is now)' : ''}`) ?? [];
  const first = view.courses.get(line.name)?.[0];
  return {
    title,
    short: `${title} stands at ${per(line.look.value)}${first === undefined ? '' : `; after the first round it was ${per(first)}`}. ${marks.length === 0 ? 'It has no threshold.' : `It makes itself felt ${list(marks, 'and')}.`}`,
    more: line.file === undefined ? [] : evidenceWords(scenario, line.file.evidence),
  };
}

function whyLog(view: View): Why {
  const { scenario, log, ui } = view;
  const entry = log[Math.min(ui.line.log ?? log.length - 1, log.length - 1)];
  if (entry === undefined) return { title: 'What happened', short: 'Nothing has happened yet.', more: [] };
  // Of what moves another, and of the support it has at home, a seat hears nothing.
  const inside = (entry.record.kind === 'moved' || entry.record.kind === 'ratified') && hides(view, entry.record.party);
  const why = inside ? null : reasons(entry.record, scenario);
  return { title: `The ${ordinal(entry.round)} round, ${entry.record.phase}`, short: why === null ? entry.text : `${entry.text} ${why}`, more: recordEvidence(scenario, entry.record) };
}

function recordEvidence(scenario: Scenario, record: View['log'][number]['record']): readonly string[] {
  switch (record.kind) {
    case 'event': return evidenceOf(scenario, scenario.events.find((one) => one.id === record.event)?.evidence);
    case 'deadline': return evidenceOf(scenario, scenario.calendar.deadlines.find((one) => one.id === record.deadline)?.evidence);
    case 'answer': {
      const { because, party } = record;
      return because.kind === 'red-line' ? evidenceOf(scenario, names.partyOf(scenario, party)?.redLines.find((one) => one.id === because.line)?.evidence) : [];
    }
    case 'moved': {
      const owner = names.partyOf(scenario, record.party);
      return evidenceOf(scenario, record.chart === 'stance' ? owner?.stances.find((one) => one.issue === record.of)?.evidence : record.chart === 'line' ? owner?.redLines.find((one) => one.id === record.of)?.evidence : owner?.posture.evidence);
    }
    default: return [];
  }
}

const evidenceOf = (scenario: Scenario, evidence: Evidence | undefined): readonly string[] => (evidence === undefined ? [] : evidenceWords(scenario, evidence));
