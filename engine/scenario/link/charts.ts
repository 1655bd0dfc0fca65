/** Charts: transitions on signals, targets that exist, states that can be reached. */
import type { Id } from '../../vocabulary.ts';
import { truthExpression } from '../expression.ts';
import { didYouMean } from '../nearest.ts';
import { child, entries, exists, isMap, many, nameOf, problemAt, problemAtKey, text } from '../place.ts';
import type { Place } from '../place.ts';
import type { Evidence, Transition } from '../scenario.ts';
import { readRate } from './amounts.ts';
import type { Link, PartyFile } from './context.ts';
import { readEvidence } from './evidence.ts';
import { readSignal } from './signals.ts';

type StateFile = NonNullable<PartyFile['posture']>['states'][string];
type On = StateFile['on'];

export interface ChartHead {
  readonly party: Id;
  /** What the chart's transitions may rest on. */
  readonly evidence: Evidence;
  /** The states, by name. */
  readonly states: readonly Id[];
}

/** Transitions of one state, in file order: the first that is enabled moves. */
export function readTransitions(link: Link, on: Place<On>, state: Id, chart: ChartHead): readonly Transition[] {
  return entries(on).flatMap(([, list]) => {
    const signal = readSignal(link, list, chart.party);
    let surely = false;
    return many(list).map((one) => {
      if (surely && (isMap(one) || text(one) !== undefined)) problemAt(link.report, one, 'shadowed-transition', `This can never move the chart: the one before it on ${JSON.stringify(signal.written)} always does.`, 'put the one with if or chance first');
      const transition = readTransition(link, one as Place<TransitionFile>, signal, state, chart);
      surely ||= transition.if === undefined && transition.chance === undefined;
      return transition;
    });
  });
}

interface TransitionFile { readonly to: string; readonly if?: unknown; readonly chance?: unknown; readonly because?: readonly string[] | undefined; readonly figure?: string | undefined; readonly assumed?: string | undefined }

function readTransition(link: Link, place: Place<TransitionFile>, on: Transition['on'], state: Id, chart: ChartHead): Transition {
  const target = isMap(place) ? child(place, 'to') : place;
  const to = text(target) ?? state;
  if (text(target) !== undefined) checkTarget(link, target, to, state, chart);
  if (!isMap(place)) return { on, to, evidence: chart.evidence };
  const condition = child(place, 'if');
  const chancePlace = child(place, 'chance');
  const chance = exists(chancePlace) ? readRate(link, chancePlace, 'chance') : undefined;
  const sized = chance !== undefined && !('value' in chance.amount && (chance.amount.value === 0 || chance.amount.value === 1));
  return {
    on,
    to,
    ...(exists(condition) ? { if: truthExpression(link, condition, { party: chart.party, standing: false }) } : {}),
    ...(chance === undefined ? {} : { chance }),
    evidence: readEvidence(link, place, sized ? 'number' : 'no-number', chart.evidence),
  };
}

function checkTarget(link: Link, place: Place, to: Id, state: Id, chart: ChartHead): void {
  if (!chart.states.includes(to)) problemAt(link.report, place, 'missing-target', `The chart has no state ${JSON.stringify(to)} to move to.`, didYouMean(to, chart.states));
  else if (to === state) problemAt(link.report, place, 'moves-nowhere', `${JSON.stringify(state)} moves to itself, which changes nothing.`, 'name another state, or leave it out');
}

/** The start as written or by default, if it is a state. */
export function readStart(link: Link, place: Place, states: readonly Id[], fallback: Id, chart: Place): Id {
  const start = text(place) ?? fallback;
  if (states.length > 0 && !states.includes(start)) {
    const at = exists(place) ? place : chart;
    const tell = exists(place) ? problemAt : problemAtKey;
    tell(link.report, at, 'unknown-state', exists(place) ? `The chart has no state ${JSON.stringify(start)}.` : `${JSON.stringify(nameOf(chart))} does not say where it starts, and has no state ${JSON.stringify(start)}.`, didYouMean(start, states));
  }
  return start;
}

interface Linked { readonly id: Id; readonly transitions: readonly { readonly to: Id; readonly on: { readonly written: string } }[] }

/** States that can be reached from the start, over the transitions that `counts` lets pass. */
export function reachable(start: Id, states: readonly Linked[], counts: (transition: Linked['transitions'][number]) => boolean = () => true): ReadonlySet<Id> {
  const found = new Set([start]);
  for (const id of found) for (const transition of states.find((state) => state.id === id)?.transitions ?? []) if (counts(transition)) found.add(transition.to);
  return found;
}

export function checkReachable(link: Link, places: Place<Readonly<Record<string, unknown>>>, start: Id, states: readonly Linked[]): void {
  // Where a start or a target is missing, that is the mistake.
  const known = new Set(states.map((state) => state.id));
  if (!known.has(start) || states.some((state) => state.transitions.some(({ to }) => !known.has(to)))) return;
  const found = reachable(start, states);
  for (const [id, place] of entries(places)) {
    if (known.has(id) && !found.has(id)) problemAtKey(link.report, place, 'unreachable-state', `Nothing leads to the state ${JSON.stringify(id)}.`, `let a state that is reached move to ${id}, or leave it out`);
  }
}
