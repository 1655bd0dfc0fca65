/**
 * One line of CEL to a checked tree. The CEL package only parses; what is allowed, what names mean and which types fit is
 * decided here, by a white list. Nothing of the file is ever run.
 */
import { ParseError, parse } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import type { Expression, NumberTree, TruthTree, WordName } from './expression-tree.ts';
import { meaningOf } from './expression-names.ts';
import type { Link, Scope } from './link/context.ts';
import { didYouMean } from './nearest.ts';
import { numeric, pathText, text, truth } from './place.ts';
import type { Place } from './place.ts';
import type { ProblemCode } from './problem.ts';
import { isNever, rangeOf } from './expression-range.ts';

const LONGEST = 500;
const DEEPEST = 25;

export type NumberExpression = Extract<Expression, { type: 'number' }>;
export type TruthExpression = Extract<Expression, { type: 'truth' }>;

/** What stands in for an expression that has problems, so that linking can go on. */
const ANY_NUMBER: NumberTree = { op: 'number', value: 0 };
const ANY_TRUTH: TruthTree = { op: 'truth', value: true };
/** Whether a tree only fills the place of one with problems. */
export const isFiller = (tree: TruthTree): boolean => tree === ANY_TRUTH;

export function numberExpression(link: Link, place: Place, scope: Scope): NumberExpression {
  const value = read(link, place, scope);
  if (value?.typed.type === 'number') return { type: 'number', text: value.text, tree: value.typed.tree };
  if (value !== undefined) value.tell('expression-type', value.node, `A number is needed here, and this is ${inWords(value.typed)}.`, numberInstead(value.typed));
  return { type: 'number', text: text(place) ?? '', tree: ANY_NUMBER };
}

export function truthExpression(link: Link, place: Place, scope: Scope): TruthExpression {
  const value = read(link, place, scope);
  if (value?.typed.type === 'truth') {
    if (isNever(value.typed.tree, link)) value.tell('never-true', value.node, 'This can never hold, so it can never matter.', 'gauges lie between 0 and 1, levers in their range, rounds in the calendar');
    return { type: 'truth', text: value.text, tree: value.typed.tree };
  }
  if (value !== undefined) value.tell('expression-type', value.node, `A condition is needed here, and this is ${inWords(value.typed)}.`, truthInstead(value.typed));
  return { type: 'truth', text: text(place) ?? '', tree: ANY_TRUTH };
}

type Typed =
  | { readonly type: 'number'; readonly tree: NumberTree }
  | { readonly type: 'truth'; readonly tree: TruthTree }
  | { readonly type: 'name'; readonly name: WordName; readonly words: readonly string[]; readonly said: string }
  | { readonly type: 'word'; readonly word: string };

function inWords(typed: Typed): string {
  if (typed.type === 'number') return 'a number';
  if (typed.type === 'truth') return 'a condition';
  return typed.type === 'word' ? 'a text' : 'a name that holds a word';
}

function numberInstead(typed: Typed): string {
  if (typed.type === 'truth') return 'choose between two numbers by it: (condition ? 0.1 : 0)';
  return typed.type === 'name' ? 'compare it with a word in quotes, and choose a number by that: (fighting == "war" ? 0.1 : 0)' : 'write the number without quotes, or name a gauge or a lever';
}

function truthInstead(typed: Typed): string {
  return typed.type === 'number' ? 'compare it, as in > 0.5' : 'compare it, as in fighting == "war"';
}

interface Span { readonly start: number; readonly end: number }
type Tell = (code: ProblemCode, span: Span, message: string, hint: string) => undefined;

function read(link: Link, place: Place, scope: Scope): { readonly typed: Typed; readonly text: string; readonly node: ASTNode; readonly tell: Tell } | undefined {
  const leaf = place.tree;
  if (leaf?.kind !== 'leaf') return undefined;
  const source = text(place) ?? (numeric(place) !== undefined || truth(place) !== undefined ? leaf.written : undefined);
  if (source === undefined) return undefined;
  const tell: Tell = (code, span, message, hint) => {
    const from = leaf.textStart ?? (typeof leaf.value === 'string' ? null : leaf.origin.start);
    const origin = from === null ? leaf.origin : { file: leaf.origin.file, start: from + span.start, end: from + Math.max(span.end, span.start + 1) };
    link.report.at(code, origin, pathText(place), message, hint);
    return undefined;
  };
  const whole = { start: 0, end: source.length };
  if (source.length > LONGEST) return tell('expression-too-long', whole, `The expression has ${source.length} characters; it may have ${LONGEST}.`, 'make a gauge or a lever of a part of it');
  if (/[\r\n]/u.test(source.trim())) return tell('expression', whole, 'An expression stands on one line.', 'write it in quotes on one line; a gauge or a lever may stand for a part of it');
  const node = parsed(source, tell);
  if (node === undefined) return undefined;
  const typed = new Walk(link, scope, tell).any(node, 0);
  return typed === undefined ? undefined : { typed, text: source.trim(), node, tell };
}

