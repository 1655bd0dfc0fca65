/**
 * Every option there is, once, as data: the parser, the help and "did you mean" read this table. Values arrive as the
 * parser left them and are read here, strictly: a number that is none, a value given twice or not at all is refused.
 */
import { plain } from '../engine/record/plain.ts';
import { UsageError } from './stops.ts';

export interface OptionShape {
  readonly type: 'string' | 'boolean';
  readonly alias?: string;
  readonly describe: string;
  /** Shown in the help as the option's default; the readers below apply it. */
  readonly default?: string;
}

export const OPTIONS = {
  seed: { type: 'string', describe: 'Seed of all chance: the same seed gives the same runs', default: '1' },
  set: { type: 'string', describe: 'Change an assumption: lever=value (repeatable; `show` lists the levers)' },
  runs: { type: 'string', alias: 'n', describe: 'How many runs', default: '1000' },
  run: { type: 'string', describe: 'Which of the runs under the seed', default: '1' },
  replay: { type: 'string', describe: 'Play a recorded run again: a file from `run --out`, `run --json` or `step`' },
  out: { type: 'string', describe: 'Also save the run to this file, to be replayed' },
  party: { type: 'string', describe: 'Only the chart of this party (its id, or `process`)' },
  ascii: { type: 'boolean', describe: 'Draw with ASCII signs only' },
  json: { type: 'boolean', describe: 'Print JSON and nothing else' },
  'no-color': { type: 'boolean', describe: 'No colour (also: the variable NO_COLOR)' },
} as const satisfies Readonly<Record<string, OptionShape>>;
export type OptionName = keyof typeof OPTIONS;

/** What the parser found; nothing is trusted before it is read below. */
export type Args = Readonly<Record<string, unknown>>;

/** One value, or undefined when the option is absent. */
export function text(args: Args, name: string): string | undefined {
  const value = args[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) throw new UsageError(`--${name} is given more than once; give it once.`);
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} needs a value.`);
  return value;
}

/** All values of an option that may be repeated. */
export function texts(args: Args, name: string): readonly string[] {
  const value: unknown = args[name];
  if (value === undefined) return [];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.map((one) => {
    if (typeof one !== 'string' || one === '') throw new UsageError(`--${name} needs a value.`);
    return one;
  });
}

export function flag(args: Args, name: OptionName): boolean {
  const value: unknown = args[name];
  return Array.isArray(value) ? value.includes(true) : value === true;
}

/** A whole number between `least` and `most`. */
export function whole(args: Args, name: OptionName, bounds: { readonly least: number; readonly most: number; readonly otherwise: number }): number {
  const said = text(args, name);
  if (said === undefined) return bounds.otherwise;
  const value = /^\d{1,15}$/u.test(said) ? Number(said) : NaN;
  if (!(value >= bounds.least && value <= bounds.most)) {
    throw new UsageError(`--${name} takes a whole number from ${bounds.least} to ${bounds.most}, not “${plain(said)}”.`);
  }
  return value;
}

const LONGEST_SEED = 200;

export function seedOf(args: Args): string {
  const seed = text(args, 'seed') ?? '1';
  if (seed.length > LONGEST_SEED) throw new UsageError(`--seed takes at most ${LONGEST_SEED} characters.`);
  return seed;
}

/** A decimal number as people write it; undefined if it is none. */
export function decimal(said: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)$/u.test(said) ? Number(said) : undefined;
}
