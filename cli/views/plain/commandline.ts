/** The command that repeats what was shown, ready to be pasted into a shell. */
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';

/** Quoted where a shell would take it apart. */
export function shellWord(word: string): string {
  const safe = plain(word);
  return /^[\w@%+=:,./-]+$/u.test(safe) ? safe : `'${safe.replaceAll("'", String.raw`'\''`)}'`;
}

/** What was asked for beside the scenario's name: as the user said it, and so as it must be said again. */
export interface Asked {
  /** The scenario as the user named it. */
  readonly name: string;
  /** The levers that were set; others come from the file, the view or a draw. */
  readonly levers: Readonly<Record<string, number>>;
  readonly view?: string;
  readonly vary?: boolean;
}

export interface Repeat extends Asked {
  readonly command: string;
  readonly seed: string | null;
  /** The day it starts, where that is not the file's first. */
  readonly from?: string | null;
  /** Further words, already in order: ['--run', '3']. */
  readonly more?: readonly string[];
}

export function commandLine({ command, name, seed, from = null, view, vary = false, levers, more = [] }: Repeat): string {
  const sets = Object.entries(levers).flatMap(([lever, value]) => ['--set', `${lever}=${value}`]);
  const words = [
    ...(from === null ? [] : ['--from', from]), ...(seed === null ? [] : ['--seed', seed]), ...more, ...(view === undefined ? [] : ['--view', view]), ...(vary ? ['--vary'] : []), ...sets,
  ];
  return ['winset', command, shellWord(name), ...words.map(shellWord)].join(' ');
}

/** The day a scenario was started on, if that is not the first it is written for: as --from must say it. */
export function startOf({ from, starts }: Pick<Scenario, 'from' | 'starts'>): string | null {
  return from === starts[0] ? null : from;
}

/** The levers that are not as the file has them. */
export function changedLevers(levers: Readonly<Record<string, number>>, file: readonly { readonly id: string; readonly value: number }[]): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(levers).filter(([id, value]) => file.find((lever) => lever.id === id)?.value !== value));
}
