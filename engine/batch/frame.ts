/** What a batch's result says besides its counts, as plain JSON: with it, tallies from files become a result without the scenario. */
import type { Model } from '../model/model.ts';
import type { LeverOptions } from '../run/levers.ts';
import type { Id } from '../vocabulary.ts';
import type { TallyShape } from './tally.ts';

interface Named { readonly id: Id; readonly title: string }

export interface Frame {
  readonly scenario: Id;
  readonly hash: string;
  readonly from: string;
  readonly seed: string;
  readonly vary: boolean;
  readonly view: Id | null;
  readonly levers: Readonly<Record<Id, number>>;
  readonly horizonDays: number;
  readonly shape: TallyShape;
  readonly outcomes: readonly Named[];
  /** In file order, with each stage's issues in the order that the file names them. `base`: the place of the issue's first option in a tally. */
  readonly stages: readonly { readonly id: Id; readonly issues: readonly (Named & { readonly base: number; readonly options: readonly Named[] })[] }[];
}

export function frameOf(model: Model, shape: TallyShape, options: LeverOptions & { readonly seed: string }): Frame {
  const { scenario } = model;
  const { seed, vary = false, view = null } = options;
  const seen = scenario.views.find((each) => each.id === view)?.levers ?? {};
  return {
    scenario: scenario.id, hash: scenario.hash, from: scenario.from, seed, vary, view,
    levers: Object.fromEntries(scenario.levers.map((lever) => [lever.id, options.levers?.[lever.id] ?? seen[lever.id] ?? lever.value])),
    horizonDays: model.horizonDays,
    shape,
    outcomes: scenario.outcomes.map(({ id, title }) => ({ id, title })),
    stages: scenario.stages.map((stage) => ({
      id: stage.id,
      issues: stage.issues.map((id) => {
        const { base, options: all } = model.issues.find((each) => each.id === id) ?? { base: 0, options: [] };
        const source = scenario.issues.find((each) => each.id === id);
        return { id, title: source?.title ?? id, base, options: all.map((option, o) => ({ id: option, title: source?.options[o].title ?? option })) };
      }),
    })),
  };
}
