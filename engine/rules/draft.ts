/**
 * What the drafter writes (DESIGN 3.4, single text): among the texts that it may table, the one with the greatest product of
 * everybody's chance to consent, as it sees it, times exp(bias · own worth); ties go to the lower number.
 *
 * What it may table (`offersOf`) depends on where stances and lines stand, which changes seldom; what it believes (`Beliefs`)
 * changes with every refusal. They are kept apart so that the first can be remembered.
 */
import type { Board } from '../model/board.ts';

/** What the drafter knows of one who may have to consent. */
export interface ConsenterView {
  readonly party: number;
  readonly sharpness: number;
  readonly firmness: number;
  /** By issue and option: 1 where its stance does not accept it; null without a stance. */
  readonly outside: readonly (Uint8Array | null)[];
  /** By issue: whether that stance is firm. */
  readonly firm: readonly boolean[];
}

export interface DraftView {
  readonly drafter: number;
  readonly bias: number;
  /** By issue and option: 1 where it is closed and may not be drafted; nothing for an issue with none closed. */
  readonly closed: readonly (Uint8Array | null | undefined)[];
  readonly consenters: readonly ConsenterView[];
  /** Known lines that bite now: handles. */
  readonly knownLines: readonly number[];
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

/** Texts that may be tabled, in rows. */
export interface Offers {
  readonly count: number;
  readonly packages: Int32Array;
  /** exp(−bias · own worth). */
  readonly own: Float64Array;
  /** By consenter: whether its consent is needed (1), its worth less firmness, and exp(−sharpness · that worth). */
  readonly needed: readonly Uint8Array[];
  readonly worth: readonly Float64Array[];
  readonly doubt: readonly Float64Array[];
  readonly sharpness: readonly number[];
}

/** The texts that cross exactly `crossing` known lines or firm stances, change something and hold no closed option. */
export function offersOf(board: Board, view: DraftView, crossing: 0 | 1): Offers {
  const crossed = new Uint8Array(board.count);
  for (const line of view.knownLines) for (const k of board.crossing[line]) crossed[k]++;
  const barred = countFlags(board, (issue) => view.closed[issue] ?? null);
  const outside = view.consenters.map((consenter) => {
    const needed = board.consents[consenter.party];
    const firm = countFlags(board, (issue) => (consenter.firm[issue] ? consenter.outside[issue] : null));
    for (let k = 0; k < board.count; k++) if (needed[k] === 1) crossed[k] += firm[k];
    return countFlags(board, (issue) => (consenter.firm[issue] ? null : consenter.outside[issue]));
  });
  let count = 0;
  const packages = new Int32Array(board.count);
  for (let k = 0; k < board.count; k++) if (crossed[k] === crossing && board.changes[k] === 1 && barred[k] === 0) packages[count++] = k;
  const rows = packages.slice(0, count);
  const worth = view.consenters.map((consenter, c) => Float64Array.from(rows, (k) => board.worth[consenter.party][k] - outside[c][k] * consenter.firmness));
  return {
    count,
    packages: rows,
    own: Float64Array.from(rows, (k) => Math.exp(-view.bias * board.worth[view.drafter][k])),
    needed: view.consenters.map((consenter) => Uint8Array.from(rows, (k) => board.consents[consenter.party][k])),
    worth,
    doubt: view.consenters.map((consenter, c) => worth[c].map((each) => Math.exp(-consenter.sharpness * each))),
    sharpness: view.consenters.map((consenter) => consenter.sharpness),
  };
}

/** For every package of the board, how many of its options are flagged. Built issue by issue, so each package costs little more than one addition. */
function countFlags(board: Board, flags: (issue: number) => Uint8Array | null): Uint8Array {
  let counts = new Uint8Array(1);
  board.issues.forEach((issue, i) => {
    const size = board.sizes[i];
    const row = flags(issue);
    const next = new Uint8Array(counts.length * size);
    for (let prefix = 0, at = 0; prefix < counts.length; prefix++) for (let option = 0; option < size; option++, at++) next[at] = counts[prefix] + (row === null ? 0 : row[option]);
    counts = next;
  });
  return counts;
}

/** The best of the offers under these beliefs; -1: all are excluded. */
export function bestOffer(offers: Offers, beliefs: readonly Belief[]): number {
  const { count, own, needed, worth, doubt, sharpness } = offers;
  // 1 / (1 + e^(−s(w − estimate))) turned upside down is 1 + e^(−sw) · e^(s·estimate): least cost is best.
  const hope = beliefs.map((belief, c) => Math.exp(sharpness[c] * belief.estimate));
  let best = -1;
  let least = Infinity;
  next: for (let i = 0; i < count; i++) {
    let cost = own[i];
    for (let c = 0; c < beliefs.length; c++) {
      if (needed[c][i] === 0) continue;
      const each = worth[c][i];
      if (each <= beliefs[c].bound || each < beliefs[c].floor) continue next;
      cost *= 1 + doubt[c][i] * hope[c];
      if (cost >= least) continue next;
    }
    if (cost < least) { least = cost; best = i; }
  }
  return best < 0 ? -1 : offers.packages[best];
}
