/**
 * What can be wrong with a scenario file, as data. A problem says what is wrong, where, and what may have been meant.
 * Each code has a row in scenarios/README.md and a pair in test/scenario/bad/; tests find one that has not.
 */
import { plain } from '../record/plain.ts';

export const PROBLEM_CODES = [
  // the file itself
  'file-missing', 'file-not-a-file', 'file-unreadable', 'file-too-large', 'file-binary', 'file-not-utf8', 'file-empty',
  // YAML
  'yaml', 'yaml-tab', 'yaml-tag', 'yaml-directive', 'yaml-several-documents', 'yaml-alias', 'too-deep', 'too-much-repetition',
  'duplicate-key', 'forbidden-key', 'key-not-text', 'not-quoted', 'not-finite', 'hidden-character', 'empty-value', 'too-long', 'too-many-problems',
  // extends
  'extends-missing', 'extends-cycle', 'extends-outside', 'extends-too-many',
  // shape
  'not-a-map', 'unknown-key', 'missing-key', 'wrong-kind', 'unknown-choice', 'out-of-range', 'too-few', 'one-of',
  // names
  'bad-name', 'dotted-name', 'reserved-name', 'name-clash', 'listed-twice',
  // things that do not exist
  'unknown-issue', 'unknown-option', 'unknown-party', 'unknown-gauge', 'unknown-lever', 'unknown-state',
  'unknown-stage', 'unknown-seat', 'unknown-signal', 'unknown-claim', 'unknown-source', 'unknown-figure',
  // dates, times, amounts
  'bad-date', 'bad-duration', 'bad-rate', 'outside-calendar', 'dates-mixed', 'never-there', 'absent-then', 'start-too-early',
  // evidence
  'no-evidence', 'number-on-claims', 'claim-too-late', 'claim-after-source', 'survival-order', 'figure-without-survival',
  // worth and packages
  'missing-score', 'weights-all-zero', 'too-many-packages', 'signatory-without-walk-away',
  // charts and signals
  'missing-target', 'unreachable-state', 'silent-signal', 'shadowed-transition', 'moves-nowhere',
  // who meets whom
  'never-seated', 'idle-track',
  // expressions
  'expression', 'expression-name', 'expression-type', 'expression-word', 'expression-refused', 'expression-too-long', 'division-by-zero',
  // what the rest of the file leaves without effect
  'does-not-apply', 'not-affected', 'not-in-stage',
  // what can never matter
  'never-true', 'line-never-crossed', 'line-waived-too-late', 'line-shadowed', 'stage-never-signed', 'no-otherwise', 'outcome-after-otherwise', 'outcome-never', 'never-matters',
  // files of other formats, taken in by `winset import`
  'xml', 'xml-entities', 'json', 'csv', 'foreign-missing', 'foreign-mismatch', 'foreign-unsupported',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  /** The nearest right name, or what to write instead. */
  readonly hint: string | null;
  /** The file as it was named by the caller, or as `extends:` reaches it from there. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The lines around it with a caret under it; empty when there is no text to show. */
  readonly excerpt: string;
  /** Where in the data: `parties.upper.worth.water`. Empty for the file as a whole. */
  readonly path: string;
}

/** A problem as a person reads it: where, what, the lines with a caret, and what may have been meant. */
export function formatProblem(problem: Problem): string {
  const where = problem.excerpt === '' ? plain(problem.file) : `${plain(problem.file)}:${problem.line}:${problem.column}`;
  const parts = [`${where}  ${problem.code}`, `  ${problem.message}`];
  if (problem.excerpt !== '') parts.push(problem.excerpt);
  if (problem.hint !== null) parts.push(`  ${problem.hint}`);
  return parts.join('\n');
}
