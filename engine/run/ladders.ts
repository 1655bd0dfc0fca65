/** What a party may propose, in order of its worth, remembered by just what that depends on: its lines that bite, its stances, what is closed and what firmness costs. */
import { include, isDisjoint } from '../model/bits.ts';
import type { Board } from '../model/board.ts';
import { ladderOf, type Ladder } from '../rules/propose.ts';
import { standOf } from './stand.ts';
import { WordTable } from './words.ts';
import type { World } from './world.ts';

/** Packages kept at a time over all boards, about 20 bytes each; beyond it all are forgotten. */
const KEPT = 1_000_000;

/** By party of a board. `words`: what the ladder depends on, as it is now; `firmness`, on the same memory, its last two. */
interface Place { readonly ladders: WordTable<Ladder>; readonly words: Int32Array; readonly firmness: Float64Array }
let memory = new WeakMap<Board, readonly Place[]>();
let kept = 0;

export function ladderFor(world: World, now: Board, party: number): Ladder {
  const place = placesOf(world, now)[party];
  look(world, now, party, place);
  return place.ladders.find(place.words) ?? make(world, now, party, place);
}

function placesOf(world: World, now: Board): readonly Place[] {
  const found = memory.get(now);
  if (found) return found;
  const made = world.model.parties.map((): Place => {
    const words = 2 + now.lineWords + 3 * now.words;
    const block = new ArrayBuffer(8 + 4 * (words + (words & 1)));
    return { ladders: new WordTable<Ladder>(), words: new Int32Array(block, 0, words), firmness: new Float64Array(block, 0, 1) };
  });
  memory.set(now, made);
  return made;
}

function look(world: World, now: Board, party: number, { words, firmness }: Place): void {
  const { lineWords, words: width, closable } = now;
  const { held, firm, soft } = standOf(world, party);
  firmness[0] = world.numbers.firmness[party];
  for (let word = 0; word < lineWords; word++) words[2 + word] = held[word];
  const closed = closable.length === 0 ? null : closedNow(world, now);
  for (let word = 0, at = 2 + lineWords; word < width; word++) {
    words[at++] = firm[word];
    words[at++] = soft[word];
    words[at++] = closed === null ? 0 : closed[word];
  }
}

/** Closed options that are not in force, as bits. */
function closedNow({ state }: World, { closable, words }: Board): Int32Array {
  const closed = new Int32Array(words);
  for (const { option, bit } of closable) if (state.closed[option] === 1) include(closed, bit);
  return closed;
}

function make(world: World, now: Board, party: number, { ladders, words }: Place): Ladder {
  const { model, state } = world;
  const { held, firm } = standOf(world, party);
  const closed = closedNow(world, now);
  const { mustBring, signs } = model.stages[state.stage];
  const others = signs.filter((each) => each !== party);
  const ladder = ladderOf(
    ownWorth(world, party, now),
    (k) => (mustBring.length === 0 || now.changes[k] === 1) && isDisjoint(now.bits, k * now.words, firm) && isDisjoint(now.bits, k * now.words, closed) && isDisjoint(now.lineBits, k * now.lineWords, held),
    (k) => others.reduce((sum, each) => sum + now.worth[each][k], 0),
  );
  kept += ladder.packages.length + 1;
  if (kept > KEPT) {
    memory = new WeakMap();
    kept = 0;
  }
  ladders.add(words, ladder);
  return ladder;
}

/** Worth of every package to the party, less firmness. */
function ownWorth({ model, state, numbers }: World, party: number, now: Board): Float64Array {
  const own = now.worth[party].slice();
  for (const issue of now.issues) {
    const stance = model.parties[party].stances[issue];
    if (stance === null || stance.firm[state.regions[stance.region]] === 1) continue;
    const accepts = stance.accepts[state.regions[stance.region]];
    for (let k = 0; k < now.count; k++) if (accepts[now.options[k * now.width + issue]] === 0) own[k] -= numbers.firmness[party];
  }
  return own;
}
