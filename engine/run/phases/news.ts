/** Phase 1. Events happen or do not; all are decided on the same moment before any takes effect. */
import { happens } from '../../rules/news.ts';
import { hold } from '../../rules/pressure.ts';
import { breakTruce } from '../truce.ts';
import { sendAll, type World } from '../world.ts';

export function news(world: World): void {
  const { model, state, luck, choices } = world;
  const happening = model.events.map((event, e) => {
    const choice = choices.find((each) => each.kind === 'event' && each.round === state.round && each.event === event.id);
    if (choice?.kind === 'event') return { yes: choice.happens, byChoice: true };
    const timesLeft = event.times < 0 || state.happened[e] < event.times;
    return { yes: happens(event.when?.(state, -1) ?? true, timesLeft, event.chance(state.levers), luck.uniform(event.draw, state.round, 0)), byChoice: false };
  });
  model.events.forEach((event, e) => {
    if (!happening[e].yes) return;
    state.happened[e]++;
    world.emit?.({ kind: 'event', round: state.round, phase: 'news', event: event.id, byChoice: happening[e].byChoice });
    for (const { gauge, adds } of event.moves) state.gauges[gauge] = hold(state.gauges[gauge] + adds(state.levers));
    for (const signal of event.sends) sendAll(world, signal);
    for (const option of event.opens) state.closed[option] = 0;
    for (const option of event.closes) state.closed[option] = 1;
    if (event.breaksTruce) breakTruce(world, 'event');
  });
}
