/** Whose consent the text that stands needs. */
import { boardOf, packageIndex } from '../model/board.ts';
import type { World } from './world.ts';

/** By party: signatories, and performers of what is new in the text. */
export function consentersOf(world: World): readonly boolean[] {
  const { model, state } = world;
  const now = boardOf(model, state.stage, state.inForce, state.levers);
  const k = packageIndex(model, state.stage, state.text);
  return model.parties.map((_, p) => now.consents[p][k] === 1);
}
