/**
 * The two simple baselines that every forecast on a line should be held against. Over 351 issues of the European Union the weighted mean was nearer to what was decided
 * than the bargaining models it was compared with (mean absolute error 22.99 of 100 against 26.8 to 27.9).
 */
import type { Actor } from './line.ts';

export type Weighed = Pick<Actor, 'position' | 'capability' | 'salience'>;

const weightOf = ({ capability, salience }: Weighed): number => capability * salience;
const total = (actors: readonly Weighed[]): number => actors.reduce((sum, actor) => sum + weightOf(actor), 0);

/** Σ c·s·x / Σ c·s; NaN where nobody has weight. */
export const weightedMean = (actors: readonly Weighed[]): number => actors.reduce((sum, actor) => sum + weightOf(actor) * actor.position, 0) / total(actors);

/** The place that beats every other when all vote for the nearer by c·s (Black 1958): half of the weight lies at it or below. Where a half ends just there, the middle between it and the next. */
export function weightedMedian(actors: readonly Weighed[]): number {
  const sorted = actors.filter((actor) => weightOf(actor) > 0).sort((a, b) => a.position - b.position);
  const half = total(sorted) / 2;
  let sum = 0;
  for (const [at, actor] of sorted.entries()) {
    sum += weightOf(actor);
    const next = sorted[at + 1];
    if (Math.abs(sum - half) < 1e-12 * half && next !== undefined) return (actor.position + next.position) / 2;
    if (sum > half) return actor.position;
  }
  return NaN;
}
