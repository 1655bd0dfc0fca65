/** Whether a truce breaks. */

/** The chance that it breaks between two ages: 1 − exp(−(H(later) − H(earlier)) · ratio). */
export function breakChance(earlier: number, later: number, ratio: number): number {
  return -Math.expm1(-(later - earlier) * ratio);
}
