import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runKey } from '../../engine/chance/key.ts';
import { MOST } from '../../engine/chance/lanes-code.ts';
import { openLanes } from '../../engine/chance/lanes.ts';
import { DrawNames, RunLuck } from '../../engine/chance/luck.ts';

const named = (count: number): DrawNames => new DrawNames(Array.from({ length: count }, (_, at) => `draw/${at}`));
const some = named(50);
const lanes = openLanes();

/** What draws give one by one. */
const one = (names: DrawNames, run: number, draws: readonly number[], round: number): number[] => {
  const luck = new RunLuck(names, runKey('lanes', run), null);
  return draws.map((draw) => luck.uniform(draw, round, 0));
};
const many = (luck: RunLuck, draws: readonly number[], round: number): number[] => Array.from(luck.uniforms(Int32Array.from(draws), draws.length, round).subarray(0, draws.length));

describe('draws taken together', () => {
  it('are the very numbers that come one by one, however many they are and in whatever order', () => {
    expect(lanes).not.toBeNull();
    const luck = new RunLuck(some, runKey('lanes', 1), lanes);
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.array(fc.integer({ min: 0, max: 49 }), { maxLength: 40 }), (run, round, draws) => {
      luck.meet(runKey('lanes', run));
      expect(many(luck, draws, round)).toEqual(one(some, run, draws, round));
    }));
  });
  it('may name more draws than one page of memory holds, and other models in turn', () => {
    const big = named(9000);
    const [a, b] = [new RunLuck(some, runKey('lanes', 3), lanes), new RunLuck(big, runKey('lanes', 4), lanes)];
    for (const round of [1, 2]) {
      expect(many(a, [49, 0, 7], round)).toEqual(one(some, 3, [49, 0, 7], round));
      expect(many(b, [8999, 8000, 1], round)).toEqual(one(big, 4, [8999, 8000, 1], round));
    }
    expect(many(a, [1, 2], 3)).toEqual(one(some, 3, [1, 2], 3));
  });
  it('may be more than are drawn at once', () => {
    const draws = Array.from({ length: MOST + 9 }, (_, at) => at % 50);
    expect(many(new RunLuck(some, runKey('lanes', 5), lanes), draws, 8)).toEqual(one(some, 5, draws, 8));
    expect(many(new RunLuck(some, runKey('lanes', 5), lanes), draws.slice(0, MOST), 8)).toEqual(one(some, 5, draws.slice(0, MOST), 8));
  });
  it('come one by one where the machine has no vectors', () => {
    expect(openLanes(null)).toBeNull();
    expect(openLanes({ validate: () => false, Module: Object, Instance: Array as never })).toBeNull();
    expect(many(new RunLuck(some, runKey('lanes', 6), null), [3, 1, 4], 2)).toEqual(one(some, 6, [3, 1, 4], 2));
  });
});
