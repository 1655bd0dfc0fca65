/** Resource-dependent concession: what is used up stands in the place of time (Faratin, Sierra & Jennings 1998). */

/** @param usedUp as an expression gives it; anything @returns 0..1, for the place of relative time */
export const spentTime = (usedUp: number): number => Math.min(1, Math.max(0, usedUp));
