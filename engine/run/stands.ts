/** Where parties' charts stand, as bits: working memory of a run, reckoned by `standOf` when it is asked for. */
import type { Model } from '../model/model.ts';

/** Where a party's charts stand, kept until they move. */
export interface Stand {
  /** Whether its charts have not moved since it was reckoned. */
  fresh: boolean;
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
  return model.stages.map(({ bits: { words } }) => model.parties.map((): Stand => ({ fresh: false, alive: new Int32Array(lineWords), held: new Int32Array(lineWords), firm: new Int32Array(words), soft: new Int32Array(words) })));
}

/** The party's charts have moved. */
export function restand(stands: readonly (readonly Stand[])[], party: number): void {
  for (let stage = 0; stage < stands.length; stage++) stands[stage][party].fresh = false;
}
