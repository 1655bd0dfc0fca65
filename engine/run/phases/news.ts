/** Phase 1. Events happen or do not; all are decided on the same moment before any takes effect. */
import { happens } from '../../rules/news.ts';
import { hold } from '../../rules/pressure.ts';
import { breakTruce } from '../truce.ts';
import { sendAll, type World } from '../world.ts';

/** Values of `World.happening`. */
const HAPPENS = { not: 0, byChance: 1, byChoice: 2 } as const;

export function news(world: World): void {
  const { model, happening } = world;
  for (let e = 0; e < model.events.length; e++) happening[e] = decide(world, e);
  for (let e = 0; e < model.events.length; e++) if (happening[e] !== HAPPENS.not) apply(world, e, happening[e] === HAPPENS.byChoice);
}

function decide(world: World, e: number): number {
  const { model, state, luck, choices } = world;
  const event = model.events[e];
  const choice = choices.length === 0 ? undefined : choices.find((each) => each.kind === 'event' && each.round === state.round && each.event === event.id);
  if (choice?.kind === 'event') return choice.happens ? HAPPENS.byChoice : HAPPENS.not;
  const timesLeft = event.times < 0 || state.happened[e] < event.times;
  if (!timesLeft || !(event.when?.(state, -1) ?? true)) return HAPPENS.not;
  return happens(true, true, event.chance(state.levers), luck.uniform(event.draw, state.round, 0)) ? HAPPENS.byChance : HAPPENS.not;
}

function apply(world: World, e: number, byChoice: boolean): void {
  const { model, state } = world;
  const event = model.events[e];
  state.happened[e]++;
  world.emit?.({ kind: 'event', round: state.round, phase: 'news', event: event.id, byChoice });
  for (const { gauge, adds } of event.moves) state.gauges[gauge] = hold(state.gauges[gauge] + adds(state.levers));
  for (const signal of event.sends) sendAll(world, signal);
  for (const option of event.opens) state.closed[option] = 0;
  for (const option of event.closes) state.closed[option] = 1;
  if (event.breaksTruce) breakTruce(world, 'event');
}
