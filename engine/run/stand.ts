/** Where parties stand: which of their lines bite, what lies outside their stances, and below which worth they prefer no deal. */
import type { Model } from '../model/model.ts';
import { matches } from '../model/pattern.ts';
import { empty, include } from '../model/bits.ts';
import type { World } from './world.ts';

/** Where a party's charts stand, as bits, reckoned when it is asked for and kept until they move. */
export interface Stand {
  /** The stage whose options are meant; -1: to be reckoned anew. */
  stage: number;
  /** Its lines that are in a state that bites; those of them that are meant. */
  readonly alive: Int32Array;
  readonly held: Int32Array;
  /** Options outside its firm stances, and outside the others. */
  readonly firm: Int32Array;
  readonly soft: Int32Array;
}

/** In the words of the stage at hand: a stage of few options leaves none over. */
export function makeStands(model: Model): readonly (readonly Stand[])[] {
  const lineWords = (model.lines.length + 31) >>> 5;
  return model.stages.map(({ bits: { words } }) => model.parties.map((): Stand => ({ stage: -1, alive: new Int32Array(lineWords), held: new Int32Array(lineWords), firm: new Int32Array(words), soft: new Int32Array(words) })));
}

/** How a party stands in the present stage. */
export function standOf(world: World, party: number): Stand {
  const { stage } = world.state;
  const stand = world.stands[stage][party];
  if (stand.stage === stage) return stand;
  const { model, state: { regions } } = world;
  const { alive, held, firm, soft } = stand;
  empty(alive);
  empty(held);
  empty(firm);
  empty(soft);
  for (const line of model.parties[party].lines) {
    if (!isAlive(world, line)) continue;
    include(alive, line);
    if (model.lines[line].held) include(held, line);
  }
  for (const { region, firm: isFirm, outside } of model.stages[stage].bits.stances[party]) {
    const at = regions[region];
    const into = isFirm[at] === 1 ? firm : soft;
    for (let word = 0; word < into.length; word++) into[word] |= outside[at][word];
  }
  stand.stage = stage;
  return stand;
}

/** The party's charts have moved. */
export function restand({ stands }: Pick<World, 'stands'>, party: number): void {
  for (let stage = 0; stage < stands.length; stage++) stands[stage][party].stage = -1;
}

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
