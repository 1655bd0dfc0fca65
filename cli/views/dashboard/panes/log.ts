/** What happened, as sentences, oldest first; the last line stays in sight unless another is selected. */
import { blank, fit, padLeft, span, wrap } from '../rows.ts';
import type { Row } from '../rows.ts';
import type { View } from '../view.ts';
import { extent } from './pane.ts';
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
  const kept = over <= 0 ? rows : last === selected ? rows.slice(over) : rows.slice(0, high);
  const note = over <= 0 ? extent(first, last - first + 1, log.length) : `${first + (last === selected ? 2 : 1)}–${last + (last === selected ? 1 : 0)} of ${log.length}`;
  return { title: '4 WHAT HAPPENED', note, rows: kept.length === 0 ? [blank(wide)] : kept };
}

function line(view: View, at: number, selected: boolean, wide: number): readonly Row[] {
  const entry = view.log[at];
  if (entry === undefined) return [];
  const opens = view.log[at - 1]?.round !== entry.round;
  return wrap(entry.text, wide - 7).map((said, index): Row => fit([
    span(selected && index === 0 ? '▸' : ' ', 'accent'), span(index === 0 && entry.fresh ? '*' : ' ', 'warn'),
    span(padLeft(opens && index === 0 ? String(entry.round) : '', 3), 'accent'), span(' '), span(said, entry.fresh ? 'strong' : 'plain'),
  ], wide));
}
