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

/** By package: 1 where it has all the pattern's terms; null where none has. */
export function spreadPattern(model: Model, span: Span, pattern: Pattern): Uint8Array | null {
  const { issues } = model.stages[span.stage];
  for (const term of pattern) if (!issues.includes(term.issue) && term.options[span.inForce[term.issue]] === 0) return null;
  const flags = spread(model, span, 1, (before, issue, o) => {
    for (const term of pattern) if (term.issue === issue) return before & term.options[o];
    return before;
  });
  return flags.includes(1) ? flags : null;
}

/** By package: what follows from its options of the stage's issues, one after the other. */
export function spread(model: Model, { stage, count }: Span, first: number, next: (before: number, issue: number, option: number) => number): Uint8Array {
  const flags = new Uint8Array(count);
  flags[0] = first;
  let known = 1;
  for (const issue of model.stages[stage].issues) {
    const size = model.issues[issue].options.length;
    const of = [0, 1].map((before) => Uint8Array.from({ length: size }, (_, o) => next(before, issue, o)));
    for (let k = known - 1; k >= 0; k--) {
      const row = of[flags[k]];
      for (let o = size - 1; o >= 0; o--) flags[k * size + o] = row[o];
    }
    known *= size;
  }
  return flags;
}
