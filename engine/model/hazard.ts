/** Cumulative hazard from published survival figures: piecewise, never a single constant fitted over all ages. */
import type { Figure, Hazard, Scenario } from '../scenario/scenario.ts';
import { UNITS } from '../vocabulary.ts';
import { compileAmount } from './amount.ts';
import type { Handles } from './handles.ts';
import type { HazardModel } from './model.ts';
import { compilePattern } from './pattern.ts';

/**
 * H(age) = −ln S(age), straight between the published points, so the hazard is constant within each interval. Beyond the
 * last point the last interval's hazard goes on.
 */
export function cumulativeOf(survival: readonly (readonly [days: number, share: number])[]): (ageDays: number) => number {
  const days = [0, ...survival.map(([day]) => day)];
  const total = [0, ...survival.map(([, share]) => -Math.log(Math.max(share, 1e-9)))];
  const last = days.length - 1;
  return (age) => {
    if (age <= 0) return 0;
    let to = 1;
    while (to < last && days[to] < age) to++;
    const slope = (total[to] - total[to - 1]) / (days[to] - days[to - 1]);
    return total[to - 1] + slope * (age - days[to - 1]);
  };
}

/** The age at which H reaches `total`: the inverse of `cumulativeOf`, exact on its straight pieces. Infinity where the hazard is nil. */
export function ageAt(survival: readonly (readonly [days: number, share: number])[]): (total: number) => number {
  const days = [0, ...survival.map(([day]) => day)];
  const totals = [0, ...survival.map(([, share]) => -Math.log(Math.max(share, 1e-9)))];
  const last = days.length - 1;
  return (total) => {
    if (total <= 0) return 0;
    let to = 1;
    while (to < last && totals[to] < total) to++;
    const slope = (totals[to] - totals[to - 1]) / (days[to] - days[to - 1]);
    return slope === 0 ? Infinity : days[to - 1] + (total - totals[to - 1]) / slope;
  };
}

export function compileHazard(hazard: Hazard, scenario: Scenario, handles: Handles): HazardModel {
  const { cumulative, ageAt: inverse } = compileBase(hazard, scenario.figures, handles);
  return { cumulative, ageAt: inverse, ratios: hazard.ratios.map((each) => ({ when: compilePattern(each.when, handles), ratio: compileAmount(each.ratio, handles.lever) })) };
}

function compileBase(hazard: Hazard, figures: readonly Figure[], handles: Handles): Pick<HazardModel, 'cumulative' | 'ageAt'> {
  if ('figure' in hazard.base) {
    const { figure: id } = hazard.base;
    const survival = figures.find((figure) => figure.id === id)?.survival;
    if (!survival) throw new Error(`figure ${id} has no survival values`);
    const inverse = ageAt(survival);
    return { cumulative: cumulativeOf(survival), ageAt: (total) => inverse(total) };
  }
  const { rate } = hazard.base;
  const amount = compileAmount(rate.amount, handles.lever);
  const unit = UNITS[rate.per ?? 'year'];
  return {
    cumulative: (age, levers) => (amount(levers) * age) / unit,
    ageAt: (total, levers) => { const rateNow = amount(levers); return rateNow <= 0 ? Infinity : (total * unit) / rateNow; },
  };
}
