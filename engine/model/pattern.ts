/** Terms as a condition on packages. */
import type { TermsPattern } from '../scenario/scenario.ts';
import type { Handles } from './handles.ts';
import type { Pattern } from './model.ts';

export function compilePattern(pattern: TermsPattern, handles: Handles): Pattern {
  return Object.keys(pattern).map((issue) => {
    const at = handles.issue(issue);
    const options = new Uint8Array(handles.issues[at].options.length);
    for (const option of pattern[issue]) options[handles.option(issue, option)] = 1;
    return { issue: at, options };
  }).sort((a, b) => a.issue - b.issue);
}

/** Whether a package (an option by issue, from `offset`) has one of the pattern's terms where it is not in force yet; true for an empty pattern. */
export function brings(pattern: Pattern, inForce: Uint8Array, options: Uint8Array, offset = 0): boolean {
  if (pattern.length === 0) return true;
  for (const term of pattern) {
    const option = options[offset + term.issue];
    if (option !== inForce[term.issue] && term.options[option] === 1) return true;
  }
  return false;
}

/** Whether a package (an option by issue, from `offset`) has all the pattern's terms. */
export function matches(pattern: Pattern, options: Uint8Array, offset = 0): boolean {
  for (const term of pattern) if (term.options[options[offset + term.issue]] === 0) return false;
  return true;
}
