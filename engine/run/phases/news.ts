/** Phase 1. Events happen or do not; all are decided on the same moment before any takes effect. */
import { holds } from '../../model/condition.ts';
import { happens } from '../../rules/news.ts';
import { hold } from '../../rules/pressure.ts';
import { breakTruce } from '../truce.ts';
import { sendAll, type World } from '../world.ts';

export function news(world: World): void {
  const { model, state, luck, numbers: { eventChance }, choices, happening } = world;
  const drawn = luck.uniforms(model.eventDraws, eventChance.length, state.round);
  let count = 0;
  for (let e = 0; e < eventChance.length; e++) {
    // Most draws say no: only where one says yes is it asked whether the event may happen at all.
    const chosen = choices.length === 0 ? null : chosenFor(world, e);
    if (chosen ?? (drawn[e] < eventChance[e] && mayHappen(world, e, drawn[e]))) happening[count++] = e;
  }
  for (let each = 0; each < count; each++) apply(world, happening[each]);
}

/** Whether a person lets the event happen in this round; null: chance decides. */
function chosenFor({ model, state, choices }: World, e: number): boolean | null {
  const choice = choices.find((each) => each.kind === 'event' && each.round === state.round && each.event === model.events[e].id);
  return choice?.kind === 'event' ? choice.happens : null;
}

function mayHappen({ model, state, numbers }: World, e: number, draw: number): boolean {
  const { times, when } = model.events[e];
  const timesLeft = times < 0 || state.happened[e] < times;
  return happens(when === null || holds(when, state, -1), timesLeft, numbers.eventChance[e], draw);
}

function apply(world: World, e: number): void {
  const { model, state, numbers } = world;
  const event = model.events[e];
  state.happened[e]++;
  world.emit?.({ kind: 'event', round: state.round, phase: 'news', event: event.id, byChoice: chosenFor(world, e) !== null });
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
