/** The whole screen as rows: layouts for narrow, middling, wide and large terminals. */
import { plain } from '../../../engine/record/plain.ts';
import type { RunRecord } from '../../../engine/record/record.ts';
import { banner } from './panes/banner.ts';
import { besidePage } from './panes/beside.ts';
import { branchesPage } from './panes/branches.ts';
import { chartPage } from './panes/chart.ts';
import { eventsPage, leversPage } from './panes/choices.ts';
import { cover } from './panes/cover.ts';
import { header } from './panes/header.ts';
import { helpLine, helpPage } from './panes/help.ts';
import { logPane } from './panes/log.ts';
import { palettePane } from './panes/palette.ts';
import type { PanePicture } from './panes/pane.ts';
import { partiesPane } from './panes/parties.ts';
import { pressurePane } from './panes/pressure.ts';
import { textPane } from './panes/text.ts';
import { gaugeLines, partyLines } from './lines.ts';
import { why } from './reasons.ts';
import { cut, fit, row, rowText, span, stack, width, wrap, wrapAtMost } from './rows.ts';
import type { Row, Span } from './rows.ts';
import { PANES } from './ui.ts';
import type { Pane } from './ui.ts';
import { isLarge } from './view.ts';
import type { View } from './view.ts';

export const LEAST = { columns: 80, rows: 24 } as const;

type Draw = (view: View, wide: number, high: number) => PanePicture;
const DRAW: Readonly<Record<Pane, Draw>> = { text: textPane, parties: partiesPane, pressure: pressurePane, log: logPane };
const NAMES: Readonly<Record<Pane, string>> = { text: '1 Text', parties: '2 Parties', pressure: '3 Pressure', log: '4 Log' };

export function picture(view: View): readonly Row[] {
  const { columns, rows } = view;
  if (columns < LEAST.columns || rows < LEAST.rows) {
    const said = `Make it larger: this needs ${LEAST.columns} columns and ${LEAST.rows} rows, not ${columns}×${rows} (q quits).`;
    return stack(wrap(said, Math.max(1, columns)).map((line) => row(line)), columns, rows);
  }
  const covered = cover(view);
  if (covered !== null) return [...stack(covered, columns, rows - 1), helpLine(view)];
  const top = header(view);
  const spoken = banner(view);
  const foot = [...news(view), helpLine(view)];
  const above = spoken.length === 0 ? top : [...top, row('─'.repeat(columns), 'dim'), ...spoken];
  const high = rows - above.length - foot.length;
  const over = overlay(view, high);
  const body = over !== null ? page(view, over, high)
    : isLarge(view) ? large(view, high)
    : columns >= 120 && rows >= 34 ? wide(view, high)
    : columns >= 100 && rows >= 28 ? middling(view, high)
    : narrow(view, high);
  const { mode } = view.ui;
  if (mode.kind === 'palette') {
    // Over the lower part: what one looked at stays where it was.
    const found = palettePane(view, mode, high + foot.length - 1);
    return [...stack([...above, ...body], columns, rows - found.length - 1), ...found, helpLine(view)];
  }
  return stack([...above, ...body, ...foot], columns, rows);
}

/** What was just said to the person, in full, else what the last step brought. */
function news(view: View): readonly Row[] {
  const { ui, log, look, at, columns } = view;
  if (ui.said !== null) return wrapAtMost(plain(ui.said), columns - 2, 3).map((said) => fit([span(` ${said}`, 'warn')], columns));
  if (at === 0) return [row(' '.repeat(columns))];
  const fresh = log.filter((line) => line.fresh);
  // Of all that is new the most telling; of two the later.
  const last = fresh.reduce<(typeof fresh)[number] | undefined>((told, line) => (told === undefined || weight(line.record) >= weight(told.record) ? line : told), undefined);
  if (last === undefined) return [fit([span(` ${look.phase === null ? '' : `${look.phase[0]?.toUpperCase() ?? ''}${look.phase.slice(1)}: nothing to report.`}`, 'dim')], columns)];
  const more = fresh.length > 1 ? ` +${fresh.length - 1} in 4 Log` : '';
  return [fit([span(' * ', 'warn'), span(cut(last.text, columns - 4 - width(more)), 'strong'), span(more, 'dim')], columns)];
}

