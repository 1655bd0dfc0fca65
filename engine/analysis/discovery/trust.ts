/** Whether the bounds of a box are there in the world that was sampled, or only in this sample. */
import { betaShare } from '../../chance/special.ts';
import { shuffled, studyDraws } from '../study/luck.ts';
import { EVERYWHERE, fitOf, isRestricted, restrictedIn, some, type Box, type Sample } from './box.ts';
import { paste } from './paste.ts';
import { peel, type Step } from './peel.ts';

/**
 * The quasi-p-value of one restricted lever (Bryant & Lempert 2010): how likely so many cases, or more, would be inside if the lever's bounds took nothing but
 * a random part of the box without them: a binomial tail. Small: the bounds are no accident.
 */
export function quasiP(box: Box, lever: number, sample: Sample): number {
  const without = fitOf(box.map((bounds, d) => (d === lever ? EVERYWHERE : bounds)), sample);
  const { inside, cases } = fitOf(box, sample);
  const hits = Math.round(cases);
  // P(X ≥ hits) is the regularised incomplete beta function.
  return hits === 0 ? 1 : betaShare(hits, inside - hits + 1, without.density);
}

/**
 * Bounds that may as well be an accident are dropped, the worst first, until each that is left is below `most`: a twentieth, shared among all levers that the
 * method could have bounded (Bonferroni), for it took those that looked best.
 */
export function withoutAccidents(box: Box, sample: Sample, most = 0.05 / box.length): Box {
  const tested = restrictedIn(box).map((lever) => ({ lever, p: quasiP(box, lever, sample) })).sort((a, b) => b.p - a.p);
  const [worst] = tested;
  if (worst === undefined || worst.p < most) return box;
  return withoutAccidents(box.map((bounds, d) => (d === worst.lever ? EVERYWHERE : bounds)), sample, most);
}

/** The step of a trajectory whose coverage is nearest to what is wanted; of several the one with the higher density. */
export function nearestCoverage(steps: readonly Step[], coverage: number): Step {
  return steps.reduce((best, step) => {
    const [was, is] = [Math.abs(best.coverage - coverage), Math.abs(step.coverage - coverage)];
    return is < was || (is === was && step.density > best.density) ? step : best;
  });
}

/**
 * The resampling test (Bryant & Lempert 2010): the method is used again on random halves of the sample, cut where the coverage is about the same; in how many of them
 * does the box restrict each lever? @returns by lever, 0..1
 */
export function reappearance(sample: Sample, coverage: number, seed: string, halves: number): readonly number[] {
  const [draw] = studyDraws(seed, ['discovery/halves']);
  const times = sample.values.map(() => 0);
  for (let h = 0; h < halves; h++) {
    const half = some(sample, shuffled(sample.of.length, draw, h).subarray(0, Math.floor(sample.of.length / 2)));
    const box = withoutAccidents(paste(nearestCoverage(peel(half), coverage).box, half), half);
    box.forEach((bounds, d) => { if (isRestricted(bounds)) times[d]++; });
  }
  return times.map((count) => count / halves);
}
