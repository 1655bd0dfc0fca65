/** Gauges: how each moves by itself, while conditions hold and when signals are heard, and the thresholds on them. */
import { worldSignal } from '../charts/signals.ts';
import { compileAmount, compileDrift, compileNoise } from './amount.ts';
import type { Num } from './amount.ts';
import { conditionOf } from './expression.ts';
import { gaugeName, type Handles } from './handles.ts';
import type { DriftModel, GaugeModel, ThresholdsModel } from './model.ts';
import type { PartyContext } from './party.ts';

export function compileGauges({ scenario, handles, draw }: PartyContext): readonly GaugeModel[] {
  const { round } = scenario.calendar;
  const { lever } = handles;
  return handles.gauges.map((gauge) => {
    const name = gaugeName(gauge.party, gauge.id);
    return {
      name,
      party: gauge.party === null ? -1 : handles.party(gauge.party),
      start: compileAmount(gauge.start, lever),
      drift: compileDrift(gauge.drift, round, lever),
      noise: compileNoise(gauge.noise, round, lever),
      draw: draw(`gauges/${name}`),
    };
  });
}

export function compileDrifts({ scenario, handles, expressions }: PartyContext): readonly DriftModel[] {
  return handles.gauges.flatMap((gauge, at) => gauge.while.map((each) => ({
    gauge: at, party: gauge.party === null ? -1 : handles.party(gauge.party), when: conditionOf(each.when, expressions), drift: compileDrift(each.drift, scenario.calendar.round, handles.lever),
  })));
}

/** To which signals gauges react. `machine`: whose row of signals a gauge reads; what shared gauges react to lies in the row of the process. */
export function reactionsOf({ scenario, handles }: Pick<PartyContext, 'scenario' | 'handles'>): readonly { readonly gauge: number; readonly machine: number; readonly signal: number; readonly adds: Num }[] {
  return handles.gauges.flatMap((gauge, at) => gauge.on.map(({ signal: { from, name }, adds }) => ({
    gauge: at, machine: gauge.party === null ? scenario.parties.length : handles.party(gauge.party),
    signal: handles.signal(from === null ? worldSignal(name) : `${from}/${name}`), adds: compileAmount(adds, handles.lever),
  })));
}

export function compileThresholds(handles: Handles): ThresholdsModel {
  const all = handles.gauges.flatMap(({ party, thresholds }, gauge) => thresholds.map((threshold) => ({ ...threshold, gauge, party })));
  return {
    gauge: Int32Array.from(all, ({ gauge }) => gauge),
    at: Float64Array.from(all, ({ at }) => at),
    direction: Int8Array.from(all, ({ direction }) => (direction === 'rises' ? 1 : -1)),
    signal: Int32Array.from(all, ({ party, signal }) => handles.signal(party === null ? worldSignal(signal) : `${party}/${signal}`)),
    names: all.map(({ signal }) => signal),
  };
}
