/** The statechart of what is selected: its states, the present one marked, and what each way out of it waits for. */
import { plain } from '../../../../engine/record/plain.ts';
import type { MoveLook } from '../../../../engine/run/look.ts';
import type { ChartState, RedLine, Scenario, Stance, Transition } from '../../../../engine/scenario/scenario.ts';
import type { Id } from '../../../../engine/vocabulary.ts';
import * as names from '../../plain/names.ts';
import { chance, expression } from '../../plain/show/values.ts';
import { signal } from '../../plain/signals.ts';
import { list, percent, quoted } from '../../plain/words.ts';
import { gaugeLines, issueLines, partyLines } from '../lines.ts';
import { row, span, wrap } from '../rows.ts';
import type { Row, Tone } from '../rows.ts';
import { hides } from '../view.ts';
import type { View } from '../view.ts';
import { POSTURE_WORDS } from '../words.ts';

/** A chart of a party: its stance on an issue, a red line, or its posture (`of` null). */
export interface ChartName { readonly party: Id; readonly kind: 'stance' | 'line' | 'posture'; readonly of: Id | null }

/** The charts behind what is selected. */
export function chartsOf(view: View): readonly ChartName[] {
  const { scenario, look, ui, log } = view;
  switch (ui.pane) {
    case 'text': {
      const issue = issueLines(view)[Math.min(ui.line.text, scenario.issues.length - 1)]?.issue;
      const party = look.parties[Math.min(ui.party, look.parties.length - 1)]?.party;
      return issue === undefined || party === undefined ? [] : onIssue(scenario, party, issue);
    }
    case 'parties': {
      const lines = partyLines(view);
      const line = lines[Math.min(ui.line.parties, lines.length - 1)];
      return line === undefined ? [] : [{ party: line.party, kind: line.kind === 'party' ? 'posture' : line.kind, of: line.of }];
    }
    case 'pressure': {
      const lines = gaugeLines(view);
      const gauge = lines[Math.min(ui.line.pressure, lines.length - 1)];
      return gauge === undefined ? [] : listening(view, gauge.look.party, gauge.look.thresholds.map((one) => one.signal));
    }
    case 'log': {
      const record = log[Math.min(ui.line.log ?? log.length - 1, log.length - 1)]?.record;
      if (record?.kind === 'moved') return [{ party: record.party, kind: record.chart, of: record.of }];
      if (record?.kind !== 'answer') return [];
      const { because, party } = record;
      return because.kind === 'red-line' ? [{ party, kind: 'line', of: because.line }] : because.kind === 'firm-stance' ? [{ party, kind: 'stance', of: because.issue }] : [];
    }
  }
}

/** A party's stance on the issue, and its red lines that name it. */
function onIssue(scenario: Scenario, id: Id, issue: Id): readonly ChartName[] {
  const party = names.partyOf(scenario, id);
  return [
    ...(party?.stances ?? []).filter((one) => one.issue === issue).map((): ChartName => ({ party: id, kind: 'stance', of: issue })),
    ...(party?.redLines ?? []).filter((line) => issue in line.never).map((line): ChartName => ({ party: id, kind: 'line', of: line.id })),
  ];
}

/** Charts that a gauge's threshold may move from where they stand now. */
function listening({ scenario, look }: View, owner: Id | null, signals: readonly Id[]): readonly ChartName[] {
  return look.parties.flatMap((party): readonly ChartName[] => {
    const file = names.partyOf(scenario, party.party);
    const hears = (states: readonly ChartState[] | undefined, now: Id): boolean => states?.find((one) => one.id === now)?.transitions.some(({ on }) => on.from === owner && signals.includes(on.name)) === true;
    return [
      ...(hears(file?.posture.states, party.posture) ? [{ party: party.party, kind: 'posture' as const, of: null }] : []),
      ...party.stances.filter((one) => hears(file?.stances.find((stance) => stance.issue === one.issue)?.states, one.state)).map((one) => ({ party: party.party, kind: 'stance' as const, of: one.issue })),
      ...party.lines.filter((one) => hears(file?.redLines.find((line) => line.id === one.line)?.states, one.state)).map((one) => ({ party: party.party, kind: 'line' as const, of: one.line })),
    ];
  });
}

export function chartPage(view: View, columns: number): readonly Row[] {
  const charts = chartsOf(view);
  if (charts.length === 0) return wrap(NONE[view.ui.pane], columns - 2).map((said) => row(` ${said}`));
  return charts.flatMap((chart, at) => [...(at === 0 ? [] : [row('')]), ...drawn(view, chart, columns)]);
}

const NONE = {
  text: 'The party has no stance on this issue and no red line that names it: it judges the term by its worth alone.',
  parties: 'There is no chart here.',
  pressure: 'No chart waits for a threshold of this gauge where the charts stand now.',
  log: 'No chart moved here. Select a line that tells of a move or of a refusal, or choose a stance or a red line among the parties (2).',
} as const;

interface Chart { readonly title: string; readonly now: Id; readonly states: readonly ChartState[]; readonly moves: readonly MoveLook[]; readonly note: (state: ChartState) => string }

