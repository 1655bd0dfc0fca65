/**
 * What the drafter writes (single text): among the texts that it may table, the one with the greatest product of everybody's chance
 * to consent, as it sees it, times exp(bias · own worth). Ties go to the greater sum of worth, then to the lower number.
 *
 * What it may table depends on where stances and lines stand, which changes seldom; what it believes changes with every refusal. They are
 * kept apart so that the first can be remembered (`tablePackages`, `offersOf`).
 */
import type { Board } from '../model/board.ts';
import type { Layout } from '../model/layout.ts';

/** What the drafter knows of one who may have to consent. */
export interface ConsenterView {
  readonly party: number;
  readonly firmness: number;
  /** By issue and option: 1 where its stance does not accept it; null without a stance. */
  readonly outside: readonly (Uint8Array | null)[];
  /** By issue: whether that stance is firm. */
  readonly firm: readonly boolean[];
}

export interface DraftView {
  readonly drafter: number;
  readonly consenters: readonly ConsenterView[];
  /** Known lines that bite now: handles. Its own are kept apart: it presses others', never itself. */
  readonly knownLines: readonly number[];
  readonly ownLines: readonly number[];
}

/** What the drafter believes of each consenter, in the order of the view's. */
export interface Belief {
  /** Estimated threshold, worth 0..1. */
  readonly estimate: number;
  /** Below this it is known never to consent: the drafter's own walk-away value. */
  readonly floor: number;
  /** Texts worth no more than this to it are excluded. */
  readonly bound: number;
}

/** By issue and option: 1 where it is closed and may not be drafted; null for an issue with none closed. */
export type Closed = readonly (Uint8Array | null)[];

/**
 * The texts that cross exactly `crossing` known lines or firm stances, change something and hold no closed option: package numbers,
 * rising. Depends on the view's lines and firm stances, and on what is closed, only.
 */
export function tablePackages(board: Layout, view: DraftView, closed: Closed | null, crossing: 0 | 1): Int32Array {
  const known = bitRow(board, view.knownLines);
  const own = bitRow(board, view.ownLines);
  const firm = view.consenters.flatMap((consenter) => {
    const issues = board.issues.filter((issue) => consenter.firm[issue] && consenter.outside[issue]?.includes(1));
    return issues.length === 0 ? [] : [{ needed: board.consents[consenter.party], issues, outside: consenter.outside, vetoes: consenter.party === view.drafter }];
  });
  const withClosed = closed === null ? [] : board.issues.filter((issue) => closed[issue] !== null);
  const packages = new Int32Array(board.count);
  let count = 0;
  next: for (let k = 0; k < board.count; k++) {
    if (board.changes[k] === 0) continue;
    let crossed = 0;
    for (let word = 0; word < board.lineWords; word++) {
      const bits = board.lineBits[k * board.lineWords + word];
      if ((bits & own[word]) !== 0) continue next;
      const crosses = bits & known[word];
      if (crosses !== 0) crossed += bitCount(crosses);
    }
    if (crossed > crossing) continue;
    for (const { needed, issues, outside, vetoes } of firm) {
      if (needed[k] === 0) continue;
      const times = countFlags(board, k, issues, outside);
      crossed += times;
      if (crossed > crossing || (vetoes && times > 0)) continue next;
    }
    if (crossed !== crossing || (closed !== null && countFlags(board, k, withClosed, closed) > 0)) continue;
    packages[count++] = k;
  }
  return packages.slice(0, count);
}

