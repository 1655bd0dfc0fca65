/**
 * What the drafter writes (single text): among the texts that it may table, the one with the greatest product of everybody's chance
 * to consent, as it sees it, times exp(bias · own worth). Ties go to the greater sum of worth, then to the lower number.
 *
 * What it may table depends on where lines and firm stances stand, which changes seldom; what it believes changes with every refusal. They are
 * kept apart so that the first can be remembered (`crossingLines`, `tablePackages`, `offersOf`).
 */
import type { Board } from '../model/board.ts';
import { needs, type Layout } from '../model/layout.ts';
import { has, isDisjoint, overlap } from '../model/bits.ts';

/** What the drafter knows of where all stand now, as bits: lines by handle, options as the stage's bits have it. */
export interface DraftView {
  readonly drafter: number;
  readonly consenters: readonly { readonly party: number; /** Options outside its firm stances. */ readonly firm: Int32Array }[];
  /** Known lines that bite now. Its own are kept apart: it presses others', never itself. */
  readonly known: Int32Array;
  readonly own: Int32Array;
  /** Options that are closed and may not be drafted. */
  readonly closed: Int32Array;
}

/** Texts that change something, hold no closed option and cross at most one known line and none of the drafter's own: package numbers, rising, and how many lines each crosses. */
export interface Crossing { readonly packages: Int32Array; readonly lines: Uint8Array }

export function crossingLines(layout: Layout, { known, own, closed }: Pick<DraftView, 'known' | 'own' | 'closed'>): Crossing {
  const { changes, lineBits, lineWords, bits, words } = layout;
  const packages = new Int32Array(layout.count);
  const lines = new Uint8Array(layout.count);
  let count = 0;
  for (let k = 0; k < layout.count; k++) {
    if (changes[k] === 0 || !isDisjoint(bits, k * words, closed) || !isDisjoint(lineBits, k * lineWords, own)) continue;
    const crossed = overlap(lineBits, k * lineWords, known);
    if (crossed > 1) continue;
    packages[count] = k;
    lines[count++] = crossed;
  }
  return { packages: packages.slice(0, count), lines: lines.slice(0, count) };
}

/** Of those texts the ones that cross exactly `crossing` known lines or firm stances: package numbers, rising. */
export function tablePackages({ bits, words, consentBits, consentWords }: Layout, { drafter, consenters }: Pick<DraftView, 'drafter' | 'consenters'>, { packages, lines }: Crossing, crossing: 0 | 1): Int32Array {
  const firm = consenters.filter((each) => each.firm.some((word) => word !== 0)).map((each) => ({ party: each.party, outside: each.firm, vetoes: each.party === drafter }));
  const found = new Int32Array(packages.length);
  let count = 0;
  next: for (let i = 0; i < packages.length; i++) {
    const k = packages[i];
    let crossed = lines[i];
    if (crossed > crossing) continue;
    for (let f = 0; f < firm.length; f++) {
      const { party, outside, vetoes } = firm[f];
      if (!has(consentBits, k * consentWords, party)) continue;
      const times = overlap(bits, k * words, outside);
      crossed += times;
      if (crossed > crossing || (vetoes && times > 0)) continue next;
    }
    if (crossed === crossing) found[count++] = k;
  }
  return found.slice(0, count);
}

/** Texts that may be tabled: what each is to drafter and consenters on a board, stances left aside. */
export interface Offers {
  readonly packages: Int32Array;
  /** Whose consent some of them need: places among the consenters. */
  readonly asked: Int32Array;
  /** A row a text: exp(−bias · own worth); then for each who is asked its worth, Infinity where its consent is not needed, and exp(−sharpness · worth). */
  readonly rows: Float64Array;
  /** A row a text: its options as bits. */
  readonly bits: Int32Array;
}

