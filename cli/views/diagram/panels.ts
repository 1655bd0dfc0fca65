/** A model's charts in words: a panel a chart, its states, and for each pair of states all that leads from one to the other. */
import { chartsOf, type Chart, type ChartMove, type Model } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import * as names from '../plain/names.ts';
import { chance } from '../plain/show/values.ts';
import { signal } from '../plain/signals.ts';
import { capital, list, quoted } from '../plain/words.ts';

export interface PanelState {
  readonly title: string;
  /** What the state means for a text; empty where its title says it. */
  readonly note: string;
  /** Whether the chart stands in no text's way here. */
  readonly open: boolean;
}
export interface PanelMove { readonly from: number; readonly to: number; readonly says: readonly string[] }
export interface Panel { readonly title: string; readonly states: readonly PanelState[]; readonly start: number; readonly moves: readonly PanelMove[] }
/** `party`: its id, or `process`. */
export interface Drawing { readonly party: Id; readonly title: string; readonly panels: readonly Panel[] }

const OF_THE_PROCESS: Readonly<Record<string, string>> = {
  stalled: 'nobody meets, or no text is found', resumed: 'a text is on the table', ratifying: 'a text is signed that must be ratified at home', rejected: 'it fails at a vote at home',
  'all-settled': 'nothing is left to be settled', 'talks-ended': 'the talks end with something open', 'limited-truce': 'a limited truce comes into force', ceasefire: 'a ceasefire on all fronts comes into force',
  'truce-broken': 'the truce breaks',
};
const PROCESS_TITLES: Readonly<Record<string, string>> = {
  talks: 'Talks', stalled: 'Talks stalled', ratifying: 'Votes at home', settled: 'All is settled', ended: 'The talks are over', war: 'War', 'limited-truce': 'Limited truce', ceasefire: 'Ceasefire',
};
const POSTURE_TITLES: Readonly<Record<string, string>> = { 'at-table': 'At the table', away: 'Stays away', left: 'Has left' };

export function drawingsOf(model: Model): readonly Drawing[] {
  const { scenario } = model;
  const charts = chartsOf(model);
  const mayChange = ({ party, kind, moves }: Chart): boolean => kind !== 'posture' || moves.some((move) => move.on !== 'leaves' || names.partyOf(scenario, party ?? '')?.leaves !== null);
  // Parties as the file lists them, the process last. A posture that never changes is no chart to look at.
  return [...scenario.parties.map(({ id }) => id), null].flatMap((party): readonly Drawing[] => {
    const own = charts.filter((chart) => chart.party === party && mayChange(chart));
    return own.length === 0 ? [] : [{ party: party ?? 'process', title: party === null ? 'The process' : names.partyFirst(scenario, party), panels: own.map((chart) => panelOf(chart, scenario)) }];
  });
}

function panelOf(chart: Chart, scenario: Scenario): Panel {
  const at = (id: Id): number => chart.states.indexOf(id);
  const pairs = new Map<string, ChartMove[]>();
  for (const move of chart.moves) {
    const key = `${move.from} ${move.to}`;
    pairs.set(key, [...(pairs.get(key) ?? []), move]);
  }
  return {
    title: titleOf(chart, scenario),
    start: at(chart.start),
    states: chart.states.map((state) => stateOf(chart, state, scenario)),
    moves: [...pairs.values()].map((moves) => ({ from: at(moves[0]?.from ?? ''), to: at(moves[0]?.to ?? ''), says: moves.map((move) => reason(chart, move, scenario)) })),
  };
}

function titleOf({ kind, of, party }: Chart, scenario: Scenario): string {
  switch (kind) {
    case 'stance': return `Stance: ${names.issue(scenario, of ?? '')}`;
    case 'line': return `Red line: ${names.line(scenario, party ?? '', of ?? '')}`;
    case 'posture': return 'Whether it attends';
    case 'diplomacy': return 'Where the talks stand';
    case 'fighting': return 'Where the fighting stands';
  }
}

function stateOf({ kind, of, party }: Chart, id: Id, scenario: Scenario): PanelState {
  const owner = names.partyOf(scenario, party ?? '');
  if (kind === 'stance') {
    const state = owner?.stances.find((one) => one.issue === of)?.states.find((one) => one.id === id);
    const accepts = list((state?.accepts ?? []).map((option) => quoted(names.option(scenario, of ?? '', option))), 'or');
    return { title: plain(state?.title ?? id), note: `accepts ${accepts}${state?.firm === true ? ', and nothing else' : ''}`, open: false };
  }
  if (kind === 'line') {
    const state = owner?.redLines.find((one) => one.id === of)?.states.find((one) => one.id === id);
    return { title: capital(plain(state?.title === undefined || state.title === '' ? id : state.title)), note: state?.bites === false ? 'no longer in the way' : 'refuses', open: state?.bites === false };
  }
  const title = kind === 'posture' ? owner?.posture.states.find((one) => one.id === id)?.title ?? POSTURE_TITLES[id] : PROCESS_TITLES[id];
  return { title: plain(title === undefined || title === id ? POSTURE_TITLES[id] ?? PROCESS_TITLES[id] ?? id : title), note: '', open: false };
}

function reason({ party }: Chart, move: ChartMove, scenario: Scenario): string {
  const when = party === null ? OF_THE_PROCESS[move.on] ?? plain(move.on) : signal(scenario, party, move.on);
  return `${when}${move.if === null ? '' : `, if ${plain(move.if)}`}${move.chance === null ? '' : `, ${chance(move.chance)}`}`;
}
