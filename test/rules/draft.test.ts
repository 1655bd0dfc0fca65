import { describe, expect, it } from 'vitest';
import { leastChange } from '../../engine/rules/amendment.ts';
import type { Board } from '../../engine/model/board.ts';
import type { Layout } from '../../engine/model/layout.ts';
import { bestOffer, crossingLines, dearerBy, offersOf, tablePackages, type Belief, type DraftView } from '../../engine/rules/draft.ts';
import { undominated } from '../../engine/rules/frontier.ts';
import { boundAfterRefusal, estimateAfterRefusal, fadeBound, fadeEstimate, NO_BOUND } from '../../engine/rules/learn.ts';

/** One issue with five options, from all for the first party to all for the second; option 0 is in force. */
const share = [1, 0.75, 0.5, 0.25, 0];
const layout: Layout = {
  stage: 0, inForce: new Uint8Array(1), count: 5, options: Uint8Array.from([0, 1, 2, 3, 4]),
  issues: [0], width: 1, consenters: [0, 1], bits: Int32Array.of(1, 2, 4, 8, 16), words: 1, consentBits: new Int32Array(5).fill(3), consentWords: 1,
  lineBits: Int32Array.of(0, 0, 0, 2, 3), lineWords: 1, lines: Int32Array.of(3), closable: [], bonds: [], ratios: new Int32Array(0),
  changes: Uint8Array.from([0, 1, 1, 1, 1]), sizes: [5], strides: [1],
};
const board: Board = {
  ...layout, layout,
  worth: [Float64Array.from(share), Float64Array.from(share, (each) => 1 - each), Float64Array.from([0, 0, 0, 1, 0])],
  sharpness: [20, 20, 20], bias: 0, top: Float64Array.from([1, 1, 1]), worst: new Float64Array(3),
};
/** A consenter as the drafter sees it: options outside its stance, and what is believed of it. */
interface Seen { readonly party: number; readonly estimate: number; readonly floor: number; readonly bound: number; readonly firmness: number; readonly outside: readonly number[]; readonly firm: boolean }
const consenter = (party: number, more: Partial<Seen> = {}): Seen => ({ party, estimate: 0.5, floor: NO_BOUND, bound: NO_BOUND, firmness: 0.05, outside: [], firm: false, ...more });
const bits = (options: readonly number[]): Int32Array => Int32Array.of(options.reduce((sum, option) => sum | (1 << option), 0));
interface View { readonly drafter: number; readonly consenters: readonly Seen[]; readonly knownLines: readonly number[]; readonly ownLines: readonly number[]; readonly closed: readonly number[] }
const view = (more: Partial<View> = {}): View => ({ drafter: 2, closed: [], consenters: [consenter(0), consenter(1)], knownLines: [], ownLines: [], ...more });
const draftView = ({ drafter, consenters, knownLines, ownLines, closed }: View): DraftView =>
  ({ drafter, known: bits(knownLines), own: bits(ownLines), closed: bits(closed), consenters: consenters.map(({ party, outside, firm }) => ({ party, firm: bits(firm ? outside : []) })) });
const beliefOf = (from: Board, { party, estimate, floor, bound, firmness, outside, firm }: Seen): Belief =>
  ({ outside: bits(firm ? [] : outside), firmness, dearer: dearerBy(from.sharpness[party], firmness, from.issues.length), hope: Math.exp(from.sharpness[party] * estimate), floor, bound });
/** As the table phase does: a clean text, or else one that presses a single line. */
const chooseFrom = (from: Board, of: View) => {
  const best = (crossing: 0 | 1): number =>
    bestOffer(offersOf(from, of.drafter, of.consenters.map(({ party }) => party), tablePackages(from, draftView(of), crossingLines(from, draftView(of)), crossing)), of.consenters.map((each) => beliefOf(from, each)));
  const clean = best(0);
  if (clean >= 0) return { package: clean, presses: false };
  const pressing = best(1);
  return { package: pressing, presses: pressing >= 0 };
};
const choose = (of: View) => chooseFrom(board, of);

describe('the drafter of a single text', () => {
  it('writes what both are most likely to sign: the middle', () => {
    expect(choose(view())).toEqual({ package: 2, presses: false });
  });
  it('leans towards the party that it believes harder to please', () => {
    expect(choose(view({ consenters: [consenter(0, { estimate: 0.7 }), consenter(1, { estimate: 0.2 })] })).package).toBe(1);
  });
  it('leans towards its own interest with a bias', () => {
    const biased = (bias: number): Board => ({ ...board, bias });
    expect(chooseFrom(biased(0), view()).package).toBe(2);
    expect(chooseFrom(biased(10), view()).package).toBe(3);
  });
  it('tables nothing that a party refused as worth too little, or less', () => {
    expect(choose(view({ consenters: [consenter(0), consenter(1, { bound: 0.5 })] })).package).toBe(3);
  });
  it('tables no closed option and never what is in force already', () => {
    expect(choose(view({ closed: [2] })).package).not.toBe(2);
    expect(choose(view({ closed: [1, 2, 3, 4] })).package).toBe(-1);
  });
  it('keeps off lines that it knows', () => {
    expect(choose(view({ knownLines: [1], consenters: [consenter(0), consenter(1, { estimate: 0.95 })] })).presses).toBe(false);
  });
  it('presses exactly one known line when nothing else is left', () => {
    // Everything up to option 2 is excluded; option 3 crosses one line, option 4 two.
    expect(choose(view({ knownLines: [0, 1], consenters: [consenter(0), consenter(1, { bound: 0.5 })] }))).toEqual({ package: 3, presses: true });
  });
  it('presses others, never itself', () => {
    expect(choose(view({ ownLines: [1], consenters: [consenter(0), consenter(1, { bound: 0.5 })] }))).toEqual({ package: -1, presses: false });
    expect(choose(view({ drafter: 1, consenters: [consenter(0), consenter(1, { outside: [2, 3, 4], firm: true })] })).package).toBe(1);
  });
  it('has no text when all that is left crosses two lines', () => {
    expect(choose(view({ knownLines: [0, 1], consenters: [consenter(0), consenter(1, { bound: 0.8 })] }))).toEqual({ package: -1, presses: false });
  });
  it('counts a firm stance as a line, and a soft one as a cost', () => {
    const outside = [2];
    expect(choose(view({ consenters: [consenter(0), consenter(1, { outside, firm: true })] })).package).not.toBe(2);
    expect(choose(view({ consenters: [consenter(0), consenter(1, { outside })] })).package).toBe(2);
    expect(choose(view({ consenters: [consenter(0), consenter(1, { outside, firmness: 0.4 })] })).package).not.toBe(2);
  });
});

