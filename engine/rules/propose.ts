/** Offers in turn: what a party proposes and the level it holds to (stacked alternating offers). */

/**
 * What a party holds to: it falls from the best it can get to its floor as the share conceded rises, less the slack, and never leaves that span
 * (Faratin, Sierra & Jennings 1998). The floor is its walk-away value, unless even its worst package is worth more.
 * @param min that floor @param max its best worth
 */
export function level(min: number, max: number, share: number, slack: number): number {
  return Math.min(max, Math.max(min, (max - min) * (1 - share) + min - slack));
}

/** Relative time of a round (from 0) out of `rounds`: (r + 1) / (n + 1), never quite the end. */
export const offerTime = (round: number, rounds: number): number => (round + 1) / (rounds + 1);

/** Packages that a party may propose, in order of what they are worth to it; among equals the lower number comes first. */
export interface Ladder {
  readonly packages: Int32Array;
  readonly own: Float64Array;
  /** By place: of the packages from there on, the one that the others like best; the lower number among equals. */
  readonly forOthers: Int32Array;
}

/** @param own worth of every package @param others what each is worth to the others */
export function ladderOf(own: Float64Array, may: (k: number) => boolean, others: (k: number) => number): Ladder {
  const packages = Int32Array.from(own.keys()).filter(may).sort((a, b) => own[a] - own[b] || a - b);
  const forOthers = packages.slice();
  let best = -1;
  let most = -Infinity;
  for (let place = packages.length - 1; place >= 0; place--) {
    const k = packages[place];
    const worth = others(k);
    if (worth > most || (worth === most && k < best)) { best = k; most = worth; }
    forOthers[place] = best;
  }
  return { packages, own: Float64Array.from(packages, (k) => own[k]), forOthers };
}

/**
 * The package to propose. Of those that reach its level a party asks for no more than it must: the one that it likes least; or, `forOthers`, the one that they like
 * best. Where none reaches the level it proposes its favourite. The lower number breaks ties; -1: nothing may be proposed.
 * @param floor it proposes nothing that is worth less to it
 */
export function proposal({ packages, own, forOthers: best }: Ladder, atLeast: number, floor: number, forOthers: boolean): number {
  const first = placeOf(own, floor);
  if (first === packages.length) return -1;
  const place = Math.max(first, placeOf(own, atLeast));
  if (place < packages.length) return forOthers ? best[place] : packages[place];
  return packages[placeOf(own, own[own.length - 1])];
}

/** The first place of a rising row that is no less. */
function placeOf(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rising[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
