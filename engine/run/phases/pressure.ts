/** Phase 2. Gauges move, all from the same moment; thresholds that are past send their signals every round. */
import { normalQuantile } from '../../chance/normal.ts';
import { isPast, nextGauge } from '../../rules/pressure.ts';
import { sendAll, type World } from '../world.ts';

export function pressure(world: World): void {
  const { model, state, nextGauges, numbers, draws, drawn } = world;
  let noisy = 0;
  for (let g = 0; g < model.gauges.length; g++) if (numbers.noise[g] !== 0) draws[noisy++] = model.gauges[g].draw;
  world.luck.uniforms(draws, noisy, state.round, drawn);
  for (let g = 0, at = 0; g < model.gauges.length; g++) {
    const { party, while: whiles } = model.gauges[g];
    let drift = numbers.drift[g];
    for (let each = 0; each < whiles.length; each++) if (whiles[each].when(state, party)) drift += numbers.whileDrift[g][each];
    const noise = numbers.noise[g];
    nextGauges[g] = nextGauge(state.gauges[g], drift, noise, noise === 0 ? 0 : normalQuantile(drawn[at++]));
  }
  for (let g = 0; g < model.gauges.length; g++) state.gauges[g] = nextGauges[g];
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
