/** Whose turn it is: the next open question of a moment, put to the one who sits for the party. */
import type { Id } from '../../../engine/vocabulary.ts';
import { ask } from './choosing.ts';
import type { Sitting } from './sitting.ts';
import { FIRST } from './ui.ts';

/** Puts the next open question of this moment to the one who sits for the party. False: there is none. @param past also of a moment in the past: its answer begins a branch */
export function askNext<Saved>(at: Sitting<Saved>, past = false): boolean {
  const { people } = at.onlooker;
  const sits = people.length > 0 ? people : at.ui.sits;
  if (sits.length === 0 || (at.history.at < at.history.last && !past)) return false;
  const asked = at.onlooker.seats(at.history).find((one) => sits.includes(one.party) && !at.left.has(at.leftKey(one)));
  if (asked === undefined) return false;
  at.ui = { ...at.ui, playing: false, welcome: false };
  if (people.length > 1 && at.ui.holder !== asked.party) {
    cover(at, asked.party);
    return true;
  }
  const own = at.history.look.parties.findIndex((party) => party.party === asked.party);
  at.ui = ask({ ...at.ui, pane: 'text', party: own }, asked, at.facts());
  return true;
}

/** Nothing of the one before is left on the screen, not even what was selected. */
export function cover<Saved>(at: Sitting<Saved>, party: Id | null): void {
  at.ui = { ...FIRST, pace: at.ui.pace, welcome: false, mode: { kind: 'cover', party } };
}
