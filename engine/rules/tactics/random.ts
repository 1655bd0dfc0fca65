/** A floor by chance, all worths between alike: what any tactic should be held against (after the traders of zero intelligence of Gode & Sunder 1993). */

/** @param draw 0..1 */
export const randomLevel = (floor: number, top: number, draw: number): number => (top <= floor ? floor : floor + (top - floor) * draw);
