/** Where parties stand: which of their lines bite, what lies outside their stances, and below which worth they prefer no deal. */
import { matches } from '../model/pattern.ts';
import type { Stand } from './stands.ts';
import type { World } from './world.ts';

/** How a party stands in the present stage. */
export const standOf = ({ stands, state }: World, party: number): Stand => stands.of[state.stage][party];

/** Whether the line's chart is in a state that bites. */
export function isAlive({ model, state }: Pick<World, 'model' | 'state'>, line: number): boolean {
  const { bites, region } = model.lines[line];
  return bites[state.regions[region]] === 1;
}

/** Whether a package crosses the line, what is in force does not, and the line's chart is in a state that bites. */
export function isCrossed(world: Pick<World, 'model' | 'state'>, line: number, options: Uint8Array): boolean {
  const { never } = world.model.lines[line];
  return isAlive(world, line) && matches(never, options) && !matches(never, world.state.inForce);
}

/** A party's walk-away value now; −Infinity for a party that has none and so takes any package that its lines allow. */
export function walkAwayOf({ model, state }: Pick<World, 'model' | 'state'>, party: number): number {
  // What a mediator's leverage makes no deal cost lowers it for as long as it is brought to bear.
  const own = model.parties[party].walkAway;
  return own ? own(state, party) - state.spent[party] : -Infinity;
}
