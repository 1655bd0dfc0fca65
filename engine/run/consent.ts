/** The text that stands: whose consent it needs, and what a party holds against it. */
import { packageIndex } from '../model/board.ts';
import { needs } from '../model/layout.ts';
import { overlap } from '../model/bits.ts';
import { allConsent } from '../rules/settle.ts';
import { standOf } from './stand.ts';
import { board, type World } from './world.ts';

/** The text that stands as a number of the board. */
export function standingText(world: World): number {
  const { model, state } = world;
  return world.text >= 0 ? world.text : (world.text = packageIndex(model, state.stage, state.text));
}

/** Whether the text needs the party's consent: it signs, or performs what is new in it. @param k the text as a number of the board */
export function mustConsent(world: World, party: number, k: number): boolean {
  return needs(board(world), party, k);
}

export function isAgreed(world: World): boolean {
  const { consentBits, consentWords } = board(world);
  return allConsent(consentBits, standingText(world) * consentWords, world.state.answers);
}

/** How many things a party holds against the text that stands: lines that bite and terms outside its stances. */
export function objectionsTo(world: World, party: number): number {
  const { lineBits, lineWords, bits, words } = board(world);
  const k = standingText(world);
  const { held, firm, soft } = standOf(world, party);
  return overlap(lineBits, k * lineWords, held) + overlap(bits, k * words, firm) + overlap(bits, k * words, soft);
}
