/** The actor mover: one running XState actor a machine. Used by the stepper. */
import { holds } from '../model/condition.ts';
import { createActor, type AnyActorRef } from 'xstate';
import type { Luck } from '../chance/luck.ts';
import type { MoveEvent } from '../charts/fires.ts';
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import { hears, type Mover } from './world.ts';

export function actorMover(model: Model, state: State, luck: Luck): Mover {
  const actors = start(model, state);
  return {
    move(first, end, words, chances, moves) {
      for (let machine = first; machine < end; machine++) {
        const from = (machine - first) * model.hearing.words;
        if (!words.subarray(from, from + model.hearing.words).some((word) => word !== 0)) continue;
        const actor = actors[machine];
        actor.send(moveEvent(model, luck, machine, words, from, chances, state));
        const snapshot = actor.getSnapshot() as { readonly value: Readonly<Record<string, string>>; readonly status: string; readonly error?: unknown };
        // XState reports a fault in a guard through the snapshot, not to the sender.
        if (snapshot.status === 'error') throw snapshot.error instanceof Error ? snapshot.error : new Error(`the chart of ${model.machines[machine].id} failed`);
        for (const at of model.machineRegions[machine]) {
          const region = model.regions[at];
          const to = region.table.states.indexOf(snapshot.value[region.key]);
          if (to !== state.regions[at]) moves.add(at, to);
        }
      }
    },
  };
}

/** The composite event that a machine hears; conditions read the state, in which nothing has moved yet. */
function moveEvent(model: Model, luck: Luck, machine: number, words: Int32Array, from: number, chances: Float64Array, state: State): MoveEvent {
  return {
    type: 'move',
    has: (name) => {
      const signal = model.signal.get(name);
      if (signal === undefined) throw new Error(`a chart waits for a signal that the model does not know: ${name}`);
      return hears(model.hearing, machine, words, from, signal);
    },
    holds: (condition) => holds(model.conditions[condition], state, machine),
    chance: (chance) => chances[chance],
    draw: (key) => {
      for (const at of model.machineRegions[machine]) if (model.regions[at].key === key) return luck.uniform(model.regions[at].draw, state.round, 0);
      throw new Error(`no region ${key} in ${model.machines[machine].id}`);
    },
  };
}

function start(model: Model, state: State): readonly AnyActorRef[] {
  return model.machines.map(({ machine }, place) => {
    const value = Object.fromEntries(Array.from(model.machineRegions[place], (at) => [model.regions[at].key, model.regions[at].table.states[state.regions[at]]]));
    const actor = createActor(machine, { snapshot: machine.resolveState({ value, context: {} }) });
    // Without an observer XState would throw a guard's fault asynchronously; `move` reads it from the snapshot.
    actor.subscribe({ error: () => undefined });
    actor.start();
    return actor;
  });
}
