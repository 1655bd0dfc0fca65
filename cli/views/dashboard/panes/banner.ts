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
import { rowsOf } from '../keys.ts';
import type { ActionIn } from '../keys.ts';
import { questionWords, seatName, seatWords } from '../speaking.ts';

export function banner(view: View): readonly Row[] {
  const wide = view.columns;
  return lines(view).map((line) => fit(line, wide));
}

function lines(view: View): readonly Row[] {
  const { ui } = view;
  switch (ui.mode.kind) {
    case 'name': return [
      [span(` ${NAMED[ui.mode.for.what](view)}`)],
      [span(ui.mode.for.what === 'file' ? ' File: ' : ' Name: '), span(plain(ui.mode.text), 'strong'), span(' ', 'chosen')],
    ];
    case 'ask': return wrapAtMost(QUESTIONS[ui.mode.question](view, ui.mode.name), view.columns - 2, 2).map((said) => row(` ${said}`, 'warn'));
    case 'seat': return seat(view, ui.mode.chosen);
    case 'question': return question(view, ui.mode.asked);
    case 'draft': return draft(view, ui.mode.asked);
    case 'pass': return pass(view, ui.mode.chosen);
    // A page that is read needs the room.
    case 'help': case 'why': case 'chart': case 'branches': case 'beside': case 'events': case 'levers': return [];
    case 'look': case 'palette': case 'cover': break;
  }
  if (view.end !== null) return ending(view);
  return ui.welcome && view.at === 0 ? welcome(view) : [];
}

const NAMED = {
  file: ({ branches }: View): string => `Save ${branches.length > 1 ? `the branch “${plain(branches.find((one) => one.current)?.name ?? '')}”` : 'the run'} as a file, to be played again: its seed, its choices, what happened.`,
  branch: (): string => 'A branch begins at this moment: what is decided in it leaves the others as they are.',
  rename: (): string => 'Another name for the branch.',
} as const;

const unsaved = ({ branches }: View): string => {
  const names = branches.filter((one) => one.unsaved).map((one) => quoted(plain(one.name)));
  return branches.length > 1 ? `What you decided in ${list(names)} is not saved.` : 'What you decided in this run is not saved.';
};
const QUESTIONS = {
  quit: (view: View): string => `${unsaved(view)} Quit all the same? s saves ${view.branches.length > 1 ? 'the branch you are in' : 'it'} first.`,
  overwrite: (_: View, name: string): string => `The file ${plain(name)} exists. Write over it?`,
  'another-seed': (view: View): string => `${unsaved(view)} Begin under another seed all the same? All branches go.`,
  remove: (view: View, id: string): string => `Remove the branch ${quoted(plain(view.branches.find((one) => String(one.id) === id)?.name ?? ''))}? What happened in it is forgotten.`,
} as const;

/** Three things for a newcomer: the question, what one is looking at, what to press. */
function welcome(view: View): readonly Row[] {
  const { scenario, look, columns, people } = view;
  const many = `${count(scenario.parties.length, 'party', 'parties')}, up to ${count(look.rounds, 'round')}: one run of many, whose chance comes from the seed. You see what is on the table and who would sign it, where each party stands, what wears them down, and what happened.`;
  const sitting = list(people.map((party) => seatName(scenario, party)));
  const seats = people.length === 1
    ? `You sit for ${sitting}. You see what it may know, and are asked when it is its turn.`
    : `${sitting} sit here. Until one of them is asked, the screen shows what all may see.`;
  return [
    ...wrapAtMost(plain(scenario.question), columns - 2, 2).map((said) => row(` ${said}`, 'strong')),
    ...wrapAtMost(people.length === 0 ? many : seats, columns - 2, columns < 100 ? 3 : 2).map((said) => row(` ${said}`)),
    [span(' '), ...WELCOME.filter(([action]) => columns >= 100 || action !== 'why').flatMap(([action, does], index): readonly Span[] => [span(index === 0 ? '' : ', '), span(firstKey(action), 'accent'), span(` ${does}`)])],
  ];
}

const WELCOME = [['phase', 'plays a phase'], ['round', 'a round'], ['back', 'back'], ['why', 'why'], ['seat', 'a seat'], ['branches', 'a branch'], ['help', 'keys'], ['quit', 'quit']] as const;
const firstKey = (action: ActionIn<'look'>): string => rowsOf('look').find((key) => key.action === action)?.shown.split(' ')[0] ?? '';

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

function seat(view: View, chosen: number): readonly Row[] {
  const { scenario, seats, columns, ui } = view;
  const note = (party: string): string => {
    const asked = seats.find((one) => one.party === party);
    const notes = [ui.sits.includes(party) ? 'yours' : '', asked === undefined ? '' : `${seatWords[asked.kind]} now`].filter((one) => one !== '');
    return notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  };
  const party = scenario.parties[Math.min(chosen, scenario.parties.length - 1)];
  const asked = seats.find((one) => one.party === party?.id);
  const what = asked !== undefined ? inclined(view, asked) : party === undefined ? '' : ui.sits.includes(party.id) ? 'Enter gives the seat back.' : `Enter takes the seat: whenever ${names.party(scenario, party.id)} answers, writes or votes, you are asked.`;
  return [
    row(' Whose seat do you take?', 'warn'),
    ...choice(scenario.parties.map((one) => `${seatName(scenario, one.id)}${note(one.id)}`), chosen, columns),
    row(` ${what}`, 'dim'),
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
