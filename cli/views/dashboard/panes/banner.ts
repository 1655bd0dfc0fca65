/** The lines between header and panes that speak to the person: a welcome, a question, the end of the run. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import type { Row, Span } from '../rows.ts';
import { fit, row, span, width, wrapAtMost } from '../rows.ts';
import type { View } from '../view.ts';
import * as names from '../../plain/names.ts';
import { peace as peaceWords } from '../../plain/afterwards.ts';
import { ending as endingWords } from '../../plain/sentences.ts';
import { capital, count, list, quoted } from '../../plain/words.ts';
import { scaleOf } from '../../plain/worth.ts';
import type { Asked } from '../asked.ts';
import { questionWords, seatName, seatWords } from '../speaking.ts';

export function banner(view: View): readonly Row[] {
  const wide = view.columns;
  return lines(view).map((line) => fit(line, wide));
}

function lines(view: View): readonly Row[] {
  const { ui } = view;
  switch (ui.mode.kind) {
    case 'name': return [
      [span(' Save the run as a file, to be played again: its seed, its choices, what happened.')],
      [span(' File: '), span(plain(ui.mode.text), 'strong'), span(' ', 'chosen')],
    ];
    case 'ask': return [row(` ${QUESTIONS[ui.mode.question](ui.mode.name)}`, 'warn')];
    case 'seat': return seat(view, ui.mode.chosen);
    case 'question': return question(view, ui.mode.asked);
    case 'draft': return draft(view, ui.mode.asked);
    case 'pass': return pass(view, ui.mode.chosen);
    default: break;
  }
  if (view.end !== null) return ending(view);
  return ui.welcome && view.at === 0 ? welcome(view) : [];
}

const QUESTIONS = {
  quit: (): string => 'What you decided in this run is not saved. Quit all the same?',
  overwrite: (name: string): string => `The file ${plain(name)} exists. Write over it?`,
  'another-seed': (): string => 'What you decided in this run is not saved. Begin under another seed all the same?',
  rewrite: (): string => 'What you decide here replaces what came after this moment. Go on?',
} as const;

/** Three things for a newcomer: the question, what is shown, what to press. */
function welcome(view: View): readonly Row[] {
  const { scenario, look, columns, people } = view;
  const many = `${count(scenario.parties.length, 'party', 'parties')} negotiate for up to ${count(look.rounds, 'round')}; chance is drawn from the seed.${columns >= 100 ? ' This is one run of many.' : ''}`;
  const sitting = list(people.map((party) => seatName(scenario, party)));
  const seats = people.length === 1
    ? `You sit for ${sitting}. You see what it may know, and are asked when it is its turn.`
    : `${sitting} sit here. Until one of them is asked, the screen shows what all may see.`;
  return [
    ...wrapAtMost(plain(scenario.question), columns - 2, 2).map((said) => row(` ${said}`, 'strong')),
    ...wrapAtMost(people.length === 0 ? many : seats, columns - 2, 2).map((said) => row(` ${said}`)),
    [span(' '), ...([['space', 'plays a phase'], ['r', 'a round'], ['←', 'back'], ['Enter', 'why'], ['?', 'all keys'], ['q', 'quit']] as const).flatMap(([key, does], index): readonly Span[] => [span(index === 0 ? '' : ', '), span(key, 'accent'), span(` ${does}`)])],
  ];
}

/** Names in as many rows as they need; the chosen one carries a sign. */
function choice(labels: readonly string[], chosen: number, columns: number): readonly Row[] {
  const rows: Span[][] = [[]];
  let used = 0;
  labels.forEach((label, at) => {
    const text = ` ${at === chosen ? '▸' : ' '}${label} `;
    if (used > 0 && used + width(text) > columns) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1]?.push(span(text, at === chosen ? 'chosen' : 'plain'));
    used += width(text);
  });
  return rows;
}

function seat(view: View, wanted: number): readonly Row[] {
  const { scenario, seats, columns } = view;
  const chosen = Math.min(wanted, seats.length - 1);
  const asked = seats[chosen];
  if (asked === undefined) return [];
  return [
    row(' For whom do you speak?', 'warn'),
    ...choice(seats.map((one) => `${seatName(scenario, one.party)} (${seatWords[one.kind]})`), chosen, columns),
    row(` ${inclined(view, asked)}`, 'dim'),
  ];
}

