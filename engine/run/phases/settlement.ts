/** Phase 7. A text to which all have consented is signed; a signatory that has left ends the stage. */
import { STAGE } from '../../model/state.ts';
import { packageIndex } from '../../model/board.ts';
import { allConsent, truceBrought } from '../../rules/settle.ts';
import { failStage, openNextStage } from '../stages.ts';
import { board, fighting, postureOf, sendAll, talksGoOn, termsOf, type World } from '../world.ts';

export function settlement(world: World): void {
  const { model, state } = world;
  if (!talksGoOn(world)) return;
  const stage = model.stages[state.stage];
  for (const party of stage.signs) {
    if (postureOf(world, party) === 'left') { failStage(world, 'left', party); return; }
  }
  if (state.tabled === 0) return;
  const now = board(world);
  const k = packageIndex(model, state.stage, state.text);
  const consents = model.parties.map((_, p) => now.consents[p][k] === 1);
  if (!allConsent(consents, state.answers)) return;

  state.tabled = 0;
  const brought = stage.issues.map((issue) => model.issues[issue].brings[state.text[issue]]);
  for (const issue of stage.issues) {
    state.inForce[issue] = state.text[issue];
    state.carriedBy[issue] = state.stage + 1;
  }
  state.stages[state.stage] = STAGE.settled;
  state.signed[state.stage] = 1;
  state.signedTerms.set(state.text, state.stage * model.issues.length);
  sendAll(world, stage.settledSignal);
  world.emit?.({
    kind: 'settled', round: state.round, phase: 'settlement', stage: stage.id, terms: termsOf(model, state.text, stage.issues),
    consenters: consents.flatMap((yes, p) => (yes ? [model.parties[p].id] : [])),
  });
  const truce = truceBrought(brought, fighting(world));
  if (truce) {
    state.truceSince = state.round;
    state.truceStage = state.stage + 1;
    world.processSignals.add(model.process[truce]);
    sendAll(world, model.world['truce-began']);
  }
  openNextStage(world);
}
