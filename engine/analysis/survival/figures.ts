/** The published figures that stand behind and beside what was simulated. */
import type { Figure, Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';

export interface PublishedCurve {
  readonly id: Id;
  readonly title: string;
  readonly source: string;
  readonly status: Figure['status'];
  /** Whether the scenario draws from it; if not, it stands beside for comparison. */
  readonly drawnFrom: boolean;
  readonly points: readonly { readonly days: number; readonly survival: number }[];
}

/** Those that are drawn from; then those of other sources, which disagree or are of other wars. Figures of the same source tell of other groups, not of another view. */
export function publishedCurves({ figures, peace }: Pick<Scenario, 'figures' | 'peace'>, of: 'truce' | 'agreement'): readonly PublishedCurve[] {
  const hazards = of === 'agreement' ? [peace.agreement] : [peace.ceasefire, peace['limited-truce']];
  const used = hazards.flatMap((hazard) => (hazard !== undefined && 'figure' in hazard.base ? [hazard.base.figure] : []));
  const sources = new Set(figures.filter(({ id }) => used.includes(id)).map(({ source }) => source));
  const curve = (figure: Figure): readonly PublishedCurve[] => (figure.survival === undefined ? [] : [{
    id: figure.id, title: figure.title, source: figure.source, status: figure.status, drawnFrom: used.includes(figure.id),
    points: figure.survival.map(([days, survival]) => ({ days, survival })),
  }]);
  const [drawn, beside] = [figures.filter(({ id }) => used.includes(id)), figures.filter(({ id, source }) => !used.includes(id) && !sources.has(source))];
  return [...drawn, ...beside].flatMap(curve);
}
