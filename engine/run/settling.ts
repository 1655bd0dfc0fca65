/** A signed and ratified text comes into force; those it binds without their signature are asked. */
import { STAGE, VOTE } from '../model/state.ts';
import { answer, WHY, type Why } from '../rules/answer.ts';
import { boughtHazard } from '../rules/leverage.ts';
import { truceBrought } from '../rules/settle.ts';
import { standingTo } from './party.ts';
import { becauseOf } from './because.ts';
import { mustConsent, standingText } from './consent.ts';
import { failStage, openNextStage } from './stages.ts';
import { fighting, forget, sendAll, termsOf, type World } from './world.ts';

export function settle(world: World): void {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  const k = standingText(world);
  const consenters = world.emit ? model.parties.flatMap(({ id }, p) => (mustConsent(world, p, k) ? [id] : [])) : [];
  // Asked about what changes for them, so before it does.
  const objections = stage.binds.map((party) => objectionOf(world, party));
  const before = stage.issues.map((issue) => ({ issue, option: state.inForce[issue], carriedBy: state.carriedBy[issue] }));

  state.tabled = 0;
  state.ratifying = 0;
  const brought = stage.issues.map((issue) => model.issues[issue].brings[state.text[issue]]);
  for (const issue of stage.issues) {
    // What another stage had already brought stays that stage's: it does not fall with this one's truce.
    if (state.text[issue] !== state.inForce[issue]) state.carriedBy[issue] = state.stage + 1;
    state.inForce[issue] = state.text[issue];
  }
  forget(world);
  state.signed[state.stage] = 1;
  state.signedTerms.set(state.text, state.stage * model.issues.length);
  state.bought = stage.leverage.reduce((product, each) => product * boughtHazard(each.hazard(state.levers), state.spent[each.party], each.worth(state.levers)), 1);
  sendAll(world, stage.signals.settled);
  world.emit?.({
    kind: 'settled', round: state.round, phase: 'settlement', stage: stage.id, terms: termsOf(model, state.text, stage.issues),
    consenters,
  });
  if (repudiated(world, objections)) {
    for (const each of before) {
      state.inForce[each.issue] = each.option;
      state.carriedBy[each.issue] = each.carriedBy;
    }
    forget(world);
    failStage(world, 'failed', -1);
    return;
  }
  const truce = truceBrought(brought, fighting(world));
  if (truce) {
    state.truceSince = state.round;
    if (state.firstTruce === 0) {
      state.firstTruce = state.round;
      state.firstTerms.set(state.inForce);
    }
    state.truceStage = state.stage + 1;
    world.processSignals.add(model.process[truce]);
    sendAll(world, model.world['truce-began']);
  }
  // A limited truce may be built on: the stage stays open for more until its rounds are over.
  if (stage.upgradable && truce === 'limited-truce') return;
  state.stages[state.stage] = STAGE.settled;
  openNextStage(world);
}

interface Objection { readonly party: number; readonly why: Why; readonly of: number }

/** What a party that is bound would say, holding out for no more than its walk-away value. */
function objectionOf(world: World, party: number): Objection {
  const { model, state, luck } = world;
  const standing = standingTo(world, party, state.text);
  const why = answer({ ...standing, threshold: standing.walkAway + state.shift[party] }, luck.uniform(model.parties[party].boundDraw, state.round, 0));
  return { party, why, of: why === WHY.redLine ? standing.lines[0] : standing.firmIssue };
}

function repudiated(world: World, objections: readonly Objection[]): boolean {
  const { model, state } = world;
  let fell = false;
  for (const { party, why, of } of objections) {
    const { id, signals } = model.parties[party];
    const choice = world.choices.find((each) => each.kind === 'vote' && each.round === state.round && each.party === id);
    const repudiates = choice?.kind === 'vote' ? !choice.yes : why !== WHY.goodEnough;
    world.emit?.({ kind: 'repudiation', round: state.round, phase: 'settlement', party: id, stage: model.stages[state.stage].id, repudiates, because: choice ? { kind: 'said' } : becauseOf(world, why, of) });
    if (!repudiates) continue;
    fell = true;
    state.votes[party] = VOTE.no;
    sendAll(world, signals.repudiated);
  }
  if (!fell) return false;
  // What was repudiated never came to hold.
  state.signed[state.stage] = 0;
  state.repudiated[state.stage] = 1;
  sendAll(world, model.stages[state.stage].signals.repudiated);
  return true;
}
