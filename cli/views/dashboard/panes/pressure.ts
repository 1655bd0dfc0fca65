/** The gauges: recent course, value, change since the last step, thresholds. */
import { plain } from '../../../../engine/record/plain.ts';
import { gaugeLines, windowStart } from '../lines.ts';
import type { GaugeLine } from '../lines.ts';
import { why } from '../reasons.ts';
import { blank, fit, pad, padLeft, span, width, wrapAtMost } from '../rows.ts';
import type { Row, Span } from '../rows.ts';
import { gaugeName } from '../view.ts';
import type { View } from '../view.ts';
import { per } from '../words.ts';
import { extent } from './pane.ts';
import type { PanePicture } from './pane.ts';
import { spark } from './spark.ts';

export function pressurePane(view: View, wide: number, high: number): PanePicture {
  const lines = gaugeLines(view);
  const focused = view.ui.pane === 'pressure';
  const selected = Math.min(view.ui.line.pressure, lines.length - 1);
  const reason = focused ? wrapAtMost(why(view).short, wide - 2, Math.max(2, Math.min(4, Math.floor(high / 4)))) : [];
  const room = high - (reason.length === 0 ? 0 : reason.length + 1);
  const from = windowStart(lines.length, room, selected);
  const owners = Math.max(2, ...view.look.parties.map((party) => Math.min(4, width(plain(party.short)))));
  const rows = lines.slice(from, from + room).map((line, index) => gauge(view, line, focused && from + index === selected, owners, wide));
  if (reason.length > 0) {
    while (rows.length < room) rows.push(blank(wide));
    rows.push(blank(wide), ...reason.map((said) => fit([span(` ${said}`)], wide)));
  }
  return { title: '3 PRESSURE', note: extent(from, room, lines.length), rows };
}

function gauge(view: View, line: GaugeLine, selected: boolean, owners: number, wide: number): Row {
  const { look } = line;
  const owner = view.look.parties.find((party) => party.party === look.party)?.short ?? '';
  const marks: Span[] = look.thresholds.flatMap((one) => [span(` ${one.past ? '●' : '┊'}${Math.round(one.at * 100)}`, one.past ? 'warn' : 'dim')]);
  // Beside the title: two signs, owner, value, change, marks; the course takes a third of what is left.
  const marksWide = look.thresholds.length === 0 ? 0 : Math.max(4, ...gaugeLines(view).map((one) => one.look.thresholds.length * 4));
  const left = wide - 4 - owners - 6 - 5 - marksWide;
  const course = Math.max(6, Math.min(60, Math.floor(left * 0.36)));
  const was = view.before === null ? undefined : gaugeBefore(view, line);
  const points = was === undefined ? 0 : Math.round(look.value * 100) - Math.round(was * 100);
  const change = points === 0 ? '' : points > 0 ? `▲${points}` : `▼${-points}`;
  return fit([
    span(selected ? '▸' : ' ', 'accent'), span(' '), span(pad(plain(owner), owners), 'strong'), span(' '), span(pad(plain(look.title), Math.max(6, left - course - 1))), span(' '),
    span(spark(view.courses.get(line.name) ?? [look.value], course), look.thresholds.some((one) => one.past) ? 'warn' : 'accent'),
    span(padLeft(per(look.value), 6)), span(` ${pad(change, 4)}`, 'warn'), ...marks,
  ], wide);
}

function gaugeBefore({ before }: View, line: GaugeLine): number | undefined {
  const all = before === null ? [] : [...before.gauges, ...before.parties.flatMap((party) => party.gauges)];
  return all.find((one) => gaugeName(one.party, one.gauge) === line.name)?.value;
}
