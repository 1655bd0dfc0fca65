/** Whether an obstacle can give way in a run at all: whether its chart, from where it stands, leads to a state that lets the text pass. */
import type { Expression, NumberTree, TruthTree } from '../../scenario/expression-tree.ts';
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

/** States that a region can come to from its present one, itself among them, whatever the chances and conditions. */
function reached({ model, state }: World, region: number): readonly number[] {
  const seen = new Set([state.regions[region]]);
  for (const at of seen) for (const { to } of model.regions[region].walk[at]) seen.add(to);
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