function parsed(source: string, tell: Tell): ASTNode | undefined {
  try {
    return parse(source).ast;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const at = error.node?.start ?? 0;
    const span = { start: Math.min(at, Math.max(0, source.trimEnd().length - 1)), end: error.node?.end ?? at + 1 };
    return tell('expression', span, at >= source.trimEnd().length ? 'The expression ends too soon.' : `The expression cannot be read from here on.`, slip(source, at));
  }
}

/** Slips of those who know other languages. */
function slip(source: string, at: number): string {
  if (/[^=!<>]=[^=]/u.test(source)) return 'compare with ==, as in fighting == "war"';
  if (/\band\b|\bor\b|\bnot\b/u.test(source)) return 'write && for and, || for or, ! for not';
  if (/^\.\d/u.test(source.slice(at))) return 'write a nought before the point: 0.5';
  if (source.includes('**') || source.includes('^')) return 'write powers as products';
  if (at >= source.trimEnd().length) return 'write what is missing: a number, a name or a closing bracket';
  return 'there are numbers, names, + - * /, comparisons, && || !, ? : and brackets; a sign too many or too few stands here';
}

/** The white list, node by node. Every refusal is told at its place; a part that was refused is undefined and silences what is around it. */
class Walk {
  readonly link: Link;
  readonly scope: Scope;
  readonly tell: Tell;

  constructor(link: Link, scope: Scope, tell: Tell) {
    this.link = link;
    this.scope = scope;
    this.tell = tell;
  }

  any(node: ASTNode, depth: number): Typed | undefined {
    if (depth > DEEPEST) return this.tell('expression-refused', node, 'The expression is nested too deeply.', 'make a gauge or a lever of a part of it');
    const down = depth + 1;
    switch (node.op) {
      case 'value':
        return this.literal(node);
      case 'id':
        return this.name(node, [node.args], [node]);
      case '.':
        return this.dotted(node);
      case '+':
      case '-':
      case '*':
      case '/':
        return this.arithmetic(node.op, node.args, down);
      case '-_': {
        const of = this.number(node.args, down);
        return of && { type: 'number', tree: of.op === 'number' ? { op: 'number', value: -of.value } : { op: 'negate', of } };
      }
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.compare(node.op, node.args, down);
      case '==':
      case '!=':
        return this.equal(node, node.op, node.args, down);
      case 'in':
        return this.within(node.args, down);
      case '&&':
      case '||': {
        const [left, right] = [this.truth(node.args[0], down), this.truth(node.args[1], down)];
        return left && right && { type: 'truth', tree: { op: node.op === '&&' ? 'and' : 'or', left, right } };
      }
      case '!_': {
        const of = this.truth(node.args, down);
        return of && { type: 'truth', tree: { op: 'not', of } };
      }
      case '?:': {
        const [test, then, other] = [this.truth(node.args[0], down), this.number(node.args[1], down), this.number(node.args[2], down)];
        return test && then && other && { type: 'number', tree: { op: 'if', test, then, else: other } };
      }
      case 'call':
        return this.call(node, node.args[0], node.args[1], down);
      default:
        return this.tell('expression-refused', node, 'Expressions of scenarios have no such construction.', 'there are + - * /, comparisons, && || !, in, ? : and min and max');
    }
  }

  number(node: ASTNode, depth: number): NumberTree | undefined {
    const typed = this.any(node, depth);
    if (typed === undefined || typed.type === 'number') return typed?.tree;
    return this.tell('expression-type', node, `A number is needed here, and this is ${inWords(typed)}.`, numberInstead(typed));
  }

  truth(node: ASTNode, depth: number): TruthTree | undefined {
    const typed = this.any(node, depth);
    if (typed === undefined || typed.type === 'truth') return typed?.tree;
    return this.tell('expression-type', node, `A condition is needed here, and this is ${inWords(typed)}.`, truthInstead(typed));
  }

  literal(node: ASTNode & { readonly op: 'value' }): Typed | undefined {
    const value = node.args;
    if (typeof value === 'bigint' || typeof value === 'number') {
      const number = Number(value);
      if (Number.isFinite(number)) return { type: 'number', tree: { op: 'number', value: number } };
    }
    if (typeof value === 'boolean') return { type: 'truth', tree: { op: 'truth', value } };
    if (typeof value === 'string') return { type: 'word', word: value };
    return this.tell('expression-refused', node, 'This kind of value is not used in scenarios.', 'write a number, true, false, or a word in quotes');
  }

  dotted(node: ASTNode): Typed | undefined {
    const parts: string[] = [];
    const spans: Span[] = [];
    let here = node;
    while (here.op === '.') {
      parts.unshift(here.args[1]);
      spans.unshift({ start: here.pos, end: here.end });
      here = here.args[0];
    }
    if (here.op !== 'id') return this.tell('expression-refused', here, 'Only a name can have a dot after it.', 'as in north.cold or in_force.bridge');
    return this.name(node, [here.args, ...parts], [here, ...spans]);
  }

