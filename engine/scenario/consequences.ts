/** Problems that are only the consequence of a misspelt key: who mends the key mends them too, so they are not told beside it. */
import { nearest } from './nearest.ts';
import type { Problem, ProblemCode } from './problem.ts';

/** What is said of a map in which one of these keys is missing. */
const LACKING: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = {
  'signatory-without-walk-away': ['walk-away'], 'weights-all-zero': ['worth'], 'no-evidence': ['because', 'assumed', 'figure'], 'number-on-claims': ['assumed', 'figure'], 'no-otherwise': ['otherwise'],
};

const apart = (path: string): readonly [map: string, key: string] => [path.slice(0, Math.max(0, path.lastIndexOf('.'))), path.slice(path.lastIndexOf('.') + 1)];

export function withoutConsequences(problems: readonly Problem[]): readonly Problem[] {
  const misspelt = problems.filter(({ code }) => code === 'unknown-key').map(({ path }) => apart(path));
  if (misspelt.length === 0) return problems;
  const meant = (map: string, key: string): boolean => misspelt.some(([there, written]) => there === map && nearest(written, [key]) === key);
  return problems.filter(({ code, path }) => {
    if (code === 'missing-key') return !meant(...apart(path));
    return !(LACKING[code] ?? []).some((key) => meant(path, key));
  });
}
