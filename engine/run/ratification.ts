/** From signature to force: those who must ratify vote, at once or after the time it takes. */
import { packageIndex } from '../model/board.ts';
import type { NumberOf } from '../model/model.ts';
import { VOTE } from '../model/state.ts';
import { boundAfterRefusal } from '../rules/learn.ts';
import { ratificationChance } from '../rules/ratify.ts';
import { hold } from '../rules/pressure.ts';
import { board, sendAll, termsOf, type World } from './world.ts';

/** The text that stands has been signed. Votes are due from those whose party ratifies this stage. */
export function startRatification(world: World): void {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  state.ratifying = state.stage + 1;
  state.signedIn = state.round;
  state.votes.fill(VOTE.none);
  const voters = model.parties.flatMap((party, p) => (party.ratifies?.stages.includes(state.stage) ? [p] : []));
  if (voters.length === 0) return;
  for (const p of voters) state.votes[p] = VOTE.due;
  // Votes taken in this very phase leave no time in which the talks wait for them.
  if (voters.some((p) => (model.parties[p].ratifies?.takes ?? 0) > 0)) world.processSignals.add(model.process.ratifying);
  world.emit?.({ kind: 'ratification', round: state.round, phase: 'settlement', stage: stage.id, is: 'begun', terms: termsOf(model, state.text, stage.issues) });
}

/** Support at home is asked of what was signed, as if it were in force. */
function supportFor({ state }: World, support: NumberOf, party: number): number {
  const { inForce, text } = state;
  const before = inForce.slice();
  inForce.set(text);
  const found = support(state, party);
  inForce.set(before);
  return found;
}

/** Votes whose time has come are taken; a no sends the text back to the table. */
export function askRatifiers(world: World): void {
  const { model, state, luck } = world;
  const stage = model.stages[state.stage];
  const at = { round: state.round, phase: 'settlement' } as const;
  let asked = false;
  model.parties.forEach((party, p) => {
    const { ratifies } = party;
    if (state.votes[p] !== VOTE.due || !ratifies || state.round < state.signedIn + ratifies.takes) return;
    asked = true;
    const support = hold(supportFor(world, ratifies.support, p));
    const chance = ratificationChance(support, ratifies.steepness(state.levers));
    const choice = world.choices.find((each) => each.kind === 'vote' && each.round === state.round && each.party === party.id);
    const yes = choice?.kind === 'vote' ? choice.yes : luck.uniform(party.ratifyDraw, state.round, 0) < chance;
    state.votes[p] = yes ? VOTE.yes : VOTE.no;
    sendAll(world, yes ? party.signals.ratified : party.signals.rejected);
    world.emit?.({ kind: 'ratified', ...at, party: party.id, stage: stage.id, yes, support, chance });
  });
  if (!asked) return;
  if (state.votes.includes(VOTE.no)) {
    reject(world);
    return;
  }
  if (state.votes.includes(VOTE.due)) return;
  state.ratified[state.stage] = 1;
  sendAll(world, stage.signals.ratified);
  world.emit?.({ kind: 'ratification', ...at, stage: stage.id, is: 'done', terms: termsOf(model, state.text, stage.issues) });
}

/** The text is dead, and the drafter knows that it was too little for those who rejected it. */
function reject(world: World): void {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  const k = packageIndex(model, state.stage, state.text);
  model.parties.forEach((_, p) => { if (state.votes[p] === VOTE.no) state.bound[p] = boundAfterRefusal(state.bound[p], board(world).worth[p][k]); });
  // The votes stay to be read until the next text is tabled.
  for (let p = 0; p < state.votes.length; p++) if (state.votes[p] !== VOTE.no) state.votes[p] = VOTE.none;
  state.ratifying = 0;
  state.tabled = 0;
  state.refusals++;
  sendAll(world, stage.signals.rejected);
  if (!world.processSignals.delete(model.process.ratifying)) world.processSignals.add(model.process.rejected);
  world.emit?.({ kind: 'ratification', round: state.round, phase: 'settlement', stage: stage.id, is: 'failed', terms: termsOf(model, state.text, stage.issues) });
}
