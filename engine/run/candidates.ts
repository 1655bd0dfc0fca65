/**
 * What the drafter of a stage may choose from, remembered by just what it depends on, and not by the states of all charts: the packages are the same wherever
 * the same lines bite, the same firm stances stand and the same options are closed. What is remembered or not changes nothing of what is chosen.
 */
import type { Board } from '../model/board.ts';
import type { Layout } from '../model/layout.ts';
import { bestOffer, crossingLines, offersOf, tablePackages, type Belief, type Crossing, type DraftView, type Offers } from '../rules/draft.ts';
import { undominated } from '../rules/frontier.ts';
import { standOf } from './stand.ts';
import { WordTable } from './words.ts';
import { knownLines, type World } from './world.ts';

/** Lists longer than this are reduced to their undominated rows once they have been used so often: reducing costs about as much as so many uses. */
const LONG = 300;
const REDUCED_AFTER = 30;
/** Rows kept at a time over all layouts, about 100 bytes each: so many, and room for so many of the longest list. Beyond it all are forgotten. */
const ROWS_KEPT = 120_000;
const LISTS_KEPT = 100;

/** What is remembered of a layout. */
interface Basis {
  /** What decides the lists, as it is now, in one row of words: known lines and own lines, closed options, and by consenter its firm stances. */
  readonly words: Int32Array;
  readonly view: DraftView;
  /** The words before those of the consenters. */
  readonly shared: Int32Array;
  /** Of which moment of which run the words are, and the lists that were found then. */
  seenIn: World | null;
  version: number;
  readonly last: [Candidates | null, Candidates | null];
  /** By shared words. */
  readonly crossings: WordTable<Crossing>;
  /** Without and with one line or firm stance crossed: by all words. */
  readonly lists: readonly [WordTable<Candidates>, WordTable<Candidates>];
  /** The same lists by what is in them: many words lead to one list. */
  readonly same: WordTable<Candidates>;
}

interface Candidates {
  readonly packages: Int32Array;
  /** What they are on the board that was looked at last. */
  board: Board | null;
  offers: Offers;
  /** Of a long list, by what all stances accept and what firmness costs, which a lever may change where it changes no worth. */
  readonly reduced: Map<string, Reduced>;
}
interface Reduced { offers: Offers | null; uses: number }

let memory = new WeakMap<Layout, Basis>();
let rows = 0;
let longest = 0;

/** The best text of those that cross exactly `crossing` known lines or firm stances, as a number of the board; -1: none. @param beliefs one a consenter of the board */
export function bestCandidate(world: World, now: Board, beliefs: readonly Belief[], crossing: 0 | 1): number {
  const candidates = candidatesOf(world, now.layout, crossing);
  if (candidates.packages.length === 0) return -1;
  if (candidates.board !== now) {
    candidates.board = now;
    candidates.offers = offersOf(now, world.model.stages[now.stage].drafter, now.consenters, candidates.packages);
    candidates.reduced.clear();
  }
  return bestOffer(candidates.packages.length > LONG ? reducedOf(candidates, beliefs) : candidates.offers, beliefs);
}

/** The texts that may be tabled now, whatever they are worth: numbers of the board, rising. */
export const mayBeTabled = (world: World, now: Board): Int32Array => candidatesOf(world, now.layout, 0).packages;

function basisOf(world: World, layout: Layout): Basis {
  const found = memory.get(layout);
  if (found) return found;
  const { model } = world;
  // One row, of which each party to the view has its part.
  const shared = 2 * layout.lineWords + layout.words;
  const words = new Int32Array(shared + layout.consenters.length * layout.words);
  const basis: Basis = {
    words, shared: words.subarray(0, shared), seenIn: null, version: 0, last: [null, null],
    view: {
      drafter: model.stages[layout.stage].drafter,
      known: words.subarray(0, layout.lineWords), own: words.subarray(layout.lineWords, 2 * layout.lineWords), closed: words.subarray(2 * layout.lineWords, shared),
      consenters: layout.consenters.map((party, c) => ({ party, firm: words.subarray(shared + c * layout.words, shared + (c + 1) * layout.words) })),
    },
    crossings: new WordTable<Crossing>(), lists: [new WordTable<Candidates>(), new WordTable<Candidates>()], same: new WordTable<Candidates>(),
  };
  memory.set(layout, basis);
  return basis;
}

/** Brings the words of a basis up to the present moment. */
function look(world: World, { lineWords, lines, words: optionWords, consenters, closable }: Layout, { words, shared, view: { drafter } }: Basis): void {
  const { model, state } = world;
  const all = knownLines(world);
  for (let at = 0; at < shared.length; at++) words[at] = 0;
  for (let party = 0; party < model.parties.length; party++) {
    const { alive } = standOf(world, party);
    for (let word = 0; word < lineWords; word++) {
      if (party === drafter) words[lineWords + word] = alive[word] & lines[word];
      else words[word] |= alive[word] & all[word] & lines[word];
    }
  }
  for (let each = 0; each < closable.length; each++) {
    const { option, bit } = closable[each];
    if (state.closed[option] === 1) words[2 * lineWords + (bit >>> 5)] |= 1 << (bit & 31);
  }
  let at = shared.length;
  for (let c = 0; c < consenters.length; c++) {
    const { firm } = standOf(world, consenters[c]);
    for (let word = 0; word < optionWords; word++) words[at++] = firm[word];
  }
}

function candidatesOf(world: World, layout: Layout, crossing: 0 | 1): Candidates {
  const basis = basisOf(world, layout);
  if (basis.seenIn !== world || basis.version !== world.stands.version) {
    look(world, layout, basis);
    basis.seenIn = world;
    basis.version = world.stands.version;
    basis.last[0] = basis.last[1] = null;
  }
  return (basis.last[crossing] ??= basis.lists[crossing].find(basis.words) ?? search(layout, basis, crossing));
}

function search(layout: Layout, { words, shared, view, crossings, lists, same }: Basis, crossing: 0 | 1): Candidates {
  const known = crossings.find(shared);
  const among = known ?? crossingLines(layout, view);
  if (known === null) keep(() => { crossings.add(shared, among); }, 1 + among.packages.length / 20);
  const packages = tablePackages(layout, view, among, crossing);
  longest = Math.max(longest, packages.length);
  const alike = same.find(packages);
  const candidates: Candidates = alike ?? { packages, board: null, offers: NONE, reduced: new Map<string, Reduced>() };
  keep(() => { lists[crossing].add(words, candidates); }, 1);
  if (alike === null) keep(() => { same.add(packages, candidates); }, packages.length);
  return candidates;
}

const NONE: Offers = { packages: new Int32Array(0), asked: new Int32Array(0), rows: new Float64Array(0), bits: new Int32Array(0) };

function reducedOf({ offers, reduced }: Candidates, beliefs: readonly Belief[]): Offers {
  const key = beliefs.map(({ outside, firmness }) => `${outside.join()} ${firmness}`).join(' ');
  const found = reduced.get(key) ?? { offers: null, uses: 0 };
  if (found.uses === 0) keep(() => { reduced.set(key, found); }, offers.packages.length / 4);
  found.uses++;
  if (found.offers === null && found.uses > REDUCED_AFTER) found.offers = undominated(offers, beliefs);
  return found.offers ?? offers;
}

function keep(add: () => void, size: number): void {
  rows += size;
  if (rows > ROWS_KEPT + LISTS_KEPT * longest) {
    memory = new WeakMap();
    rows = 0;
  }
  add();
}