/** What the model would have the party say, for an analyst; a seat sees its own worth. */
function inclined({ scenario, look, people, viewer }: View, asked: Asked): string {
  if (asked.kind !== 'answer') return questionWords(scenario, asked, false);
  const verdict = look.text?.verdicts.find((one) => one.party === asked.party);
  const party = look.parties.find((one) => one.party === asked.party);
  if (verdict?.would == null || verdict.would.kind === 'said') return '';
  if (people.length === 0) return `Left to itself ${names.party(scenario, asked.party)} would be inclined to ${verdict.would.kind === 'good-enough' ? 'accept' : 'refuse'}.`;
  return asked.party === viewer && party !== undefined ? measure(scenario, verdict.worth, party.threshold, party.walkAway) : '';
}

function measure(scenario: Scenario, worth: number | null, threshold: number | null, walkAway: number | null): string {
  if (worth === null || walkAway === null) return '';
  const { of, show, isBeyond } = scaleOf(scenario);
  const holds = threshold === null ? '' : `; it holds out now for ${isBeyond(threshold) ? 'more than any text can give' : show(threshold)}`;
  return `${capital(`${of}it is`)} worth ${show(worth)} to you, after what lies outside your stances; below ${show(walkAway)} you prefer no deal${holds}.`;
}

/** A party is asked; those who know its reasons are reminded of them. */
function question(view: View, asked: Asked): readonly Row[] {
  const { scenario, columns, look } = view;
  const verdict = look.text?.verdicts.find((one) => one.party === asked.party);
  const lines = asked.kind === 'answer' && verdict !== undefined && verdict.crosses.length > 0
    ? [` It crosses ${list(verdict.crosses.map((line) => quoted(names.line(scenario, asked.party, line))))}.`] : [];
  const said = `${inclined(view, asked)}${lines.join('')}`.trim();
  return [row(` ${questionWords(scenario, asked, true)}`, 'warn'), ...(said === '' ? [] : wrapAtMost(said, columns - 2, 3).map((one) => row(` ${one}`)))];
}

/** Who would sign the text as it stands on the screen, as far as the one who writes may know. */
function draft(view: View, asked: Asked): readonly Row[] {
  const { scenario, look, columns, people, viewer } = view;
  const verdicts = look.text?.verdicts.filter((one) => one.consents) ?? [];
  const by = (yes: boolean): string => list(verdicts.filter((one) => one.would !== null && (one.would.kind === 'good-enough') === yes).map((one) => names.party(scenario, one.party)));
  const party = look.parties.find((one) => one.party === viewer);
  const own = look.text?.verdicts.find((one) => one.party === viewer);
  const said = people.length > 0
    ? `${party === undefined || own === undefined ? '' : measure(scenario, own.worth, party.threshold, party.walkAway)} Others answer once it is on the table.`
    : `Left to themselves, inclined to accept: ${by(true) || 'nobody'}. To refuse: ${by(false) || 'nobody'}.`;
  return [row(` ${questionWords(scenario, asked, true)}`, 'warn'), ...wrapAtMost(said.trim(), columns - 2, 3).map((one) => row(` ${one}`))];
}

function pass({ scenario, people, columns }: View, chosen: number): readonly Row[] {
  return [row(' Whose own view? Enter covers the screen until it has the keyboard.', 'warn'), ...choice(people.map((party) => seatName(scenario, party)), chosen, columns)];
}

/** How it ended, in words; then what holds; then what one can do. */
function ending(view: View): readonly Row[] {
  const { scenario, end, peace, columns } = view;
  if (end === null) return [];
  const outcome = plain(scenario.outcomes.find((one) => one.id === end.outcome)?.title ?? end.outcome);
  const how = endingWords(end, scenario);
  const after = peace === null ? '' : ` ${peaceWords(peace)}`;
  const held = scenario.issues.filter((issue) => end.inForce[issue.id] !== undefined && end.inForce[issue.id] !== issue.standing)
    .map((issue) => names.term(scenario, issue.id, end.inForce[issue.id] ?? issue.standing));
  const terms = held.length === 0 ? 'What held before the talks still holds.' : `What holds now: ${held.join('; ')}.`;
  const caution = columns >= 120 ? ' One run shows what can happen, not what is likely.' : '';
  return [
    ...wrapAtMost(`The run ends after ${count(view.look.round, 'round')}. Outcome: ${outcome}.`, columns - 2, 2).map((said) => row(` ${said}`, 'strong')),
    ...wrapAtMost(`${how}${after} ${terms}`, columns - 2, peace === null ? 3 : 4).map((said) => row(` ${said}`)),
    [span(' Next: '), span('←', 'accent'), span(' or '), span('g', 'accent'), span(' back over it, '), span('n', 'accent'), span(' another seed, '), span('s', 'accent'), span(' save the run, '), span('q', 'accent'), span(` quit.${caution}`)],
  ];
}
