/** Ratification at home (Putnam 1988): the win-set is what would be ratified. */
import { logistic } from './answer.ts';

/** Chance of a yes: logistic in support at home around one half. @param support 0..1 */
export function ratificationChance(support: number, steepness: number): number {
  return logistic(steepness * (support - 0.5));
}
