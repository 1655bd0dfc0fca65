/** The graph model: cell by cell on a published case, and on random conflicts against the definitions. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { improvements, reachOfOthers, type GraphModel } from '../../engine/analysis/stability/graph.ts';
import { CONCEPTS, stabilityOf } from '../../engine/analysis/stability/stability.ts';

const reading = z.object({
  decision_makers: z.array(z.string()),
  states: z.record(z.string(), z.string()),
  unilateral_moves: z.record(z.string(), z.record(z.string(), z.array(z.int()))),
  preference_best_to_worst: z.record(z.string(), z.array(z.int())),
  stability_computed: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  equilibria_computed: z.record(z.string(), z.array(z.int())),
});
const elmira = reading.parse(JSON.parse(readFileSync(new URL('../fixtures/elmira.json', import.meta.url), 'utf8')));

/** States from 0; the file counts from 1. */
const count = Object.keys(elmira.states).length;
const graph: GraphModel = {
  makers: elmira.decision_makers,
  states: count,
  moves: elmira.decision_makers.map((maker) => Array.from({ length: count }, (_, s) => (elmira.unilateral_moves[maker]?.[String(s + 1)] ?? []).map((to) => to - 1))),
  worth: elmira.decision_makers.map((maker) => Array.from({ length: count }, (_, s) => -(elmira.preference_best_to_worst[maker] ?? []).indexOf(s + 1))),
};
const NAMES = { nash: 'R', gmr: 'GMR', smr: 'SMR', seq: 'SEQ' } as const;

describe('the Elmira dispute', () => {
  const { makers, equilibria } = stabilityOf(graph);
  it.each(Object.keys(elmira.states))('state %s is as stable for each as two programs found', (state) => {
    const found = Object.fromEntries(elmira.decision_makers.map((maker, m) => [maker, CONCEPTS.filter((concept) => makers[Number(state) - 1]?.[m]?.stable[concept]).map((concept) => NAMES[concept])]));
    expect(found).toEqual(elmira.stability_computed[state]);
  });
  it('has the published equilibria', () => {
    for (const concept of CONCEPTS) expect(equilibria[concept].map((state) => state + 1)).toEqual(elmira.equilibria_computed[NAMES[concept]]);
  });
  it('says what tempts and what deters', () => {
    // In state 1 the local government would insist on the original order; the ministry could then modify it, which it would not like to.
    const [temptation] = makers[0]?.[2]?.temptations ?? [];
    expect(temptation).toMatchObject({ to: 4, deterred: { gmr: [{ maker: 0, to: 5 }], seq: null } });
    // In state 2 nothing deters the company from leaving.
    expect(makers[1]?.[1]?.temptations.map(({ to, deterred }) => [to + 1, deterred.gmr])).toContainEqual([9, null]);
  });
});

const conflicts: fc.Arbitrary<GraphModel> = fc.record({ makers: fc.integer({ min: 1, max: 4 }), states: fc.integer({ min: 2, max: 6 }) }).chain(({ makers, states }) => fc.record({
  makers: fc.constant(Array.from({ length: makers }, (_, m) => `m${m}`)),
  states: fc.constant(states),
  moves: fc.array(fc.array(fc.uniqueArray(fc.nat({ max: states - 1 }), { maxLength: 2 }), { minLength: states, maxLength: states }), { minLength: makers, maxLength: makers })
    .map((all) => all.map((of) => of.map((to, from) => to.filter((one) => one !== from)))),
  worth: fc.array(fc.array(fc.nat({ max: 4 }), { minLength: states, maxLength: states }), { minLength: makers, maxLength: makers }),
}));

/** The book's inductive definition: who may have moved last on the way to a state decides who may go on from there. */
function reachByDefinition(of: GraphModel, group: readonly number[], from: number, improving: boolean): ReadonlySet<number> {
  const next = (maker: number, at: number): readonly number[] => (improving ? improvements(of, maker, at) : of.moves[maker]?.[at] ?? []);
  const last = new Map<number, Set<number>>();
  const add = (state: number, maker: number): boolean => {
    const before = last.get(state) ?? new Set<number>();
    last.set(state, before);
    const grew = !before.has(maker);
    before.add(maker);
    return grew;
  };
  for (const maker of group) for (const to of next(maker, from)) add(to, maker);
  for (let grew = true; grew;) {
    grew = false;
    for (const [state, by] of last) for (const maker of group) {
      if (by.size === 1 && by.has(maker)) continue;
      for (const to of next(maker, state)) grew = add(to, maker) || grew;
    }
  }
  return new Set(last.keys());
}

describe('random conflicts', () => {
  it('are as stable as the definitions say', () => {
    fc.assert(fc.property(conflicts, (of) => {
      const { makers } = stabilityOf(of);
      for (let s = 0; s < of.states; s++) of.makers.forEach((_, i) => {
        const others = [...of.makers.keys()].filter((one) => one !== i);
        const worth = of.worth[i] ?? [];
        const noBetter = (at: number): boolean => (worth[at] ?? 0) <= (worth[s] ?? 0);
        const better = (of.moves[i]?.[s] ?? []).filter((at) => !noBetter(at));
        const answered = (improving: boolean, also: (end: number) => boolean): boolean => better.every((to) => [...reachByDefinition(of, others, to, improving)].some((end) => noBetter(end) && also(end)));
        expect(makers[s]?.[i]?.stable).toEqual({
          nash: better.length === 0, gmr: answered(false, () => true), smr: answered(false, (end) => (of.moves[i]?.[end] ?? []).every(noBetter)), seq: answered(true, () => true),
        });
      });
    }), { numRuns: 300 });
  });
  it('are told with ways that can be gone', () => {
    fc.assert(fc.property(conflicts, fc.boolean(), (of, improving) => {
      for (let s = 0; s < of.states; s++) for (const [end, path] of reachOfOthers(of, 0, s, improving)) {
        let [at, before] = [s, -1];
        for (const { maker, to } of path) {
          expect(maker !== 0 && maker !== before && of.moves[maker]?.[at]?.includes(to)).toBe(true);
          if (improving) expect(of.worth[maker]?.[to]).toBeGreaterThan(of.worth[maker]?.[at] ?? 0);
          [at, before] = [to, maker];
        }
        expect(at).toBe(end);
      }
    }), { numRuns: 100 });
  });
});
