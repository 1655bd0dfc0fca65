/**
 * What the drafter of a stage may choose from, remembered by just what it depends on, and not by the states of all charts. Packages are the same wherever
 * the same lines bite, the same firm stances stand and the same options are closed; what they are to a consenter is the same wherever its other stances accept the
 * same. What is remembered or not changes nothing of what is chosen.
 */
import type { Board } from '../model/board.ts';
import type { Layout } from '../model/layout.ts';
import type { StanceModel } from '../model/model.ts';
import { bestOffer, columnsOf, leaning, pick, tablePackages, type Belief, type Columns, type ConsenterView, type Offers } from '../rules/draft.ts';
import { undominated } from '../rules/frontier.ts';
import { closedNow, consenterView, draftView } from './draft-view.ts';
import { KeyMaker, type Key } from './key.ts';
import { isAlive } from './stand.ts';
import type { World } from './world.ts';

/** Lists longer than this are reduced to their undominated rows once they have been used so often: reducing costs as much as some uses. */
const LONG = 300;
const REDUCED_AFTER = 3;
/** Rows kept at a time over all boards, at most about 100 bytes each; beyond it all are forgotten. */
const ROWS_KEPT = 1_500_000;

/** What of a layout decides the keys: nothing else can change what is remembered of it. */
interface Basis {
  readonly layout: Layout;
  /** Stances of consenters that are firm in some state; lines that some package crosses; options that may be closed and are not in force. */
  readonly firm: readonly StanceModel[];
  readonly lines: readonly number[];
  readonly closable: readonly number[];
  /** By consenter: its stances on the stage's issues. */
  readonly stances: readonly (readonly StanceModel[])[];
  /** Without and with one line or firm stance crossed. */
  readonly lists: readonly [Map<Key, Candidates>, Map<Key, Candidates>];
}

interface Candidates {
  readonly packages: Int32Array;
  readonly needed: readonly Uint8Array[];
  /** What they are on the board that was looked at last. */
  valued: Valued | null;
}
interface Valued {
  readonly board: Board;
  /** Worth and doubt are those of the stances looked at last. */
  readonly offers: Offers & { readonly worth: Float64Array[]; readonly doubt: Float64Array[] };
  /** By consenter, then by what its stances accept. */
  readonly columns: readonly Map<Key, Columns>[];
  /** Of a long list, by what all stances accept. */
  readonly reduced: Map<string, Reduced>;
}
interface Reduced { offers: Offers | null; uses: number }

let memory = new WeakMap<Layout, Basis>();
let rows = 0;
const keys = new KeyMaker();

/** The best text of those that cross exactly `crossing` known lines or firm stances, as a number of the board; -1: none. */
export function bestCandidate(world: World, now: Board, beliefs: readonly Belief[], crossing: 0 | 1): number {
  const basis = basisOf(world, now.layout);
  const candidates = candidatesOf(world, basis, crossing);
  const count = candidates.packages.length;
  if (count === 0) return -1;
  const { offers, columns, reduced } = valuedOn(now, candidates, world.model.stages[now.stage].drafter);
  let all = '';
  for (let c = 0; c < columns.length; c++) {
    const key = softKey(world, basis.stances[c]);
    if (count > LONG) all += `${key} `;
    const found = columns[c].get(key) ?? keep(columns[c], key, columnsOf(now, viewOf(world, now, c), offers.packages), count / columns.length);
    offers.worth[c] = found.worth;
    offers.doubt[c] = found.doubt;
  }
  return bestOffer(count > LONG ? reducedOf(offers, reduced, all) : offers, beliefs);
}

/** The texts that may be tabled now, whatever they are worth: numbers of the board, rising. */
export const mayBeTabled = (world: World, now: Board): Int32Array => candidatesOf(world, basisOf(world, now.layout), 0).packages;

const viewOf = (world: World, now: Board, c: number): ConsenterView => consenterView(world, now.consenters[c]);

function basisOf(world: World, now: Layout): Basis {
  const found = memory.get(now);
  if (found) return found;
  const { model } = world;
  const stances = now.consenters.map((party) => now.issues.flatMap((issue) => model.parties[party].stances[issue] ?? []));
  const basis: Basis = {
    layout: now, stances,
    firm: stances.flat().filter((stance) => stance.everFirm),
    lines: now.crosses.flatMap((row, line) => (row.includes(1) ? [line] : [])),
    closable: model.closable.filter((option) => now.issues.some((issue) => {
      const place = option - model.issues[issue].base;
      return place >= 0 && place < model.issues[issue].options.length && place !== now.inForce[issue];
    })),
    lists: [new Map<Key, Candidates>(), new Map<Key, Candidates>()],
  };
  memory.set(now, basis);
  return basis;
}

function candidatesOf(world: World, basis: Basis, crossing: 0 | 1): Candidates {
  const list = basis.lists[crossing];
  const key = firmKey(world, basis);
  return list.get(key) ?? find(world, basis, crossing, key);
}

function find(world: World, { layout, lists }: Basis, crossing: 0 | 1, key: Key): Candidates {
  const { consenters, consents } = layout;
  const packages = tablePackages(layout, draftView(world, consenters), closedNow(world), crossing);
  return keep(lists[crossing], key, { packages, needed: consenters.map((party) => pick(consents[party], packages)), valued: null }, 1 + packages.length / 4);
}

function valuedOn(board: Board, candidates: Candidates, drafter: number): Valued {
  if (candidates.valued?.board === board) return candidates.valued;
  const { packages, needed } = candidates;
  return (candidates.valued = {
    board,
    offers: { packages, own: leaning(board, drafter, packages), needed, worth: [], doubt: [], sharpness: board.consenters.map((party) => board.sharpness[party]) },
    columns: board.consenters.map(() => new Map<Key, Columns>()),
    reduced: new Map<string, Reduced>(),
  });
}

function reducedOf(offers: Offers, reduced: Map<string, Reduced>, all: string): Offers {
  const found = reduced.get(all) ?? keep(reduced, all, { offers: null, uses: 0 }, offers.packages.length / 4);
  found.uses++;
  if (found.offers === null && found.uses > REDUCED_AFTER) found.offers = undominated(offers);
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
function firmKey(world: World, { layout, firm, lines, closable }: Basis): Key {
  const { model, state } = world;
  const { drafter } = model.stages[layout.stage];
  keys.start();
  for (let each = 0; each < firm.length; each++) {
    const { region, firm: isFirm, maskOf } = firm[each];
    const at = state.regions[region];
    keys.add(isFirm[at] === 1 ? maskOf[at] + 1 : 0, isFirm.length + 1);
  }
  for (let each = 0; each < lines.length; each++) {
    const line = lines[each];
    keys.add((state.known[line] === 1 || model.lines[line].party === drafter) && isAlive(world, line) ? 1 : 0, 2);
  }
  for (let each = 0; each < closable.length; each++) keys.add(state.closed[closable[each]], 2);
  return keys.key;
}

/** What a consenter's columns depend on besides. */
function softKey({ state }: World, stances: readonly StanceModel[]): Key {
  keys.start();
  for (let each = 0; each < stances.length; each++) {
    const { region, firm, maskOf } = stances[each];
    keys.add(maskOf[state.regions[region]], firm.length);
  }
  return keys.key;
}
