/** The actor mover: one running XState actor a machine. Used by the stepper. */
import { createActor, type AnyActorRef } from 'xstate';
import type { MoveEvent } from '../charts/fires.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Mover } from './world.ts';

export function actorMover(model: Model, state: State): Mover {
  let actors = start(model, state);
  return {
    move(machine, event: MoveEvent) {
      const actor = actors[machine];
      actor.send(event);
      const snapshot = actor.getSnapshot() as { readonly value: Readonly<Record<string, string>>; readonly status: string; readonly error?: unknown };
      // XState reports a fault in a guard through the snapshot, not to the sender.
      if (snapshot.status === 'error') throw snapshot.error instanceof Error ? snapshot.error : new Error(`the chart of ${model.machines[machine].id} failed`);
      for (let at = 0; at < model.regions.length; at++) {
        const region = model.regions[at];
        if (region.machine === machine) state.regions[at] = region.table.states.indexOf(snapshot.value[region.key]);
      }
    },
    sync() {
      for (const actor of actors) actor.stop();
      actors = start(model, state);
    },
  };
}

function start(model: Model, state: State): readonly AnyActorRef[] {
  return model.machines.map(({ machine }, place) => {
    const value = Object.fromEntries(model.regions.flatMap((region, at) => (region.machine === place ? [[region.key, region.table.states[state.regions[at]]]] : [])));
    const actor = createActor(machine, { snapshot: machine.resolveState({ value, context: {} }) });
    // Without an observer XState would throw a guard's fault asynchronously; `move` reads it from the snapshot.
    actor.subscribe({ error: () => undefined });
    actor.start();
    return actor;
  });
}
