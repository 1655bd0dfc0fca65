/** The few things that all others ask of where a party stands: which of its lines bite, what lies outside its stances, and below which worth it prefers no deal. */
import type { PartyModel } from '../model/model.ts';
import { matches } from '../model/pattern.ts';
import type { State } from '../model/state.ts';
import type { World } from './world.ts';

type Stand = Pick<World, 'model' | 'state'>;

/** Whether the line's chart is in a state that bites. */
export function isAlive({ model, state }: Stand, line: number): boolean {
  const { bites, region } = model.lines[line];
  return bites[state.regions[region]] === 1;
}

/** Whether a package crosses the line, what is in force does not, and the line's chart is in a state that bites. */
export function isCrossed(world: Stand, line: number, options: Uint8Array): boolean {
  const { never } = world.model.lines[line];
  return isAlive(world, line) && matches(never, options) && !matches(never, world.state.inForce);
}

/** On how many of these issues the text lies outside the party's stance. */
export function countOutside({ stances }: PartyModel, issues: readonly number[], { regions, text }: State): number {
  let count = 0;
  for (const issue of issues) {
    const stance = stances[issue];
    if (stance !== null && stance.accepts[regions[stance.region]][text[issue]] === 0) count++;
  }
  return count;
}

/** A party's walk-away value now; −Infinity for a party that has none and so takes any package that its lines allow. */
export function walkAwayOf({ model, state }: Stand, party: number): number {
  // What a mediator's leverage makes no deal cost lowers it for as long as it is brought to bear.
  const own = model.parties[party].walkAway;
  return own ? own(state, party) - state.spent[party] : -Infinity;
}
