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
  'set-a': { type: 'string', describe: 'Change an assumption on the first side only: lever=value (repeatable)' },
  'set-b': { type: 'string', describe: 'Change an assumption on the second side only: lever=value (repeatable)' },
  from: { type: 'string', describe: 'Begin on this day (2025-02-17), with what was documented by then; `show` tells the days a file is meant for' },
  view: { type: 'string', describe: 'Take the levers as this view has them (`show` lists the views)' },
  vary: { type: 'boolean', describe: 'Draw the levers anew for each run, as the file says how likely their values are' },
  runs: { type: 'string', alias: 'n', describe: 'How many runs', default: '1000' },
  run: { type: 'string', describe: 'Which of the runs under the seed', default: '1' },
  round: { type: 'string', describe: 'Look at the end of this round of the run, not at the opening' },
  stage: { type: 'string', describe: 'Only this stage (its id; `show` lists them)' },
  size: { type: 'string', describe: 'How many things at most may have to give way together', default: '3' },
  rounds: { type: 'string', describe: 'How many rounds the talks may take', default: '100' },
  tactics: { type: 'string', describe: 'Which tactics, with commas', default: 'all' },
  replay: { type: 'string', describe: 'Play a recorded run again: a file from `run --out`, `run --json` or `step`' },
  workers: { type: 'string', describe: 'On how many threads; the result is the same for every number', default: 'all cores; none of its own for few runs' },
  queue: { type: 'string', describe: 'Let workers on any number of machines play, through the queue at this address (redis://host:6379)' },
  until: { type: 'string', describe: 'Stop when the interval of every outcome is at most this wide to each side (0.5%); --runs is then the most there may be' },
  shard: { type: 'string', describe: 'Play only this part of the runs (3/8), to be joined with the others by `winset merge`' },
  resume: { type: 'boolean', describe: 'Go on with the unfinished batch of --out, if there is one' },
  force: { type: 'boolean', describe: 'Write over a file that is there; begin an unfinished batch anew' },
  out: { type: 'string', alias: 'o', describe: 'Also save the run to this file, to be replayed' },
  as: { type: 'string', describe: 'Only what this party may know; in `step` one sits for it (several, with commas, share the keyboard)' },
  claim: { type: 'string', describe: 'List all that rests on this claim (002.2), or on any claim of this source (002)' },
  without: { type: 'string', describe: 'Strike out this source or claim, and show what that changes (repeatable)' },
  parties: { type: 'string', describe: 'Who negotiates: names with commas' },
  issues: { type: 'string', describe: 'What it is about: names with commas' },
  of: { type: 'string', describe: 'Which outcome (its id, several with commas), or which measure of a run' },
  lever: { type: 'string', describe: 'A lever and its values: name=low:high:steps (repeatable)' },
  method: { type: 'string', describe: 'How: morris (a screening) or sobol (parts of the variance)', default: 'morris' },
  each: { type: 'string', describe: 'How many runs at each setting of the levers' },
  coverage: { type: 'string', describe: 'How many of the cases a box is to hold, in per cent (60%)' },
  boxes: { type: 'string', describe: 'At most so many boxes, one after the other', default: '1' },
  by: { type: 'string', describe: 'Tell apart by the options of this issue (repeatable)' },
  with: { type: 'string', describe: 'Also tell of: sensitivity, discovery (with commas); they take long' },
  chart: { type: 'string', describe: 'Give this chart of the report, and not the report' },
  format: { type: 'string', describe: 'Give the chart instead: svg, png, csv or json (its description for Vega-Lite)' },
  check: { type: 'boolean', describe: 'Write nothing; exit code 1 if a file would change' },
  watch: { type: 'boolean', describe: 'Go on, and say it anew whenever a file is saved' },
  party: { type: 'string', describe: 'Only the chart of this party (its id, or `process`)' },
  svg: { type: 'boolean', describe: 'As a picture (SVG), in words; redirect it to a file' },
  plain: { type: 'boolean', describe: 'Lines of words instead of a screen: for screen readers' },
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

/** The files that a command was given. */
export function filesOf(args: Args): readonly string[] {
  const said: unknown = args['files'];
  const files = (Array.isArray(said) ? said : [said]).filter((file): file is string => typeof file === 'string' && file !== '');
  if (files.length === 0) throw new UsageError('Name the files.');
  return files;
}

export function flag(args: Args, name: OptionName): boolean {
  const value: unknown = args[name];
  return Array.isArray(value) ? value.includes(true) : value === true;
}

/** What would change nothing is refused, so that nobody believes that it did. */
export function refuseIdleForce(args: Args): void {
  if (flag(args, 'force') && text(args, 'out') === undefined) throw new UsageError('--force is about the file of --out; give that too.');
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

/** A decimal number as people and programs write it; undefined if it is none. */
export function decimal(said: string): number | undefined {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/iu.test(said) ? Number(said) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Whether it is a day of the calendar, as 2025-02-17. */
export function isDay(said: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(said) ?? [];
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return year !== '' && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
}

/** The day of --from, or undefined without it. */
export function fromOf(args: Args): string | undefined {
  const said = text(args, 'from');
  if (said === undefined || isDay(said)) return said;
  const padded = said.replaceAll(/[./ ]/gu, '-').split('-').map((part) => part.padStart(2, '0')).join('-');
  const turned = padded.split('-').reverse().join('-');
  const meant = [padded, turned].find(isDay);
  throw new UsageError(`--from takes a day as 2025-02-17, not “${plain(said)}”.${meant === undefined ? (/^\d{4}-\d{2}-\d{2}$/u.test(said) ? ' There is no such day.' : '') : ` Did you mean ${meant}?`}`);
}
