/** What a party holds out for: time-dependent concession (Faratin, Sierra & Jennings 1998). */

/** Relative time in 0..1 from the first to the last round of a stage; 1 from the last round on. */
export function relativeTime(round: number, first: number, last: number): number {
  if (round >= last) return 1;
  return Math.max(0, (round - first) / (last - first));
}

/** The share of its way that a party has given up at relative time t: t^e. Exponent above 1 holds out, 1 is linear, below 1 concedes early. */
export function conceded(t: number, exponent: number): number {
  return t <= 0 ? 0 : t >= 1 ? 1 : Math.exp(exponent * Math.log(t));
}

/** The worth held out for now: walk-away + (top − walk-away)(1 − share conceded). Never below the walk-away value, though the best package may be. */
export function aspiration(walkAway: number, top: number, share: number): number {
  return top <= walkAway ? walkAway : walkAway + (top - walkAway) * (1 - share);
}
