/** One text put to everybody at the opening of a stage, before anything has moved: who would refuse it, and the least that would have to give. */
import type { Model } from '../model/model.ts';
import { brings } from '../model/pattern.ts';
import type { Look, TextLook } from '../run/look.ts';
import { lookAt, lookAtText } from '../run/look-at.ts';
import { withTerms } from '../run/tabling.ts';
import type { Id, Terms } from '../vocabulary.ts';
import { asIfOpen, momentOf } from './agreement/moment.ts';
import { offTheList } from './agreement/off-the-list.ts';
import { leastChange, type LeastChange } from './least-change.ts';

export interface Opening {
  readonly stage: Id;
  readonly levers?: Readonly<Record<Id, number>>;
  /** The seed of the run whose private thresholds count; without it nobody's threshold is shifted. */
  readonly seed?: string;
}

/** A term of a text that may not be drafted. `event`: what took it off the list. */
export interface ClosedTerm { readonly issue: Id; readonly option: Id; readonly event: Id }

export interface Weighed {
  readonly look: Look;
  readonly text: TextLook;
  /** Whether it brings what a text of the stage must. */
  readonly brings: boolean;
  readonly closed: readonly ClosedTerm[];
  readonly least: LeastChange | null;
}

/**
 * The opening is that of `analyze`: what is certain to happen before anybody meets has happened, and a later stage is looked at as if it opened then.
 * Throws a RangeError for a stage, issue or option that the model does not have.
 */
export function weighAtOpening(model: Model, terms: Terms, { stage, levers = {}, seed }: Opening): Weighed {
  const at = model.stages.findIndex((each) => each.id === stage);
  if (at < 0) throw new RangeError(`no stage ${stage}`);
  for (const [issue, option] of Object.entries(terms)) {
    if (model.issues.find((each) => each.id === issue)?.options.includes(option) !== true) throw new RangeError(`no option ${issue}=${option}`);
  }
  const world = asIfOpen(momentOf(model, { seed: seed ?? '1', levers }), at);
  const { state } = world;
  if (seed === undefined) state.shift.fill(0);
  const options = withTerms(world, terms);
  return {
    look: lookAt(world),
    text: lookAtText(world, options, false),
    brings: brings(model.stages[at].mustBring, state.inForce, options),
    closed: offTheList(world).filter(({ issue, option }) => options[issue] === option).map(({ issue, option }) => ({
      issue: model.issues[issue].id, option: model.issues[issue].options[option],
      event: model.events.find((event, e) => state.happened[e] > 0 && event.closes.includes(model.issues[issue].base + option))?.id ?? '',
    })),
    least: leastChange({ world }, terms),
  };
}
