/** How a party stands to packages of the present stage, by their numbers: what decides answers and amendments. */
import type { Board } from '../model/board.ts';
import { lessFirmness, type Case } from '../rules/answer.ts';
import { aspirationOf, isAlive, walkAwayOf } from './party.ts';
import type { World } from './world.ts';

/** What is the same for every package in this moment. */
export interface Mind { readonly party: number; readonly walkAway: number; readonly threshold: number; readonly sharpness: number | null; readonly firmness: number }

/** Good until the next mind is made: `world.biting` holds its lines. */
export function mindOf(world: World, party: number): Mind {
  const { model, state, numbers, biting } = world;
  for (let word = 0; word < biting.length; word++) biting[word] = 0;
  for (const line of model.parties[party].lines) if (model.lines[line].held && isAlive(world, line)) biting[line >>> 5] |= 1 << (line & 31);
  return { party, walkAway: walkAwayOf(world, party), threshold: aspirationOf(world, party) + state.shift[party], sharpness: numbers.sharpness[party], firmness: numbers.firmness[party] };
}

/** `line`: the first red line that bites; `firmIssue`: the first issue on which a firm stance is broken. -1: none. `firm`, `soft`: on how many issues it lies outside stances of either kind. */
export interface Judged extends Case { readonly line: number; readonly firmIssue: number; readonly firm: number; readonly soft: number }

export function judge(world: World, now: Board, mind: Mind, k: number): Judged {
  const { model, state } = world;
  const { party, walkAway, threshold, sharpness, firmness } = mind;
  const { lines, stances } = model.parties[party];
  let line = -1;
  if (anyBites(world, now, k)) for (const at of lines) if (now.crosses[at][k] === 1 && model.lines[at].held && isAlive(world, at)) { line = at; break; }
  let firmIssue = -1;
  let firm = 0;
  let soft = 0;
  const row = k * now.width;
  for (const issue of now.issues) {
    const stance = stances[issue];
    if (stance === null) continue;
    const at = state.regions[stance.region];
    if (stance.accepts[at][now.options[row + issue]] === 1) continue;
    if (stance.firm[at] === 0) soft++;
    else if (firm++ === 0) firmIssue = issue;
  }
  return { line, firmIssue, firm, soft, redLine: line >= 0, firmStance: firm > 0, worth: lessFirmness(now.worth[party][k], soft, firmness), walkAway, threshold, sharpness };
}

/** Whether the package crosses a line of the mind that was made last. */
export function anyBites({ biting }: World, { lineBits, lineWords }: Board, k: number): boolean {
  for (let word = 0; word < lineWords; word++) if ((lineBits[k * lineWords + word] & biting[word]) !== 0) return true;
  return false;
}
