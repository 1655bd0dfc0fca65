/** Whose consent the text that stands needs. */
import { packageIndex } from '../model/board.ts';
import { allConsent } from '../rules/settle.ts';
import { board, type World } from './world.ts';

/** The text that stands as a number of the board. */
export const standingText = ({ model, state }: World): number => packageIndex(model, state.stage, state.text);

/** Whether the text needs the party's consent: it signs, or performs what is new in it. @param k the text as a number of the board */
export const mustConsent = (world: World, party: number, k: number): boolean => board(world).consents[party][k] === 1;

export const isAgreed = (world: World): boolean => allConsent(board(world).consents, standingText(world), world.state.answers);
