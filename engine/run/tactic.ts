/** What a party with a tactic other than time holds out for, and what it asks for, taken from the state. */
import { matches } from '../model/pattern.ts';
import { packageIndex } from '../model/board.ts';
import type { Board } from '../model/board.ts';
import { crosses } from '../model/layout.ts';
import { aspiration, conceded } from '../rules/aspiration.ts';
import { level, type Ladder } from '../rules/propose.ts';
import { corners, reachable, rubinstein, type Point, type Shares } from '../rules/tactics/equilibrium.ts';
import { randomLevel } from '../rules/tactics/random.ts';
import { spentTime } from '../rules/tactics/resource.ts';
import { heldAt, leftAfter } from '../rules/tactics/tit-for-tat.ts';
import { isAlive, walkAwayOf } from './stand.ts';
import { board, type World } from './world.ts';

/** The worth that it holds out for now, before its private shift; null: by the clock. */
export function levelByTactic(world: World, party: number, walkAway: number): number | null {
  const { model, state, luck } = world;
  const { tactic, exponent, slack } = model.parties[party];
  if (tactic === null) return null;
  const { top, worst } = board(world);
  const { alternating } = model.stages[state.stage];
  const floor = alternating ? Math.max(worst[party], walkAway) : walkAway;
  const less = (held: number): number => (alternating ? Math.min(top[party], Math.max(floor, held - slack(state.levers))) : held);
  switch (tactic.kind) {
    case 'resource': {
      const share = conceded(spentTime(tactic.usedUp(state, party)), exponent(state.levers));
      return alternating ? level(floor, top[party], share, slack(state.levers)) : aspiration(walkAway, top[party], share);
    }
    case 'tit-for-tat': return less(heldAt(floor, top[party], state.left[party]));
    case 'random': return less(randomLevel(floor, top[party], luck.uniform(tactic.draw, state.round, 0)));
    case 'equilibrium': return less(equilibriumOf(world, party)?.accepts ?? floor);
  }
}

/** A party that answers like with like has heard an offer: once, however often it lies before it. */
export function hearOffer(world: World, party: number): void {
  const { model, state } = world;
  const { tactic } = model.parties[party];
  if (tactic?.kind !== 'tit-for-tat' || state.textBy === party || state.heardNth[party] === state.nth) return;
  const now = board(world);
  const worth = now.worth[party][packageIndex(model, state.stage, state.text)];
  const way = now.top[party] - Math.max(now.worst[party], walkAwayOf(world, party));
  const kindness = way > 0 ? tactic.kindness(state.levers) / way : 0;
  state.left[party] = leftAfter({ left: state.left[party], before: state.heardNth[party] > 0 ? state.heard[party] : null, now: worth, top: now.top[party], kindness });
  state.heard[party] = worth;
  state.heardNth[party] = state.nth;
}

/** What the party asks for and accepts, and what it takes the other to accept, as worths. */
interface Equilibrium { readonly accepts: number; readonly other: number; readonly othersAccepts: number }

/** Both know both: the theory's assumption. Lines that are held now take packages out. Null where there are not two, or nothing that both could gain by. */
export function equilibriumOf(world: World, party: number): Equilibrium | null {
  const { model, state } = world;
  const { signs } = model.stages[state.stage];
  const other = signs.find((each) => each !== party);
  if (signs.length !== 2 || other === undefined) return null;
  // The two stand in the order of the parties, so that both reckon the same.
  const [a, b] = party < other ? [party, other] : [other, party];
  const now = board(world);
  const floors = [a, b].map((each) => Math.max(now.worst[each], walkAwayOf(world, each)));
  const found = accepted(world, now, [a, b], [floors[0], floors[1]]);
  if (found === null) return null;
  const own = party === a ? found.a + floors[0] : found.b + floors[1];
  return { accepts: own - TRACE, other, othersAccepts: party === a ? found.b + floors[1] : found.a + floors[0] };
}

type Two = readonly [number, number];
const remembered = new WeakMap<Board, { readonly key: string; readonly shares: Point | null }>();

/** Gains that the two accept at least. The last answer of a board is kept: a phase asks for it many times. */
function accepted(world: World, now: Board, two: Two, floors: Two): Point | null {
  const { model, state } = world;
  const rates: Two = [rateOf(world, two[0], two[1]), rateOf(world, two[1], two[0])];
  const lines = two.flatMap((each) => model.parties[each].lines.filter((at) => model.lines[at].held && isAlive(world, at) && !matches(model.lines[at].never, state.inForce)));
  const key = `${two.join()} ${floors.join()} ${rates.join()} ${lines.join()}`;
  const known = remembered.get(now);
  if (known?.key === key) return known.shares;
  const points: Point[] = [];
  for (let k = 0; k < now.count; k++) {
    const [a, b] = [now.worth[two[0]][k] - floors[0], now.worth[two[1]][k] - floors[1]];
    if (a >= 0 && b >= 0 && lines.every((line) => !crosses(now, line, k))) points.push({ a, b });
  }
  const found: Shares | null = rubinstein(corners(points), rates);
  const shares = found && reachable(points, found.accepts);
  remembered.set(now, { key, shares });
  return shares;
}

/** Its rate of discount a round; of one of whom the file says nothing, the other's. */
function rateOf(world: World, party: number, other: number): number {
  const { model, state } = world;
  return (model.parties[party].discount ?? model.parties[other].discount)?.(state.levers) ?? 0;
}

/** What a party in equilibrium asks for: of the packages with which the other is content, its own best. -1: there is none. */
export function askInEquilibrium(world: World, party: number, { packages, own }: Ladder, floor: number): number {
  if (world.model.parties[party].tactic?.kind !== 'equilibrium') return -1;
  const found = equilibriumOf(world, party);
  if (found === null) return -1;
  const theirs = board(world).worth[found.other];
  // From the best down; among equals the lower number, which comes first on the ladder.
  let best = -1;
  for (let place = packages.length - 1; place >= 0 && own[place] >= floor; place--) {
    if (best >= 0 && own[place] < own[best]) break;
    if (theirs[packages[place]] >= found.othersAccepts - TRACE) best = place;
  }
  return best < 0 ? -1 : packages[best];
}

/** Sums of gains and walk-away values may differ from the worths they came from by this much. */
const TRACE = 1e-12;
