/** The help line and the help page, both made from the key table. */
import { ALWAYS, ANALYSTS, GROUPS, KEYS, OFFERED, WHILE_RUNNING } from '../keys.ts';
import { between, fit, pad, row, span, width } from '../rows.ts';
import type { Row, Span } from '../rows.ts';
import type { View } from '../view.ts';
import type { Asked } from '../asked.ts';
import { outlookHelp } from './outlook.ts';
import { MARKS } from '../words.ts';

const brief = (keys: readonly (typeof KEYS)[number][]): Span[] => keys.flatMap((key) => [span(` ${key.shown.split(' ')[0] ?? ''}`, 'accent'), span(` ${key.brief ?? ''} `)]);
const cells = (spans: readonly Span[]): number => spans.reduce((sum, part) => sum + width(part.text), 0);

function speak(kind: Asked['kind'], seated: boolean): string {
  switch (kind) {
    case 'answer': return seated ? 'y accept   n refuse   x leave the talks' : 'a accept   r refuse   l leave the talks';
    case 'text': return 'Enter writes';
    case 'vote': return 'y yes   n no';
    case 'bound': return 'y stands by it   n repudiates it';
  }
}

/** Keys for the present context; as many as there is room for, always with help and quit. */
export function helpLine(view: View): Row {
  const { ui, columns, end } = view;
  const seated = view.people.length > 0;
  const leave = seated ? '   m the model decides' : '';
  switch (ui.mode.kind) {
    case 'help': return fit([span(' ↑ ↓ scroll   any other key goes back', 'dim')], columns);
    case 'why': return fit([span(' ↑ ↓ scroll   any other key goes back', 'dim')], columns);
    case 'name': return fit([span(' Enter saves   Esc goes back without saving', 'dim')], columns);
    case 'seat': return fit([span(` ← → party   ${speak(view.seats[Math.min(ui.mode.chosen, view.seats.length - 1)]?.kind ?? 'answer', seated)}   Esc goes back`, 'dim')], columns);
    case 'question': return fit([span(` ${speak(ui.mode.asked.kind, seated)}${leave}   Esc ${seated ? 'look first' : 'goes back'}`, 'dim')], columns);
    case 'draft': return fit([span(` ↑ ↓ term  ← → option  Enter tables it  u anew${seated ? '  m the model decides' : ''}  Esc ${seated ? 'look' : 'goes back'}`, 'dim')], columns);
    case 'events': return fit([span(' ↑ ↓ event   f make it happen   h hold it back   Esc goes back', 'dim')], columns);
    case 'levers': return fit([span(' ↑ ↓ assumption   ← → or digits: its value   Enter sets it   Esc goes back', 'dim')], columns);
    case 'cover': return fit([span(' Enter goes on   q quits', 'dim')], columns);
    case 'pass': return fit([span(' ← → party   Enter hands the keyboard on   Esc goes back', 'dim')], columns);
    case 'ask': return fit([span(ui.mode.question === 'quit' ? ' y yes, quit   s save first   n no' : ' y yes   n no', 'dim')], columns);
    case 'look': break;
  }
  const last = brief(KEYS.filter((key) => ALWAYS.includes(key.action)));
  const kept: Span[] = [];
  const wanted = OFFERED.filter((action) => !(end !== null && WHILE_RUNNING.includes(action)) && !(view.people.length > 0 && ANALYSTS.includes(action)) && (action !== 'seat' || view.seats.length > 0 || view.people.length > 1) && (action !== 'another-seed' || end !== null))
    .flatMap((action) => KEYS.filter((key) => key.action === action));
  for (const key of wanted) {
    const next = brief([key]);
    if (cells(kept) + cells(next) + cells(last) > columns) break;
    kept.push(...next);
  }
  return between(kept, last, columns);
}

/** Every key, by group; in two columns where there is room. */
export function helpPage(view: View): readonly Row[] {
  const wide = view.columns;
  const shown = Math.max(...KEYS.map((key) => width(key.shown))) + 2;
  const blocks = GROUPS.map((group): readonly Row[] => [
    row(` ${group}`, 'strong'),
    ...KEYS.filter((key) => key.group === group).map((key): Row => [span('  '), span(pad(key.shown, shown), 'accent'), span(key.says)]),
    row(''),
  ]);
  const signs: readonly Row[] = [
    row(' Signs', 'strong'),
    ...Object.values(MARKS).map((mark): Row => [span('  '), span(pad(mark.sign, shown), mark.tone), span(`the party ${mark.says}`)]),
    [span('  '), span(pad('*', shown), 'warn'), span('changed with the last step')],
    [span('  '), span(pad('●──○──○', shown), 'accent'), span('where a party stands on an issue, of the places it may come to stand')],
    [span('  '), span(pad('┊60 ●60', shown), 'accent'), span('a threshold of a gauge: not reached, passed')],
  ];
  const ahead = view.people.length > 0 ? [] : outlookHelp(view.scenario);
  if (wide < 150) return [...blocks.flat(), ...signs, ...ahead];
  const left = [...(blocks[0] ?? []), ...(blocks[2] ?? []), ...ahead.slice(1)];
  const right = [...(blocks[1] ?? []), ...signs];
  const half = Math.floor(wide / 2);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [...fit(left[index] ?? [], half), ...fit(right[index] ?? [], wide - half)]);
}
