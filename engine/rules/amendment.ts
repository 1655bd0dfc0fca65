/** The least change of one term that a party would accept: what it asks for when it refuses. */

/** `place`: which of the terms; `to`: its new option; `worth`: of the text with it, to the asker. */
export interface Change { readonly place: number; readonly to: number; readonly worth: number }

/**
 * Looks through all changes of one term. The nearest option on the ladder comes first; among equally near ones the change
 * that is worth least to the asker, who asks for no more than it needs; then the first in order. null: no single change will do.
 *
 * @param now the options of the text, term by term
 * @param sizes how many options each term has
 * @param acceptable worth to the asker of the text with that change, where it would accept it; NaN where not
 */
export function leastChange(now: ArrayLike<number>, sizes: ArrayLike<number>, acceptable: (place: number, to: number) => number): Change | null {
  let farthest = 0;
  for (let place = 0; place < now.length; place++) farthest = Math.max(farthest, now[place], sizes[place] - 1 - now[place]);
  for (let distance = 1; distance <= farthest; distance++) {
    let best: Change | null = null;
    let bestWorth = Infinity;
    for (let place = 0; place < now.length; place++) {
      for (let to = now[place] - distance; to <= now[place] + distance; to += 2 * distance) {
        if (to < 0 || to >= sizes[place]) continue;
        const worth = acceptable(place, to);
        if (worth >= bestWorth || Number.isNaN(worth)) continue;
        best = { place, to, worth };
        bestWorth = worth;
      }
    }
    if (best !== null) return best;
  }
  return null;
}
