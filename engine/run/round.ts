/** A round, phase by phase: the order is the design's, the rules are in rules/, and both walkers play exactly this. */
import { holds } from '../model/condition.ts';
import { ENDINGS, PHASES, type Ending, type Phase } from '../vocabulary.ts';
import { answers } from './phases/answers.ts';
import { clock } from './phases/clock.ts';
import { movement } from './phases/movement.ts';
import { news } from './phases/news.ts';
import { peace } from './phases/peace.ts';
import { pressure } from './phases/pressure.ts';
import { settlement } from './phases/settlement.ts';
import { table } from './phases/table.ts';
import { tellProcess } from './process.ts';
import { addDays } from './date.ts';
import { fighting, forget, termsOf, type World } from './world.ts';

const OF: Readonly<Record<Phase, (world: World) => void>> = { news, pressure, clock, table, answers, movement, settlement, peace };
/** By a phase's place in the round. */
const PLAY = PHASES.map((phase) => OF[phase]);

/** Plays the next phase. Does nothing when the run is over. */
export function playPhase(world: World): void {
  const { model, state } = world;
  if (state.over === 1) return;
  if (state.phase === 0) beginRound(world);
  PLAY[state.phase](world);
  tellProcess(world);
  const last = state.phase === PHASES.length - 1;
  // A signed text is voted on also when the calendar is over or nobody talks any more: its signatures stand.
  if (last && state.over === 0 && state.ratifying === 0) {
    if (state.round >= model.rounds) {
      if (state.ending === 0) state.ending = ENDINGS.indexOf('time');
      state.over = 1;
    } else if (state.ending !== 0 && fighting(world) === 'war') state.over = 1; // talks are over and no truce is left to follow
  }
  if (state.over === 1) end(world);
  state.phase = last ? 0 : state.phase + 1;
}

function beginRound(world: World): void {
  const { model, state } = world;
  state.round++;
  world.emit?.({ kind: 'round', round: state.round, phase: 'news', date: addDays(model.scenario.calendar.start, Math.round((state.round - 1) * model.roundDays)), stage: model.stages[state.stage].id });
  for (const choice of world.choices) {
    if (choice.kind !== 'lever' || choice.round !== state.round) continue;
    const at = model.levers.indexOf(choice.lever);
    world.emit?.({ kind: 'lever', round: state.round, phase: 'news', lever: choice.lever, from: state.levers[at], to: choice.value });
    state.levers[at] = choice.value;
    forget(world);
  }
}

function end(world: World): void {
  const { model, state } = world;
  world.emit?.({
    kind: 'ended', round: state.round, phase: PHASES[state.phase], how: ENDINGS[state.ending] as Exclude<Ending, 'going'>,
    party: state.endedBy < 0 ? null : model.parties[state.endedBy].id, outcome: model.outcomes[outcomeOf(world)].id, inForce: termsOf(model, state.inForce),
  });
}

/** The first outcome, in file order, whose condition holds now. */
export function outcomeOf(world: World): number {
  return world.model.outcomes.findIndex((outcome) => outcome.when === null || holds(outcome.when, world.state, -1));
}
