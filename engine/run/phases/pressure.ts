/** Phase 2. Gauges move, all from the same moment; thresholds that are past send their signals every round. */
import { isPast, nextGauge } from '../../rules/pressure.ts';
import { sendAll, type World } from '../world.ts';

export function pressure(world: World): void {
  const { model, state, luck } = world;
  const next = model.gauges.map((gauge, g) => {
    let drift = gauge.drift(state.levers);
    for (const each of gauge.while) if (each.when(state, gauge.party)) drift += each.drift(state.levers);
    const noise = gauge.noise(state.levers);
    return nextGauge(state.gauges[g], drift, noise, noise === 0 ? 0 : luck.normal(gauge.draw, state.round, 0));
  });
  state.gauges.set(next);
  const at = { round: state.round, phase: 'pressure' } as const;
  if (world.emit) world.emit({ kind: 'pressure', ...at, gauges: Object.fromEntries(model.gauges.map((gauge, g) => [gauge.name, state.gauges[g]])) });
  model.thresholds.forEach((threshold, t) => {
    const was = state.past[t] === 1;
    const past = isPast(state.gauges[threshold.gauge], threshold.at, threshold.direction, was);
    state.past[t] = past ? 1 : 0;
    if (past) sendAll(world, threshold.signal);
    if (past !== was) world.emit?.({ kind: 'threshold', ...at, gauge: model.gauges[threshold.gauge].name, signal: threshold.name, past });
  });
}
