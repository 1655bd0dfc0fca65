/** Scenarios on which the walkers parted: found, kept as files named by their seed, and told so that anybody can repeat it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProblem, type Model, type Problem, type ReadResult } from '../../../engine/index.ts';
import type { Difference } from './difference.ts';
import { inWords } from './difference.ts';
import { FAULTS, type FaultName } from './faults.ts';
import { BACK, firstDifference, pairOf, type Asked } from './ways.ts';

/** Where they lie. Each is played first in every run of the tests. */
export const DISAGREEMENTS = fileURLToPath(new URL('../../fixtures/disagreements/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A fault put in on purpose, into the kernel's tables. */
export interface Faulty { readonly fault: FaultName; readonly place: number }

/** A scenario, and what of it is played. `from`: the day of the start; without it, each on which it may start. */
export interface Case extends Asked { readonly read: (from?: string) => ReadResult; readonly from?: string; readonly faulty?: Faulty }

export interface Disagreement { readonly difference: Difference; /** The day of the start; null: the first. */ readonly from: string | null }
export type Looked = { readonly ok: true; readonly found: Disagreement | null } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Plays a scenario from each day on which it may start, or from one, until the walkers part. */
export function lookFor({ read, from, faulty, ...asked }: Case): Looked {
  const first = read(from);
  if (!first.ok) return first;
  const { starts } = first.scenario;
  for (const day of from === undefined ? starts : [from]) {
    const then = day === first.scenario.from ? first : read(day);
    if (!then.ok) return then;
    const pair = pairOf(then.scenario);
    const difference = firstDifference(faulty === undefined ? pair : { ...pair, kernel: withFault(pair.kernel, faulty) }, asked);
    if (difference !== null) return { ok: true, found: { difference, from: day === starts[0] ? null : day } };
  }
  return { ok: true, found: null };
}

function withFault(model: Model, { fault, place }: Faulty): Model {
  return place < FAULTS[fault].places(model) ? FAULTS[fault].put(model, place) : model;
}

/** Keeps a scenario and says what a person can do about it. @returns the message of the failing test */
export function keep(folder: string, text: string, of: Case, found: Disagreement): string {
  const path = join(folder, `${of.seed}.yaml`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `# ${inWords(found.difference).split('\n')[0]}\n${text}`);
  return `${messageFor(path, of, found)}\nThe scenario stays there and is played first from now on.`;
}

/** What differs and what repeats it: the first command plays the case in both walkers, the second prints the run as the stepper plays it. @param path of the scenario, or its name */
export function messageFor(path: string, { seed, runs, faulty }: Omit<Case, 'read'>, { difference, from }: Disagreement): string {
  const { run, setting, way } = difference;
  // Runs before it, and after it where they are played backwards, may have left something behind.
  const [first, last] = [runs[0], way === BACK ? runs[runs.length - 1] : run];
  const near = relative(ROOT, path);
  const of = quoted(near.startsWith('..') ? path : near);
  const start = from === null ? '' : ` --from ${from}`;
  const view = /^in the view (.+)$/u.exec(setting)?.[1];
  const levers = setting === 'with levers drawn' ? ' --vary' : view === undefined ? '' : ` --view ${view}`;
  return [
    inWords(difference), '',
    `Both walkers: npx tsx test/run/disagree.ts ${of} ${quoted(seed)} ${first === last ? run : `${first}-${last}`}${start}${faulty === undefined ? '' : ` --fault ${faulty.fault}:${faulty.place}`}`,
    `The run:      npx winset run ${of} --seed ${quoted(seed)} --run ${run}${start}${levers}`,
  ].join('\n');
}

/** A word of a command as a shell takes it. */
const quoted = (word: string): string => (/^[\w./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);

export interface Kept { readonly seed: string; readonly text: string }

/** What was kept, in the order of the names. */
export function keptIn(folder: string): readonly Kept[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort();
  return files.map((name) => ({ seed: name.slice(0, -'.yaml'.length), text: readFileSync(join(folder, name), 'utf8') }));
}

export const problemsIn = (problems: readonly Problem[]): string => problems.map(formatProblem).join('\n');