/** How much a record tells, for the one line under the panes. */
function weight(record: RunRecord): number {
  switch (record.kind) {
    case 'ended': return 9;
    case 'settled': case 'broke': case 'repudiation': case 'talks-ended': return 8;
    case 'ratification': case 'ratified': case 'stage': return 7;
    case 'answer': return record.answer === 'accept' ? 2 : 6;
    case 'fighting': case 'withdrawn': case 'called': case 'learned': return 5;
    case 'moved': return 4;
    case 'tabled': case 'event': case 'lever': case 'deadline': return 3;
    default: return 1;
  }
}

/** A horizontal line with a title in it. The title of the pane that has the focus carries a sign. */
function rule(pane: PanePicture | null, focused: boolean, wide: number): Row {
  if (pane === null) return row('─'.repeat(wide), 'dim');
  const note = pane.note === '' ? '' : ` ${pane.note} `;
  const title = cut(pane.title, wide - 5 - width(note));
  const spans: Span[] = [span('─', 'dim'), span(`${focused ? '▸' : ' '}${title} `, focused ? 'strong' : 'plain')];
  const used = 1 + 2 + width(title) + width(note) + 1;
  return [...spans, span('─'.repeat(Math.max(0, wide - used)), 'dim'), span(note, 'accent'), span('─', 'dim')];
}

function framed(view: View, pane: Pane, cells: number, high: number): readonly Row[] {
  const drawn = DRAW[pane](view, cells, high - 1);
  return [rule(drawn, view.ui.pane === pane, cells), ...stack(drawn.rows, cells, high - 1)];
}

/** Blocks of one height side by side, with a line between that joins the panes' own lines. */
function beside(blocks: readonly (readonly Row[])[]): readonly Row[] {
  const [first = [], ...others] = blocks;
  return first.map((cells, index) => others.reduce<Row>((joined, block) => {
    const next = block[index] ?? [];
    const west = rowText(joined).endsWith('─');
    const east = rowText(next).startsWith('─');
    const line = index === 0 ? '┬' : west && east ? '┼' : west ? '┤' : east ? '├' : '│';
    return [...joined, span(line, 'dim'), ...next];
  }, cells));
}

/** One pane at a time; the line above it names the others. */
function narrow(view: View, high: number): readonly Row[] {
  const { columns, ui } = view;
  const drawn = DRAW[ui.pane](view, columns, high - 2);
  const tabs: Span[] = [span(' ')];
  for (const pane of PANES) tabs.push(span(` ${pane === ui.pane ? '▸' : ' '}${NAMES[pane]} `, pane === ui.pane ? 'chosen' : 'plain'));
  tabs.push(span(ui.pane === 'text' ? 'Tab  ↑ ↓ term  , . party  Enter why' : 'Tab  ↑ ↓ line  Enter why  c chart', 'dim'));
  return [fit(tabs, columns), rule({ ...drawn, title: drawn.title.slice(2) }, false, columns), ...stack(drawn.rows, columns, high - 2)];
}

/** The text over the whole width, as what is read most; below it parties or pressure beside the log. */
function middling(view: View, high: number): readonly Row[] {
  const left = Math.floor(view.columns * 0.46);
  const right = view.columns - left - 1;
  const below = Math.min(view.look.parties.length + 1, 8);
  const text = Math.min(textHeight(view), high - below);
  return [...framed(view, 'text', view.columns, text), ...beside([framed(view, view.ui.side, left, high - text), framed(view, 'log', right, high - text)])];
}

/** Four panes: what stands on the left, what moves on the right. */
function wide(view: View, high: number): readonly Row[] {
  const left = Math.floor(view.columns * 0.4);
  const right = view.columns - left - 1;
  const text = Math.min(textHeight(view) + 1, high - 8);
  const pressure = pressureHeight(view, Math.floor(high * 0.45));
  return beside([
    [...framed(view, 'parties', left, high - pressure), ...framed(view, 'pressure', left, pressure)],
    [...framed(view, 'text', right, text), ...framed(view, 'log', right, high - text)],
  ]);
}