function bitRow(board: Layout, lines: readonly number[]): Uint32Array {
  const row = new Uint32Array(board.lineWords);
  for (const line of lines) row[line >>> 5] |= 1 << (line & 31);
  return row;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many of a package's options on these issues are flagged. */
function countFlags(board: Layout, k: number, issues: readonly number[], flags: readonly (Uint8Array | null)[]): number {
  let count = 0;
  for (let i = 0; i < issues.length; i++) count += flags[issues[i]]?.[board.options[k * board.width + issues[i]]] ?? 0;
  return count;
}

/** Texts that may be tabled, in rows: what each is to drafter and consenters, stances that are not firm taken as a cost. */
export interface Offers {
  readonly packages: Int32Array;
  /** exp(−bias · own worth). */
  readonly own: Float64Array;
  /** By consenter: whether its consent is needed (1), its worth less firmness, and exp(−sharpness · that worth). */
  readonly needed: readonly Uint8Array[];
  readonly worth: readonly Float64Array[];
  readonly doubt: readonly Float64Array[];
  readonly sharpness: readonly number[];
}

export function offersOf(board: Board, view: DraftView, packages: Int32Array): Offers {
  const columns = view.consenters.map((consenter) => columnsOf(board, consenter, packages));
  return {
    packages, own: leaning(board, view.drafter, packages),
    needed: view.consenters.map(({ party }) => pick(board.consents[party], packages)),
    worth: columns.map((column) => column.worth), doubt: columns.map((column) => column.doubt),
    sharpness: view.consenters.map(({ party }) => board.sharpness[party]),
  };
}

/** The entries of a board's row for these packages. */
export function pick<Row extends Float64Array | Uint8Array>(row: Row, packages: Int32Array): Row {
  const picked = row.slice(0, packages.length) as Row;
  for (let i = 0; i < packages.length; i++) picked[i] = row[packages[i]];
  return picked;
}

/** exp(−bias · the drafter's own worth) of these packages; all 1 without a drafter. */
export function leaning(board: Board, drafter: number, packages: Int32Array): Float64Array {
  if (drafter < 0) return new Float64Array(packages.length).fill(1);
  return pick(board.worth[drafter], packages).map((each) => Math.exp(-board.bias * each));
}

/** What of the offers hangs on one consenter's stances that are not firm: its worth less firmness, and exp(−sharpness · that worth). */
export interface Columns { readonly worth: Float64Array; readonly doubt: Float64Array }

export function columnsOf(board: Board, consenter: ConsenterView, packages: Int32Array): Columns {
  const worth = pick(board.worth[consenter.party], packages);
  const doubt = new Float64Array(packages.length);
  const cost = costOf(board, consenter);
  for (let i = 0; i < packages.length; i++) {
    const times = timesOutside(board, cost, packages[i]);
    doubt[i] = Math.exp(-board.sharpness[consenter.party] * worth[i]) * cost.dearer[times];
    worth[i] -= times * consenter.firmness;
  }
  return { worth, doubt };
}

/** What a consenter's stances that are not firm take from a package's worth to it. */
interface Cost { readonly issues: readonly number[]; readonly flags: readonly Uint8Array[]; readonly dearer: readonly number[] }

function costOf(board: Board, { party, firmness, outside, firm }: ConsenterView): Cost {
  const issues: number[] = [];
  const flags: Uint8Array[] = [];
  for (const issue of board.issues) {
    const row = outside[issue];
    if (row === null || firm[issue]) continue;
    issues.push(issue);
    flags.push(row);
  }
  // e^(−s(w − n·f)) is e^(−sw) times this.
  const dearer: number[] = [];
  for (let times = 0; times <= issues.length; times++) dearer.push(Math.exp(board.sharpness[party] * times * firmness));
  return { issues, flags, dearer };
}

function timesOutside(board: Board, { issues, flags }: Cost, k: number): number {
  const row = k * board.width;
  let times = 0;
  for (let i = 0; i < issues.length; i++) times += flags[i][board.options[row + issues[i]]];
  return times;
}

/** The same choice as `bestOffer(offersOf(…))` makes, without laying out rows: better for a short list that is used once. */
export function bestOf(board: Board, view: DraftView, packages: Int32Array, beliefs: readonly Belief[]): number {
  const { consenters } = view;
  const costs = consenters.map((consenter) => costOf(board, consenter));
  const hope = beliefs.map((belief, c) => Math.exp(board.sharpness[consenters[c].party] * belief.estimate));
  let best = -1;
  let least = Infinity;
  let greatest = -Infinity;
  const own = leaning(board, view.drafter, packages);
  next: for (let i = 0; i < packages.length; i++) {
    const k = packages[i];
    let cost = own[i];
    let sum = 0;
    for (let c = 0; c < consenters.length; c++) {
      const { party, firmness } = consenters[c];
      if (board.consents[party][k] === 0) { sum += 2; continue; }
      const times = timesOutside(board, costs[c], k);
      const each = board.worth[party][k] - times * firmness;
      if (each <= beliefs[c].bound || each < beliefs[c].floor) continue next;
      cost *= 1 + Math.exp(-board.sharpness[party] * board.worth[party][k]) * costs[c].dearer[times] * hope[c];
      if (cost > least) continue next;
      sum += each;
    }
    if (cost < least || sum > greatest) { least = cost; best = k; greatest = sum; }
  }
  return best;
}

/** Working memory of `bestOffer`: costs of the offers it is asked about. Nothing in it outlives a call. */
let costs = new Float64Array(256);
const EXCLUDED = -Infinity;

/** The best of the offers under these beliefs; -1: all are excluded. */
export function bestOffer(offers: Offers, beliefs: readonly Belief[]): number {
  const { packages, own, sharpness } = offers;
  const count = packages.length;
  if (costs.length < count) costs = new Float64Array(2 * count);
  const cost = costs;
  for (let i = 0; i < count; i++) cost[i] = own[i];
  for (let c = 0; c < beliefs.length; c++) {
    const { estimate, bound, floor } = beliefs[c];
    const needed = offers.needed[c];
    const worth = offers.worth[c];
    const doubt = offers.doubt[c];
    // 1 / (1 + e^(−s(w − estimate))) turned upside down is 1 + e^(−sw) · e^(s·estimate): least cost is best.
    const hope = Math.exp(sharpness[c] * estimate);
    for (let i = 0; i < count; i++) {
      if (needed[i] === 0) continue;
      if (worth[i] <= bound || worth[i] < floor) cost[i] = EXCLUDED;
      else cost[i] *= 1 + doubt[i] * hope;
    }
  }
  let best = -1;
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < count; i++) {
    if (cost[i] < 0 || cost[i] > least) continue;
    const sum = sumOf(offers, i);
    if (cost[i] < least || sum > greatest) { least = cost[i]; best = i; greatest = sum; }
  }
  return best < 0 ? -1 : packages[best];
}

/** Sum of worth to those whose consent is needed, 2 for each who is not asked: an offer that another beats has a lower sum. */
export function sumOf({ needed, worth }: Offers, i: number): number {
  let sum = 0;
  for (let c = 0; c < worth.length; c++) sum += needed[c][i] === 1 ? worth[c][i] : 2;
  return sum;
}
