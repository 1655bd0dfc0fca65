/** The two things that all others ask of where a party stands: which of its lines bite, and below which worth it prefers no deal. */
import type { World } from './world.ts';

/** Whether the line's chart is in a state that bites. */
export function isAlive(world: World, line: number): boolean {
  const { bites, region } = world.model.lines[line];
  return bites[world.state.regions[region]] === 1;
}

/** A party's walk-away value now; −Infinity for a party that has none and so takes any package that its lines allow. */
export function walkAwayOf(world: World, party: number): number {
  // What a mediator's leverage makes no deal cost lowers it for as long as it is brought to bear.
  const own = world.model.parties[party].walkAway;
  return own ? own(world.state, party) - world.state.spent[party] : -Infinity;
}
