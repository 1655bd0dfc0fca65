/** Two branches side by side, at one moment and under one luck: what was decided, what differs in state, then the outlooks. */
import { plain } from '../../../../engine/record/plain.ts';
import { beyondLuck } from '../../../../engine/batch/beyond-luck.ts';
import type { PairedOutlook } from '../../../../engine/index.ts';
import type { TextLook } from '../../../../engine/run/look.ts';
import * as names from '../../plain/names.ts';
import { count, day, number, ordinal } from '../../plain/words.ts';
import { cut, fit, pad, padLeft, row, span, width, wrap } from '../rows.ts';
import type { Row, Span, Tone } from '../rows.ts';
import { spokenBrief } from '../speaking.ts';
import type { Beside, Side, View } from '../view.ts';
import { ANSWER_WORDS, DIPLOMACY_WORDS, FIGHTING_WORDS, per, POSTURE_WORDS } from '../words.ts';
import { outcomeNames } from './outlook.ts';
import { bar } from './spark.ts';

export interface Line { readonly label: string; readonly values: readonly [string, string] }
type Words = (side: Side) => string;

/** Everything that is told of both, in order: a heading with what is said of it, a line with a value for each, or a difference in the outlooks. */
export type BesideLine = { readonly heading: string; readonly note: string } | Line | PairedOutlook['outcomes'][number];

export function besideContent(view: View, { sides, parting, alike, pair, failed }: Beside): readonly BesideLine[] {
  const both = (words: Words): readonly [string, string] => [words(sides[0]), words(sides[1])];
  const where: Words = ({ look, end }) => (end !== null ? `ended in round ${look.round}: ${outcomeNames(view.scenario).get(end.outcome) ?? plain(end.outcome)}` : `round ${Math.max(0, look.round)} of ${look.rounds}, ${view.columns < 100 ? day(look.date).slice(4) : day(look.date)}`);
  const state = differing(view, sides);
  const noPair = failed ? 'no outlook: what plays the runs has stopped' : sides.every(({ end }) => end !== null) ? 'both have ended' : 'playing runs under the same luck …';
  const [one, other] = sides.map(({ told }) => [...told].reverse());
  const text = (of: typeof one, at: number): string => (of?.[at] === undefined ? '' : `${of[at].round}  ${of[at].text}`);
  const told = Array.from({ length: Math.max(one?.length ?? 0, other?.length ?? 0) }, (_, at): Line => ({ label: '', values: [text(one, at), text(other, at)] }));
  return [
    { label: 'Where', values: both(where) },
    { heading: 'DECIDED', note: parting === null ? 'nothing in the one that is not in the other' : `they part in round ${parting.round}, ${parting.phase}${alike ? '; the moment shown lies before' : ''}` },
    ...(parting === null ? [] : [{ label: '', values: both(({ choices }) => (choices.length === 0 ? '–' : choices.map((each) => `${spokenBrief(view.scenario, each)} (round ${each.round})`).join('; '))) }]),
    { heading: 'STATE', note: state.length === 0 ? 'no difference at this moment' : `${count(state.length, 'thing differs', 'things differ')}; the rest is the same` },
    ...state,
    { heading: 'OUTLOOK FROM HERE', note: pair === null ? noPair : `${count(pair.runs, 'pair', 'pairs')} of runs under the same luck; ${count(pair.alike, 'pair', 'pairs')} ended alike` },
    ...(pair?.outcomes ?? []),
    ...(told.length === 0 ? [] : [{ heading: 'WHAT HAPPENED', note: 'since they part, in the one and not in the other; newest first' }, ...told]),
  ];
}

export function besidePage(view: View, beside: Beside): readonly Row[] {
  const { columns } = view;
  const sure = beside.pair === null ? [] : beyondLuck(beside.pair);
  const [first, second] = beside.sides.map(({ name }) => plain(name));
  return [
    ...inColumns({ label: '', values: [first ?? '', second ?? ''] }, columns, 'strong'),
    ...besideContent(view, beside).flatMap((line): readonly Row[] => {
      if ('heading' in line) return [row(''), [span(` ${line.heading}`, 'strong'), span(`  ${line.note}`, 'dim')]];
      return 'values' in line ? inColumns(line, columns, 'plain') : [outlook(view, line, sure.includes(line.id))];
    }),
  ];
}

/** The same for people who have it read to them. */
export function besideLines(view: View, beside: Beside): readonly (string | Line)[] {
  const titles = outcomeNames(view.scenario);
  return besideContent(view, beside).map((line) => ('heading' in line ? `${line.heading.toLowerCase()}: ${line.note}.` : 'values' in line ? line : {
    label: `${titles.get(line.id) ?? line.id}, second less first ${points(line.difference)} points, interval ${points(line.low)} to ${points(line.high)}`, values: [per(line.first.share), per(line.second.share)],
  }));
}

