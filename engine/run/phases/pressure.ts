/** Phase 2. Gauges move, all from the same moment; thresholds that are past send their signals every round. */
import { holds } from '../../model/condition.ts';
import { normalQuantile } from '../../chance/normal.ts';
import { isPast, nextGauge } from '../../rules/pressure.ts';
import { sendAll, type World } from '../world.ts';

export function pressure(world: World): void {
  moveGauges(world);
  const { model, state } = world;
  if (world.emit) world.emit({ kind: 'pressure', round: state.round, phase: 'pressure', gauges: Object.fromEntries(model.gauges.map((gauge, g) => [gauge.name, state.gauges[g]])) });
  tellThresholds(world);
}

function moveGauges({ model, state: { gauges, round }, state, numbers, luck, drift }: World): void {
  const { noise, noiseDraws } = numbers;
  // Conditions read the moment before any gauge moves.
  for (let g = 0; g < drift.length; g++) drift[g] = numbers.drift[g];
  for (let each = 0; each < model.drifts.length; each++) {
    const { gauge, party, when } = model.drifts[each];
    if (holds(when, state, party)) drift[gauge] += numbers.drifts[each];
  }
  const drawn = luck.uniforms(noiseDraws, noiseDraws.length, round);
  for (let g = 0, at = 0; g < drift.length; g++) gauges[g] = nextGauge(gauges[g], drift[g], noise[g], noise[g] === 0 ? 0 : normalQuantile(drawn[at++]));
}

function tellThresholds(world: World): void {
  const { model, state: { gauges, past, round } } = world;
  const { gauge, at, direction, signal, names } = model.thresholds;
  for (let t = 0; t < at.length; t++) {
    const was = past[t] === 1;
    const is = isPast(gauges[gauge[t]], at[t], direction[t], was);
    if (is) sendAll(world, signal[t]);
    if (is === was) continue;
    past[t] = is ? 1 : 0;
    world.emit?.({ kind: 'threshold', round, phase: 'pressure', gauge: model.gauges[gauge[t]].name, signal: names[t], past: is });
  }
}
