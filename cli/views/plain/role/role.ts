/** What a role sheet is made of: the scenario as the party knows it, and what is the party's own. Nothing else reaches the page. */
import type { Amount, Party, Scenario } from '../../../../engine/scenario/scenario.ts';

export interface Role {
  /** As the party knows it: what others want, hide or weigh is not in it. */
  readonly seen: Scenario;
  readonly party: Party;
  /** Its walk-away value at the opening, 0..1; null for a party without one. */
  readonly walkAway: number | null;
  /** Values of the levers, for the party's own amounts. */
  readonly levers: Readonly<Record<string, number>>;
  /** Signals of events to which one of its charts listens → the titles of those events: it knows what would move it. */
  readonly news: Readonly<Record<string, readonly string[]>>;
}

/** The titles of the events that may move a party, by their signals. */
export function newsOf(party: Party, scenario: Scenario): Role['news'] {
  const charts = [...party.stances, ...party.redLines, party.posture];
  const heard = new Set(charts.flatMap((chart) => chart.states.flatMap((state) => state.transitions.filter((way) => way.on.from === null).map((way) => way.on.written))));
  const titles = new Map<string, string[]>();
  for (const { sends, title } of scenario.events) {
    for (const signal of sends) if (heard.has(signal)) titles.set(signal, [...(titles.get(signal) ?? []), title]);
  }
  return Object.fromEntries(titles);
}

export function valueOf(amount: Amount, { levers }: Role): number {
  return 'lever' in amount ? levers[amount.lever] ?? 0 : amount.value;
}
