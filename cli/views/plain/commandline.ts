/** The command that repeats what was shown, ready to be pasted into a shell. */
import { plain } from '../../../engine/record/plain.ts';

/** Quoted where a shell would take it apart. */
export function shellWord(word: string): string {
  const safe = plain(word);
  return /^[\w@%+=:,./-]+$/u.test(safe) ? safe : `'${safe.replaceAll("'", String.raw`'\''`)}'`;
}

export interface Repeat {
  readonly command: string;
  readonly scenario: string;
  readonly seed: string;
  readonly levers: Readonly<Record<string, number>>;
  /** Further words, already in order: ['--run', '3']. */
  readonly more?: readonly string[];
}

export function commandLine({ command, scenario, seed, levers, more = [] }: Repeat): string {
  const sets = Object.entries(levers).flatMap(([lever, value]) => ['--set', `${lever}=${value}`]);
  return ['winset', command, shellWord(scenario), '--seed', shellWord(seed), ...more, ...sets.map(shellWord)].join(' ');
}

/** The levers that are not as the file has them. */
export function changedLevers(levers: Readonly<Record<string, number>>, file: readonly { readonly id: string; readonly value: number }[]): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(levers).filter(([id, value]) => file.find((lever) => lever.id === id)?.value !== value));
}
