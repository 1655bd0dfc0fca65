/** What the commands that play studies share: which levers, what is asked of each run, the playing, and the chart in place of the page. */
import type { Held, Model, Study, Space, Target } from '../engine/index.ts';
import { plain } from '../engine/record/plain.ts';
import type { Lever, Scenario } from '../engine/scenario/scenario.ts';
import type { Io } from './io.ts';
import { orFail, workersOf } from './long-batch.ts';
import { didYouMean } from './nearest.ts';
import { leverOptions, openScenario, readingOf, scenarioName } from './open.ts';
import type { Opened } from './open.ts';
import { decimal, seedOf, texts } from './options.ts';
import type { Args } from './options.ts';
import { watch } from './progress.ts';
import { withCrew } from './queue.ts';
import { Failure, UsageError } from './stops.ts';
import { startOf } from './views/plain/commandline.ts';
import type { Repeat } from './views/plain/commandline.ts';

/** A scenario that is ready to be studied, with what is held while its levers are moved. */
export interface Ready extends Opened {
  readonly seed: string;
  readonly held: Held;
  /** Levers are drawn as the file says how likely they are, where it says so. */
  readonly vary: boolean;
  readonly from: string | null;
  /** What the command that repeats this must say, besides its own words. */
  readonly asked: Omit<Repeat, 'command' | 'more'>;
}

export async function readyStudy(args: Args, io: Io): Promise<Ready> {
  const seed = seedOf(args);
  const opened = await openScenario(scenarioName(args), io, readingOf(args));
  const { levers = {}, view, vary = false } = leverOptions(args, opened.scenario);
  const from = startOf(opened.scenario);
  return { ...opened, seed, vary, from, held: { levers, ...(view === undefined ? {} : { view }) }, asked: { name: opened.name, seed, from, levers, ...(view === undefined ? {} : { view }), vary } };
}

/** Levers that do not move: set by hand, or by the view. */
export function heldLevers({ scenario, held }: Ready): Readonly<Record<string, number>> {
  return { ...scenario.views.find(({ id }) => id === held.view)?.levers, ...held.levers };
}

/** A lever as --lever names it, with what stands after its `=`. */
export function leverNamed(said: string, scenario: Scenario): { readonly lever: Lever; readonly rest: string | null } {
  const [id = '', rest = null] = said.split(/=(.*)/su, 2).map((part) => part.trim());
  const lever = scenario.levers.find((each) => each.id === id);
  if (lever !== undefined) return { lever, rest };
  throw new UsageError(`There is no lever “${plain(id)}”.${scenario.levers.length === 0 ? ' This scenario has no levers.' : didYouMean(id, scenario.levers.map((each) => each.id))}`);
}

/** 'low:high' of a lever, inside of its range. */
export function rangeIn(lever: Lever, low: string, high: string): readonly [number, number] {
  const [from, to] = [decimal(low), decimal(high)];
  if (from === undefined || to === undefined) throw new UsageError(`The lever ${lever.id} takes numbers, not “${plain(from === undefined ? low : high)}”.`);
  const [least, most] = lever.range;
  if (from < least || to > most) throw new UsageError(`The lever ${lever.id} (${plain(lever.title)}) goes from ${least} to ${most}; ${from < least ? from : to} is outside.`);
  if (from >= to) throw new UsageError(`The lever ${lever.id} is to go from ${from} to ${to}: the first must be the smaller.`);
  return [from, to];
}

/** The levers to look over: those of --lever (all of them, or low:high), else all that have a range. */
export async function spaceFor(args: Args, ready: Ready): Promise<Space> {
  const { spaceOf } = await import('../engine/index.ts');
  const held = heldLevers(ready);
  const only = texts(args, 'lever').map((said) => {
    const { lever, rest } = leverNamed(said, ready.scenario);
    if (Object.hasOwn(held, lever.id)) throw new UsageError(`The lever ${lever.id} is held by --${Object.hasOwn(ready.held.levers ?? {}, lever.id) ? 'set' : 'view'}, and so cannot be looked over.`);
    if (rest === null) return { id: lever.id };
    const [low, high, extra] = rest.split(':');
    if (low === undefined || high === undefined || extra !== undefined) throw new UsageError(`--lever takes a lever, or lever=low:high, not “${plain(said)}”.`);
    return { id: lever.id, range: rangeIn(lever, low, high) };
  });
  const doubled = only.find(({ id }, at) => only.findIndex((each) => each.id === id) !== at);
  if (doubled !== undefined) throw new UsageError(`The lever ${doubled.id} is named more than once.`);
  const space = spaceOf(ready.scenario, { held, vary: ready.vary, ...(only.length > 0 ? { only } : {}) });
  if (space.length > 0) return space;
  throw new UsageError(ready.vary ? 'No lever has a distribution to be drawn from; without --vary they are looked at evenly over their ranges.' : 'This scenario has no lever with a range to look over.');
}

/** What --of names, else what is given. */
export async function targetsFor(args: Args, model: Model): Promise<readonly Target[] | null> {
  const { measuresOf, targetOf } = await import('../engine/index.ts');
  const said = texts(args, 'of');
  if (said.length === 0) return null;
  return said.map((one) => {
    const target = targetOf(model, one);
    if (target !== null) return target;
    const { numbers, texts: words } = measuresOf(model);
    const known = [...model.scenario.outcomes.map(({ id }) => id), ...numbers, ...words.map((name) => `${name}=`)];
    throw new UsageError(`“${plain(one)}” is neither an outcome (${model.scenario.outcomes.map(({ id }) => plain(id)).join(', ')}) nor a measure of a run.${didYouMean(one.split('=')[0] ?? one, known)}`);
  });
}

/** Plays a study on as many threads as are wanted, or behind a queue; null when it was interrupted. */
export async function playStudy<Result>(study: Study<Result>, { scenario, seed, text }: Pick<Ready, 'scenario' | 'seed' | 'text'>, args: Args, io: Io): Promise<Result | null> {
  const { countCells, Incomplete, playCells } = await import('../engine/index.ts');
  const runs = countCells(study.cells);
  const watching = watch(io, runs);
  const asked = { seed, workers: workersOf(args, runs), measures: study.measures, texts: study.texts, onProgress: watching.tick, signal: io.signal };
  const played = await orFail(() => withCrew(args, io, [{ scenario, text }], (crew) => playCells([scenario], study.cells, { ...asked, ...(crew && { crew }) })), false).catch((error: unknown) => {
    watching.end(false);
    throw error;
  });
  watching.end(played !== null);
  if (played === null) return null;
  try {
    return study.evaluate(played);
  } catch (error) {
    if (error instanceof Incomplete) throw new Failure(`${error.message}; it can only be studied where every run has it.`);
    throw error;
  }
}

