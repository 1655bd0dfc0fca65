/** How a gauge moves, and when it is past a threshold. */

/** How far a gauge must lapse behind a threshold before its signal stops. */
export const LAPSE = 0.03;

export const hold = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value);

/** @param normal a standard normal draw */
export function nextGauge(value: number, drift: number, noise: number, normal: number): number {
  return hold(value + drift + noise * normal);
}

/** A threshold is a condition, not an edge: it stays past until the gauge has lapsed. @param direction 1 rises, -1 falls */
export function isPast(value: number, at: number, direction: number, was: boolean): boolean {
  const beyond = (value - at) * direction;
  return beyond >= 0 || (was && beyond > -LAPSE);
}
