/** The least change of one term that a party would accept: what it asks for when it refuses. */

/** `place`: which of the terms; `to`: its new option. */
export interface Change { readonly place: number; readonly to: number }

/**
 * Looks through all changes of one term. The nearest option on the ladder comes first; among equally near ones the change
 * that is worth least to the asker, who asks for no more than it needs; then the first in order. null: no single change will do.
 *
 * @param now the options of the text, term by term
 * @param sizes how many options each term has
 * @param acceptable worth to the asker of the text with that change, where it would accept it; NaN where not
 */
export function leastChange(now: ArrayLike<number>, sizes: ArrayLike<number>, acceptable: (place: number, to: number) => number): Change | null {
  let best: Change | null = null;
  let bestDistance = Infinity;
  let bestWorth = Infinity;
  for (let place = 0; place < now.length; place++) {
    for (let to = 0; to < sizes[place]; to++) {
      const distance = Math.abs(to - now[place]);
      if (distance === 0 || distance > bestDistance) continue;
      const worth = acceptable(place, to);
      if (Number.isNaN(worth) || (distance === bestDistance && worth >= bestWorth)) continue;
      best = { place, to };
      bestDistance = distance;
      bestWorth = worth;
    }
  }
  return best;
}
