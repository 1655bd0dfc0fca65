/** A reason kept as numbers, in the words of a record. */
import type { Because } from '../record/record.ts';
import { WHY, type Why } from '../rules/answer.ts';
import type { World } from './world.ts';

export function becauseOf(world: World, why: Why, of: number): Because {
  const { model } = world;
  switch (why) {
    case WHY.redLine: return { kind: 'red-line', line: model.lines[of].id };
    case WHY.firmStance: return { kind: 'firm-stance', issue: model.issues[of].id };
    case WHY.belowFloor: return { kind: 'not-good-enough', floor: true };
    case WHY.notGoodEnough: return { kind: 'not-good-enough', floor: false };
    case WHY.said: case WHY.none: return { kind: 'said' };
    case WHY.goodEnough: return { kind: 'good-enough' };
  }
}
