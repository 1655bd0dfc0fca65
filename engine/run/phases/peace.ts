/** Phase 8. A truce in force may break. */
import { matches } from '../../model/pattern.ts';
import { breakChance } from '../../rules/keep-peace.ts';
import { breakTruce } from '../truce.ts';
import { fighting, type World } from '../world.ts';

export function peace(world: World): void {
  const { model, state, luck } = world;
  const truce = fighting(world);
  if (truce === 'war' || state.truceSince >= state.round) return;
  const hazard = model.hazards[truce];
  if (!hazard) return;
  const age = (state.round - state.truceSince - 1) * model.roundDays;
  let ratio = 1;
  for (const each of hazard.ratios) if (matches(each.when, state.inForce)) ratio *= each.ratio(state.levers);
  const chance = breakChance(hazard.cumulative(age, state.levers), hazard.cumulative(age + model.roundDays, state.levers), ratio);
  if (luck.uniform(model.breakDraw, state.round, 0) < chance) breakTruce(world, 'hazard');
}
