/** "Did you mean …?" as the end of a message: the reader of scenario files and the command line measure alike. */
import { didYouMean as hint } from '../engine/scenario/nearest.ts';
import { plain } from '../engine/record/plain.ts';

/** ' Did you mean seed?', or ' There are: a, b.' when the names are few, or nothing. */
export function didYouMean(word: string, names: readonly string[], show: (name: string) => string = plain): string {
  const said = hint(word.replaceAll('_', '-'), names, show);
  if (said === null) return '';
  return ` ${said.charAt(0).toUpperCase()}${said.slice(1)}${said.endsWith('?') ? '' : '.'}`;
}
