/** Phase 1. Events happen or do not; all are decided on the same moment before any takes effect. */
import { happens } from '../../rules/news.ts';
import { hold } from '../../rules/pressure.ts';
import { breakTruce } from '../truce.ts';
import { sendAll, type World } from '../world.ts';

/** Values of `World.happening`. */
const HAPPENS = { not: 0, byChance: 1, byChoice: 2, perhaps: 3 } as const;

export function news(world: World): void {
  const { model, state, happening, numbers, draws, drawn } = world;
  let asked = 0;
  for (let e = 0; e < model.events.length; e++) {
    happening[e] = byChoice(world, e);
    if (happening[e] === HAPPENS.perhaps) draws[asked++] = model.events[e].draw;
  }
  world.luck.uniforms(draws, asked, state.round, drawn);
  for (let e = 0, at = 0; e < model.events.length; e++) {
    if (happening[e] === HAPPENS.perhaps) happening[e] = happens(true, true, numbers.eventChance[e], drawn[at++]) ? HAPPENS.byChance : HAPPENS.not;
  }
  for (let e = 0; e < model.events.length; e++) if (happening[e] !== HAPPENS.not) apply(world, e, happening[e] === HAPPENS.byChoice);
}

/** What a person chose; without a choice, whether the event may happen at all. */
function byChoice(world: World, e: number): number {
  const { model, state, choices } = world;
  const { id, times, when } = model.events[e];
  const choice = choices.length === 0 ? undefined : choices.find((each) => each.kind === 'event' && each.round === state.round && each.event === id);
  if (choice?.kind === 'event') return choice.happens ? HAPPENS.byChoice : HAPPENS.not;
  const timesLeft = times < 0 || state.happened[e] < times;
  return timesLeft && (when === null || when(state, -1)) ? HAPPENS.perhaps : HAPPENS.not;
}

function apply(world: World, e: number, byChoice: boolean): void {
  const { model, state, numbers } = world;
  const event = model.events[e];
  state.happened[e]++;
  world.emit?.({ kind: 'event', round: state.round, phase: 'news', event: event.id, byChoice });
  event.moves.forEach(({ gauge }, each) => { state.gauges[gauge] = hold(state.gauges[gauge] + numbers.eventAdds[e][each]); });
  for (const signal of event.sends) sendAll(world, signal);
  for (const option of event.opens) state.closed[option] = 0;
  for (const option of event.closes) state.closed[option] = 1;
  if (event.breaksTruce) breakTruce(world, 'event');
}
