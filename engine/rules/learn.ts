/** What the drafter learns from a refusal, and how it forgets. */

/** No text is excluded on a party's account. */
export const NO_BOUND = -1e9;

/**
 * The drafter's estimate of a threshold after a refusal as not good enough. An amendment says what would do, so the
 * threshold is no higher than its worth; without one it is known only to lie above the refused text.
 */
export function estimateAfterRefusal(estimate: number, refusedWorth: number, amendmentWorth: number | null): number {
  if (amendmentWorth !== null) return amendmentWorth;
  return Math.max(estimate, refusedWorth);
}

/** Texts worth no more than the refused one are excluded for now. */
export function boundAfterRefusal(bound: number, refusedWorth: number): number {
  return Math.max(bound, refusedWorth);
}

/** A bound falls by `fade` a round and is gone once it excludes nothing that is worth anything. */
export function fadeBound(bound: number, fade: number): number {
  return bound <= NO_BOUND ? NO_BOUND : bound - fade;
}

/** An estimate returns towards the first guess by `fade` a round. */
export function fadeEstimate(estimate: number, guess: number, fade: number): number {
  return estimate > guess ? Math.max(guess, estimate - fade) : Math.min(guess, estimate + fade);
}
