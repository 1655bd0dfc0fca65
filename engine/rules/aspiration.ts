/** What a party holds out for: time-dependent concession (Faratin, Sierra & Jennings 1998). */

/** Relative time in 0..1 from the first to the last round of a stage; 1 from the last round on. */
export function relativeTime(round: number, first: number, last: number): number {
  if (round >= last) return 1;
  return Math.max(0, (round - first) / (last - first));
}

/**
 * The worth held out for now: walk-away + (top − walk-away)(1 − t^e). Exponent above 1 holds out, 1 is linear, below 1
 * concedes early. Never below the walk-away value, though the best package may be.
 */
export function aspiration(walkAway: number, top: number, t: number, exponent: number): number {
  if (top <= walkAway || t >= 1) return walkAway;
  const spent = t <= 0 ? 0 : Math.exp(exponent * Math.log(t));
  return walkAway + (top - walkAway) * (1 - spent);
}
