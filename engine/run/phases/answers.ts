/** Phase 5. All who must consent and sit at this table answer at once; offers in turn are made and answered one by one. */
import { ANSWERED } from '../../model/state.ts';
import { decide, give } from '../answering.ts';
import { needs } from '../../model/layout.ts';
import { standingText } from '../consent.ts';
import { seated } from '../tabling.ts';
import { takeTurns } from '../turns.ts';
import { board, talksGoOn, type World } from '../world.ts';

export function answers(world: World): void {
  const { model, state } = world;
  if (!talksGoOn(world) || state.ratifying > 0) return;
  if (model.stages[state.stage].alternating) { takeTurns(world); return; }
  if (state.tabled === 0) return;
  // All answer the same text at the same moment; what they say takes effect together.
  const k = standingText(world);
  const now = board(world);
  const { asked } = world;
  let count = 0;
  for (let p = 0; p < model.parties.length; p++) {
    if (state.answers[p] !== ANSWERED.not || !needs(now, p, k) || !seated(world, p)) continue;
    decide(world, p);
    asked[count++] = p;
  }
  let fell = false;
  for (let each = 0; each < count; each++) if (give(world, asked[each]) !== 'accept') fell = true;
  if (fell) { state.tabled = 0; state.refusals++; }
}
