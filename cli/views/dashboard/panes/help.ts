/** The help line and the help page, both made from the key table. */
import type { Context, KeyRow } from '../key-row.ts';
import { ALWAYS, ANALYSTS, GROUPS, KEYS, OFFERED, rowsOf, WHILE_RUNNING } from '../keys.ts';
import { between, fit, pad, row, span, width, wrap } from '../rows.ts';
import type { Row, Span } from '../rows.ts';
import type { Mode } from '../ui.ts';
import type { View } from '../view.ts';
import { outlookHelp } from './outlook.ts';
import { MARKS } from '../words.ts';

/** The first of the keys, and a word for it. */
const brief = (keys: readonly KeyRow[]): Span[] => keys.flatMap((key) => [span(` ${key.shown.split(' ')[0] ?? ''}`, 'accent'), span(` ${key.brief ?? ''} `)]);
const cells = (spans: readonly Span[]): number => spans.reduce((sum, part) => sum + width(part.text), 0);

const CONTEXT: Readonly<Record<Exclude<Mode['kind'], 'question'>, Context>> = {
  look: 'look', help: 'page', why: 'page', chart: 'page', name: 'name', palette: 'palette', branches: 'branches', beside: 'beside', seat: 'seat', draft: 'draft', events: 'events', levers: 'levers', cover: 'cover', pass: 'pass', ask: 'ask',
};

/** Where the keys are read now. */
export const contextOf = (mode: Mode): Context => (mode.kind === 'question' ? mode.asked.kind === 'answer' ? 'answer' : 'vote' : CONTEXT[mode.kind]);

/** Keys for the present context; as many as there is room for, while one looks always with commands, help and quit. */
export function helpLine(view: View): Row {
  const { ui: { mode }, columns } = view;
  const context = contextOf(mode);
  if (context !== 'look') {
    // How to get out is always told.
    const told = rowsOf(context).filter((key) => key.brief !== null && fits(view, key));
    const out = brief(told.filter((key) => key.action === 'cancel'));
    return fit([...kept(told.filter((key) => key.action !== 'cancel'), columns - cells(out)), ...out], columns);
  }
  const last = brief(ALWAYS.flatMap((action) => rowsOf('look').filter((key) => key.action === action)));
  const wanted = OFFERED.flatMap((action) => rowsOf('look').filter((key) => key.action === action && offered(view, action)));
  return between(kept(wanted, columns - cells(last)), last, columns);
}

function kept(wanted: readonly KeyRow[], room: number): Span[] {
  const spans: Span[] = [];
  for (const key of wanted) {
    const next = brief([key]);
    if (cells(spans) + cells(next) > room) break;
    spans.push(...next);
  }
  return spans;
}

/** Whether a key of a question, a page or a list is of use here. */
function fits({ ui: { mode }, people, seats, scenario }: View, { action }: KeyRow): boolean {
  if (action === 'stand') return people.length === 0;
  if (mode.kind !== 'seat') return true;
  const asked = seats.find((one) => one.party === scenario.parties[mode.chosen]?.id)?.kind;
  if (action === 'accept' || action === 'refuse') return asked !== undefined && asked !== 'text';
  if (action === 'leave') return asked === 'answer';
  if (action === 'write') return asked === 'text';
  return true;
}

function offered({ end, people, branches }: View, action: (typeof OFFERED)[number]): boolean {
  if (end !== null && WHILE_RUNNING.includes(action)) return false;
  if (people.length > 0 && ANALYSTS.includes(action)) return false;
  if (action === 'beside') return branches.length > 1;
  return action !== 'another-seed' || end !== null;
}

/** Every key, by group; in two columns where there is room. */
export function helpPage(view: View): readonly Row[] {
  const two = view.columns >= 150;
  const wide = two ? Math.floor(view.columns / 2) : view.columns;
  const shown = Math.max(...KEYS.map((key) => width(key.shown))) + 2;
  const line = (sign: string, says: string, tone: Span['tone'] = 'accent'): readonly Row[] => wrap(says, Math.max(10, wide - shown - 3)).map((said, at): Row => [span('  '), span(pad(at === 0 ? sign : '', shown), tone), span(said)]);
  const block = (group: (typeof GROUPS)[number]): readonly Row[] => [row(` ${group}`, 'strong'), ...KEYS.filter((key) => key.group === group).flatMap((key) => line(key.shown, key.says)), row('')];
  const signs: readonly Row[] = [
    row(' Signs', 'strong'),
    ...Object.values(MARKS).flatMap((mark) => line(mark.sign, `the party ${mark.says}`, mark.tone)),
    ...line('*', 'changed with the last step', 'warn'),
    ...line('●──○──○', 'where a party stands on an issue, of the places it may come to stand'),
    ...line('┊60 ●60', 'a threshold of a gauge: not reached, passed'),
    row(''),
  ];
  const ahead = view.people.length > 0 ? [] : outlookHelp(view.scenario, line);
  // What a newcomer needs comes first: time, looking, the run, the signs; then the keys of questions and pages.
  const first = ['Time', 'Looking', 'Branches', 'The run'] as const;
  const later = GROUPS.filter((group) => !first.some((one) => one === group));
  if (!two) return [...first.flatMap(block), ...signs, ...ahead, ...later.flatMap(block)];
  const left = [...first.flatMap(block), ...ahead];
  const right = [...signs, ...later.flatMap(block)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [...fit(left[index] ?? [], wide), ...fit(right[index] ?? [], view.columns - wide)]);
}
