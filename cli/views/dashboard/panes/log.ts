/** What happened, as sentences, oldest first; the last line stays in sight unless another is selected. */
import { blank, fit, MORE, padLeft, span, wrap } from '../rows.ts';
import type { Row } from '../rows.ts';
import type { View } from '../view.ts';
import type { PanePicture } from './pane.ts';

export function logPane(view: View, wide: number, high: number): PanePicture {
  const { log, ui } = view;
  if (log.length === 0) return { title: '4 WHAT HAPPENED', note: '', rows: [fit([span(' Nothing yet.', 'dim')], wide)] };
  const selected = Math.min(ui.line.log ?? log.length - 1, log.length - 1);
  const focused = ui.pane === 'log';
  const drawn = (at: number): readonly Row[] => line(view, at, focused && at === selected, wide);
  // From the selected line upwards until the pane is full, then downwards with what room is left.
  let rows: readonly Row[] = drawn(selected);
  let first = selected;
  let last = selected;
  const below = ui.line.log === null ? 0 : Math.floor(high / 2);
  while (first > 0 && rows.length < high - (selected < log.length - 1 ? below : 0)) rows = [...drawn(--first), ...rows];
  while (last < log.length - 1 && rows.length < high) rows = [...rows, ...drawn(++last)];
  while (first > 0 && rows.length < high) rows = [...drawn(--first), ...rows];
  const over = rows.length - high;
  // An entry that is cut says so beside its text; it is still told of as in sight.
  const atTop = last === selected;
  const kept = over <= 0 ? rows : atTop ? [more(rows[over]), ...rows.slice(over + 1)] : [...rows.slice(0, high - 1), more(rows[high - 1])];
  const note = first === 0 && last === log.length - 1 && over <= 0 ? '' : first === last ? `${last + 1} of ${log.length}` : `${first + 1}–${last + 1} of ${log.length}`;
  return { title: '4 WHAT HAPPENED', note, rows: kept.length === 0 ? [blank(wide)] : kept };
}

/** The same row with the sign for more in front of its text. */
const more = (cells: Row = []): Row => cells.map((part, index) => (index === 3 ? span(MORE, 'dim') : part));

function line(view: View, at: number, selected: boolean, wide: number): readonly Row[] {
  const entry = view.log[at];
  if (entry === undefined) return [];
  const opens = view.log[at - 1]?.round !== entry.round;
  return wrap(entry.text, wide - 7).map((said, index): Row => fit([
    span(selected && index === 0 ? '▸' : ' ', 'accent'), span(index === 0 && entry.fresh ? '*' : ' ', 'warn'),
    span(padLeft(opens && index === 0 ? String(entry.round) : '', 3), 'accent'), span(' '), span(said, entry.fresh ? 'strong' : 'plain'),
  ], wide));
}
