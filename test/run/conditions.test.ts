/** Conditions as tables of tests say what their trees say, asked name by name, in every moment of runs that are generated, shipped or made to ask in each way. */
import { expect, it } from 'vitest';
import { compile, openStepper, type Model } from '../../engine/index.ts';
import { holds, type Condition } from '../../engine/model/condition.ts';
import type { State } from '../../engine/model/state.ts';
import type { Expression, NumberTree, TruthTree, WordName } from '../../engine/scenario/expression-tree.ts';
import { ENDINGS } from '../../engine/vocabulary.ts';
import { generated } from '../helpers/generate.ts';
import { range } from '../helpers/generate/draws.ts';
import { readShipped } from '../helpers/shipped.ts';
import { modelFrom, scenarioFrom, TWO_TRACKS } from '../helpers/world.ts';

/** What generated scenarios seldom ask. */
const ASKED = [
  // What it is at first, and what it comes to.
  'east.cost < 0.3', 'east.cost <= 0.3', 'east.cost > 0.3', 'east.cost >= 0.3', 'east.cost < 0.4', 'east.cost <= 0.4', 'east.cost > 0.4', 'east.cost >= 0.4', 'front == 0.5', '0.4 > east.cost', 'refusals > 1', 'refusals >= 2', 'round == 3', 'round != 3', "stage == 'truce'",
  "east.posture in ['away', 'left']", "!(diplomacy == 'stalled') && (round == 2 || refusals > 0)",
];
const asking = (): string => TWO_TRACKS.replace('events:\n', `events:\n${ASKED.map((when, at) => `  asked-${at}: { title: Asked, when: "${when}", chance: 0.01, moves: { front: 0.01 }, assumed: test }`).join('\n')}\n`);

const seen = new Map<string, Set<boolean>>();
const note = (what: string, is: boolean): boolean => { seen.set(what, (seen.get(what) ?? new Set()).add(is)); return is; };

function wordOf(name: WordName, model: Model, state: State): string {
  const inRegion = (machine: string, key: string): string => {
    const at = model.regions.findIndex((each) => model.machines[each.machine].id === machine && each.key === key);
    return model.regions[at].table.states[state.regions[at]];
  };
  switch (name.kind) {
    case 'fighting': case 'diplomacy': return inRegion(model.machines[model.machines.length - 1].id, name.kind);
    case 'ended': return ENDINGS[state.ending];
    case 'stage': return model.stages[state.stage].id;
    case 'in-force': { const at = model.issues.findIndex(({ id }) => id === name.issue); return model.issues[at].options[state.inForce[at]]; }
    case 'posture': return inRegion(name.party, 'posture');
    case 'stance': return inRegion(name.party, `stance-${name.issue}`);
    case 'line': return inRegion(name.party, `line-${name.line}`);
  }
}

function numberOf(tree: NumberTree, model: Model, state: State): number {
  const of = (each: NumberTree): number => numberOf(each, model, state);
  switch (tree.op) {
    case 'number': return tree.value;
    case 'negate': return -of(tree.of);
    case 'min': return Math.min(...tree.of.map(of));
    case 'max': return Math.max(...tree.of.map(of));
    case 'if': return truthOf(tree.test, model, state) ? of(tree.then) : of(tree.else);
    case '+': return of(tree.left) + of(tree.right);
    case '-': return of(tree.left) - of(tree.right);
    case '*': return of(tree.left) * of(tree.right);
    case '/': return of(tree.right) === 0 ? 0 : of(tree.left) / of(tree.right);
    case 'name': {
      const { name } = tree;
      switch (name.kind) {
        case 'lever': return state.levers[model.levers.indexOf(name.lever)];
        case 'gauge': return state.gauges[model.gauges.findIndex((gauge) => gauge.name === (name.party === null ? name.gauge : `${name.party}.${name.gauge}`))];
        case 'round': return state.round;
        case 'days': return state.round * model.roundDays;
        case 'peace-days': return state.peaceDays;
        case 'truce-days': return state.truceSince < 0 ? 0 : (state.round - state.truceSince) * model.roundDays;
        case 'refusals': return state.refusals;
        case 'standing': throw new Error('nobody’s conditions have no standing');
      }
    }
  }
}

