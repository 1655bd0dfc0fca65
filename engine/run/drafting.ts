/** What the drafter knows and believes, taken from the state. */
import type { ConsenterView, DraftView } from '../rules/draft.ts';
import { NO_BOUND } from '../rules/learn.ts';
import { aspirationOf, walkAwayOf } from './party.ts';
import { board, type World } from './world.ts';

/** The steepness that a drafter supposes of one who answers without doubt. */
const SUPPOSED_SHARPNESS = 40;

export function draftView(world: World): DraftView {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  const now = board(world);
  const width = model.issues.length;
  const closed = stage.issues.flatMap((issue) => model.issues[issue].options.flatMap((_, option) => (state.closed[model.issues[issue].base + option] === 1 && state.inForce[issue] !== option ? [{ issue, option }] : [])));
  return {
    drafter: stage.drafter,
    bias: stage.bias(state.levers),
    barred: closed.length === 0 ? () => false : (k) => closed.some(({ issue, option }) => now.options[k * width + issue] === option),
    consenters: model.parties.flatMap((_, p) => (now.consents[p].includes(1) ? [consenterView(world, p)] : [])),
    knownLines: model.lines.flatMap((line, at) => (state.known[at] === 1 && line.bites[state.regions[line.region]] === 1 ? [at] : [])),
  };
}

function consenterView(world: World, party: number): ConsenterView {
  const { model, state } = world;
  const own = model.parties[party];
  const isDrafter = party === model.stages[state.stage].drafter;
  return {
    party,
    // The drafter knows its own mind; of others it has an estimate.
    estimate: isDrafter ? orNothing(aspirationOf(world, party) + state.shift[party]) : state.estimate[party],
    floor: isDrafter ? orNothing(walkAwayOf(world, party)) : NO_BOUND,
    sharpness: own.sharpness?.(state.levers) ?? SUPPOSED_SHARPNESS,
    bound: state.bound[party],
    firmness: own.firmness(state.levers),
    outside: own.stances.map((stance) => (stance ? stance.accepts[state.regions[stance.region]].map((accepted) => 1 - accepted) : null)),
    firm: own.stances.map((stance) => stance !== null && stance.firm[state.regions[stance.region]] === 1),
  };
}

/** A party without a walk-away value consents to whatever its lines and firm stances allow. */
const orNothing = (value: number): number => (value === -Infinity ? NO_BOUND : value);
