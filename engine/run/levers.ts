/** The values of the levers of a run: the file's, a view's, drawn ones, and those that were set. */
import { quantile } from '../chance/distribution.ts';
import type { Luck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { Id } from '../vocabulary.ts';

export interface LeverOptions {
  /** Values that differ from the file's; they are never drawn. */
  readonly levers?: Readonly<Record<Id, number>>;
  /** The view whose values are taken. */
  readonly view?: Id;
  /** Whether levers with a distribution, and views by their weights, are drawn once a run. */
  readonly vary?: boolean;
}

/** In the order of the model's levers. A set value goes before a view's, a view's before a drawn one, a drawn one before the file's. */
export function leverValues(model: Model, luck: Luck, options: LeverOptions): Float64Array {
  const { scenario } = model;
  const { levers = {}, vary = false } = options;
  const view = scenario.views.find((each) => each.id === options.view) ?? (vary ? drawView(model, luck) : undefined);
  return Float64Array.from(model.levers, (id, at) => {
    const lever = scenario.levers.find((each) => each.id === id);
    if (!lever) throw new Error(`no lever ${id}`);
    if (levers[id] !== undefined) return levers[id];
    if (view?.levers[id] !== undefined) return view.levers[id];
    if (vary && lever.distribution) return quantile(lever.distribution, lever.range, luck.uniform(model.leverDraws[at], 0, 0));
    return lever.value;
  });
}

function drawView(model: Model, luck: Luck): Model['scenario']['views'][number] | undefined {
  const { views } = model.scenario;
  const total = views.reduce((sum, view) => sum + view.weight, 0);
  let left = total * luck.uniform(model.viewDraw, 0, 0);
  return views.find((view) => (left -= view.weight) < 0);
}
