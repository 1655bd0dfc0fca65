/** What the drafter knows of lines, stances and closed options, taken from the state. */
import type { Closed, ConsenterView, DraftView } from '../rules/draft.ts';
import { isAlive } from './stand.ts';
import type { World } from './world.ts';

export function draftView(world: World, consenters: readonly number[]): DraftView {
  const { model, state } = world;
  const { drafter } = model.stages[state.stage];
  const knownLines: number[] = [];
  const ownLines: number[] = [];
  for (let at = 0; at < model.lines.length; at++) {
    if (!isAlive(world, at)) continue;
    if (model.lines[at].party === drafter) ownLines.push(at);
    else if (state.known[at] === 1) knownLines.push(at);
  }
  return { drafter, consenters: consenters.map((party) => consenterView(world, party)), knownLines, ownLines };
}

/** By issue: its closed options; what is in force may stay, closed or not. */
export function closedNow(world: World): Closed | null {
  const { model, state } = world;
  if (!model.closable.some((option) => state.closed[option] === 1)) return null;
  return model.issues.map((issue, i) => {
    const row = Uint8Array.from(issue.options, (_, option) => (state.inForce[i] === option ? 0 : state.closed[issue.base + option]));
    return row.includes(1) ? row : null;
  });
}

export function consenterView({ model, state, numbers }: World, party: number): ConsenterView {
  const { stances } = model.parties[party];
  const outside: (Uint8Array | null)[] = [];
  const firm: boolean[] = [];
  for (const stance of stances) {
    outside.push(stance === null ? null : stance.refuses[state.regions[stance.region]]);
    firm.push(stance !== null && stance.firm[state.regions[stance.region]] === 1);
  }
  return { party, firmness: numbers.firmness[party], outside, firm };
}
