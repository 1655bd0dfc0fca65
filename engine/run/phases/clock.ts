/** Phase 3. Deadlines draw near or pass, a stage runs out of time, the mediator may walk away. */
import { holds } from '../../model/condition.ts';
import { STAGE } from '../../model/state.ts';
import { DEADLINE, deadlineState } from '../../rules/clock.ts';
import { happens } from '../../rules/news.ts';
import { closeStage, endTalks, failStage } from '../stages.ts';
import { sendAll, talksGoOn, type World } from '../world.ts';

export function clock(world: World): void {
  const { model, state, luck, numbers } = world;
  for (let d = 0; d < model.deadlines.length; d++) {
    const was = state.deadlines[d];
    if (was === DEADLINE.passed) continue;
    const deadline = model.deadlines[d];
    const now = deadlineState(deadline.day, state.round * model.roundDays, deadline.nearDays);
    state.deadlines[d] = now;
    if (now === DEADLINE.near) sendAll(world, model.world['deadline-near']);
    if (now === DEADLINE.passed) sendAll(world, model.world['deadline-passed']);
    if (now !== was) world.emit?.({ kind: 'deadline', round: state.round, phase: 'clock', deadline: deadline.id, is: now === DEADLINE.near ? 'near' : 'passed' });
  }
  // While a signed text waits for votes at home nobody talks, so there is nothing to run out of time or to walk away from.
  if (!talksGoOn(world) || state.ratifying > 0) return;
  const stage = model.stages[state.stage];
  if (state.stages[state.stage] === STAGE.open && state.round > state.stageOpened + stage.rounds - 1) {
    // A stage that stayed open after a limited truce has not failed when its time is over.
    if (state.signed[state.stage] === 1 && stage.upgradable && state.truceStage === state.stage + 1) closeStage(world);
    else failStage(world, 'failed', -1);
  }
  const walks = model.mediator?.walksAway;
  if (!walks || !model.mediator || !talksGoOn(world)) return;
  if (holds(walks.when, state, model.mediator.party) && happens(true, true, numbers.walksAway, luck.uniform(walks.draw, state.round, 0))) endTalks(world, 'walked-away', model.mediator.party);
}