/** A label, and a value in each column, wrapped. */
function inColumns({ label, values }: Line, columns: number, tone: Tone): readonly Row[] {
  const left = columns < 100 ? 22 : columns < 150 ? 30 : 44;
  const wide = Math.floor((columns - left - 4) / 2);
  const heads = [cut(label, left - 2)];
  const [one, other] = values.map((value) => wrap(value, wide - 1));
  return Array.from({ length: Math.max(heads.length, one?.length ?? 0, other?.length ?? 0) }, (_, at): Row => fit([
    span(` ${pad(heads[at] ?? '', left - 1)}`, 'dim'), span(pad(one?.[at] ?? '', wide), tone), span(' │ ', 'dim'), span(other?.[at] ?? '', tone),
  ], columns));
}

/** All that differs between the two states, most telling first. */
function differing({ scenario }: View, sides: readonly [Side, Side]): readonly Line[] {
  const found: Line[] = [];
  const add = (label: string, words: Words): void => {
    const values = [words(sides[0]), words(sides[1])] as const;
    if (values[0] !== values[1]) found.push({ label, values });
  };
  const textOf = ({ look }: Side): TextLook | null => look.text ?? look.lastText;
  add('Talks', ({ look }) => `${DIPLOMACY_WORDS[look.diplomacy]}${look.diplomacy === 'settled' || look.diplomacy === 'ended' ? '' : `, ${names.stage(scenario, look.stage)}`}`);
  add('Fighting', ({ look }) => FIGHTING_WORDS[look.fighting]);
  for (const issue of scenario.issues) add(`In force: ${names.issue(scenario, issue.id)}`, ({ look }) => names.option(scenario, issue.id, look.inForce[issue.id] ?? issue.standing));
  add('The text', (side) => (textOf(side) === null ? 'none' : `${ordinal(textOf(side)?.nth ?? 0)}${side.look.text === null ? ', off the table' : ', on the table'}`));
  for (const issue of scenario.issues) {
    if (sides.every((side) => textOf(side)?.terms[issue.id] !== undefined)) add(`Text: ${names.issue(scenario, issue.id)}`, (side) => names.option(scenario, issue.id, textOf(side)?.terms[issue.id] ?? ''));
  }
  for (const { id } of scenario.parties) {
    const name = plain(names.partyOf(scenario, id)?.short ?? id);
    const party = ({ look }: Side) => look.parties.find((one) => one.party === id);
    add(`${name} answered`, (side) => {
      const answer = textOf(side)?.verdicts.find((one) => one.party === id)?.answer ?? null;
      return answer === null ? 'not yet' : ANSWER_WORDS[answer].brief;
    });
    add(`${name} is`, (side) => POSTURE_WORDS[party(side)?.posture ?? ''] ?? plain(party(side)?.posture ?? ''));
    for (const stance of sides[0].look.parties.find((one) => one.party === id)?.stances ?? []) add(`${name}: ${names.issue(scenario, stance.issue)}`, (side) => plain(party(side)?.stances.find((one) => one.issue === stance.issue)?.stateTitle ?? ''));
    for (const line of sides[0].look.parties.find((one) => one.party === id)?.lines ?? []) add(`${name}: red line “${plain(line.title)}”`, (side) => plain(party(side)?.lines.find((one) => one.line === line.line)?.state ?? ''));
  }
  for (const lever of scenario.levers) add(`Assumed: ${names.lever(scenario, lever.id)}`, ({ look }) => number(look.levers[lever.id] ?? lever.value));
  const gauges = ({ look }: Side) => [...look.gauges, ...look.parties.flatMap((one) => one.gauges)];
  for (const gauge of gauges(sides[0])) {
    const owner = gauge.party === null ? '' : `${plain(names.partyOf(scenario, gauge.party)?.short ?? gauge.party)} `;
    add(`${owner}${plain(gauge.title)}`, (side) => per(gauges(side).find((one) => one.party === gauge.party && one.gauge === gauge.gauge)?.value ?? 0));
  }
  return found;
}

function points(share: number): string {
  const whole = Math.round(share * 100);
  return `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${Math.abs(whole)}`;
}

/** Shares from both, and what the second has more or less, with its interval; strong where it is more than luck. */
function outlook({ scenario, columns }: View, one: PairedOutlook['outcomes'][number], sure: boolean): Row {
  const titles = outcomeNames(scenario);
  const left = columns < 100 ? 18 : Math.max(18, ...[...titles.values()].map(width)) + 2;
  const cells = columns < 100 ? 8 : columns < 150 ? 14 : 24;
  const side = (share: number): readonly Span[] => [span(padLeft(per(share), 6), 'strong'), span(' '), span(bar(share, cells), 'accent')];
  // Where no pair differs there is nothing that luck could have done.
  const verdict = one.onlyFirst + one.onlySecond === 0 ? ' the same' : sure ? '' : columns < 100 ? ' luck' : ' may be luck';
  return fit([
    span(` ${pad(titles.get(one.id) ?? one.id, left)}`), ...side(one.first.share), span('   '), ...side(one.second.share),
    span(`  ${padLeft(points(one.difference), 4)} points`, sure ? 'strong' : 'plain'), span(` (${points(one.low)} to ${points(one.high)})`, 'dim'), span(verdict, 'dim'),
  ], columns);
}
