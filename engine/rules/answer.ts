/** How a party answers a text. Numbers in, a decision out. */

/** Why, as a small number kept in the state. */
export const WHY = { none: 0, goodEnough: 1, redLine: 2, firmStance: 3, belowFloor: 4, notGoodEnough: 5, said: 6 } as const;
export type Why = (typeof WHY)[keyof typeof WHY];

/** What a text is to the party that must answer it. */
export interface Case {
  /** Whether one of its red lines bites. */
  readonly redLine: boolean;
  /** Whether the text breaks a firm stance. */
  readonly firmStance: boolean;
  /** Worth of the text less firmness, and the two values it is held against. */
  readonly worth: number;
  readonly walkAway: number;
  readonly threshold: number;
  /** Steepness of the logistic answer; null: exact. */
  readonly sharpness: number | null;
}

/** Worth left after what the party loses for each issue on which the text lies outside its stance. */
export const lessFirmness = (worth: number, outside: number, firmness: number): number => worth - outside * firmness;

/**
 * Chance of consent: none over a red line, a firm stance or below the walk-away value; else logistic in worth − threshold
 * (McKelvey & Palfrey 1995 call it logit choice), or certain at or above the threshold when exact. It never falls when worth rises.
 */
export function consentChance(of: Case): number {
  if (of.redLine || of.firmStance || of.worth < of.walkAway) return 0;
  if (of.sharpness === null) return of.worth >= of.threshold ? 1 : 0;
  return logistic(of.sharpness * (of.worth - of.threshold));
}

/** The answer to a draw in 0..1: accepts below the chance of consent; otherwise the weightiest reason against. */
export function answer(of: Case, draw: number): Why {
  if (of.redLine) return WHY.redLine;
  if (of.firmStance) return WHY.firmStance;
  if (of.worth < of.walkAway) return WHY.belowFloor;
  return draw < consentChance(of) ? WHY.goodEnough : WHY.notGoodEnough;
}

/** The answer that chance would not change: accepts at or above what it holds out for. */
export function plainAnswer(of: Case): Why {
  return answer({ ...of, sharpness: null }, 0.5);
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
