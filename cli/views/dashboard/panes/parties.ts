/**
 * The parties: posture, each stance as a place on its ladder, each red line with its state. When not all of it fits, only
 * the party of the selected line stands open; the others keep one line with what matters most.
 */
import { plain } from '../../../../engine/record/plain.ts';
import type { SeenParty } from '../../../../engine/analysis/party-view.ts';
import type { Id } from '../../../../engine/vocabulary.ts';
import { partyLines, windowStart } from '../lines.ts';
import type { PartyLine } from '../lines.ts';
import { why } from '../reasons.ts';
import { between, blank, cut, fit, pad, span, width, wrapAtMost } from '../rows.ts';
import type { Row, Span, Tone } from '../rows.ts';
import { hides } from '../view.ts';
import type { View } from '../view.ts';
import * as names from '../../plain/names.ts';
import { lineWord, POSTURE_WORDS } from '../words.ts';
import { extent } from './pane.ts';
import type { PanePicture } from './pane.ts';
import { ladder } from './spark.ts';

export function partiesPane(view: View, wide: number, high: number): PanePicture {
  const all = partyLines(view);
  const selected = Math.min(view.ui.line.parties, all.length - 1);
  const focused = view.ui.pane === 'parties';
  const reason = focused ? wrapAtMost(why(view).short, wide - 2, Math.max(3, Math.min(5, Math.floor(high / 4)))) : [];
  const room = high - (reason.length === 0 ? 0 : reason.length + 1);
  const signing = view.look.parties.filter((party) => party.signs).map((party) => party.party);
  const open = openParties(all, [...(focused ? [all[selected]?.party] : []), ...signing], room, focused);
  const lines = all.filter((line) => line.kind === 'party' || open.has(line.party));
  const from = windowStart(lines.length, room, lines.indexOf(all[selected]));
  const rows = lines.slice(from, from + room).map((line) => picture(view, line, focused && line === all[selected], !open.has(line.party), wide));
  if (reason.length > 0) {
    while (rows.length < room) rows.push(blank(wide));
    rows.push(blank(wide), ...reason.map((said) => fit([span(` ${said}`)], wide)));
  }
  return { title: '2 PARTIES', note: extent(from, room, lines.length), rows };
}

/** As many as there is room for, those first that are given; while one looks at the pane the first of them in any case. */
function openParties(all: readonly PartyLine[], first: readonly (Id | undefined)[], room: number, focused: boolean): ReadonlySet<Id> {
  const parties = [...new Set(all.map((line) => line.party))];
  const open = new Set<Id>();
  let used = parties.length;
  for (const party of new Set([...first.filter((id) => id !== undefined), ...parties])) {
    const more = all.filter((line) => line.party === party).length - 1;
    if ((!focused || open.size > 0) && used + more > room) continue;
    open.add(party);
    used += more;
  }
  return open;
}

function picture(view: View, line: PartyLine, selected: boolean, folded: boolean, wide: number): Row {
  const party = view.look.parties.find((one) => one.party === line.party);
  const was = view.before?.parties.find((one) => one.party === line.party);
  if (party === undefined) return blank(wide);
  if (line.kind === 'party') return heading(party, was, selected, folded, wide);
  return line.kind === 'stance' ? stance(view, party, was, line, selected, wide) : redLine(view, party, was, line, selected, wide);
}

const start = (selected: boolean, changed: boolean): readonly Span[] => [span(selected ? '▸' : ' ', 'accent'), span(changed ? '*' : ' ', 'warn')];

function heading(party: SeenParty, was: SeenParty | undefined, selected: boolean, folded: boolean, wide: number): Row {
  const roles = [party.mediates ? 'mediates' : '', party.drafts && !party.mediates ? 'drafts' : '', party.signs ? 'signs' : ''].filter((role) => role !== '').join(', ');
  const posture = POSTURE_WORDS[party.posture] ?? plain(party.posture);
  // Folded, a change further down must still be seen, and so must the lines that bind.
  const inside = folded && was !== undefined && (party.stances.some((one, index) => was.stances[index]?.state !== one.state) || party.lines.some((one, index) => was.lines[index]?.state !== one.state));
  const changed = was !== undefined && (was.posture !== party.posture || inside);
  const right = folded && party.lines.length > 0 ? summary(party) : wide < 46 ? posture : [roles, posture].filter((part) => part !== '').join(' · ');
  return between([...start(selected, changed), span(plain(party.name), 'strong'), span('  ')], [span(`${right} `, party.posture === 'at-table' ? 'dim' : 'warn')], wide);
}

function summary(party: SeenParty): string {
  const counts = new Map<string, number>();
  for (const line of party.lines) counts.set(line.state, (counts.get(line.state) ?? 0) + 1);
  const away = party.posture === 'at-table' ? '' : `${POSTURE_WORDS[party.posture] ?? plain(party.posture)} · `;
  return `${away}⛔ ${[...counts].map(([state, count]) => `${count} ${plain(state)}`).join(', ')}`;
}

/** Cells for the issue's title and for the ladder, the same in every party's lines. */
function measure(view: View, wide: number): { readonly title: number; readonly ladder: number } {
  const titles = view.look.parties.flatMap((party) => party.stances.map((one) => width(names.issue(view.scenario, one.issue))));
  const rungs = Math.max(1, ...view.scenario.parties.flatMap((party) => party.stances.map((one) => one.states.length)));
  return { title: Math.min(Math.max(6, ...titles), Math.floor(wide * 0.3)), ladder: Math.min(rungs * 3 - 2, wide < 60 ? 10 : 16) };
}

function stance(view: View, party: SeenParty, was: SeenParty | undefined, line: PartyLine, selected: boolean, wide: number): Row {
  const look = party.stances.find((one) => one.issue === line.of);
  const states = view.scenario.parties.find((one) => one.id === line.party)?.stances.find((one) => one.issue === line.of)?.states ?? [];
  if (look === undefined) return blank(wide);
  const changed = was !== undefined && was.stances.find((one) => one.issue === line.of)?.state !== look.state;
  const cells = measure(view, wide);
  const rungs = ladder(states.length, states.findIndex((one) => one.id === look.state), cells.ladder);
  return fit([
    ...start(selected, changed), span(' '), span(pad(names.issue(view.scenario, look.issue), cells.title)), span(' '),
    span(pad(rungs, cells.ladder), 'accent'), span('  '), span(cut(`${plain(look.stateTitle)}${look.firm ? ' (firm)' : ''}`, wide - 7 - cells.title - cells.ladder), changed ? 'strong' : 'plain'),
  ], wide);
}

function redLine(view: View, party: SeenParty, was: SeenParty | undefined, line: PartyLine, selected: boolean, wide: number): Row {
  const look = party.lines.find((one) => one.line === line.of);
  if (look === undefined) return blank(wide);
  const changed = was !== undefined && was.lines.find((one) => one.line === line.of)?.state !== look.state;
  const tone: Tone = !look.bites ? 'dim' : look.state === 'held' ? 'bad' : 'warn';
  const word = lineWord(look, hides(view, party.party));
  const state = `${word === '' ? '' : `${word}, `}${plain(look.state)} `;
  return between([...start(selected, changed), span(' '), span(look.bites ? '⛔' : '· ', tone), span(' '), span(plain(look.title), look.bites ? 'plain' : 'dim'), span('  ')], [span(state, tone)], wide);
}

