/** What a manipulating mediator spends: it makes no deal cost more for as long as it presses (Beardsley et al. 2006). */

/** Leverage spent after another refusal: half of what is left goes each time. */
export function spendLeverage(spent: number, most: number): number {
  return spent + (most - spent) / 2;
}

/** By what a peace so bought multiplies its hazard: `hazard` raised to the share of the leverage that was spent. */
export function boughtHazard(hazard: number, spent: number, most: number): number {
  return most <= 0 || spent <= 0 ? 1 : Math.exp(Math.log(hazard) * (spent / most));
}
