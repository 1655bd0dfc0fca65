/** The outlook from here: in what share of the runs that start in this moment it ends how, and how that moved round by round. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Outlook, Scenario } from '../../../../engine/index.ts';
import { cut, row, span, width } from '../rows.ts';
import type { Row, Span } from '../rows.ts';
import type { View } from '../view.ts';
import { bar, spark } from './spark.ts';

const LONGEST = 18;
/** The strip gives way to words only while it shows this many rounds. */
const ROUNDS = 26;
const NAME = ' From here';
type Ended = Outlook['outcomes'][number];

/** A name for each outcome that has room in a line: the titles where all are short, else what the file calls them. */
export function outcomeNames({ outcomes }: Pick<Scenario, 'outcomes'>): ReadonlyMap<string, string> {
  const short = outcomes.every(({ title }) => width(plain(title)) <= LONGEST);
  return new Map(outcomes.map(({ id, title }) => [id, short ? plain(title) : cut(plain(id).replace(/[-_]+/g, ' '), LONGEST)]));
}

/** What the line and the strip say, for the help page. */
export function outlookHelp(scenario: Scenario, line: (sign: string, says: string) => readonly Row[]): readonly Row[] {
  const names = outcomeNames(scenario);
  // A long name has a line of its own.
  const named = (name: string, title: string): readonly Row[] => (width(name) > 13 ? line('', `${name}: ${title}`) : line(name, title));
  return [
    row(' From here: how runs end that start in this moment', 'strong'),
    ...scenario.outcomes.flatMap(({ id, title }) => (names.get(id) === plain(title) ? [] : named(names.get(id) ?? id, plain(title)))),
    ...line('▲3 ▼3', 'points of a hundred gained or lost with the last step; shown where luck alone would seldom do it'),
    ...line('±2', 'half of the widest 95 % interval, in points of a hundred'),
    ...line('▂▃▅▇', 'round by round, all on one scale; · not known'),
    row(''),
  ];
}

export function outlookRows(view: View): readonly Row[] {
  const { outlook, columns, rows, end, ui } = view;
  // Side by side the page itself shows both.
  if (outlook === null || ui.mode.kind === 'beside') return [];
  const strip = columns >= 120 && rows >= 34 ? course(view, outlook.course) : [];
  if (end !== null) return strip;
  if (outlook.failed) return [[span(NAME, 'strong'), span('  no outlook: what plays the runs has stopped. o, twice, tries again.', 'dim')]];
  return [outlook.now === null ? [span(NAME, 'strong'), span('  playing runs …', 'dim')] : line(view, outlook.now, outlook.before), ...strip];
}

const half = ({ low, high }: Ended): number => (high - low) / 2;
/** A difference in points of a hundred; 0 where it may be chance. */
function moved(now: Ended, was: Ended | undefined): number {
  if (was === undefined) return 0;
  const by = now.share - was.share;
  return Math.abs(by) > Math.hypot(half(now), half(was)) ? Math.round(by * 100) : 0;
}
const arrow = (by: number): Span => span(by === 0 ? '' : `${by > 0 ? '▲' : '▼'}${Math.abs(by)}`, 'warn');

