/** The text on the table, term by term, a column a party, and the reason for the selected cell. */
import { plain } from '../../../../engine/record/plain.ts';
import type { SeenLook, SeenText } from '../../../../engine/analysis/party-view.ts';
import type { Id } from '../../../../engine/vocabulary.ts';
import { issueLines, windowStart } from '../lines.ts';
import type { IssueLine } from '../lines.ts';
import { whyCell } from '../reasons.ts';
import { blank, cut, fit, pad, row, span, width, wrap, wrapAtMost } from '../rows.ts';
import type { Row, Span } from '../rows.ts';
import { isLarge } from '../view.ts';
import type { View } from '../view.ts';
import * as names from '../../plain/names.ts';
import { ordinal } from '../../plain/words.ts';
import { ANSWER_WORDS, MARKS } from '../words.ts';
import { extent } from './pane.ts';
import type { PanePicture } from './pane.ts';

interface Columns { readonly issue: number; readonly option: number; readonly party: number; readonly parties: number }

export function textPane(view: View, wide: number, high: number): PanePicture {
  const { look, ui } = view;
  const lines = issueLines(view);
  const selected = Math.min(ui.line.text, lines.length - 1);
  const columns = measure(view, lines, wide);
  const reason = whyCell(view);
  const large = isLarge(view);
  // The heading and the answers take a line each; the reason, which a large screen shows beside, three with a blank one, or less where it is short.
  const said = large ? [] : wrap(reason.short, wide - 2);
  const room = Math.max(1, Math.min(lines.length, high - 2 - (large ? 0 : 1 + Math.min(3, said.length))));
  const from = windowStart(lines.length, room, selected);
  const rows: Row[] = [heading(view, columns, wide)];
  for (const [index, line] of lines.slice(from, from + room).entries()) rows.push(term(view, line, columns, from + index === selected, wide));
  rows.push(answers(view, columns, wide));
  for (const vote of votes(view)) rows.push(fit([span(` ${vote}`, 'accent')], wide));
  if (!large) {
    if (high - rows.length > Math.min(3, said.length)) rows.push(blank(wide));
    for (const line of wrapAtMost(reason.short, wide - 2, high - rows.length)) rows.push(fit([span(` ${line}`)], wide));
  }
  // What room is left shows the evidence; Enter shows all of it.
  const evidence = large ? [] : reason.more.flatMap((more) => wrap(more, wide - 2));
  const spare = high - rows.length - 1;
  if (spare >= 2 && evidence.length > 0) {
    const cutShort = evidence.length > spare;
    rows.push(blank(wide), ...evidence.slice(0, cutShort ? spare - 1 : spare).map((more) => row(` ${more}`, 'dim')));
    if (cutShort) rows.push(row(' … Enter shows all', 'dim'));
  }
  return { title: title(view, look), note: extent(from, room, lines.length), rows };
}

function title(view: View, look: SeenLook): string {
  const { scenario, ui } = view;
  const stage = scenario.stages.find((one) => one.id === look.stage);
  const offers = stage?.protocol === 'alternating-offers';
  const what = offers ? 'OFFER' : 'TEXT';
  const by = (text: SeenText): string => (text.by === null ? '' : `, by ${names.party(scenario, text.by)}`);
  if (ui.mode.kind === 'draft') return `1 THE ${what} BEING WRITTEN · for ${names.party(scenario, ui.mode.asked.party)}`;
  if (look.diplomacy === 'ratifying' && look.text !== null) return `1 SIGNED, BEFORE THE VOTES AT HOME · ${ordinal(look.text.nth)}${by(look.text)}`;
  const turn = offers ? whoseTurn(view, stage?.signs ?? []) : '';
  if (look.text !== null) return `1 THE ${what} ON THE TABLE · ${ordinal(look.text.nth)}${by(look.text)}${turn}`;
  if (look.lastText !== null && look.settled.includes(look.stage)) return `1 THE ${what} THAT WAS SIGNED · ${ordinal(look.lastText.nth)}${by(look.lastText)}`;
  if (look.lastText !== null) return `1 THE LAST ${what} · ${ordinal(look.lastText.nth)}${by(look.lastText)}; off the table${turn}`;
  return `1 THE ${what} · none yet; what holds now${turn}`;
}

/** With offers in turn: who speaks next. One whose own offer stands has nothing to add to it. */
function whoseTurn({ scenario, look, end }: View, signs: readonly Id[]): string {
  if (end !== null || look.nextPhase === null) return '';
  const next = look.parties.find((party) => signs.includes(party.party) && party.posture === 'at-table' && party.party !== look.text?.by);
  return next === undefined ? '' : `; next turn: ${names.party(scenario, next.party)}`;
}

