/** Names to handles. A handle is a name's place in its sorted list; file order never decides it, except for stages and tracks. */
import { byCodeUnit, byId } from '../charts/order.ts';
import { signalNames } from '../charts/signals.ts';
import type { Gauge, RedLine, Scenario } from '../scenario/scenario.ts';

/** Place of a name that the checker has vouched for; a miss is a fault of the program, not of the file. */
export type Lookup = (name: string) => number;

export function lookup(names: readonly string[], what: string): Lookup {
  const places = new Map(names.map((name, place) => [name, place]));
  return (name) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`no ${what} named ${name}`);
    return place;
  };
}

export const gaugeName = (party: string | null, gauge: string): string => (party === null ? gauge : `${party}.${gauge}`);

export interface Handles {
  readonly levers: readonly string[];
  readonly issues: Scenario['issues'];
  readonly parties: Scenario['parties'];
  readonly gauges: readonly Gauge[];
  readonly lines: readonly { readonly party: string; readonly line: RedLine }[];
  readonly events: Scenario['events'];
  readonly deadlines: Scenario['calendar']['deadlines'];
  readonly signals: readonly string[];
  readonly lever: Lookup;
  readonly issue: Lookup;
  readonly party: Lookup;
  readonly gauge: (party: string | null, gauge: string) => number;
  readonly line: (party: string, line: string) => number;
  readonly stage: Lookup;
  readonly signal: Lookup;
  /** Place of an option within its issue. */
  readonly option: (issue: string, option: string) => number;
  /** Place of an option counted through all issues. */
  readonly optionOf: (issue: string, option: string) => number;
  readonly optionBase: readonly number[];
  readonly optionCount: number;
}

export function makeHandles(scenario: Scenario): Handles {
  const levers = scenario.levers.map((lever) => lever.id).sort(byCodeUnit);
  const issues = [...scenario.issues].sort(byId);
  const parties = [...scenario.parties].sort(byId);
  const gauges = [...[...scenario.gauges].sort(byId), ...parties.flatMap((party) => [...party.gauges].sort(byId))];
  const lines = parties.flatMap((party) => [...party.redLines].sort(byId).map((line) => ({ party: party.id, line })));
  const signals = signalNames(scenario);
  const issue = lookup(issues.map((each) => each.id), 'issue');
  const gauge = lookup(gauges.map((each) => gaugeName(each.party, each.id)), 'gauge');
  const line = lookup(lines.map((each) => `${each.party}.${each.line.id}`), 'red line');
  const optionPlaces = issues.map((each) => lookup(each.options.map((option) => option.id), `option of ${each.id}`));
  const optionBase: number[] = [];
  let optionCount = 0;
  for (const each of issues) {
    optionBase.push(optionCount);
    optionCount += each.options.length;
  }
  return {
    levers, issues, parties, gauges, lines, signals, issue, optionBase, optionCount,
    events: [...scenario.events].sort(byId),
    deadlines: [...scenario.calendar.deadlines].sort(byId),
    lever: lookup(levers, 'lever'),
    party: lookup(parties.map((each) => each.id), 'party'),
    gauge: (party, name) => gauge(gaugeName(party, name)),
    line: (party, name) => line(`${party}.${name}`),
    stage: lookup(scenario.stages.map((each) => each.id), 'stage'),
    signal: lookup(signals, 'signal'),
    option: (of, option) => optionPlaces[issue(of)](option),
    optionOf: (of, option) => optionBase[issue(of)] + optionPlaces[issue(of)](option),
  };
}

/** Handles of signals, by the names they go by. */
export function signalsNamed<Name extends string>(names: readonly Name[], signal: (name: Name) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, signal(name)])) as Record<Name, number>;
}
