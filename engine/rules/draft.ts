/**
 * What the drafter writes (DESIGN 3.4, single text): among the texts that it may table, the one with the greatest product of
 * everybody's chance to consent, as it sees it, times exp(bias · own worth); ties go to the lower number.
 *
 * What it may table (`tablePackages`, `offersOf`) depends on where stances and lines stand, which changes seldom; what it believes (`Beliefs`)
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

/** Marks a package that the drafter itself would veto. */
const NEVER = 200;

/**
 * The texts that cross exactly `crossing` known lines or firm stances, change something and hold no closed option: package numbers,
 * rising. Depends on the view's lines, firm stances and closed options only.
 */
export function tablePackages(board: Board, view: DraftView, crossing: 0 | 1): Int32Array {
  const crossed = new Uint8Array(board.count);
  for (const line of view.knownLines) for (const k of board.crossing[line]) crossed[k]++;
  for (const line of view.ownLines) for (const k of board.crossing[line]) crossed[k] = NEVER;
  for (const consenter of view.consenters) {
    const firm = board.issues.filter((issue) => consenter.firm[issue]);
    if (firm.length === 0) continue;
    const needed = board.consents[consenter.party];
    for (let k = 0; k < board.count; k++) if (needed[k] === 1 && crossed[k] < NEVER) {
      const times = countFlags(board, k, firm, consenter.outside);
      crossed[k] = times > 0 && consenter.party === view.drafter ? NEVER : crossed[k] + times;
    }
  }
  const withClosed = board.issues.filter((issue) => view.closed[issue]);
  const packages = new Int32Array(board.count);
  let count = 0;
  for (let k = 0; k < board.count; k++) {
    if (crossed[k] !== crossing || board.changes[k] === 0) continue;
    if (withClosed.length > 0 && countFlags(board, k, withClosed, view.closed) > 0) continue;
    packages[count++] = k;
  }
  return packages.slice(0, count);
}

/** What these packages are to drafter and consenters, stances that are not firm taken as a cost. */
export function offersOf(board: Board, view: DraftView, packages: Int32Array): Offers {
  // Plain loops: `Float64Array.from` with a function is ten times slower, and this is the drafter's commonest work.
  const count = packages.length;
  const own = new Float64Array(count);
  for (let i = 0; i < count; i++) own[i] = Math.exp(-view.bias * board.worth[view.drafter][packages[i]]);
  const needed = view.consenters.map(() => new Uint8Array(count));
  const worth = view.consenters.map(() => new Float64Array(count));
  const doubt = view.consenters.map(() => new Float64Array(count));
  view.consenters.forEach((consenter, c) => {
    const soft = board.issues.filter((issue) => consenter.outside[issue] && !consenter.firm[issue]);
    const value = board.worth[consenter.party];
    const consents = board.consents[consenter.party];
    for (let i = 0; i < count; i++) {
      const k = packages[i];
      needed[c][i] = consents[k];
      worth[c][i] = value[k] - countFlags(board, k, soft, consenter.outside) * consenter.firmness;
      doubt[c][i] = Math.exp(-consenter.sharpness * worth[c][i]);
    }
  });
  return { count, packages, own, needed, worth, doubt, sharpness: view.consenters.map((consenter) => consenter.sharpness) };
}

/** How many of a package's options on these issues are flagged. */
function countFlags(board: Board, k: number, issues: readonly number[], flags: readonly (Uint8Array | null | undefined)[]): number {
  let count = 0;
  for (const issue of issues) count += flags[issue]?.[board.options[k * board.width + issue]] ?? 0;
  return count;
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
