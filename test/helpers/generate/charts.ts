/** The charts of a party in a generated world. */
import { assumed, type Draws } from './draws.ts';
import type { Frame, LineFrame, PartyFrame } from './frame.ts';
import type { Conditions } from './conditions.ts';
import type { Levers } from './levers.ts';
import { signalsFor } from './signals.ts';

export interface Making { readonly draws: Draws; readonly frame: Frame; readonly levers: Levers; readonly conditions: Conditions; /** Days on which it may start, the earliest first. */ readonly starts: readonly string[] }

type Written = Readonly<Record<string, unknown>>;
/** A move to a state; `sure`: without condition and chance. */
interface Edge { readonly signal: string; readonly sure: boolean; readonly written: unknown }

export function chartsOf(making: Making, party: PartyFrame): Written {
  const { draws, frame, conditions, levers, starts } = making;
  const { chance, some, pick } = draws;
  const signals = signalsFor(frame, party);
  const wide = frame.wide === 'signals' && party === frame.parties.find(({ signs }) => signs) ? signals.filter((signal) => signal.startsWith('offered.')) : [];

  function edge(to: string, signal: string = some(signals)): Edge {
    const conditional = chance(0.3);
    const byChance = chance(0.4);
    const written = { to, ...(conditional ? { if: conditions.truth(party) } : {}), ...(byChance ? { chance: chance(0.25) ? levers.rate(0.1, 0.9, 0.1, 'week') : chance(0.1) ? 1 : levers.amount(0.1, 1, 0.1), assumed } : {}) };
    return { signal, sure: !conditional && !byChance, written: conditional || byChance ? written : to };
  }

  /** From a state to others: edges on one signal are a list, of which a sure one ends it. */
  function on(edges: readonly Edge[]): Written {
    const by = new Map<string, Edge[]>();
    for (const each of edges) {
      const list = by.get(each.signal) ?? [];
      if (list.at(-1)?.sure !== true) by.set(each.signal, [...list, each]);
    }
    return Object.fromEntries([...by].map(([signal, list]) => [signal, list.length === 1 ? list[0].written : list.map(({ written }) => written)]));
  }

  /** Forth is always possible, so that every state is reached; back often. */
  function moves(states: readonly string[], at: number, first?: string): Written {
    const edges = [
      ...(at + 1 < states.length ? [edge(states[at + 1], first), ...(chance(0.3) ? [edge(states[at + 1])] : [])] : []), ...(at > 0 && chance(0.6) ? [edge(states[at - 1])] : []),
      ...(at > 1 && chance(0.3) ? [edge(states[0])] : []),
    ];
    // A second on the same signal: the first that is enabled moves.
    const again = edges.length > 0 && states.length > 2 && chance(0.3) ? [edge(some(states.filter((_, other) => other !== at)), edges[0].signal)] : [];
    const more = at + 1 < states.length ? wide.map((signal) => edge(states[at + 1], signal)) : [];
    const written = on([...edges, ...again, ...more]);
    return Object.keys(written).length === 0 ? {} : { on: written };
  }

  function stance(issue: string, states: readonly string[]): unknown {
    const options = frame.issues.find(({ id }) => id === issue)?.options ?? [];
    const accepts = (at: number): readonly string[] => (at === states.length - 1 ? options : options.filter((_, o) => o === 0 || chance(0.25 + 0.3 * at)));
    const start = starts.length > 1 && chance(0.4) ? { [starts[0]]: states[0], [starts[1]]: states[1] } : states[0];
    return { start, assumed, states: Object.fromEntries(states.map((id, at) => [id, { accepts: accepts(at), ...(at + 1 < states.length && chance(0.2) ? { firm: true } : {}), ...moves(states, at) }])) };
  }

  function line({ id, never, stated, held, states }: LineFrame): unknown {
    const chart = states.length === 1 ? {} : { states: Object.fromEntries(states.map((state, at) => [state, { ...(state === 'strained' && chance(0.2) ? { bites: false } : {}), ...moves(states, at, chance(0.7) ? `pressed.${id}` : 'refused') }])) };
    return { title: id, never, ...(stated ? {} : { stated }), ...(held ? {} : { held }), ...chart, assumed };
  }

  const { stances, lines, away } = party;
  return {
    ...(Object.keys(stances).length > 0 ? { stances: Object.fromEntries(Object.entries(stances).map(([issue, states]) => [issue, stance(issue, states)])) } : {}),
    ...(lines.length > 0 ? { 'red-lines': Object.fromEntries(lines.map((each) => [each.id, line(each)])) } : {}),
    ...(away ? { posture: { ...(chance(0.15) ? { start: 'away' } : {}), states: { 'at-table': { on: on([edge('away')]) }, away: { on: on([edge('at-table'), edge('at-table', 'refused'), ...(pick(4) === 0 ? [edge('left')] : [])]) } }, assumed } } : {}),
  };

}
