/** Whether an obstacle can give way in a run at all: whether its chart, from where it stands, leads to a state that lets the text pass. */
import type { Expression, NumberTree, TruthTree } from '../../scenario/expression-tree.ts';
import { transitionsOf } from '../../model/walk.ts';
import type { World } from '../../run/world.ts';
import type { Obstacle } from './objections.ts';

/** @param option what the stance would have to take in; of no account for other obstacles */
export function isMovable(world: World, { kind, party, of }: Obstacle, option: number): boolean {
  const { model, state } = world;
  if (kind === 'red-line') {
    const { region, bites } = model.lines[of];
    return reached(world, region).some((at) => bites[at] === 0);
  }
  if (kind === 'stance') {
    const stance = model.parties[party].stances[of];
    return stance !== null && reached(world, stance.region).some((at) => stance.accepts[at][option] === 1);
  }
  const value = model.scenario.parties.find((each) => each.id === model.parties[party].id)?.walkAway?.value;
  return model.stages[state.stage].leverage.some((each) => each.party === party) || (value !== undefined && changesInRun(value));
}

/** Whether it stays given way once it has: no state in which it lets the text pass leads back to one in which it does not. A walk-away value may always rise again. */
export function isFinal(world: World, { kind, party, of }: Obstacle, option: number): boolean {
  const { model } = world;
  const stance = kind === 'stance' ? model.parties[party].stances[of] : null;
  const region = kind === 'red-line' ? model.lines[of].region : stance?.region;
  if (region === undefined) return false;
  const passes = (at: number): boolean => (stance === null ? model.lines[of].bites[at] === 0 : stance.accepts[at][option] === 1);
  return reached(world, region).filter(passes).every((at) => reached(world, region, at).every(passes));
}

/** States that a region can come to from one, if not said its present one, itself among them, whatever the chances and conditions. */
function reached({ model, state }: World, region: number, from: number = state.regions[region]): readonly number[] {
  const seen = new Set([from]);
  for (const at of seen) for (const { to } of transitionsOf(model, region, at)) seen.add(to);
  return [...seen];
}

/** Whether a number can differ between two moments of a run; levers do not. */
function changesInRun(value: Expression): boolean {
  const inNumber = (tree: NumberTree): boolean => {
    switch (tree.op) {
      case 'number': return false;
      case 'name': return tree.name.kind !== 'lever';
      case 'negate': return inNumber(tree.of);
      case 'min': case 'max': return tree.of.some(inNumber);
      case 'if': return inTruth(tree.test) || inNumber(tree.then) || inNumber(tree.else);
      default: return inNumber(tree.left) || inNumber(tree.right);
    }
  };
  const inTruth = (tree: TruthTree): boolean => {
    switch (tree.op) {
      case 'truth': return false;
      case 'holds': case 'is': case 'in': return true;
      case 'not': return inTruth(tree.of);
      case 'and': case 'or': return inTruth(tree.left) || inTruth(tree.right);
      default: return inNumber(tree.left) || inNumber(tree.right);
    }
  };
  return value.type === 'number' && inNumber(value.tree);
}