/** Three columns; the third holds the pressures and why things are as they are. */
function large(view: View, high: number): readonly Row[] {
  const first = Math.floor(view.columns * 0.28);
  const third = Math.floor(view.columns * 0.26);
  const second = view.columns - first - third - 2;
  // Heading, terms, answers: the reason stands beside.
  const text = Math.min(view.scenario.issues.length + 4, high - 10);
  const pressure = pressureHeight(view, Math.floor(high * 0.5));
  const whyRows = whyPage(view, third);
  const room = high - pressure - 1;
  const cutRows = whyRows.length > room ? [...whyRows.slice(0, room - 1), fit([span(' … Enter shows the rest, c the chart', 'dim')], third)] : whyRows;
  return beside([
    framed(view, 'parties', first, high),
    [...framed(view, 'text', second, text), ...framed(view, 'log', second, high - text)],
    [...framed(view, 'pressure', third, pressure), rule({ title: 'WHY', note: '', rows: [] }, false, third), ...stack(cutRows, third, room)],
  ]);
}

/** Heading, terms, answers and four lines for the reason, with the frame's line. */
const textHeight = (view: View): number => view.scenario.issues.length + 8;
/** Every gauge a line and room for the reason, but no more than the share. */
const pressureHeight = (view: View, most: number): number => Math.max(4, Math.min(most, gaugeLines(view).length + 1 + (view.ui.pane === 'pressure' ? 5 : 1)));

function whyPage(view: View, cells: number): readonly Row[] {
  const reasons = why(view);
  const narrower = Math.max(20, Math.min(cells - 2, 110));
  const paragraph = (text: string, tone: 'plain' | 'dim'): readonly Row[] => wrap(text, narrower).map((line) => row(` ${line}`, tone));
  return [row(` ${cut(reasons.title, cells - 2)}`, 'strong'), ...paragraph(reasons.short, 'plain'), row(''), ...reasons.more.flatMap((said) => paragraph(said, 'dim'))];
}

interface Overlay { readonly title: string; readonly rows: readonly Row[]; readonly from: number }

const extentOf = (title: string, at: number, count: number): string => `${title} · ${at + 1} of ${count}`;

/** A page that covers the panes. */
function overlay(view: View, high: number): Overlay | null {
  const { mode } = view.ui;
  if (mode.kind === 'help') return { title: 'ALL KEYS', rows: helpPage(view), from: mode.from };
  if (mode.kind === 'events') return { title: extentOf('EVENTS', mode.chosen, view.scenario.events.length), rows: eventsPage(view, mode.chosen, high - 1), from: 0 };
  if (mode.kind === 'levers') return { title: extentOf('ASSUMPTIONS', mode.chosen, view.scenario.levers.length), rows: leversPage(view, mode, high - 1), from: 0 };
  if (mode.kind === 'chart') return { title: 'CHART', rows: chartPage(view, view.columns), from: mode.from };
  if (mode.kind === 'branches') return { title: extentOf('BRANCHES', mode.chosen, view.branches.length), rows: branchesPage(view, mode.chosen, high - 1), from: 0 };
  if (mode.kind === 'beside' && view.beside !== null) return { title: 'SIDE BY SIDE', rows: besidePage(view, view.beside), from: mode.from };
  return mode.kind === 'why' ? { title: 'WHY', rows: whyPage(view, view.columns), from: mode.from } : null;
}

/** How far the open page can be scrolled. */
export function scrollEnd(view: View): number {
  const above = banner(view).length;
  return Math.max(0, (overlay(view, view.rows)?.rows.length ?? 0) - (view.rows - header(view).length - (above === 0 ? 0 : above + 1) - 3));
}

function page(view: View, { title, rows, from: wanted }: Overlay, high: number): readonly Row[] {
  const room = high - 1;
  const from = Math.max(0, Math.min(wanted, rows.length - room));
  const note = rows.length <= room || ['events', 'levers', 'branches'].includes(view.ui.mode.kind) ? '' : `${from + 1}–${Math.min(rows.length, from + room)} of ${rows.length}, ↓ for more`;
  return [rule({ title, note, rows: [] }, true, view.columns), ...stack(rows.slice(from, from + room), view.columns, room)];
}

/** How many lines each pane has: the bounds of its selection. */
export function lineCounts(view: Pick<View, 'scenario' | 'look' | 'log'>): Readonly<Record<Pane, number>> {
  return { text: view.scenario.issues.length, parties: partyLines(view).length, pressure: gaugeLines(view).length, log: view.log.length };
}
