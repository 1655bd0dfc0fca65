/**
 * How long things last, some of which were still going on when nobody looked any more: the product-limit estimate of Kaplan & Meier (1958, JASA 53:457–481), with
 * Greenwood's variance (1926) and 95 % intervals on the log(−log) scale (Kalbfleisch & Prentice 1980), which stay within 0..1.
 */
import { wilson, Z95, type Interval } from '../../batch/wilson.ts';

/** One spell: how many days it was seen to last, and whether it had ended then (if not, it is censored). */
export interface Spell { readonly days: number; readonly ended: boolean }

/** From this day on, until the next step. */
export interface SurvivalStep extends Interval {
  readonly days: number;
  /** Spells that were seen to last until just before. */
  readonly atRisk: number;
  readonly ended: number;
  readonly survival: number;
}

export interface SurvivalCurve {
  readonly spells: number;
  readonly ended: number;
  /** Sorted lengths of all spells: who was still seen when. */
  readonly lengths: Float64Array;
  /** One step for each length at which spells ended, in order. */
  readonly steps: readonly SurvivalStep[];
}

/** @param z the normal quantile that intervals reach to */
export function kaplanMeier(spells: readonly Spell[], z: number = Z95): SurvivalCurve {
  const sorted = [...spells].sort((a, b) => a.days - b.days);
  const steps: SurvivalStep[] = [];
  let [survival, greenwood, at] = [1, 0, 0];
  while (at < sorted.length) {
    const { days } = sorted[at];
    const atRisk = sorted.length - at;
    let ended = 0;
    // What ends on a day ends before what is last seen on it.
    for (; at < sorted.length && sorted[at].days === days; at++) if (sorted[at].ended) ended++;
    if (ended === 0) continue;
    survival *= 1 - ended / atRisk;
    greenwood += ended / (atRisk * (atRisk - ended));
    steps.push({ days, atRisk, ended, survival, ...intervalOf(survival, greenwood, atRisk, z) });
  }
  return { spells: spells.length, ended: spells.filter((spell) => spell.ended).length, lengths: Float64Array.from(sorted, ({ days }) => days), steps };
}

/** Where the scale has no ends (nothing ended, or everything), the score interval of as many spells as were at risk. */
function intervalOf(survival: number, greenwood: number, atRisk: number, z: number): Interval {
  if (survival <= 0 || survival >= 1) return wilson(survival >= 1 ? atRisk : 0, atRisk, z);
  const scale = Math.log(-Math.log(survival));
  const half = (z * Math.sqrt(greenwood)) / -Math.log(survival);
  return { low: Math.exp(-Math.exp(scale + half)), high: Math.exp(-Math.exp(scale - half)) };
}

/** What is known at one moment. */
export interface SurvivalAt extends Interval { readonly days: number; readonly survival: number; readonly atRisk: number }

/** At some day; null after the last day on which anything was seen. */
export function survivalAt(curve: SurvivalCurve, days: number, z: number = Z95): SurvivalAt | null {
  const { lengths, steps } = curve;
  const atRisk = lengths.length - countBelow(lengths, days);
  if (lengths.length === 0 || days > lengths[lengths.length - 1]) return null;
  const step = steps.findLast((each) => each.days <= days);
  if (step === undefined) return { days, survival: 1, atRisk, ...wilson(curve.spells, curve.spells, z) };
  return { days, survival: step.survival, atRisk, low: step.low, high: step.high };
}

/** The first day on which no more than half are left; null if more than half outlasted what was seen. */
export function medianOf({ steps }: SurvivalCurve): number | null {
  return steps.find(({ survival }) => survival <= 0.5)?.days ?? null;
}

function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) { const middle = (low + high) >> 1; if (sorted[middle] < value) low = middle + 1; else high = middle; }
  return low;
}
