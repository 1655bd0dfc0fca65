/**
 * Rows over all packages of a stage, made issue by issue: what the options of an issue bring is added to what those before it brought, so that a row
 * costs little more than its length. Packages are numbered row-major, the stage's first issue varying slowest; issues outside the stage are as in force.
 */
import type { Model, Pattern } from './model.ts';

/** Which packages: those of a stage, given what is in force. */
export interface Span { readonly stage: number; readonly inForce: Uint8Array; readonly count: number }

export const countOf = (model: Model, stage: number): number => model.stages[stage].issues.reduce((product, issue) => product * model.issues[issue].options.length, 1);

/** By package: the sum of what its options bring, over all issues in order. @param parts by option, counted through all issues */
export function spreadSum(model: Model, { stage, inForce, count }: Span, parts: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  const { issues } = model.stages[stage];
  let known = 1;
  for (let issue = 0; issue < model.issues.length; issue++) {
    const { base, options } = model.issues[issue];
    if (!issues.includes(issue)) {
      const part = parts[base + inForce[issue]];
      for (let k = 0; k < known; k++) sums[k] += part;
      continue;
    }
    // From the last on, so that nothing is overwritten before it has been read.
    for (let k = known - 1; k >= 0; k--) {
      const sum = sums[k];
      for (let o = options.length - 1; o >= 0; o--) sums[k * options.length + o] = sum + parts[base + o];
    }
    known *= options.length;
  }
  return sums;
}

/** Sets as bits, by option of an issue, in rows of so many words. */
type Sets = (issue: number, option: number) => Int32Array;

/** By package: of a first set what remains after each of its options has taken from it what is not in the option's own. */
export const spreadCommon = (model: Model, span: Span, first: Int32Array, sets: Sets): Int32Array => spread(model, span, first, sets, (before, own) => before & own);

/** By package: a first set, and what each of its options adds. */
export const spreadAll = (model: Model, span: Span, first: Int32Array, sets: Sets): Int32Array => spread(model, span, first, sets, (before, own) => before | own);

function spread(model: Model, { stage, count }: Span, first: Int32Array, sets: Sets, join: (before: number, own: number) => number): Int32Array {
  const words = first.length;
  const rows = new Int32Array(count * words);
  rows.set(first);
  let known = 1;
  for (const issue of model.stages[stage].issues) {
    const size = model.issues[issue].options.length;
    const own = model.issues[issue].options.map((_, o) => sets(issue, o));
    for (let word = 0; word < words; word++) {
      const masks = Int32Array.from(own, (set) => set[word]);
      for (let k = known - 1; k >= 0; k--) {
        const before = rows[k * words + word];
        for (let o = size - 1; o >= 0; o--) rows[(k * size + o) * words + word] = join(before, masks[o]);
      }
    }
    known *= size;
  }
  return rows;
}

/** By package, in words: which of the patterns it has all terms of. */
export function spreadPatterns(model: Model, span: Span, patterns: readonly Pattern[]): Int32Array {
  const { issues } = model.stages[span.stage];
  const set = (allows: (pattern: Pattern) => boolean): Int32Array => {
    const row = new Int32Array((patterns.length + 31) >>> 5);
    patterns.forEach((pattern, at) => { if (allows(pattern)) row[at >>> 5] |= 1 << (at & 31); });
    return row;
  };
  const possible = set((pattern) => pattern.every((term) => issues.includes(term.issue) || term.options[span.inForce[term.issue]] === 1));
  return spreadCommon(model, span, possible, (issue, o) => set((pattern) => pattern.every((term) => term.issue !== issue || term.options[o] === 1)));
}
