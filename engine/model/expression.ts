/** Checked expressions over a run's state: numbers as functions, conditions as tables of tests. */
import type { Expression, NumberName, NumberTree, TruthTree, WordName } from '../scenario/expression-tree.ts';
import { ASK, holds, NO, ROW, YES, type Ask, type Condition } from './condition.ts';
import type { NumberOf } from './model.ts';
import type { State } from './state.ts';
import { wordOf, type ExpressionContext } from './word.ts';

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
      return (s, p) => (holds(test, s, p) ? then(s, p) : otherwise(s, p));
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

/** Rows are written from the last to the first, since each says where the next one is. */
class Writer {
  readonly rows: number[] = [];
  readonly numbers: number[] = [];
  readonly others: TruthOf[] = [];

  /** @param yes @param no where it goes on */
  ask(what: Ask, of: number, against: number, yes: number, no: number): number {
    return this.rows.push(what, of, against, yes, no) - ROW;
  }

  number(value: number): number { return this.numbers.push(value) - 1; }

  other(of: TruthOf, yes: number, no: number): number { return this.ask(ASK.other, this.others.push(of) - 1, 0, yes, no); }
}

type TruthOf = (state: State, party: number) => boolean;

export function compileTruth(tree: TruthTree, context: ExpressionContext): Condition {
  const writer = new Writer();
  const first = write(tree, context, writer, YES, NO);
  return { first, rows: Int32Array.from(writer.rows), numbers: Float64Array.from(writer.numbers), others: writer.others };
}

/** The row at which it begins. */
function write(tree: TruthTree, context: ExpressionContext, writer: Writer, yes: number, no: number): number {
  switch (tree.op) {
    case 'truth': return tree.value ? yes : no;
    case 'holds': return tree.name.kind === 'collapsed' ? writer.ask(ASK.collapsed, 0, 0, yes, no) : writer.ask(HOLDS[tree.name.kind], context.stages.indexOf(tree.name.stage), 0, yes, no);
    case 'is': return writeWord(tree.name, [tree.word], context, writer, yes, no);
    case 'in': return writeWord(tree.name, tree.words, context, writer, yes, no);
    case 'not': return write(tree.of, context, writer, no, yes);
    case 'and': return write(tree.left, context, writer, write(tree.right, context, writer, yes, no), no);
    case 'or': return write(tree.left, context, writer, yes, write(tree.right, context, writer, yes, no));
    default: return writeComparison(tree, context, writer, yes, no);
  }
}

const HOLDS = { settled: ASK.signed, ratified: ASK.ratified, repudiated: ASK.repudiated } as const;

/** Words fit into the bits of a number as long as there are no more of them. */
const BITS = 32;

function writeWord(name: WordName, among: readonly string[], context: ExpressionContext, writer: Writer, yes: number, no: number): number {
  const { ask, of, read, words } = wordOf(name, context);
  const places = among.map((word) => words.indexOf(word)).filter((place) => place >= 0);
  if (words.length > BITS) return writer.other((s) => places.includes(read(s)), yes, no);
  return writer.ask(ask, of, places.reduce((bits, place) => bits | (1 << place), 0), yes, no);
}

type Comparison = Extract<TruthTree, { readonly left: NumberTree }>;

/** What most comparisons are: a gauge or a count held against a number. */
const OF_GAUGES: Partial<Record<Comparison['op'], Ask>> = { '<': ASK.gaugeBelow, '<=': ASK.gaugeUpTo, '>': ASK.gaugeAbove, '>=': ASK.gaugeFrom };

function writeComparison(tree: Comparison, context: ExpressionContext, writer: Writer, yes: number, no: number): number {
  const { op, left, right } = tree;
  if (left.op === 'name' && right.op === 'number') {
    const { name } = left;
    const ofGauge = OF_GAUGES[op];
    if (name.kind === 'gauge' && ofGauge !== undefined) return writer.ask(ofGauge, context.handles.gauge(name.party, name.gauge), writer.number(right.value), yes, no);
    if (name.kind === 'round' && op === '==') return writer.ask(ASK.roundIs, 0, writer.number(right.value), yes, no);
    if (name.kind === 'refusals' && op === '>') return writer.ask(ASK.refusalsAbove, 0, writer.number(right.value), yes, no);
  }
  return writer.other(compare(op, compileNumber(left, context), compileNumber(right, context)), yes, no);
}

function compare(op: Comparison['op'], left: NumberOf, right: NumberOf): TruthOf {
  switch (op) {
    case '<': return (s, p) => left(s, p) < right(s, p);
    case '<=': return (s, p) => left(s, p) <= right(s, p);
    case '>': return (s, p) => left(s, p) > right(s, p);
    case '>=': return (s, p) => left(s, p) >= right(s, p);
    case '==': return (s, p) => left(s, p) === right(s, p);
    case '!=': return (s, p) => left(s, p) !== right(s, p);
  }
}

/** An expression of a file as a condition. Throws where it gives a number: the checker has let none pass. */
export function conditionOf(expression: Expression, context: ExpressionContext): Condition {
  if (expression.type !== 'truth') throw new Error(`not a condition: ${expression.text}`);
  return compileTruth(expression.tree, context);
}
