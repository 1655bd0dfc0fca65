/** One text put to everybody at the opening of a stage, before anything has moved: who would refuse it, and the least that would have to give. */
import type { Model } from '../model/model.ts';
import { brings } from '../model/pattern.ts';
import type { Look, TextLook } from '../run/look.ts';
import { withTerms } from '../run/tabling.ts';
import { forget } from '../run/world.ts';
import { openStepper } from '../run/stepper.ts';
import type { Id, Terms } from '../vocabulary.ts';
import { leastChange, type LeastChange } from './least-change.ts';

export interface Opening {
  readonly stage: Id;
  readonly levers?: Readonly<Record<Id, number>>;
  /** The seed of the run whose private thresholds count; without it nobody's threshold is shifted. */
  readonly seed?: string;
}

export interface Weighed { readonly look: Look; readonly text: TextLook; /** Whether it brings what a text of the stage must. */ readonly brings: boolean; readonly least: LeastChange | null }

/** Throws a RangeError for a stage, issue or option that the model does not have. */
export function weighAtOpening(model: Model, terms: Terms, { stage, levers = {}, seed }: Opening): Weighed {
  const stepper = openStepper(model, { seed: seed ?? '1', levers });
  const { state } = stepper.world;
  const at = model.stages.findIndex((each) => each.id === stage);
  if (at < 0) throw new RangeError(`no stage ${stage}`);
  // A later stage is looked at as if it opened now: charts, gauges and what is in force are those of the start.
  state.stage = at;
  forget(stepper.world);
  if (seed === undefined) state.shift.fill(0);
  return { look: stepper.look(), text: stepper.weigh(terms), brings: brings(model.stages[at].mustBring, state.inForce, withTerms(stepper.world, terms)), least: leastChange(stepper, terms) };
}
