/** The text that stands: whose consent it needs, and whose lines it crosses. */
import { packageIndex } from '../model/board.ts';
import { allConsent } from '../rules/settle.ts';
import { isAlive } from './stand.ts';
import { board, type World } from './world.ts';

/** The text that stands as a number of the board. */
export function standingText(world: World): number {
  const { model, state } = world;
  return world.text >= 0 ? world.text : (world.text = packageIndex(model, state.stage, state.text));
}

/** Whether the text needs the party's consent: it signs, or performs what is new in it. @param k the text as a number of the board */
export const mustConsent = (world: World, party: number, k: number): boolean => board(world).consents[party][k] === 1;

export const isAgreed = (world: World): boolean => allConsent(board(world).consents, standingText(world), world.state.answers);

/** How many lines of the party the text that stands crosses. */
export function countCrossed(world: World, party: number): number {
  const { lines } = world.model;
  const { crosses } = board(world);
  const k = standingText(world);
  let count = 0;
  for (const line of world.model.parties[party].lines) if (crosses[line][k] === 1 && lines[line].held && isAlive(world, line)) count++;
  return count;
}
