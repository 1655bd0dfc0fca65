/** Phase 2. Gauges move, all from the same moment; thresholds that are past send their signals every round. */
import { isPast, nextGauge } from '../../rules/pressure.ts';
import { sendAll, type World } from '../world.ts';

export function pressure(world: World): void {
  const { model, state, luck, nextGauges } = world;
  for (let g = 0; g < model.gauges.length; g++) {
    const gauge = model.gauges[g];
    let drift = gauge.drift(state.levers);
    for (const each of gauge.while) if (each.when(state, gauge.party)) drift += each.drift(state.levers);
    const noise = gauge.noise(state.levers);
    nextGauges[g] = nextGauge(state.gauges[g], drift, noise, noise === 0 ? 0 : luck.normal(gauge.draw, state.round, 0));
  }
  state.gauges.set(nextGauges);
  if (world.emit) world.emit({ kind: 'pressure', round: state.round, phase: 'pressure', gauges: Object.fromEntries(model.gauges.map((gauge, g) => [gauge.name, state.gauges[g]])) });
  for (let t = 0; t < model.thresholds.length; t++) {
    const threshold = model.thresholds[t];
    const was = state.past[t] === 1;
    const past = isPast(state.gauges[threshold.gauge], threshold.at, threshold.direction, was);
    state.past[t] = past ? 1 : 0;
    if (past) sendAll(world, threshold.signal);
    if (past !== was) world.emit?.({ kind: 'threshold', round: state.round, phase: 'pressure', gauge: model.gauges[threshold.gauge].name, signal: threshold.name, past });
  }
}
