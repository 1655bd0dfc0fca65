/** Where a study looks: places that fill the unit cube more evenly than independent draws would. */
import { shuffled, studyDraws } from './luck.ts';
import type { Space } from './space.ts';

/** Places in the unit cube, one row a place. */
export type Places = readonly Float64Array[];

/**
 * A Latin hypercube (McKay, Beckman & Conover 1979, Technometrics 21:239–245): for each lever, its range is cut into as many equal parts as there are
 * places, and each part holds exactly one. A lever's places depend on its name, not on which other levers take part.
 * @param name tells several samples of one study apart
 */
export function latinHypercube(space: Space, places: number, seed: string, name: string): Places {
  const draws = studyDraws(seed, space.flatMap(({ id }) => [`${name}/${id}/order`, `${name}/${id}/place`]));
  const rows = Array.from({ length: places }, () => new Float64Array(space.length));
  space.forEach((_, d) => {
    const order = shuffled(places, draws[2 * d]);
    rows.forEach((row, at) => { row[d] = (order[at] + draws[2 * d + 1](at, 0)) / places; });
  });
  return rows;
}
