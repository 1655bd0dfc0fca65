/**
 * What the drafter of a stage may choose from, remembered by just what it depends on, and not by the states of all charts: the packages are the same wherever
 * the same lines bite, the same firm stances stand and the same options are closed. What is remembered or not changes nothing of what is chosen.
 */
import type { Board } from '../model/board.ts';
import type { Layout } from '../model/layout.ts';
import type { StanceModel } from '../model/model.ts';
import { bestOffer, crossingLines, offersOf, tablePackages, type Belief, type Crossing, type Offers } from '../rules/draft.ts';
import { undominated } from '../rules/frontier.ts';
import { draftView, optionBits } from './draft-view.ts';
import { KeyMaker, type Key } from './key.ts';
import { isAlive } from './stand.ts';
import type { World } from './world.ts';

/** Lists longer than this are reduced to their undominated rows once they have been used so often: reducing costs as much as some uses. */
const LONG = 300;
const REDUCED_AFTER = 3;
/** Rows kept at a time over all layouts, about 100 bytes each; beyond it all are forgotten. */
const ROWS_KEPT = 500_000;

/** A stance as a drafter sees it: by state, the options outside it as bits. */
interface Stance { readonly region: number; readonly firm: Uint8Array; readonly maskOf: readonly number[]; readonly outside: readonly Int32Array[] }

/** What of a layout decides the keys: nothing else can change what is remembered of it. */
export interface Basis {
  readonly layout: Layout;
  /** Stances of consenters that are firm in some state; lines that some package crosses; options that may be closed and are not in force. */
  readonly firm: readonly StanceModel[];
  readonly lines: readonly number[];
  readonly closable: readonly number[];
  /** By consenter: its stances on the stage's issues. */
  readonly stances: readonly (readonly Stance[])[];
  /** By lines and closed options. */
  readonly crossings: Map<Key, Crossing>;
  /** Without and with one line or firm stance crossed. */
  readonly lists: readonly [Map<Key, Candidates>, Map<Key, Candidates>];
  /** The same lists by what is in them: many keys lead to one list. */
  readonly same: Map<number, Candidates>;
}

interface Candidates {
  readonly packages: Int32Array;
  /** What they are on the board that was looked at last. */
  board: Board | null;
  offers: Offers;
  /** Of a long list, by what all stances accept. */
  readonly reduced: Map<string, Reduced>;
}
interface Reduced { offers: Offers | null; uses: number }

let memory = new WeakMap<Layout, Basis>();
let rows = 0;
const keys = new KeyMaker();

/** The best text of those that cross exactly `crossing` known lines or firm stances, as a number of the board; -1: none. @param beliefs one a consenter of the board */
export function bestCandidate(world: World, now: Board, beliefs: readonly Belief[], crossing: 0 | 1): number {
  const candidates = candidatesOf(world, basisOf(world, now.layout), crossing);
  if (candidates.packages.length === 0) return -1;
  if (candidates.board !== now) {
    candidates.board = now;
    candidates.offers = offersOf(now, world.model.stages[now.stage].drafter, now.consenters, candidates.packages);
    candidates.reduced.clear();
  }
  return bestOffer(candidates.packages.length > LONG ? reducedOf(candidates, beliefs) : candidates.offers, beliefs);
}

/** The texts that may be tabled now, whatever they are worth: numbers of the board, rising. */
export const mayBeTabled = (world: World, now: Board): Int32Array => candidatesOf(world, basisOf(world, now.layout), 0).packages;

/** Options outside the stances that are not firm, into `into`. @param c which of the layout's consenters */
export function softOutside({ state }: World, { stances }: Basis, c: number, into: Int32Array): void {
  for (let word = 0; word < into.length; word++) into[word] = 0;
  const own = stances[c];
  for (let each = 0; each < own.length; each++) {
    const { region, firm, outside } = own[each];
    const at = state.regions[region];
    if (firm[at] === 0) for (let word = 0; word < into.length; word++) into[word] |= outside[at][word];
  }
}

