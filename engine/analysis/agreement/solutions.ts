/**
 * The solutions of cooperative bargaining on a discrete frontier. Gains are counted from the disagreement point: what each has without an agreement.
 * Nash (1950): the greatest product of gains. Egalitarian (Kalai 1977): the greatest least gain. Kalai & Smorodinsky (1975) ask that gains be in proportion to each
 * party's best; where no package does so exactly, there are two readings: the greatest least share of the best that it can gain on the frontier; and, as the negotiation platform
 * NegMAS has it (Mohammad, Nakadai & Greenwald 2021), the least spread of shares of the gain that its favourite text would bring, within reach or not. Utilitarian: the greatest sum.
 */
import type { Points } from './frontier.ts';

export const SOLUTIONS = ['nash', 'kalai-smorodinsky', 'kalai-smorodinsky-spread', 'egalitarian', 'utilitarian'] as const;
export type Solution = (typeof SOLUTIONS)[number];
export type BySolution<Of> = { readonly [S in Solution]: Of };

export function eachSolution<From, To>(of: BySolution<From>, turn: (from: From) => To): BySolution<To> {
  return {
    nash: turn(of.nash), 'kalai-smorodinsky': turn(of['kalai-smorodinsky']), 'kalai-smorodinsky-spread': turn(of['kalai-smorodinsky-spread']), egalitarian: turn(of.egalitarian),
    utilitarian: turn(of.utilitarian),
  };
}

/** Numbers closer than this are equal: all packages that are tied are named. */
const TIE = 1e-12;

/**
 * Packages by solution, several where they are tied.
 * @param frontier packages that no party would rather leave for the disagreement point
 * @param disagreement worth by party @param favourite worth of its best text, by party
 */
export function solutionsOf(points: Points, frontier: readonly number[], disagreement: readonly number[], favourite: readonly number[]): BySolution<readonly number[]> {
  const gains = frontier.map((k) => points.map((row, p) => row[k] - disagreement[p]));
  const best = points.map((_, p) => gains.reduce((most, gain) => Math.max(most, gain[p]), 0));
  // A party that can gain nothing has all that it can have.
  const sharesOf = (most: readonly number[]): readonly (readonly number[])[] => gains.map((gain) => gain.map((each, p) => (most[p] > 0 ? each / most[p] : 1)));
  const top = (values: readonly number[]): readonly number[] => {
    const most = Math.max(...values);
    return frontier.filter((_, at) => values[at] >= most - TIE);
  };
  return {
    nash: top(gains.map((gain) => gain.reduce((product, each) => product * each, 1))),
    'kalai-smorodinsky': top(sharesOf(best).map((share) => Math.min(...share))),
    'kalai-smorodinsky-spread': top(sharesOf(favourite.map((most, p) => most - disagreement[p])).map((share) => Math.min(...share) - Math.max(...share))),
    egalitarian: top(gains.map((gain) => Math.min(...gain))),
    utilitarian: top(frontier.map((k) => points.reduce((sum, row) => sum + row[k], 0))),
  };
}
