/** The process chart hears one composite event at the end of each phase that has something to tell it. */
import { fighting, type World } from './world.ts';
import { PHASES, type Diplomacy, type Fighting } from '../vocabulary.ts';

export function tellProcess(world: World): void {
  const { model, state, processSignals, moves } = world;
  if (!processSignals.any) return;
  const diplomacyBefore = state.regions[model.diplomacy];
  const fightingBefore = state.regions[model.fighting];
  moves.count = 0;
  world.mover.move(model.parties.length, model.machines.length, processSignals.words, world.numbers.chances, moves);
  for (let at = 0; at < moves.count; at++) state.regions[moves.region[at]] = moves.to[at];
  processSignals.clear();
  if (!world.emit) return;
  const at = { round: state.round, phase: PHASES[state.phase] };
  const words = model.regions[model.diplomacy].table.states;
  if (state.regions[model.diplomacy] !== diplomacyBefore) world.emit({ kind: 'diplomacy', ...at, from: words[diplomacyBefore] as Diplomacy, to: words[state.regions[model.diplomacy]] as Diplomacy });
  if (state.regions[model.fighting] !== fightingBefore) world.emit({ kind: 'fighting', ...at, from: model.regions[model.fighting].table.states[fightingBefore] as Fighting, to: fighting(world) });
}
