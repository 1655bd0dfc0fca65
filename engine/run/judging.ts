/** How a party stands to packages of the present stage, by their numbers: what decides answers and amendments. */
import type { Board } from '../model/board.ts';
import { lessFirmness, type Case } from '../rules/answer.ts';
import { firstIn, overlap } from '../model/bits.ts';
import { aspirationOf, walkAwayOf } from './party.ts';
import { standOf } from './stand.ts';
import type { Stand } from './stands.ts';
import type { World } from './world.ts';

/** What is the same for every package in this moment. */
export interface Mind { readonly party: number; readonly stand: Stand; readonly walkAway: number; readonly threshold: number; readonly sharpness: number | null; readonly firmness: number }

export function mindOf(world: World, party: number): Mind {
  const { state, numbers } = world;
  const walkAway = walkAwayOf(world, party);
  return { party, stand: standOf(world, party), walkAway, threshold: aspirationOf(world, party, walkAway) + state.shift[party], sharpness: numbers.sharpness[party], firmness: numbers.firmness[party] };
}

/** `line`: the first red line that bites; `firmIssue`: the first issue on which a firm stance is broken. -1: none. */
export interface Judged extends Case { readonly line: number; readonly firmIssue: number }

export function judge(world: World, now: Board, { party, stand, walkAway, threshold, sharpness, firmness }: Mind, k: number): Judged {
  const { issue } = world.model.stages[now.stage].bits;
  const line = firstIn(now.lineBits, k * now.lineWords, stand.held);
  const firm = firstIn(now.bits, k * now.words, stand.firm);
  const worth = lessFirmness(now.worth[party][k], overlap(now.bits, k * now.words, stand.soft), firmness);
  return { line, firmIssue: firm < 0 ? -1 : issue[firm], redLine: line >= 0, firmStance: firm >= 0, worth, walkAway, threshold, sharpness };
}
