/** Phase 4. One track meets; a text is tabled, carried on from another track, or cannot be found. */
import { ANSWERED } from '../../model/state.ts';
import { fadeBound, fadeEstimate } from '../../rules/learn.ts';
import { nextTrack } from '../../rules/table.ts';
import { writeText } from '../drafting.ts';
import { mustConsent, standingText } from '../consent.ts';
import { chosenText, put, seated, showTo } from '../tabling.ts';
import { attends, isGone, sendAll, talksGoOn, type World } from '../world.ts';

export function table(world: World): void {
  const { model, state } = world;
  state.track = -1;
  if (!talksGoOn(world) || state.round < state.stageOpened || state.ratifying > 0) return;
  forgive(world);
  meet(world);
  // Offers in turn are made and answered in the next phase.
  if (model.stages[state.stage].alternating) { world.processSignals.add(state.track < 0 ? model.process.stalled : model.process.resumed); return; }
  const chosen = chosenText(world, null);
  if (chosen >= 0) { put(world, chosen, { by: model.stages[state.stage].drafter, presses: false, byChoice: true }); return; }
  if (state.track < 0) return;
  if (state.tabled === 1 && !canBeAnswered(world)) {
    state.tabled = 0;
    world.emit?.({ kind: 'withdrawn', round: state.round, phase: 'table', party: model.parties[state.textBy].id });
  }
  if (state.tabled === 1) carry(world);
  else if (seated(world, model.stages[state.stage].drafter)) draft(world);
}

/** Each round a little of what refusals taught is forgotten; it holds in full at the next table, or the same text would come back at once. */
function forgive(world: World): void {
  const { model, state, numbers } = world;
  const fade = numbers.fade[state.stage];
  const guess = numbers.guess[state.stage];
  for (let p = 0; p < model.parties.length; p++) {
    if (state.taught[p] > 0 && state.round <= state.taught[p] + 1) continue;
    state.bound[p] = fadeBound(state.bound[p], fade);
    state.estimate[p] = fadeEstimate(state.estimate[p], guess, fade);
  }
}

function meet(world: World): void {
  const { model, state } = world;
  for (let t = 0; t < world.tracks.length; t++) {
    world.tracks[t].met = state.met[t];
    world.tracks[t].attends = allAttend(world, model.tracks[t].needs);
  }
  state.track = nextTrack(world.tracks, state.lastTrack, state.round);
  const at = { round: state.round, phase: 'table' } as const;
  if (state.track < 0) {
    world.processSignals.add(model.process.stalled);
    world.emit?.({ kind: 'no-meeting', ...at });
    return;
  }
  state.lastTrack = state.track;
  state.met[state.track] = state.round;
  const track = model.tracks[state.track];
  world.emit?.({ kind: 'meeting', ...at, track: track.id, seats: track.seats.filter((party) => attends(world, party)).map((party) => model.parties[party].id) });
}

function allAttend(world: World, parties: readonly number[]): boolean {
  for (let each = 0; each < parties.length; each++) if (!attends(world, parties[each])) return false;
  return true;
}

/** Whether all who have not answered may still come to some table: one who stays away may return, one who has left does not. */
function canBeAnswered(world: World): boolean {
  const { model, state } = world;
  const k = standingText(world);
  for (let p = 0; p < model.parties.length; p++) if (mustConsent(world, p, k) && state.answers[p] === ANSWERED.not && isGone(world, p)) return false;
  return true;
}

/** The text that stands comes before those of this track who have not seen it. */
function carry(world: World): void {
  const { model, state } = world;
  const k = standingText(world);
  const fresh: number[] = [];
  for (let p = 0; p < model.parties.length; p++) if (seated(world, p) && state.answers[p] === ANSWERED.not && mustConsent(world, p, k)) fresh.push(p);
  if (fresh.length === 0) return;
  world.emit?.({ kind: 'carried', round: state.round, phase: 'table', track: model.tracks[state.track].id });
  for (const party of fresh) showTo(world, party);
}

function draft(world: World): void {
  const { model, state } = world;
  const choice = writeText(world);
  if (choice.package < 0) {
    sendAll(world, model.world['no-text']);
    world.processSignals.add(model.process.stalled);
    world.emit?.({ kind: 'no-text', round: state.round, phase: 'table', by: model.parties[model.stages[state.stage].drafter].id });
    return;
  }
  put(world, choice.package, { by: model.stages[state.stage].drafter, presses: choice.presses, byChoice: false });
}
