/** Offers in turn: what a party proposes and the level it holds to (stacked alternating offers). */

/**
 * What a party holds to at time t: it falls from the best it can get to its floor as t^e rises, less the slack, and never leaves that span
 * (Faratin, Sierra & Jennings 1998). The floor is its walk-away value, unless even its worst package is worth more.
 * @param min that floor @param max its best worth
 * @param t relative time in 0..1
 */
export function level(min: number, max: number, t: number, exponent: number, slack: number): number {
  const spent = t <= 0 ? 0 : t >= 1 ? 1 : Math.exp(exponent * Math.log(t));
  return Math.min(max, Math.max(min, (max - min) * (1 - spent) + min - slack));
}

/** Relative time of a round (from 0) out of `rounds`: (r + 1) / (n + 1), never quite the end. */
export const offerTime = (round: number, rounds: number): number => (round + 1) / (rounds + 1);

/**
 * The package to propose. Of those that reach its level a party asks for no more than it must: the one that it likes least; or, with `others`
 * given, the one that they like best. Where none reaches the level it proposes its favourite. The lower number breaks ties; -1: nothing may be proposed.
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