/** @param consenters parties, in the order in which views and beliefs will name them @param drafter -1: none */
export function offersOf(board: Board, drafter: number, consenters: readonly number[], packages: Int32Array): Offers {
  const asked = Int32Array.from(consenters.flatMap((party, c) => (packages.some((k) => needs(board, party, k)) ? [c] : [])));
  const width = 1 + 2 * asked.length;
  const rows = new Float64Array(packages.length * width);
  const bits = new Int32Array(packages.length * board.words);
  packages.forEach((k, i) => {
    rows[i * width] = drafter < 0 ? 1 : Math.exp(-board.bias * board.worth[drafter][k]);
    asked.forEach((c, at) => {
      const party = consenters[c];
      const needed = needs(board, party, k);
      const worth = board.worth[party][k];
      rows[i * width + 1 + 2 * at] = needed ? worth : Infinity;
      rows[i * width + 2 + 2 * at] = needed ? Math.exp(-board.sharpness[party] * worth) : 0;
    });
    for (let word = 0; word < board.words; word++) bits[i * board.words + word] = board.bits[k * board.words + word];
  });
  return { packages, asked, rows, bits };
}

/** What a consenter's stances that are not firm cost it, and what the drafter believes of it. */
export interface Belief {
  /** Options outside those stances, as bits; what each costs; and by how many there are, e^(sharpness · that cost). */
  readonly outside: Int32Array;
  readonly firmness: number;
  readonly dearer: Float64Array;
  /** e^(sharpness · its estimated threshold). */
  readonly hope: number;
  /** Below this it is known never to consent: the drafter's own walk-away value. */
  readonly floor: number;
  /** Texts worth no more than this to it are excluded. */
  readonly bound: number;
}

/** By how many terms lie outside the stances, 0 and up: e^(−s(w − n·f)) is e^(−sw) times this. @param most of them */
export const dearerBy = (sharpness: number, firmness: number, most: number): Float64Array => Float64Array.from({ length: most + 1 }, (_, times) => Math.exp(sharpness * times * firmness));

/** The best of the offers under these beliefs, one a consenter; -1: all are excluded. */
export function bestOffer(offers: Offers, beliefs: readonly Belief[]): number {
  const { packages, asked, rows, bits } = offers;
  const width = 1 + 2 * asked.length;
  const words = packages.length === 0 ? 1 : bits.length / packages.length;
  let best = -1;
  let least = Infinity;
  next: for (let i = 0; i < packages.length; i++) {
    const at = i * width;
    let cost = rows[at];
    for (let a = 0; a < asked.length; a++) {
      const worth = rows[at + 1 + 2 * a];
      if (worth === Infinity) continue;
      const { outside, firmness, dearer, hope, floor, bound } = beliefs[asked[a]];
      // Firmness takes from worth: what is excluded before it is excluded.
      if (worth <= bound && firmness >= 0) continue next;
      const times = overlap(bits, i * words, outside);
      const each = worth - times * firmness;
      if (each <= bound || each < floor) continue next;
      // 1 / (1 + e^(−s(w − estimate))) turned upside down is 1 + e^(−sw) · e^(s·estimate): least cost is best.
      cost *= 1 + rows[at + 2 + 2 * a] * dearer[times] * hope;
      if (cost > least) continue next;
    }
    if (best < 0 || cost < least || sumOf(offers, i, beliefs) > sumOf(offers, best, beliefs)) {
      best = i;
      least = cost;
    }
  }
  return best < 0 ? -1 : packages[best];
}

/** Sum of worth less firmness to those whose consent is needed, and 2 for each who is not asked: among equals a text that needs fewer is the better one. */
export function sumOf({ packages, asked, rows, bits }: Offers, i: number, stances: readonly Pick<Belief, 'outside' | 'firmness'>[]): number {
  const words = bits.length / packages.length;
  let sum = 0;
  for (let c = 0, a = 0; c < stances.length; c++) {
    const worth = asked[a] === c ? rows[i * (1 + 2 * asked.length) + 1 + 2 * a++] : Infinity;
    sum += worth === Infinity ? 2 : worth - overlap(bits, i * words, stances[c].outside) * stances[c].firmness;
  }
  return sum;
}
