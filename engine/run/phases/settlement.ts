/** Phase 7. A text to which all have consented is signed, ratified where it must be, and comes into force. */
import { VOTE } from '../../model/state.ts';
import { isAgreed } from '../consent.ts';
import { askRatifiers, startRatification } from '../ratification.ts';
import { settle } from '../settling.ts';
import { failStage } from '../stages.ts';
import { reopenAfterVotes } from '../truce.ts';
import { isGone, talksGoOn, type World } from '../world.ts';

export function settlement(world: World): void {
  if (!talksGoOn(world)) return;
  sign(world);
  reopenAfterVotes(world);
}

function sign(world: World): void {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  for (let each = 0; each < stage.signs.length; each++) if (isGone(world, stage.signs[each])) { failStage(world, 'left', stage.signs[each]); return; }
  if (state.ratifying === 0) {
    if (state.tabled === 0 || !isAgreed(world)) return;
    startRatification(world);
  }
  askRatifiers(world);
  if (state.ratifying === 0 || state.votes.includes(VOTE.due)) return;
  settle(world);
}