function chartOf({ scenario, look }: View, { party: id, kind, of }: ChartName): Chart | null {
  const party = look.parties.find((one) => one.party === id);
  const file = names.partyOf(scenario, id);
  if (party === undefined || file === undefined) return null;
  const who = plain(file.name);
  if (kind === 'posture') return { title: `${who}: at the table or not`, now: party.posture, states: file.posture.states, moves: party.postureMoves, note: () => '' };
  if (kind === 'stance') {
    const stance = party.stances.find((one) => one.issue === of);
    const chart: Stance | undefined = file.stances.find((one) => one.issue === of);
    if (stance === undefined || chart === undefined) return null;
    const takes = (state: ChartState): string => {
      const own = chart.states.find((one) => one.id === state.id);
      return own === undefined ? '' : `takes ${list(own.accepts.map((one) => quoted(names.option(scenario, chart.issue, one))), 'or')}${own.firm ? ', firm' : ''}`;
    };
    return { title: `${who}: its stance on ${quoted(names.issue(scenario, chart.issue))}`, now: stance.state, states: chart.states, moves: stance.moves, note: takes };
  }
  const line = party.lines.find((one) => one.line === of);
  const chart: RedLine | undefined = file.redLines.find((one) => one.id === of);
  if (line === undefined || chart === undefined) return null;
  return { title: `${who}: its red line ${quoted(plain(chart.title))}`, now: line.state, states: chart.states, moves: line.moves, note: (state) => (chart.states.find((one) => one.id === state.id)?.bites === true ? 'it refuses over it' : 'it no longer refuses over it') };
}

function drawn(view: View, name: ChartName, columns: number): readonly Row[] {
  const chart = chartOf(view, name);
  if (chart === null) return [];
  const places = chart.states.flatMap((state): readonly Row[] => {
    const here = state.id === chart.now;
    const note = chart.note(state);
    return hung(`  ${here ? '●' : '○'} `, `${titleOf(state)}${here ? ' ◂ here' : ''}${note === '' ? '' : `: ${note}`}`, columns, here ? 'accent' : 'dim', here ? 'strong' : 'plain');
  });
  const head = [row(` ${chart.title}`, 'strong'), ...places];
  if (hides(view, name.party)) return [...head, row(' What would move it is its own.', 'dim')];
  if (chart.states.every((state) => state.transitions.length === 0)) return [...head, row(' Nothing in this scenario moves it.', 'dim')];
  const here = chart.states.find((state) => state.id === chart.now);
  return [
    ...head,
    ...(here === undefined || here.transitions.length === 0 ? [row(' Nothing moves it from here.', 'dim')] : targets(here).flatMap((to) => [
      [span(' From here to ', 'plain'), span(placeOf(chart, to), 'strong')],
      ...here.transitions.flatMap((way, at) => (way.to !== to ? [] : openOrNot(view, name.party, way, chart.moves[at], columns))),
    ])),
    ...chart.states.filter((state) => state !== here).flatMap((state) => targets(state).flatMap((to) => [
      row(` From ${placeOf(chart, state.id)} to ${placeOf(chart, to)}`, 'dim'),
      ...state.transitions.filter((way) => way.to === to).flatMap((way) => hung('    · ', saysOf(view, name.party, way), columns, 'dim', 'dim')),
    ])),
  ];
}

const titleOf = (state: ChartState): string => (state.title === '' ? POSTURE_WORDS[state.id] ?? plain(state.id).replaceAll('-', ' ') : plain(state.title));
const placeOf = ({ states }: Chart, id: Id): string => {
  const state = states.find((one) => one.id === id);
  return quoted(state === undefined ? plain(id) : titleOf(state));
};
const targets = (state: ChartState): readonly Id[] => [...new Set(state.transitions.map((way) => way.to))];

/** A line with a sign before it, wrapped beneath its text. */
function hung(sign: string, text: string, columns: number, tone: Tone, textTone: Tone): readonly Row[] {
  const lead = sign.length;
  return wrap(text, Math.max(20, columns - lead - 1)).map((said, at): Row => [span(at === 0 ? sign : ' '.repeat(lead), tone), span(said, textTone)]);
}

/** When a way is taken: its signal, its condition, its chance. */
function saysOf({ scenario }: View, party: Id, way: Transition): string {
  const condition = way.if === undefined ? '' : `, if ${expression(way.if)}`;
  return `when ${signal(scenario, party, way.on.written)}${condition}${way.chance === undefined ? '' : `, ${chance(way.chance)}`}`;
}

/** A way out of the present state, and whether it is open now or what it waits for. */
function openOrNot(view: View, party: Id, way: Transition, move: MoveLook | undefined, columns: number): readonly Row[] {
  const says = saysOf(view, party, way);
  if (move === undefined) return hung('    · ', says, columns, 'dim', 'plain');
  const odds = move.chance < 1 ? ` (${percent(move.chance)} in this round)` : '';
  const lacks = move.holds || way.if === undefined ? '' : `that ${expression(way.if)} holds`;
  const told = move.heard || isPast(view, way);
  if (told && move.holds) return hung('    ▸ open   ', `${says}: so it is${move.heard ? '' : ', and told anew every round'}; it may move in the next movement${odds}`, columns, 'good', 'strong');
  return hung('    · waits  ', `${says}${told ? `: so it is; waits for ${lacks}` : lacks === '' ? '' : `; its condition does not hold now`}`, columns, 'warn', 'plain');
}

/** A threshold is told in every round in which its gauge is past it. */
function isPast({ look }: View, { on }: Transition): boolean {
  const gauges = on.from === null ? look.gauges : look.parties.find((one) => one.party === on.from)?.gauges ?? [];
  return gauges.some((gauge) => gauge.thresholds.some((one) => one.signal === on.name && one.past));
}
