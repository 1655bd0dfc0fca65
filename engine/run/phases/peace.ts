/** Phase 8. A truce in force may break; after the last signature the peace is followed to its horizon. */
import { ENDINGS } from '../../vocabulary.ts';
import type { HazardModel } from '../../model/model.ts';
import { matches } from '../../model/pattern.ts';
import { breakChance } from '../../rules/keep-peace.ts';
import { breakTruce } from '../truce.ts';
import { fighting, type World } from '../world.ts';

const SETTLED = ENDINGS.indexOf('settled');

export function peace(world: World): void {
  const { model, state, luck } = world;
  if (state.ending === SETTLED) { follow(world); return; }
  const truce = fighting(world);
  if (truce === 'war' || state.truceSince >= state.round) return;
  const hazard = model.hazards[truce];
  if (!hazard) return;
  const age = (state.round - state.truceSince - 1) * model.roundDays;
  const chance = breakChance(hazard.cumulative(age, state.levers), hazard.cumulative(age + model.roundDays, state.levers), ratioNow(world, hazard));
  if (luck.uniform(model.breakDraw, state.round, 0) < chance) breakTruce(world, 'hazard');
}

/** The product of the ratios of all terms in force, and of what leverage bought. */
function ratioNow(world: World, hazard: HazardModel): number {
  let ratio = world.state.bought;
  for (const each of hazard.ratios) if (matches(each.when, world.state.inForce)) ratio *= each.ratio(world.state.levers);
  return ratio;
}

/**
 * The years after, in one draw: the age at which H · ratio reaches an exponential number. So the same package signed in the same
 * round under a stronger guarantee never lasts shorter.
 */
function follow(world: World): void {
  const { model, state, luck } = world;
  state.over = 1;
  const hazard = model.hazards.agreement;
  if (!hazard || model.horizonDays === 0) return;
  const ratio = ratioNow(world, hazard);
  const total = -Math.log(luck.uniform(model.aftermathDraw, 0, 0));
  const age = ratio <= 0 ? Infinity : hazard.ageAt(total / ratio, state.levers);
  state.collapsed = age < model.horizonDays ? 1 : 0;
  state.peaceDays = state.collapsed === 1 ? age : model.horizonDays;
  world.emit?.({ kind: 'peace', round: state.round, phase: 'peace', heldDays: state.peaceDays, censored: state.collapsed === 0, horizonDays: model.horizonDays });
}
