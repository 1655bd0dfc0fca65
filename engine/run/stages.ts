/** Stages open, fail and follow one another; the talks end. */
import { holds } from '../model/condition.ts';
import { STAGE } from '../model/state.ts';
import { NO_BOUND } from '../rules/learn.ts';
import { ENDINGS, PHASES, type Ending } from '../vocabulary.ts';
import { forget, sendAll, type World } from './world.ts';

/** From the news phase on, a stage can still be negotiated in the round in which it opens. */
const TABLE = PHASES.indexOf('table');

export function openStage(world: World, stage: number, is: 'opened' | 'reopened'): void {
  const { model, state } = world;
  state.stage = stage;
  forget(world);
  state.stages[stage] = STAGE.open;
  state.stageOpened = state.phase < TABLE ? state.round : state.round + 1;
  state.nth = 0;
  state.ratifying = 0;
  state.votes.fill(0);
  state.spent.fill(0);
  state.amended.fill(-1);
  state.refusals = 0;
  state.tabled = 0;
  state.hasText = 0;
  state.answers.fill(0);
  state.bound.fill(NO_BOUND);
  state.taught.fill(0);
  state.left.fill(1);
  state.heard.fill(0);
  state.heardNth.fill(0);
  state.estimate.fill(world.numbers.guess[stage]);
  sendAll(world, model.world['stage-opened']);
  world.emit?.({ kind: 'stage', round: state.round, phase: PHASES[state.phase], stage: model.stages[stage].id, is });
}

/** The present stage ends without a signature. The next one opens, unless the file ends the talks here or a signatory of it has left. */
export function failStage(world: World, how: 'failed' | 'left', party: number): void {
  const { model, state } = world;
  state.stages[state.stage] = STAGE.failed;
  state.tabled = 0;
  state.ratifying = 0;
  sendAll(world, model.world['stage-failed']);
  world.emit?.({ kind: 'stage', round: state.round, phase: PHASES[state.phase], stage: model.stages[state.stage].id, is: 'failed' });
  const next = model.stages[state.stage].next ? nextStage(world) : -1;
  const canGoOn = next >= 0 && !(party >= 0 && model.stages[next].signs.includes(party));
  if (canGoOn) openStage(world, next, 'opened');
  else endTalks(world, how, party);
}

/** The next stage that is still ahead and whose condition holds; those passed over are closed. -1: none. */
function nextStage(world: World): number {
  const { model, state } = world;
  for (let s = 0; s < model.stages.length; s++) {
    if (state.stages[s] !== STAGE.ahead) continue;
    const { when } = model.stages[s];
    if (when === null || holds(when, state, -1)) return s;
    state.stages[s] = STAGE.failed;
  }
  return -1;
}

/** A stage that was signed and stayed open for more is over. */
export function closeStage(world: World): void {
  world.state.stages[world.state.stage] = STAGE.settled;
  openNextStage(world);
}

/** After a signature: the next stage that is still ahead opens, or all is settled. */
export function openNextStage(world: World): void {
  const { model, state } = world;
  const next = nextStage(world);
  if (next >= 0) {
    world.processSignals.add(model.process.resumed);
    openStage(world, next, 'opened');
    return;
  }
  state.ending = ENDINGS.indexOf('settled');
  world.processSignals.add(model.process['all-settled']);
}

export function endTalks(world: World, how: Exclude<Ending, 'going' | 'settled'>, party: number): void {
  const { model, state } = world;
  state.ending = ENDINGS.indexOf(how);
  state.endedBy = party;
  state.tabled = 0;
  world.processSignals.add(model.process['talks-ended']);
  world.emit?.({ kind: 'talks-ended', round: state.round, phase: PHASES[state.phase], how, party: party < 0 ? null : model.parties[party].id });
}
