/** How the runs of a report are shared out: all parts grow with the batch, and none beyond what an eye can tell. */
export interface Sizes {
  readonly batch: number;
  /** Settings over the ranges, runs at each; runs at each end of a lever. */
  readonly range: { readonly settings: number; readonly each: number; readonly ends: number };
  /** Runs of each variant of a red line; runs in which turning points are looked for. */
  readonly lines: number;
  readonly turning: number;
  readonly sensitivity: number;
  readonly discovery: number;
}

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(most, Math.round(value)));

export function sizesFor(runs: number): Sizes {
  return {
    batch: runs,
    range: { settings: between(20, runs / 50, 60), each: between(50, runs / 60, 1000), ends: between(50, runs / 10, 1000) },
    lines: between(50, runs / 10, 500), turning: between(50, runs / 10, 500),
    sensitivity: between(2000, runs, 40_000), discovery: between(3000, runs, 10_000),
  };
}
