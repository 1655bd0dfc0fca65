/** A box: some levers, each held between two values. */

/** Bounds of one lever; infinite where it is not bounded on that side. In units of the lever. */
export interface Bounds { readonly low: number; readonly high: number }
/** By lever, in the order of the space. */
export type Box = readonly Bounds[];

/** Settings of levers that were tried, and what came of each: 0..1, 1 for a case of interest. */
export interface Sample {
  /** By lever, by setting. */
  readonly values: readonly Float64Array[];
  readonly of: Float64Array;
}

export const EVERYWHERE: Bounds = { low: -Infinity, high: Infinity };
export const isRestricted = ({ low, high }: Bounds): boolean => low !== -Infinity || high !== Infinity;
export const restrictedIn = (box: Box): readonly number[] => box.flatMap((bounds, d) => (isRestricted(bounds) ? [d] : []));

/** How a box does on a sample. */
export interface Fit {
  /** Settings inside, and those among all. */
  readonly inside: number;
  readonly all: number;
  /** Cases of interest inside, and those among all. */
  readonly cases: number;
  readonly allCases: number;
  /** Of the settings inside, the share that are cases. */
  readonly density: number;
  /** Of the cases, the share that lie inside. */
  readonly coverage: number;
  /** Of the settings, the share that lie inside. */
  readonly mass: number;
}

export function contains(box: Box, values: readonly Float64Array[], at: number): boolean {
  for (let d = 0; d < box.length; d++) if (values[d][at] < box[d].low || values[d][at] > box[d].high) return false;
  return true;
}

export function fitOf(box: Box, { values, of }: Sample): Fit {
  let [inside, cases, allCases] = [0, 0, 0];
  for (let at = 0; at < of.length; at++) {
    allCases += of[at];
    if (!contains(box, values, at)) continue;
    inside++;
    cases += of[at];
  }
  return fitFrom(inside, cases, of.length, allCases);
}

export function fitFrom(inside: number, cases: number, all: number, allCases: number): Fit {
  return { inside, all, cases, allCases, density: inside === 0 ? 0 : cases / inside, coverage: allCases === 0 ? 0 : cases / allCases, mass: all === 0 ? 0 : inside / all };
}

/** Some settings of a sample. */
export function some({ values, of }: Sample, which: ArrayLike<number>): Sample {
  const pick = (from: Float64Array): Float64Array => Float64Array.from(which, (at) => from[at]);
  return { values: values.map(pick), of: pick(of) };
}
