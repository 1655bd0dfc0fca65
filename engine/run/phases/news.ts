/** Phase 1. Events happen or do not; all are decided on the same moment before any takes effect. */
import { happens } from '../../rules/news.ts';
import { hold } from '../../rules/pressure.ts';
import { breakTruce } from '../truce.ts';
import { sendAll, type World } from '../world.ts';

/** Values of `World.happening`. */
const HAPPENS = { not: 0, byChance: 1, byChoice: 2 } as const;

export function news(world: World): void {
  const { model, state, happening, drawn } = world;
  const count = model.events.length;
  world.luck.uniforms(model.eventDraws, count, state.round, drawn);
  for (let e = 0; e < count; e++) happening[e] = decide(world, e, drawn[e]);
  for (let e = 0; e < count; e++) if (happening[e] !== HAPPENS.not) apply(world, e, happening[e] === HAPPENS.byChoice);
}

function decide(world: World, e: number, draw: number): number {
  const { model, state, choices, numbers } = world;
  if (choices.length > 0) {
    const choice = choices.find((each) => each.kind === 'event' && each.round === state.round && each.event === model.events[e].id);
    if (choice?.kind === 'event') return choice.happens ? HAPPENS.byChoice : HAPPENS.not;
  }
  // Most draws say no: only where one says yes is it asked whether the event may happen at all.
  if (draw >= numbers.eventChance[e]) return HAPPENS.not;
  const { times, when } = model.events[e];
  const timesLeft = times < 0 || state.happened[e] < times;
  return happens(when === null || when(state, -1), timesLeft, numbers.eventChance[e], draw) ? HAPPENS.byChance : HAPPENS.not;
}

function apply(world: World, e: number, byChoice: boolean): void {
  const { model, state, numbers } = world;
  const event = model.events[e];
  state.happened[e]++;
  world.emit?.({ kind: 'event', round: state.round, phase: 'news', event: event.id, byChoice });
  for (let each = 0; each < event.moves.length; each++) {
    const { gauge } = event.moves[each];
    state.gauges[gauge] = hold(state.gauges[gauge] + numbers.eventAdds[e][each]);
  }
  for (const signal of event.sends) sendAll(world, signal);
  if (event.opens.length + event.closes.length > 0) world.stands.version++;
  for (const option of event.opens) state.closed[option] = 0;
  for (const option of event.closes) state.closed[option] = 1;
  if (event.breaksTruce) breakTruce(world, 'event');
}
