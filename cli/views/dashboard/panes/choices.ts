/** Pages on which an analyst changes what happens: events of the next round, assumptions from then on. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Choice } from '../../../../engine/record/record.ts';
import { windowStart } from '../lines.ts';
import type { Mode } from '../ui.ts';
import { fit, pad, padLeft, row, span, width, wrap } from '../rows.ts';
import type { Row, Span } from '../rows.ts';
import type { View } from '../view.ts';
import * as names from '../../plain/names.ts';
import { number } from '../../plain/words.ts';
import { evidenceWords } from '../words.ts';

const dim = (text: string, wide: number): readonly Row[] => wrap(text, Math.max(20, wide - 2)).map((line) => row(` ${line}`, 'dim'));
const longest = (titles: readonly string[], most: number): number => Math.min(most, Math.max(8, ...titles.map(width)));

/** Lines kept for the evidence of the chosen one. */
const FOR_EVIDENCE = 5;

/** Those in sight of a list, around the chosen one. */
function around<Thing>(things: readonly Thing[], chosen: number, high: number): readonly { readonly one: Thing; readonly at: number }[] {
  const room = Math.max(3, high - 2 - FOR_EVIDENCE);
  const from = windowStart(things.length, room, chosen);
  return things.map((one, at) => ({ one, at })).slice(from, from + room);
}

export function eventsPage(view: View, chosen: number, high: number): readonly Row[] {
  const { scenario, look, columns, ahead } = view;
  const cells = longest(scenario.events.map((event) => names.event(scenario, event.id)), Math.floor(columns * 0.6));
  const state = (id: string): readonly [string, Span['tone']] => {
    const choice = ahead.find((one): one is Extract<Choice, { kind: 'event' }> => one.kind === 'event' && one.event === id);
    return choice === undefined ? ['left to chance', 'dim'] : choice.happens ? ['will happen', 'warn'] : ['held back', 'warn'];
  };
  const event = scenario.events[chosen];
  return [
    row(` What happens outside the room in round ${look.round + 1}:`),
    ...around(scenario.events, chosen, high).map(({ one, at }): Row => [span(at === chosen ? ' ▸ ' : '   ', 'accent'), span(pad(names.event(scenario, one.id), cells), at === chosen ? 'strong' : 'plain'), span('  '), span(...state(one.id))]),
    row(''),
    ...(event === undefined ? [] : evidenceWords(scenario, event.evidence).flatMap((said) => dim(said, columns))),
  ];
}

/** Cells of the picture of a lever's range. */
const rangeCells = (columns: number): number => (columns < 100 ? 11 : 21);

export function leversPage(view: View, mode: Extract<Mode, { kind: 'levers' }>, high: number): readonly Row[] {
  const { scenario, look, columns, ahead } = view;
  const cells = longest(scenario.levers.map((lever) => names.lever(scenario, lever.id)), Math.floor(columns * 0.42));
  const lever = scenario.levers[mode.chosen];
  return [
    row(` Assumptions from round ${look.round + 1} on:`),
    ...around(scenario.levers, mode.chosen, high).map(({ one, at }): Row => {
      const choice = ahead.find((other): other is Extract<Choice, { kind: 'lever' }> => other.kind === 'lever' && other.lever === one.id);
      const now = look.levers[one.id] ?? one.value;
      const here = at === mode.chosen && mode.typed !== '';
      const next = here ? Number(mode.typed) : choice?.value ?? now;
      const shown = here ? plain(mode.typed) : number(next);
      const [low, most] = one.range;
      return fit([
        span(at === mode.chosen ? ' ▸ ' : '   ', 'accent'), span(pad(names.lever(scenario, one.id), cells), at === mode.chosen ? 'strong' : 'plain'), span(' '), span(padLeft(number(now), 8)),
        span(shown === number(now) ? '   ' : ' → '), span(pad(shown === number(now) ? '' : shown, 8), 'warn'), span(' '), span(place(next, low, most, rangeCells(columns)), 'accent'), span(` ${number(low)} to ${number(most)}`, 'dim'),
      ], columns);
    }),
    row(''),
    ...(lever === undefined ? [] : evidenceWords(scenario, lever.evidence).flatMap((said) => dim(said, columns))),
  ];
}

/** Where a value stands in its range. */
function place(value: number, low: number, high: number, cells: number): string {
  const share = high > low && Number.isFinite(value) ? (value - low) / (high - low) : 0;
  const at = Math.max(0, Math.min(cells - 1, Math.round(share * (cells - 1))));
  return `${'─'.repeat(at)}●${'─'.repeat(cells - 1 - at)}`;
}
