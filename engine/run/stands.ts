/** Where parties' charts stand, as bits: working memory of a run, kept up as the charts move. */
import { empty, include } from '../model/bits.ts';
import type { Model } from '../model/model.ts';

/** Where a party's charts stand. */
export interface Stand {
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
  /** By party: 1 where its posture lets it sit at tables. */
  readonly attends: Uint8Array;
  /** All of them in one block, and that block before the first round. */
  readonly block: Int32Array;
  readonly atStart: Int32Array;
  readonly attendsAtStart: Uint8Array;
  /** Rises whenever what may be tabled may have changed: lines that bite, firm stances, what the drafter knows of, what is closed. */
  version: number;
}

export function makeStands(model: Model): Stands {
  const lineWords = (model.lines.length + 31) >>> 5;
  const block = new Int32Array(model.stages.reduce((size, { bits }) => size + 2 * (lineWords + bits.words), 0) * model.parties.length);
  let used = 0;
  const take = (words: number): Int32Array => block.subarray(used, (used += words));
  const of = model.stages.map(({ bits: { words } }) => model.parties.map((): Stand => ({ alive: take(lineWords), held: take(lineWords), firm: take(words), soft: take(words) })));
  const attends = new Uint8Array(model.parties.length);
  reckon(model, { of, attends }, Uint8Array.from(model.regions, ({ start }) => start));
  return { of, attends, block, atStart: block.slice(), attendsAtStart: attends.slice(), version: 0 };
}

/** All charts stand as they do before the first round. */
export function standAtStart(stands: Stands): void {
  stands.version++;
  stands.block.set(stands.atStart);
  stands.attends.set(stands.attendsAtStart);
}

/** Charts may stand anywhere. */
export function restand(model: Model, stands: Stands, regions: Uint8Array): void {
  stands.version++;
  reckon(model, stands, regions);
}

function reckon(model: Model, { of, attends }: Pick<Stands, 'of' | 'attends'>, regions: Uint8Array): void {
  model.parties.forEach((party, p) => { attends[p] = party.attends[regions[party.posture]]; });
  of.forEach((parties, stage) => {
    parties.forEach(({ alive, held, firm, soft }, party) => {
      for (const each of [alive, held, firm, soft]) empty(each);
      for (const line of model.parties[party].lines) {
        const { bites, region, held: isMeant } = model.lines[line];
        if (bites[regions[region]] === 0) continue;
        include(alive, line);
        if (isMeant) include(held, line);
      }
      for (const { region, firm: isFirm, outside } of model.stages[stage].bits.stances[party]) {
        const into = isFirm[regions[region]] === 1 ? firm : soft;
        outside[regions[region]].forEach((bits, word) => { into[word] |= bits; });
      }
    });
  });
}

/** A chart of a party has moved. */
export function shift(model: Model, stands: Stands, region: number, from: number, to: number): void {
  const { kind, of, machine } = model.regions[region];
  if (kind === 'posture') stands.attends[machine] = model.parties[machine].attends[to];
  else if (kind === 'line') {
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