function measure(view: View, lines: readonly IssueLine[], wide: number): Columns {
  const shorts = view.look.parties.map((party) => width(plain(party.short)));
  const party = Math.max(4, ...shorts.map((cells) => Math.min(4, cells) + 1));
  const longest = Math.max(...lines.map((line) => width(names.issue(view.scenario, line.issue))), 5);
  const issue = Math.min(longest, Math.max(10, Math.floor(wide * 0.26)));
  // Parties that find no column are told of by the sign at the row's end.
  const parties = Math.max(1, Math.min(view.look.parties.length, Math.floor((wide - issue - 18) / party)));
  return { issue, party, parties, option: Math.max(8, wide - 4 - issue - parties * party) };
}

/** The parties in sight: a window around the selected one when there are too many. */
const shown = (view: View, columns: Columns): SeenLook['parties'] => {
  const from = windowStart(view.look.parties.length, columns.parties, view.ui.party);
  return view.look.parties.slice(from, from + columns.parties);
};

function heading(view: View, columns: Columns, wide: number): Row {
  const spans: Span[] = [span(pad('', 4 + columns.issue + columns.option))];
  for (const party of shown(view, columns)) {
    const chosen = party.party === view.look.parties[view.ui.party]?.party;
    const short = cut(plain(party.short), columns.party - 1);
    spans.push(span(short, chosen ? 'chosen' : 'strong'), span(' '.repeat(columns.party - width(short))));
  }
  if (columns.parties < view.look.parties.length) spans.push(span('…'));
  return fit(spans, wide);
}

/** Whether the text's term is another than a moment ago. */
function termChanged(view: View, issue: Id): boolean {
  const was = view.before?.text ?? view.before?.lastText;
  const is = view.look.text ?? view.look.lastText;
  if (view.before === null || is == null || was === undefined) return false;
  return was === null ? is !== null : was.terms[issue] !== is.terms[issue];
}

function term(view: View, line: IssueLine, columns: Columns, selected: boolean, wide: number): Row {
  const { scenario, look, before, ui } = view;
  const text = look.text ?? look.lastText;
  const focused = ui.pane === 'text';
  const changed = line.inStage && termChanged(view, line.issue);
  const option = names.option(scenario, line.issue, line.option ?? '');
  const drafting = ui.mode.kind === 'draft' && selected && line.inStage;
  const options = scenario.issues.find((one) => one.id === line.issue)?.options ?? [];
  const nth = options.findIndex((one) => one.id === line.option);
  // Arrows only where there is something that way.
  const between = `${nth > 0 ? '◂' : ' '} ${cut(option, columns.option - 10)} ${nth < options.length - 1 ? '▸' : ' '} ${nth + 1}/${options.length}`;
  const spans: Span[] = [
    span(selected ? '▸' : ' ', 'accent'),
    span(changed ? '*' : ' ', 'warn'),
    span(pad(names.issue(scenario, line.issue), columns.issue), line.inStage ? 'plain' : 'dim'),
    span(' '),
    span(pad(drafting ? between : option, columns.option), !line.inStage ? 'dim' : selected ? 'strong' : 'plain'),
    span(' '),
  ];
  for (const party of shown(view, columns)) {
    const mark = line.inStage ? text?.marks[line.issue]?.[party.party] : undefined;
    const was = ui.mode.kind === 'draft' ? undefined : (before?.text ?? before?.lastText)?.marks[line.issue]?.[party.party];
    const sign = mark === undefined ? '·' : MARKS[mark].sign;
    const moved = mark !== undefined && was !== undefined && was !== mark;
    const here = selected && party.party === look.parties[ui.party]?.party;
    spans.push(span(sign, here && focused ? 'chosen' : mark === undefined ? 'dim' : MARKS[mark].tone), span(pad(moved ? '*' : here ? '◂' : '', columns.party - width(sign)), moved ? 'warn' : 'accent'));
  }
  return fit(spans, wide);
}

/** The votes at home on what was signed. */
function votes({ scenario, votes: all }: View): readonly string[] {
  if (all.length === 0) return [];
  return [`Votes at home: ${all.map((vote) => `${names.party(scenario, vote.party)} ${vote.yes === null ? 'has yet to vote' : vote.yes ? 'yes' : 'no'}`).join('; ')}.`];
}

/** What has been answered so far: a sign a party, a dash for those not asked. */
function answers(view: View, columns: Columns, wide: number): Row {
  const text = view.look.text ?? view.look.lastText;
  if (text === null || view.ui.mode.kind === 'draft') return row(' '.repeat(wide));
  const spans: Span[] = [span(pad('', 2)), span(pad('Answers', columns.issue + 1), 'dim'), span(`${pad('yes or no; ? has yet to answer', columns.option)} `, 'dim')];
  for (const party of shown(view, columns)) {
    const verdict = text.verdicts.find((one) => one.party === party.party);
    const said = verdict?.answer == null ? (verdict?.consents === true ? '?' : '–') : ANSWER_WORDS[verdict.answer].brief;
    spans.push(span(pad(said, columns.party), said === 'yes' ? 'good' : said === 'no' || said === 'out' ? 'bad' : 'dim'));
  }
  return fit(spans, wide);
}
