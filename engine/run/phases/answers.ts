/** Phase 5. All who must consent and sit at this table answer at once; offers in turn are made and answered one by one. */
import { ANSWERED } from '../../model/state.ts';
import { decide, give } from '../answering.ts';
import { consentersOf } from '../consent.ts';
import { seated } from '../tabling.ts';
import { takeTurns } from '../turns.ts';
import { talksGoOn, type World } from '../world.ts';

export function answers(world: World): void {
  const { model, state } = world;
  if (!talksGoOn(world) || state.ratifying > 0) return;
  if (model.stages[state.stage].alternating) { takeTurns(world); return; }
  if (state.tabled === 0) return;
  const consents = consentersOf(world);
  const asked = [...model.parties.keys()].filter((p) => consents[p] && state.answers[p] === ANSWERED.not && seated(world, p));
  // All answer the same text at the same moment; what they say takes effect together.
  const given = asked.map((party) => decide(world, party));
  let fell = false;
  given.forEach((each, i) => { if (give(world, asked[i], each) !== 'accept') fell = true; });
  if (fell) { state.tabled = 0; state.refusals++; }
}
