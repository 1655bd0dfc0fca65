/** Alternating offers: in a round every signatory has one turn, in file order; a turn is an answer, else an offer. */
import { ANSWERED } from '../model/state.ts';
import { offerOf } from './offering.ts';
import { decide, give } from './answering.ts';
import { isAgreed, mustConsent, standingText } from './consent.ts';
import { chosenText, put, seated } from './tabling.ts';
import type { World } from './world.ts';

export function takeTurns(world: World): void {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  if (state.track < 0) return;
  for (const party of stage.turns) {
    if (!seated(world, party)) continue;
    takeTurn(world, party);
    if (state.tabled === 1 && isAgreed(world)) return;
  }
  // Those who must carry an option out have no turn of their own; they answer what stands at the end of the round.
  for (let party = 0; party < model.parties.length; party++) {
    if (stage.turns.includes(party) || !mayAnswer(world, party)) continue;
    decide(world, party);
    if (give(world, party) !== 'accept') { state.tabled = 0; state.refusals++; }
  }
}

function takeTurn(world: World, party: number): void {
  const { model, state } = world;
  const { id } = model.parties[party];
  const chosen = chosenText(world, id);
  if (mayAnswer(world, party) && state.textBy !== party) {
    decide(world, party);
    if (give(world, party) === 'accept') return;
    state.refusals++;
  } else if (state.tabled === 1 && chosen < 0) return; // its own offer, or one that it has accepted, still stands
  if (state.answers[party] === ANSWERED.leaves) { state.tabled = 0; return; }
  if (chosen >= 0) { put(world, chosen, { by: party, presses: false, byChoice: true }); return; }
  const offer = offerOf(world, party, model.parties[party].prefersOthers);
  if (offer < 0) { state.tabled = 0; return; }
  put(world, offer, { by: party, presses: false, byChoice: false });
}

function mayAnswer(world: World, party: number): boolean {
  const { state } = world;
  if (state.tabled === 0 || state.answers[party] !== ANSWERED.not || !seated(world, party)) return false;
  return mustConsent(world, party, standingText(world));
}