/** The commonest outcomes, as many as have room, in the scenario's order; the rest together. */
function line({ scenario, columns }: View, now: Outlook, before: Outlook | null): Row {
  const names = outcomeNames(scenario);
  const margin = Math.max(1, Math.round(Math.max(...now.outcomes.map(half)) * 100));
  const tail = columns >= 100 ? `  ±${margin}, ${now.runs} runs ` : `  ±${margin} `;
  const room = columns - width(NAME) - width(tail);
  const item = (one: Ended): Row => {
    const change = arrow(moved(one, before?.outcomes.find((was) => was.id === one.id)));
    return [span(`  ${names.get(one.id) ?? one.id} `), span(`${Math.round(one.share * 100)} %`, 'strong'), ...(change.text === '' ? [] : [span(' '), change])];
  };
  const cells = (parts: Row): number => parts.reduce((sum, part) => sum + width(part.text), 0);
  const others = (rest: readonly Ended[]): Row => {
    const together = rest.reduce((sum, one) => sum + one.share, 0);
    return together === 0 ? [] : [span(`  others ${together < 0.005 ? '<1' : Math.round(together * 100)} %`, 'dim')];
  };
  const told = now.outcomes.filter((one) => one.share >= 0.005 || item(one).some((part) => part.tone === 'warn' && part.text !== ''));
  const byShare = [...now.outcomes].sort((a, b) => Number(told.includes(b)) - Number(told.includes(a)) || b.share - a.share);
  const fits = (many: number): boolean => [...byShare.slice(0, many).map(item), others(byShare.slice(many))].reduce((sum, parts) => sum + cells(parts), 0) <= room;
  let many = told.length;
  while (many > 1 && !fits(many)) many -= 1;
  const shown = now.outcomes.filter((one) => byShare.indexOf(one) < many);
  const rest = others(byShare.slice(many));
  const left = room - shown.reduce((sum, one) => sum + cells(item(one)), cells(rest));
  const wide = Math.min(12, Math.floor(left / shown.length) - 1);
  const drawn = shown.flatMap((one): Row => (wide < 3 ? item(one) : [...item(one), span(' '), span(bar(one.share, wide), 'accent')]));
  return [span(NAME, 'strong'), ...drawn, ...rest, span(tail, 'dim')];
}

interface Turn { readonly round: number; readonly id: string; readonly by: number }

/** How the commonest outcomes moved, a cell a round, all on one scale; then the rounds that turned most. */
function course({ scenario, columns }: View, rounds: readonly (Outlook | null)[]): readonly Row[] {
  const known = rounds.flatMap((outlook, round) => (outlook === null ? [] : [{ outlook, round }]));
  const last = known.at(-1);
  if (last === undefined || known.length < 2) return [[span(' Round by round', 'strong'), span('  fills as the run goes on', 'dim')]];
  const names = outcomeNames(scenario);
  const mean = (id: string): number => known.reduce((sum, { outlook }) => sum + share(outlook, id), 0);
  const shown = [...last.outlook.outcomes].sort((a, b) => mean(b.id) - mean(a.id)).slice(0, 3);
  const most = Math.max(0.01, ...known.flatMap(({ outlook }) => shown.map(({ id }) => share(outlook, id))));
  const turns = turnsOf(known);
  const head = ' Round by round';
  /** With so many outcomes and turns: the words, and the cells left for each course. */
  const tryOut = (many: number, told: number) => {
    const words = turns.length === 0 || told === 0 ? '' : `  turned most: ${turns.slice(0, told).map(({ round, id, by }) => `round ${round} (${names.get(id) ?? id} ${arrow(by).text})`).join(', ')} `;
    const labels = shown.slice(0, many).reduce((sum, { id }) => sum + width(names.get(id) ?? id) + 3, 0);
    return { many, words, wide: Math.min(rounds.length, Math.floor((columns - width(head) - labels - width(words)) / Math.min(many, shown.length))) };
  };
  const enough = Math.min(rounds.length, ROUNDS);
  const fitting = ([[3, 2], [3, 1], [2, 2], [2, 1], [1, 1]] as const).map(([many, told]) => tryOut(many, told)).find(({ wide }) => wide >= enough) ?? tryOut(1, 0);
  const graph = (id: string): string => rounds.slice(-fitting.wide).map((outlook) => (outlook === null ? '·' : spark([share(outlook, id) / most * 0.999], 1))).join('');
  return [[span(head, 'strong'), ...shown.slice(0, fitting.many).flatMap(({ id }) => [span(`  ${names.get(id) ?? id} `), span(graph(id), 'accent')]), span(fitting.words, 'dim')]];
}

const share = (outlook: Outlook, id: string): number => outlook.outcomes.find((one) => one.id === id)?.share ?? 0;

/** The largest move of each round, largest first. */
function turnsOf(known: readonly { readonly outlook: Outlook; readonly round: number }[]): readonly Turn[] {
  return known.slice(1).flatMap(({ outlook, round }, index): readonly Turn[] => {
    const before = known[index]?.outlook;
    const turns = outlook.outcomes.map((one) => ({ round, id: one.id, by: moved(one, before?.outcomes.find((was) => was.id === one.id)) }));
    const [largest] = turns.sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
    return largest === undefined || largest.by === 0 ? [] : [largest];
  }).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
}
