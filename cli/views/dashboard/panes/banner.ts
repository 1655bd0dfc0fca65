/** The lines between header and panes that speak to the person: a welcome, a question, the end of the run. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Row, Span } from '../rows.ts';
import { fit, row, span, width, wrapAtMost } from '../rows.ts';
import type { View } from '../view.ts';
import * as names from '../../plain/names.ts';
import { ending as endingWords } from '../../plain/sentences.ts';
import { count } from '../../plain/words.ts';

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
    default: break;
  }
  if (view.end !== null) return ending(view);
  return ui.welcome && view.at === 0 ? welcome(view) : [];
}

const QUESTIONS = {
  quit: (): string => 'Your answers in this run are not saved. Quit all the same?',
  overwrite: (name: string): string => `The file ${plain(name)} exists. Write over it?`,
  'another-seed': (): string => 'Your answers in this run are not saved. Begin under another seed all the same?',
  rewrite: (): string => 'An answer here replaces what came after this moment. Go on?',
} as const;

/** Three things for a newcomer: the question, what is shown, what to press. */
function welcome({ scenario, look, columns }: View): readonly Row[] {
  return [
    ...wrapAtMost(plain(scenario.question), columns - 2, 2).map((said) => row(` ${said}`, 'strong')),
    row(` ${count(scenario.parties.length, 'party', 'parties')} negotiate for up to ${count(look.rounds, 'round')}; chance is drawn from the seed.${columns >= 100 ? ' This is one run of many.' : ''}`),
    [span(' '), ...([['space', 'plays a phase'], ['r', 'a round'], ['←', 'back'], ['Enter', 'why'], ['?', 'all keys'], ['q', 'quit']] as const).flatMap(([key, does], index): readonly Span[] => [span(index === 0 ? '' : ', '), span(key, 'accent'), span(` ${does}`)])],
  ];
}

function seat({ scenario, seats, look, columns }: View, chosen: number): readonly Row[] {
  const party = seats[Math.min(chosen, seats.length - 1)];
  const verdict = look.text?.verdicts.find((one) => one.party === party);
  const would = verdict === undefined || verdict.would.kind === 'said' ? '' : ` Left to itself ${names.party(scenario, verdict.party)} would be inclined to ${verdict.would.kind === 'good-enough' ? 'accept' : 'refuse'}.`;
  const rows: Span[][] = [[]];
  let used = 0;
  for (const id of seats) {
    const text = ` ${id === party ? '▸' : ' '}${names.partyFirst(scenario, id)} `;
    if (used > 0 && used + width(text) > columns) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1]?.push(span(text, id === party ? 'chosen' : 'plain'));
    used += width(text);
  }
  return [row(' Whose answer to the text on the table do you give?', 'warn'), ...rows, row(would, 'dim')];
}

/** How it ended, in words; then what holds; then what one can do. */
function ending(view: View): readonly Row[] {
  const { scenario, end, columns } = view;
  if (end === null) return [];
  const outcome = plain(scenario.outcomes.find((one) => one.id === end.outcome)?.title ?? end.outcome);
  const how = endingWords(end, scenario);
  const held = scenario.issues.filter((issue) => end.inForce[issue.id] !== undefined && end.inForce[issue.id] !== issue.standing)
    .map((issue) => names.term(scenario, issue.id, end.inForce[issue.id] ?? issue.standing));
  const terms = held.length === 0 ? 'What held before the talks still holds.' : `What holds now: ${held.join('; ')}.`;
  const caution = columns >= 120 ? ' One run shows what can happen, not what is likely.' : '';
  return [
    ...wrapAtMost(`The run ends after ${count(view.look.round, 'round')}. Outcome: ${outcome}.`, columns - 2, 2).map((said) => row(` ${said}`, 'strong')),
    ...wrapAtMost(`${how} ${terms}`, columns - 2, 3).map((said) => row(` ${said}`)),
    [span(' Next: '), span('←', 'accent'), span(' or '), span('g', 'accent'), span(' back over it, '), span('n', 'accent'), span(' another seed, '), span('s', 'accent'), span(' save the run, '), span('q', 'accent'), span(` quit.${caution}`)],
  ];
}