  name(node: ASTNode, parts: readonly string[], spans: readonly Span[]): Typed | undefined {
    const meaning = meaningOf(parts, this.link.names, this.scope);
    if (meaning.type === 'nothing') return this.tell('expression-name', spans[Math.min(meaning.at, spans.length - 1)] ?? node, meaning.message, meaning.hint);
    if (meaning.type === 'number') return { type: 'number', tree: { op: 'name', name: meaning.name } };
    if (meaning.type === 'truth') return { type: 'truth', tree: { op: 'holds', name: meaning.name } };
    return { type: 'name', name: meaning.name, words: meaning.words, said: parts.join('.') };
  }

  arithmetic(op: '+' | '-' | '*' | '/', args: readonly [ASTNode, ASTNode], depth: number): Typed | undefined {
    const [left, right] = [this.number(args[0], depth), this.number(args[1], depth)];
    if (left === undefined || right === undefined) return undefined;
    if (op === '/') {
      const range = rangeOf(right, this.link);
      if (range[0] <= 0 && range[1] >= 0) return this.tell('division-by-zero', args[1], 'This can be 0, and nothing can be divided by 0.', 'keep it away from 0, as in max(x, 0.1)');
    }
    return { type: 'number', tree: { op, left, right } };
  }

  compare(op: '<' | '<=' | '>' | '>=', args: readonly [ASTNode, ASTNode], depth: number): Typed | undefined {
    const [left, right] = [this.number(args[0], depth), this.number(args[1], depth)];
    return left && right && { type: 'truth', tree: { op, left, right } };
  }

  equal(node: ASTNode, op: '==' | '!=', args: readonly [ASTNode, ASTNode], depth: number): Typed | undefined {
    const [left, right] = [this.any(args[0], depth), this.any(args[1], depth)];
    if (left === undefined || right === undefined) return undefined;
    if (left.type === 'number' && right.type === 'number') return { type: 'truth', tree: { op, left: left.tree, right: right.tree } };
    const [name, word, at] = left.type === 'name' ? [left, right, args[1]] : [right, left, args[0]];
    if (name.type !== 'name' || word.type !== 'word') {
      if (left.type === 'truth' || right.type === 'truth') return this.tell('expression-type', node, 'A condition is not compared; it holds or it does not.', 'write settled.x or !settled.x');
      return this.tell('expression-type', node, `${sentence(inWords(left))} cannot be compared with ${inWords(right)}.`, name.type === 'name' ? 'compare it with a text in quotes' : 'compare numbers with numbers, and words with a name such as fighting');
    }
    if (!this.fits(name, word.word, at)) return undefined;
    const is: TruthTree = { op: 'is', name: name.name, word: word.word };
    return { type: 'truth', tree: op === '==' ? is : { op: 'not', of: is } };
  }

  within(args: readonly [ASTNode, ASTNode], depth: number): Typed | undefined {
    const [left, list] = args;
    const name = this.any(left, depth);
    if (name === undefined) return undefined;
    if (name.type !== 'name') return this.tell('expression-type', left, `Before in stands a name that holds a word, and this is ${inWords(name)}.`, 'as in fighting in ["war", "limited-truce"]');
    if (list.op !== 'list' || list.args.length === 0) return this.tell('expression-type', list, 'After in stands a list of texts.', 'as in fighting in ["war", "limited-truce"]');
    const words: string[] = [];
    for (const item of list.args) {
      if (item.op !== 'value' || typeof item.args !== 'string') return this.tell('expression-type', item, 'The list may hold texts only.', 'put each in quotes');
      if (!this.fits(name, item.args, item)) return undefined;
      words.push(item.args);
    }
    return { type: 'truth', tree: { op: 'in', name: name.name, words } };
  }

  fits(name: Typed & { readonly type: 'name' }, word: string, at: ASTNode): boolean {
    if (name.words.includes(word)) return true;
    this.tell('expression-word', at, `${name.said} can never be ${JSON.stringify(word)}.`, didYouMean(word, name.words, (known) => JSON.stringify(known)));
    return false;
  }

  call(node: ASTNode, name: string, args: readonly ASTNode[], depth: number): Typed | undefined {
    if (name !== 'min' && name !== 'max') return this.tell('expression-refused', { start: node.start, end: node.start + name.length }, `There is no function ${JSON.stringify(name)}.`, didYouMean(name, ['min', 'max']));
    if (args.length < 2) return this.tell('expression-type', node, `${name} takes two numbers or more.`, `as in ${name}(0.1, 0.2)`);
    const of = args.map((arg) => this.number(arg, depth));
    const whole = of.filter((tree) => tree !== undefined);
    return whole.length < of.length ? undefined : { type: 'number', tree: { op: name, of: whole } };
  }
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