export function basisOf(world: World, layout: Layout): Basis {
  const found = memory.get(layout);
  if (found) return found;
  const { model } = world;
  const stances = layout.consenters.map((party) => layout.issues.flatMap((issue) => model.parties[party].stances[issue] ?? []));
  const basis: Basis = {
    layout,
    stances: stances.map((own) => own.map(({ region, firm, maskOf, accepts, issue }) => ({ region, firm, maskOf, outside: accepts.map((row) => optionBits(layout, (of, option) => of === issue && row[option] === 0)) }))),
    firm: stances.flat().filter((stance) => stance.everFirm),
    lines: layout.crosses.flatMap((row, line) => (row.includes(1) ? [line] : [])),
    closable: model.closable.filter((option) => layout.issues.some((issue) => {
      const place = option - model.issues[issue].base;
      return place >= 0 && place < model.issues[issue].options.length && place !== layout.inForce[issue];
    })),
    crossings: new Map<Key, Crossing>(),
    lists: [new Map<Key, Candidates>(), new Map<Key, Candidates>()],
    same: new Map<number, Candidates>(),
  };
  memory.set(layout, basis);
  return basis;
}

function candidatesOf(world: World, basis: Basis, crossing: 0 | 1): Candidates {
  const key = firmKey(world, basis);
  return basis.lists[crossing].get(key) ?? find(world, basis, crossing, key);
}

function find(world: World, basis: Basis, crossing: 0 | 1, key: Key): Candidates {
  const { layout, lists, same, crossings } = basis;
  const view = draftView(world, layout);
  const lineKey = addLines(world, basis, keys.start()).key;
  const among = crossings.get(lineKey) ?? addCrossing(crossings, lineKey, crossingLines(layout, view));
  const packages = tablePackages(layout, view, among, crossing);
  const hash = packages.reduce((sum, k) => Math.imul(sum ^ k, 0x01000193), packages.length);
  const alike = same.get(hash);
  if (alike && alike.packages.length === packages.length && alike.packages.every((k, i) => k === packages[i])) return keep(lists[crossing], key, alike, 1);
  const candidates: Candidates = { packages, board: null, offers: NONE, reduced: new Map<string, Reduced>() };
  same.set(hash, candidates);
  return keep(lists[crossing], key, candidates, 1 + packages.length);
}

const addCrossing = (into: Map<Key, Crossing>, key: Key, crossing: Crossing): Crossing => keep(into, key, crossing, 1 + crossing.packages.length / 20);

const NONE: Offers = { packages: new Int32Array(0), rows: new Float64Array(0), bits: new Int32Array(0) };

function reducedOf({ offers, reduced }: Candidates, beliefs: readonly Belief[]): Offers {
  const key = beliefs.map(({ outside }) => outside.join()).join(' ');
  const found = reduced.get(key) ?? keep(reduced, key, { offers: null, uses: 0 }, offers.packages.length / 4);
  found.uses++;
  if (found.offers === null && found.uses > REDUCED_AFTER) found.offers = undominated(offers, beliefs);
  return found.offers ?? offers;
}

function keep<Of, Value>(into: Map<Of, Value>, key: Of, value: Value, size: number): Value {
  rows += size;
  if (rows > ROWS_KEPT) {
    memory = new WeakMap();
    rows = 0;
  }
  into.set(key, value);
  return value;
}

/** What the packages that may be tabled depend on. */
function firmKey(world: World, basis: Basis): Key {
  const { state } = world;
  const { firm } = basis;
  addLines(world, basis, keys.start());
  for (let each = 0; each < firm.length; each++) {
    const { region, firm: isFirm, maskOf } = firm[each];
    const at = state.regions[region];
    keys.add(isFirm[at] === 1 ? maskOf[at] + 1 : 0, isFirm.length + 1);
  }
  return keys.key;
}

function addLines(world: World, { layout, lines, closable }: Basis, into: KeyMaker): KeyMaker {
  const { model, state } = world;
  const { drafter } = model.stages[layout.stage];
  for (let each = 0; each < lines.length; each++) {
    const line = lines[each];
    into.add((state.known[line] === 1 || model.lines[line].party === drafter) && isAlive(world, line) ? 1 : 0, 2);
  }
  for (let each = 0; each < closable.length; each++) into.add(state.closed[closable[each]], 2);
  return into;
}
