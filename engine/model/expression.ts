/** Checked expressions as functions over a run's state. */
import type { RegionTable } from '../charts/table.ts';
import type { Expression, NumberName, NumberTree, TruthName, TruthTree, WordName } from '../scenario/expression-tree.ts';
import { ENDINGS } from '../vocabulary.ts';
import type { Handles } from './handles.ts';
import type { NumberOf, TruthOf } from './model.ts';
import type { State } from './state.ts';

/** What expressions need to know of the model besides handles. */
export interface ExpressionContext {
  readonly handles: Handles;
  readonly roundDays: number;
  readonly stages: readonly string[];
  /** A region's handle and table, by machine and key. */
  readonly region: (machine: string, key: string) => { readonly handle: number; readonly table: RegionTable };
  /** Worth of what is in force to a party. */
  readonly standing: NumberOf;
}

export function compileNumber(tree: NumberTree, context: ExpressionContext): NumberOf {
  switch (tree.op) {
    case 'number': { const { value } = tree; return () => value; }
    case 'name': return compileName(tree.name, context);
    case 'negate': { const of = compileNumber(tree.of, context); return (s, p) => -of(s, p); }
    case 'min': case 'max': {
      const of = tree.of.map((each) => compileNumber(each, context));
      const better = tree.op === 'min' ? (a: number, b: number) => a < b : (a: number, b: number) => a > b;
      return (s, p) => {
        let best = of[0](s, p);
        for (let i = 1; i < of.length; i++) { const value = of[i](s, p); if (better(value, best)) best = value; }
        return best;
      };
    }
    case 'if': {
      const test = compileTruth(tree.test, context);
      const then = compileNumber(tree.then, context);
      const otherwise = compileNumber(tree.else, context);
      return (s, p) => (test(s, p) ? then(s, p) : otherwise(s, p));
    }
    default: {
      const left = compileNumber(tree.left, context);
      const right = compileNumber(tree.right, context);
      switch (tree.op) {
        case '+': return (s, p) => left(s, p) + right(s, p);
        case '-': return (s, p) => left(s, p) - right(s, p);
        case '*': return (s, p) => left(s, p) * right(s, p);
        // A division by nothing would carry infinity into every number after it.
        case '/': return (s, p) => { const by = right(s, p); return by === 0 ? 0 : left(s, p) / by; };
      }
    }
  }
}

function compileName(name: NumberName, context: ExpressionContext): NumberOf {
  const { handles, roundDays } = context;
  switch (name.kind) {
    case 'lever': { const at = handles.lever(name.lever); return (s) => s.levers[at]; }
    case 'gauge': { const at = handles.gauge(name.party, name.gauge); return (s) => s.gauges[at]; }
    case 'round': return (s) => s.round;
    case 'days': return (s) => s.round * roundDays;
    case 'peace-days': return (s) => s.peaceDays;
    case 'truce-days': return (s) => (s.truceSince < 0 ? 0 : (s.round - s.truceSince) * roundDays);
    case 'refusals': return (s) => s.refusals;
    case 'standing': return context.standing;
  }
}

export function compileTruth(tree: TruthTree, context: ExpressionContext): TruthOf {
  switch (tree.op) {
    case 'truth': { const { value } = tree; return () => value; }
    case 'holds': return compileHolds(tree.name, context.stages);
    case 'is': return compileIs(compileWord(tree.name, context), tree.word);
    case 'in': { const { read, words } = compileWord(tree.name, context); const at = new Set(tree.words.map((word) => words.indexOf(word))); return (s) => at.has(read(s)); }
    // What is asked most is asked in one step, not by one function of another.
    case 'not': if (tree.of.op === 'is') return compileIsNot(compileWord(tree.of.name, context), tree.of.word); else { const of = compileTruth(tree.of, context); return (s, p) => !of(s, p); }
    case 'and': { const a = compileTruth(tree.left, context); const b = compileTruth(tree.right, context); return (s, p) => a(s, p) && b(s, p); }
    case 'or': { const a = compileTruth(tree.left, context); const b = compileTruth(tree.right, context); return (s, p) => a(s, p) || b(s, p); }
    default: {
      const left = compileNumber(tree.left, context);
      if (tree.right.op === 'number') return compileToNumber(tree.op, left, tree.right.value);
      const right = compileNumber(tree.right, context);
      switch (tree.op) {
        case '<': return (s, p) => left(s, p) < right(s, p);
        case '<=': return (s, p) => left(s, p) <= right(s, p);
        case '>': return (s, p) => left(s, p) > right(s, p);
        case '>=': return (s, p) => left(s, p) >= right(s, p);
        case '==': return (s, p) => left(s, p) === right(s, p);
        case '!=': return (s, p) => left(s, p) !== right(s, p);
      }
    }
  }
}

function compileHolds(name: TruthName, stages: readonly string[]): TruthOf {
  if (name.kind === 'collapsed') return (s) => s.collapsed === 1;
  const at = stages.indexOf(name.stage);
  switch (name.kind) {
    case 'settled': return (s) => s.signed[at] === 1;
    case 'ratified': return (s) => s.ratified[at] === 1;
    case 'repudiated': return (s) => s.repudiated[at] === 1;
  }
}

type Comparison = Extract<TruthTree, { readonly left: NumberTree }>['op'];

function compileToNumber(op: Comparison, left: NumberOf, right: number): TruthOf {
  switch (op) {
    case '<': return (s, p) => left(s, p) < right;
    case '<=': return (s, p) => left(s, p) <= right;
    case '>': return (s, p) => left(s, p) > right;
    case '>=': return (s, p) => left(s, p) >= right;
    case '==': return (s, p) => left(s, p) === right;
    case '!=': return (s, p) => left(s, p) !== right;
  }
}

/** `region`: where the word is the state of a region. */
interface WordReader { readonly read: (state: State) => number; readonly words: readonly string[]; readonly region: number | null }

function compileIs({ read, words, region }: WordReader, word: string): TruthOf {
  const at = words.indexOf(word);
  return region === null ? (s) => read(s) === at : (s) => s.regions[region] === at;
}

function compileIsNot({ read, words, region }: WordReader, word: string): TruthOf {
  const at = words.indexOf(word);
  return region === null ? (s) => read(s) !== at : (s) => s.regions[region] !== at;
}

function compileWord(name: WordName, context: ExpressionContext): WordReader {
  const inRegion = (machine: string, key: string): WordReader => {
    const { handle, table } = context.region(machine, key);
    return { read: (s) => s.regions[handle], words: table.states, region: handle };
  };
  switch (name.kind) {
    case 'fighting': return inRegion('process:', 'fighting');
    case 'diplomacy': return inRegion('process:', 'diplomacy');
    case 'ended': return { read: (s) => s.ending, words: ENDINGS, region: null };
    case 'stage': return { read: (s) => s.stage, words: context.stages, region: null };
    case 'in-force': {
      const at = context.handles.issue(name.issue);
      return { read: (s) => s.inForce[at], words: context.handles.issues[at].options.map((option) => option.id), region: null };
    }
    case 'posture': return inRegion(name.party, 'posture');
    case 'stance': return inRegion(name.party, `stance-${name.issue}`);
    case 'line': return inRegion(name.party, `line-${name.line}`);
  }
}

/** An expression of a file as a condition. Throws where it gives a number: the checker has let none pass. */
export function conditionOf(expression: Expression, context: ExpressionContext): TruthOf {
  if (expression.type !== 'truth') throw new Error(`not a condition: ${expression.text}`);
  return compileTruth(expression.tree, context);
}
