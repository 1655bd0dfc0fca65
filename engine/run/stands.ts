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

/** Of all parties. */
export interface Stands {
  /** By stage and party, in the words of the stage. */
  readonly of: readonly (readonly Stand[])[];
  /** Rises whenever what may be tabled may have changed: lines that bite, firm stances, what the drafter knows of, what is closed. */
  version: number;
}

export function makeStands(model: Model): Stands {
  const lineWords = (model.lines.length + 31) >>> 5;
  return {
    of: model.stages.map(({ bits: { words } }) => model.parties.map((): Stand => ({ fresh: false, alive: new Int32Array(lineWords), held: new Int32Array(lineWords), firm: new Int32Array(words), soft: new Int32Array(words) }))),
    version: 0,
  };
}

/** Charts may stand anywhere. */
export function restand(stands: Stands): void {
  stands.version++;
  for (const parties of stands.of) for (const stand of parties) stand.fresh = false;
}

/** A chart of a party has moved. */
export function shift(model: Model, stands: Stands, region: number, from: number, to: number): void {
  const { kind, of, machine } = model.regions[region];
  if (kind === 'line') {
    const { bites, held } = model.lines[of];
    if (bites[from] === bites[to]) return;
    stands.version++;
    for (let stage = 0; stage < stands.of.length; stage++) {
      const { alive, held: meant } = stands.of[stage][machine];
      put(alive, of, bites[to] === 1);
      put(meant, of, held && bites[to] === 1);
    }
  } else if (kind === 'stance') {
    for (let stage = 0; stage < stands.of.length; stage++) {
      const stance = model.stages[stage].bits.ofRegion[region];
      if (stance === null) continue;
      if (stance.firm[from] === 1 || stance.firm[to] === 1) stands.version++;
      const { firm, soft } = stands.of[stage][machine];
      const { all } = stance;
      const outside = stance.outside[to];
      const isFirm = stance.firm[to] === 1;
      for (let word = 0; word < all.length; word++) {
        firm[word] = (firm[word] & ~all[word]) | (isFirm ? outside[word] : 0);
        soft[word] = (soft[word] & ~all[word]) | (isFirm ? 0 : outside[word]);
      }
    }
  }
}

function put(set: Int32Array, member: number, is: boolean): void {
  if (is) set[member >>> 5] |= 1 << (member & 31);
  else set[member >>> 5] &= ~(1 << (member & 31));
}
