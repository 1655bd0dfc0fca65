/**
 * Every signal that a scenario's charts can meet, by canonical name: `<party>/<name>` or `/<name>` for the world's.
 * The table in engine/README.md says which phase sends which.
 */
import type { Scenario, SignalRef } from '../scenario/scenario.ts';
import { byCodeUnit } from './order.ts';

/** Signals of the process chart; they reach no party. */
export const PROCESS = 'process:';

/** World signals that the rules themselves send. */
export const WORLD_SIGNALS = [
  'accepted', 'refused', 'no-text', 'deadline-near', 'deadline-passed', 'truce-broken', 'truce-began', 'stage-opened', 'stage-failed',
] as const;

/** Signals of each party that others hear as `<party>.<name>`. */
export const PARTY_SIGNALS = ['accepted', 'refused', 'softened', 'hardened', 'left', 'away', 'returned', 'ratified', 'rejected', 'repudiated'] as const;

/** World signals of each stage, written `<name>.<stage>`. */
export const STAGE_SIGNALS = ['settled', 'ratified', 'rejected', 'repudiated'] as const;

/** Signals that move the process chart. */
export const PROCESS_SIGNALS = ['stalled', 'resumed', 'ratifying', 'rejected', 'all-settled', 'talks-ended', 'limited-truce', 'ceasefire', 'truce-broken'] as const;
export type ProcessSignal = (typeof PROCESS_SIGNALS)[number];

export const worldSignal = (name: string): string => `/${name}`;
export const partySignal = (party: string, name: string): string => `${party}/${name}`;
export const processSignal = (name: ProcessSignal): string => `${PROCESS}/${name}`;
export const canonicalSignal = (ref: SignalRef): string => (ref.from === null ? worldSignal(ref.name) : partySignal(ref.from, ref.name));

/** All signals of a scenario, sorted: a signal's handle is its place in this list. */
export function signalNames(scenario: Scenario): readonly string[] {
  const names = new Set<string>();
  for (const name of WORLD_SIGNALS) names.add(worldSignal(name));
  for (const name of PROCESS_SIGNALS) names.add(processSignal(name));
  for (const stage of scenario.stages) for (const name of STAGE_SIGNALS) names.add(worldSignal(`${name}.${stage.id}`));
  for (const event of scenario.events) for (const name of event.sends) names.add(worldSignal(name));
  for (const gauge of scenario.gauges) for (const threshold of gauge.thresholds) names.add(worldSignal(threshold.signal));
  for (const party of scenario.parties) {
    for (const name of PARTY_SIGNALS) names.add(partySignal(party.id, name));
    names.add(partySignal(party.id, 'leaves'));
    for (const gauge of party.gauges) for (const threshold of gauge.thresholds) names.add(partySignal(party.id, threshold.signal));
    for (const line of party.redLines) {
      names.add(partySignal(party.id, `pressed.${line.id}`));
      names.add(partySignal(party.id, `waived.${line.id}`));
      names.add(partySignal(party.id, `called.${line.id}`));
    }
    for (const issue of scenario.issues) for (const option of issue.options) names.add(partySignal(party.id, `offered.${issue.id}.${option.id}`));
  }
  return [...names].sort(byCodeUnit);
}
