/** Bounds of an expression by interval arithmetic: sound, so that what is called impossible is impossible. */
import type { NumberTree, TruthTree, WordName } from './expression-tree.ts';
import type { Link } from './link/context.ts';

export type Range = readonly [low: number, high: number];
/** What is needed to know: ranges of levers, the calendar's length. */
export type Bounds = Pick<Link, 'ranges' | 'length'>;

const NOT_NEGATIVE: Range = [0, Infinity];

export function rangeOf(tree: NumberTree, bounds: Bounds): Range {
  switch (tree.op) {
    case 'number':
      return [tree.value, tree.value];
    case 'name':
      if (tree.name.kind === 'lever') return bounds.ranges.get(tree.name.lever) ?? [-Infinity, Infinity];
      if (tree.name.kind === 'gauge') return [0, 1];
      if (tree.name.kind === 'standing') return [-Infinity, Infinity];
      if (tree.name.kind === 'round') return [1, bounds.length.rounds];
      // Days are counted at the end of a round; a truce may have held for as long as all of them.
      return tree.name.kind === 'days' || tree.name.kind === 'truce-days' ? [0, bounds.length.days] : NOT_NEGATIVE;
    case 'negate': {
      const [low, high] = rangeOf(tree.of, bounds);
      return [-high, -low];
    }
    case 'if': {
      const [a, b] = [rangeOf(tree.then, bounds), rangeOf(tree.else, bounds)];
      return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
    }
    case 'min':
    case 'max': {
      const ranges = tree.of.map((part) => rangeOf(part, bounds));
      const pick = tree.op === 'min' ? Math.min : Math.max;
      return [pick(...ranges.map(([low]) => low)), pick(...ranges.map(([, high]) => high))];
    }
    default:
      return combine(tree.op, rangeOf(tree.left, bounds), rangeOf(tree.right, bounds));
  }
}

function combine(op: '+' | '-' | '*' | '/', a: Range, b: Range): Range {
  if (op === '+') return safe([a[0] + b[0]], [a[1] + b[1]]);
  if (op === '-') return safe([a[0] - b[1]], [a[1] - b[0]]);
  if (op === '/' && b[0] <= 0 && b[1] >= 0) return [-Infinity, Infinity];
  const by: Range = op === '*' ? b : [1 / b[1], 1 / b[0]];
  const corners = [a[0] * by[0], a[0] * by[1], a[1] * by[0], a[1] * by[1]];
  return safe(corners, corners);
}

/** 0 times infinity and the like: nothing is known. */
function safe(lows: readonly number[], highs: readonly number[]): Range {
  if ([...lows, ...highs].some(Number.isNaN)) return [-Infinity, Infinity];
  return [Math.min(...lows), Math.max(...highs)];
}

/** Whether a condition can be shown never to hold. `cannotBe` tells words that a name never holds in this scenario. */
export function isNever(tree: TruthTree, bounds: Bounds, cannotBe: (name: WordName, word: string) => boolean = () => false): boolean {
  return truthOf(tree, bounds, cannotBe) === false;
}

function truthOf(tree: TruthTree, bounds: Bounds, cannotBe: (name: WordName, word: string) => boolean): boolean | undefined {
  switch (tree.op) {
    case 'truth':
      return tree.value;
    case 'holds':
      return undefined;
    case 'is':
      return cannotBe(tree.name, tree.word) ? false : undefined;
    case 'in':
      return tree.words.every((word) => cannotBe(tree.name, word)) ? false : undefined;
    case 'not': {
      const of = truthOf(tree.of, bounds, cannotBe);
      return of === undefined ? undefined : !of;
    }
    case 'and':
    case 'or': {
      const [left, right] = [truthOf(tree.left, bounds, cannotBe), truthOf(tree.right, bounds, cannotBe)];
      const decides = tree.op === 'or';
      if (left === decides || right === decides) return decides;
      return left === undefined || right === undefined ? undefined : !decides;
    }
    default:
      return compared(tree.op, rangeOf(tree.left, bounds), rangeOf(tree.right, bounds));
  }
}

function compared(op: '<' | '<=' | '>' | '>=' | '==' | '!=', a: Range, b: Range): boolean | undefined {
  switch (op) {
    case '<':
      return a[1] < b[0] ? true : a[0] >= b[1] ? false : undefined;
    case '<=':
      return a[1] <= b[0] ? true : a[0] > b[1] ? false : undefined;
    case '>':
      return compared('<', b, a);
    case '>=':
      return compared('<=', b, a);
    default: {
      const apart = a[1] < b[0] || b[1] < a[0];
      const same = a[0] === a[1] && b[0] === b[1] && a[0] === b[0];
      if (!apart && !same) return undefined;
      return (op === '==') === same;
    }
  }
}
