/** Steps through time. Of people in seats, and of an analyst who sits for a party, the screen waits for what they say. */
import { PHASES } from '../../../engine/vocabulary.ts';
import { stepBoth } from './beside.ts';
import type { Sitting } from './sitting.ts';
import { askNext } from './turns.ts';
import type { Step } from './ui.ts';

/** @param kind `telling`: to the next phase that has something to tell, a round at most */
export function step<Saved>(at: Sitting<Saved>, kind: 'telling' | Step): void {
  const { history } = at;
  const from = history.at;
  const forward = (): boolean => (history.at === history.last && askNext(at) ? false : history.forward());
  switch (kind) {
    case 'phase': forward(); break;
    case 'forward': history.forward(); break;
    case 'round': history.forwardRound(forward); break;
    case 'telling': {
      const before = at.onlooker.told(history, from);
      for (let phase = 0; phase < PHASES.length && forward() && at.onlooker.told(history, history.at) === before; phase += 1);
      break;
    }
    case 'end': history.toEnd(forward); break;
    case 'back': history.show(from - 1); break;
    case 'back-round': history.backRound(); break;
    case 'start': history.show(0); break;
  }
  // Going back, or far ahead, a moment shows what was new in it.
  if (history.at !== from) at.since = history.at > from && kind !== 'end' ? from : history.at === 0 ? null : history.at - 1;
  at.follow();
}

/** To the beginning of a round. */
export function goTo<Saved>(at: Sitting<Saved>, round: number): void {
  const { history } = at;
  const moment = (round - 1) * PHASES.length + 1;
  at.ui = { ...at.ui, playing: false, welcome: false };
  history.show(moment);
  while (history.at < moment && !(history.at === history.last && askNext(at)) && history.forward());
  if (history.at < moment && history.ended) at.say(`The run ends in round ${history.look.round}.`);
  at.since = Math.max(0, history.at - 1);
  at.follow();
}

/** Two branches side by side take the same step. */
export function both<Saved>(at: Sitting<Saved>, kind: Step, other: number): void {
  const second = at.branches.find(other)?.history;
  if (second === undefined) return;
  stepBoth(at.history, second, kind);
  at.since = at.history.at === 0 ? null : at.history.at - 1;
  at.follow();
}
