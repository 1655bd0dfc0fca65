/** The least change of one term that a party would accept: what it asks for when it refuses. */

export interface Step { readonly issue: number; readonly to: number }

/**
 * Looks through all changes of one issue. The nearest option on the ladder comes first; among equally near ones the change
 * that is worth least to the asker, who asks for no more than it needs; then the first in order. null: no single change will do.
 *
 * @param text an option by issue; left as it was found
 * @param acceptable worth of a package to the asker where it would accept it, NaN where not
 */
export function leastChange(text: Uint8Array, issues: readonly number[], sizes: readonly number[], acceptable: (options: Uint8Array) => number): Step | null {
  let best: Step | null = null;
  let bestDistance = Infinity;
  let bestWorth = Infinity;
  for (const issue of issues) {
    const now = text[issue];
    for (let to = 0; to < sizes[issue]; to++) {
      const distance = Math.abs(to - now);
      if (distance === 0 || distance > bestDistance) continue;
      text[issue] = to;
      const worth = acceptable(text);
      if (!Number.isNaN(worth) && (distance < bestDistance || worth < bestWorth)) {
        best = { issue, to };
        bestDistance = distance;
        bestWorth = worth;
      }
    }
    text[issue] = now;
  }
  return best;
}
