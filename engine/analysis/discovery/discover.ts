/**
 * Boxes of assumptions in which something holds: found on one part of the sample, told with how they do on the other, which had no hand in finding them. A box
 * that looks good only where it was found is so seen through.
 */
import { wilson, type Interval } from '../../batch/wilson.ts';
import { shuffled, studyDraws } from '../study/luck.ts';
import { contains, fitOf, restrictedIn, some, type Bounds, type Box, type Fit, type Sample } from './box.ts';
import { paste } from './paste.ts';
import { peel, type Step } from './peel.ts';
import { nearestCoverage, quasiP, reappearance, withoutAccidents } from './trust.ts';

export interface DiscoverOptions {
  readonly seed: string;
  /** The coverage that is wanted, 0..1; it may be more once slices are pasted back and accidents are dropped. Without it: where most cases lie inside beyond those that so large a box holds anywhere. */
  readonly coverage?: number;
  /** At most so many boxes, each found where those before it are not. */
  readonly boxes?: number;
}

/** One lever that a box restricts. */
export interface Restriction extends Bounds {
  /** Its place in the space. */
  readonly lever: number;
  /** Bryant & Lempert's quasi-p-value, on the part where the box was found. */
  readonly p: number;
  /** In what share of random halves of that part the lever is restricted again. */
  readonly again: number;
}

/** A box on settings that had no hand in finding it; the interval is of the density (Wilson). */
export interface Checked extends Fit { readonly interval: Interval }

export interface FoundBox {
  readonly box: Box;
  readonly restricts: readonly Restriction[];
  readonly found: Fit;
  readonly checked: Checked;
  /** The trade-off on the way to it, before anything was pasted back: coverage against density, from the whole space inwards. */
  readonly tradeOff: readonly Step[];
}

export interface Discovery {
  /** Settings on which boxes were found, and on which they were checked. */
  readonly settings: { readonly found: number; readonly checked: number };
  /** Cases of interest among all settings. */
  readonly density: number;
  readonly boxes: readonly FoundBox[];
}

/** One third of the settings is kept back. */
const KEPT_BACK = 3;
const HALVES = 40;

export function discover(sample: Sample, { seed, coverage, boxes = 1 }: DiscoverOptions): Discovery {
  const order = shuffled(sample.of.length, studyDraws(seed, ['discovery/kept-back'])[0]);
  const back = Math.floor(order.length / KEPT_BACK);
  const [check, find] = [some(sample, order.subarray(0, back)), some(sample, order.subarray(back))];
  const found: FoundBox[] = [];
  let rest = find;
  while (found.length < boxes) {
    const one = findBox(rest, find, check, seed, coverage);
    if (one === null) break;
    found.push(one);
    rest = some(rest, Int32Array.from(rest.of.keys()).filter((at) => !contains(one.box, rest.values, at)));
  }
  const density = sample.of.reduce((sum, each) => sum + each, 0) / Math.max(1, sample.of.length);
  return { settings: { found: find.of.length, checked: check.of.length }, density, boxes: found };
}

/** A box on what earlier ones have left; null where there is none that is no accident. Its figures are those on all settings. */
function findBox(rest: Sample, find: Sample, check: Sample, seed: string, coverage: number | undefined): FoundBox | null {
  const steps = peel(rest);
  const chosen = coverage === undefined ? steps.reduce((best, step) => (beyondChance(step) > beyondChance(best) ? step : best)) : nearestCoverage(steps, coverage);
  const box = withoutAccidents(paste(chosen.box, rest), rest);
  const levers = restrictedIn(box);
  if (levers.length === 0) return null;
  const [fit, checked] = [fitOf(box, find), fitOf(box, check)];
  const again = reappearance(rest, chosen.coverage, seed, HALVES);
  return {
    box, found: fit, checked: { ...checked, interval: wilson(checked.cases, checked.inside) }, tradeOff: steps,
    restricts: levers.map((lever) => ({ lever, ...box[lever], p: quasiP(box, lever, rest), again: again[lever] })),
  };
}

/** Cases inside beyond those that a box of this size holds on average: the weighted relative accuracy of Lavrač, Flach & Zupan (1999), times all settings. */
function beyondChance({ cases, inside, allCases, all }: Fit): number {
  return cases - (inside * allCases) / Math.max(1, all);
}