describe('undominated offers', () => {
  it('hold the same best text as all of them, whatever is believed or excluded', () => {
    // A small generator of its own: the same worlds every time.
    let state = 12345;
    const next = (): number => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 4294967296; };
    let reduced = 0;
    for (let world = 0; world < 60; world++) {
      const count = 120;
      const row = (): Float64Array => Float64Array.from({ length: count }, () => Math.round(next() * 20) / 20); // coarse, so that ties are common
      const wide: Layout = {
        ...layout, count, options: new Uint8Array(count), consenters: [0, 1, 2], lineBits: new Int32Array(count), changes: new Uint8Array(count).fill(1), sizes: [count],
        bits: Int32Array.from({ length: count }, () => 1 << Math.floor(next() * 5)),
        consentBits: Int32Array.from({ length: count }, () => (next() < 0.3 ? 7 : 3)),
      };
      const random: Board = { ...wide, layout: wide, worth: [row(), row(), row(), row()], sharpness: [20, 8, 20, 20], bias: 1, top: new Float64Array(4).fill(1), worst: new Float64Array(4) };
      const stances = [consenter(0, { outside: [1, 3] }), consenter(1, { outside: [0] }), consenter(2)];
      const of = draftView(view({ drafter: 3, consenters: stances }));
      const all = offersOf(random, 3, [0, 1, 2], tablePackages(random, of, crossingLines(random, of), 0));
      const some = undominated(all, stances.map((each) => beliefOf(random, each)));
      if (some.packages.length < all.packages.length) reduced++;
      for (let belief = 0; belief < 40; belief++) {
        const beliefs = stances.map((each) => beliefOf(random, { ...each, estimate: next(), floor: next() < 0.2 ? next() : NO_BOUND, bound: next() < 0.5 ? next() : NO_BOUND }));
        expect(bestOffer(some, beliefs)).toBe(bestOffer(all, beliefs));
      }
    }
    expect(reduced).toBe(60);
  });
});

describe('what a refusal teaches', () => {
  it('excludes texts worth no more to the refuser, for a while', () => {
    let bound = boundAfterRefusal(NO_BOUND, 0.4);
    expect(bound).toBe(0.4);
    bound = fadeBound(bound, 0.02);
    expect(bound).toBeCloseTo(0.38, 12);
    expect(boundAfterRefusal(0.4, 0.3)).toBe(0.4);
    expect(fadeBound(NO_BOUND, 0.02)).toBe(NO_BOUND);
  });
  it('raises the estimate of its threshold to the refused text, or moves it to the amendment', () => {
    expect(estimateAfterRefusal(0.5, 0.6, null)).toBe(0.6);
    expect(estimateAfterRefusal(0.5, 0.3, null)).toBe(0.5);
    expect(estimateAfterRefusal(0.8, 0.5, 0.62)).toBe(0.62);
  });
  it('lets the estimate return to the first guess', () => {
    expect(fadeEstimate(0.6, 0.5, 0.02)).toBeCloseTo(0.58, 12);
    expect(fadeEstimate(0.51, 0.5, 0.02)).toBe(0.5);
    expect(fadeEstimate(0.4, 0.5, 0.02)).toBeCloseTo(0.42, 12);
  });
});

describe('an amendment', () => {
  const worth = (terms: readonly number[]): number => terms[0] * 0.2 + terms[1] * 0.1;
  const from = (text: readonly number[], enough: number) => leastChange(text, [3, 3], (place, to) => {
    const changed = worth(text.map((option, each) => (each === place ? to : option)));
    return changed >= enough ? changed : NaN;
  });
  it('changes one term, by the fewest steps, and asks for no more than is needed', () => {
    // From 0.2: one step on the second term gives 0.3, one step on the first 0.4; both will do, the cheaper is asked.
    expect(from([1, 0], 0.3)).toMatchObject({ place: 1, to: 1 });
    // From 0: only two steps on the first term give 0.4.
    expect(from([0, 0], 0.4)).toMatchObject({ place: 0, to: 2 });
  });
  it('is nothing when no single change will do', () => {
    expect(from([0, 0], 0.5)).toBeNull();
  });
});
