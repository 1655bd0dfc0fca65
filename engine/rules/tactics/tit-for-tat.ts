/**
 * Relative tit-for-tat: a party does in its own worth what the offers that it hears do in theirs (Faratin, Sierra & Jennings 1998). Ours counts both as shares of a way,
 * so that scale and origin of a worth change nothing: theirs of the way from the last offer to its best package, its own of the way down to its walk-away value.
 */

/** What is left of the way from its best package to its walk-away value, 0..1, once it has heard an offer. */
export interface Heard {
  /** What was left so far. */
  readonly left: number;
  /** Worth to it of the last offer before this one; null: this is the first. */
  readonly before: number | null;
  /** Worth to it of this offer, and of its best package. */
  readonly now: number;
  readonly top: number;
  /** Worth given up besides, as a share of the whole way. */
  readonly kindness: number;
}

export function leftAfter({ left, before, now, top, kindness }: Heard): number {
  // The share of the way that the others left open: above 1 where they went back.
  const share = before === null ? 1 : before >= top ? 1 : Math.max(0, top - now) / (top - before);
  return Math.min(1, Math.max(0, left * share - kindness));
}

/** The worth held out for. */
export const heldAt = (floor: number, top: number, left: number): number => (top <= floor ? floor : floor + (top - floor) * left);
