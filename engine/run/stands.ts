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

/** Charts may stand anywhere. */
export function restand(stands: readonly (readonly Stand[])[]): void {
  for (let stage = 0; stage < stands.length; stage++) for (let party = 0; party < stands[stage].length; party++) stands[stage][party].fresh = false;
}

/** A chart of a party has moved. */
export function shift(model: Model, stands: readonly (readonly Stand[])[], region: number, to: number): void {
  const { kind, of, machine } = model.regions[region];
  if (kind !== 'line' && kind !== 'stance') return;
  for (let stage = 0; stage < stands.length; stage++) {
    const stand = stands[stage][machine];
    if (!stand.fresh) continue;
    if (kind === 'line') {
      const { bites, held } = model.lines[of];
      put(stand.alive, of, bites[to] === 1);
      put(stand.held, of, held && bites[to] === 1);
      continue;
    }
    const stance = model.stages[stage].bits.ofRegion[region];
    if (stance === null) continue;
    const { firm, soft } = stand;
    const { all } = stance;
    const outside = stance.outside[to];
    const isFirm = stance.firm[to] === 1;
    for (let word = 0; word < all.length; word++) {
      firm[word] = (firm[word] & ~all[word]) | (isFirm ? outside[word] : 0);
      soft[word] = (soft[word] & ~all[word]) | (isFirm ? 0 : outside[word]);
    }
  }
}

function put(set: Int32Array, member: number, is: boolean): void {
  if (is) set[member >>> 5] |= 1 << (member & 31);
  else set[member >>> 5] &= ~(1 << (member & 31));
}
