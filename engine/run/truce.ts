/** A truce breaks: the terms it carried return to what stands without agreement, and its stage may open again. */
import { STAGE } from '../model/state.ts';
import { PHASES } from '../vocabulary.ts';
import { openStage } from './stages.ts';
import { fighting, forget, sendAll, talksGoOn, type World } from './world.ts';

export function breakTruce(world: World, by: 'hazard' | 'event'): void {
  const { model, state } = world;
  const truce = fighting(world);
  if (truce === 'war' || state.truceSince < 0) return;
  const returned: Record<string, string> = {};
  model.issues.forEach((issue, i) => {
    if (state.carriedBy[i] !== state.truceStage) return;
    state.inForce[i] = issue.standing;
    state.carriedBy[i] = 0;
    returned[issue.id] = issue.options[issue.standing];
  });
  forget(world);
  const heldDays = (state.round - state.truceSince) * model.roundDays;
  const stage = state.truceStage - 1;
  state.truceSince = -1;
  state.breaks++;
  if (state.firstBreak === 0) state.firstBreak = state.round;
  state.truceStage = 0;
  world.processSignals.add(model.process['truce-broken']);
  sendAll(world, model.world['truce-broken']);
  // A text that stands was written for what was in force; one that is signed stays so until it has been voted on.
  if (state.ratifying === 0) state.tabled = 0;
  world.emit?.({ kind: 'broke', round: state.round, phase: PHASES[state.phase], truce, heldDays, returned: returned, by });
  if (!model.stages[stage].reopens || !talksGoOn(world)) return;
  if (state.ratifying > 0) state.reopening = stage + 1;
  else reopen(world, stage);
}

/** A truce that broke while a signed text waited for its votes: its stage opens again once they are taken, unless they ended the talks or brought a truce. */
export function reopenAfterVotes(world: World): void {
  const { state } = world;
  if (state.reopening === 0 || state.ratifying > 0) return;
  const stage = state.reopening - 1;
  state.reopening = 0;
  if (talksGoOn(world) && state.truceSince < 0) reopen(world, stage);
}

function reopen(world: World, stage: number): void {
  const { state } = world;
  if (state.stage !== stage && state.stages[state.stage] === STAGE.open) state.stages[state.stage] = STAGE.ahead;
  openStage(world, stage, 'reopened');
}
