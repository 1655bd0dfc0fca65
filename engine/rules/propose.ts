/** Offers in turn: what a party proposes and the level it holds to (stacked alternating offers). */

/**
 * The level: (max − min)(1 − t^e) + min − slack, held within [min, max]; max its best worth, min the larger of its worst worth and its
 * walk-away value (Faratin, Sierra & Jennings 1998).
 * @param t relative time in 0..1
 */
export function level(min: number, max: number, t: number, exponent: number, slack: number): number {
  const spent = t <= 0 ? 0 : t >= 1 ? 1 : Math.exp(exponent * Math.log(t));
  return Math.min(max, Math.max(min, (max - min) * (1 - spent) + min - slack));
}

/** Relative time of a round (from 0) out of `rounds`: (r + 1) / (n + 1), never quite the end. */
export const offerTime = (round: number, rounds: number): number => (round + 1) / (rounds + 1);

/**
 * The package to propose: among those it may propose the one of least own worth at or above the level; with `others` given, at or above
 * the level the one that is worth most to the others. If none reaches the level, its best. Ties go to the lower number; -1: nothing may be proposed.
 */
export function proposal(own: Float64Array, atLeast: number, may: (k: number) => boolean, others: ((k: number) => number) | null): number {
  let chosen = -1;
  let rank = Infinity;
  let best = -1;
  for (let k = 0; k < own.length; k++) {
    if (!may(k)) continue;
    if (best < 0 || own[k] > own[best]) best = k;
    if (own[k] < atLeast) continue;
    const cost = others ? -others(k) : own[k];
    if (cost < rank) { rank = cost; chosen = k; }
  }
  return chosen >= 0 ? chosen : best;
}