function truthOf(tree: TruthTree, model: Model, state: State): boolean {
  const of = (each: TruthTree): boolean => truthOf(each, model, state);
  const compare = (tell: (left: number, right: number) => boolean): boolean => 'left' in tree && 'right' in tree
    && note(`${tree.op} ${(tree.left as NumberTree).op === 'name' ? (tree.left as Extract<NumberTree, { op: 'name' }>).name.kind : ''}`, tell(numberOf(tree.left as NumberTree, model, state), numberOf(tree.right as NumberTree, model, state)));
  switch (tree.op) {
    case 'truth': return tree.value;
    case 'not': return note('not', !of(tree.of));
    case 'and': return note('and', of(tree.left) && of(tree.right));
    case 'or': return note('or', of(tree.left) || of(tree.right));
    case 'is': return note(`is ${tree.name.kind}`, wordOf(tree.name, model, state) === tree.word);
    case 'in': return note(`in ${tree.name.kind}`, tree.words.includes(wordOf(tree.name, model, state)));
    case 'holds': {
      const { name } = tree;
      if (name.kind === 'collapsed') return note('collapsed', state.collapsed === 1);
      const at = model.stages.findIndex(({ id }) => id === name.stage);
      return note(name.kind, { settled: state.signed, ratified: state.ratified, repudiated: state.repudiated }[name.kind][at] === 1);
    }
    case '<': return compare((a, b) => a < b);
    case '<=': return compare((a, b) => a <= b);
    case '>': return compare((a, b) => a > b);
    case '>=': return compare((a, b) => a >= b);
    case '==': return compare((a, b) => a === b);
    case '!=': return compare((a, b) => a !== b);
  }
}

/** Conditions of nobody in particular, with what was written. */
function conditionsOf(model: Model): readonly (readonly [Condition, Expression])[] {
  const { scenario } = model;
  const pair = (when: Condition | null | undefined, written: Expression | null | undefined): readonly (readonly [Condition, Expression])[] => (when && written ? [[when, written]] : []);
  return [
    ...model.events.flatMap(({ id, when }) => pair(when, scenario.events.find((each) => each.id === id)?.when)),
    ...model.outcomes.flatMap(({ when }, at) => pair(when, scenario.outcomes[at].when)),
    ...model.stages.flatMap(({ when }, at) => pair(when, scenario.stages[at].when)),
  ];
}

it('conditions hold exactly when what is written holds', () => {
  const shipped = ['ukraine-2025', 'london-april'].map((name) => compile(readShipped(name)));
  const models = [...range(80).map((seed) => compile(scenarioFrom(generated(seed + 1, { wide: seed % 3 === 0 })))), ...shipped, ...range(6).map(() => modelFrom(asking()))];
  for (const [seed, model] of models.entries()) {
    const stepper = openStepper(model, { seed: String(seed) });
    const conditions = conditionsOf(model);
    while (!stepper.ended) {
      stepper.phase();
      const { state } = stepper.world;
      for (const [condition, { type, tree, text }] of conditions) {
        if (type !== 'truth') throw new Error(`no condition: ${text}`);
        expect([seed, state.round, text, holds(condition, state, -1)]).toEqual([seed, state.round, text, truthOf(tree, model, state)]);
      }
    }
  }
  // Each way of asking was met, with either answer.
  const both = [...seen].filter(([, answers]) => answers.size === 2).map(([what]) => what);
  expect(both).toEqual(expect.arrayContaining(['not', 'and', 'or', 'settled', 'collapsed', 'is fighting', 'is stage', 'is in-force', 'in posture', '< gauge', '<= gauge', '> gauge', '>= gauge', '== round', '> refusals']));
});
