/** From what the user typed to a scenario that can be played. The engine is loaded here, so that `--help` need not wait for it. */
import path from 'node:path';
import type { Id, LeverOptions, Model, ReadOptions, ReadResult, Struck } from '../engine/index.ts';
import { plain } from '../engine/record/plain.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import { findScenario, shippedFolder } from './find.ts';
import type { Io } from './io.ts';
import { didYouMean } from './nearest.ts';
import { decimal, flag, fromOf, text, texts } from './options.ts';
import type { Args } from './options.ts';
import { readyScenario } from './ready.ts';
import { BadFile, UsageError } from './stops.ts';
import { drawnOf } from './views/plain/taken.ts';
import { count, day, list } from './views/plain/words.ts';

export interface Opened {
  readonly model: Model;
  readonly scenario: Scenario;
  /** Its file with all that it extends, as one text. */
  readonly text: string;
  /** What lost its claims where sources were struck out. */
  readonly struck: readonly Struck[];
  /** As the user named it: what a command that repeats this must say. */
  readonly name: string;
}

export function scenarioName(args: Args): string {
  const name = args['scenario'];
  if (typeof name !== 'string' || name === '') throw new UsageError('Name one scenario. `winset list` shows those that come with Winset.');
  return name;
}

/** Reads a scenario file; problems name it as the user did, wherever it was read from. */
export async function readFrom(file: string, cwd: string, options: ReadOptions = {}): Promise<ReadResult> {
  const at = path.resolve(cwd, file);
  const ready = Object.values(options).every((one) => one === undefined) ? readyScenario(at, shippedFolder()) : null;
  if (ready !== null) return ready;
  const { readScenario } = await import('../engine/scenario/read.ts');
  const read = readScenario(at, options);
  return read.ok ? read : { ...read, problems: read.problems.map((problem) => (problem.file === at ? { ...problem, file } : problem)) };
}

/** Reads a scenario that is named on the command line; a day too early for it is wrong usage, not a wrong file. */
export async function readNamed(name: string, io: Io, options: ReadOptions = {}): Promise<ReadResult> {
  const file = findScenario(name, io.cwd);
  const read = await readFrom(file, io.cwd, options);
  const { from } = options;
  if (read.ok || from === undefined) return read;
  const plainly = await readFrom(file, io.cwd);
  const starts = plainly.ok ? plainly.scenario.starts : [];
  const [earliest] = starts;
  if (earliest === undefined || from >= earliest) return read;
  const others = starts.length > 1 ? ` It is meant to be started on ${list(starts, 'or')}.` : '';
  throw new UsageError(`“${plain(name)}” cannot start on ${from}: it begins on ${earliest}. Did you mean ${earliest}?${others}`);
}

export async function openScenario(name: string, io: Io, options: ReadOptions = {}): Promise<Opened> {
  const read = await readNamed(name, io, options);
  const { from } = options;
  if (!read.ok) throw new BadFile(`“${plain(name)}” has ${read.problems.length === 1 ? 'a problem' : count(read.problems.length, 'problem')}${from === undefined ? '' : ` when it starts on ${day(from)}`}.`, read.problems);
  const { compile } = await import('../engine/model/compile.ts');
  return { model: compile(read.scenario), scenario: read.scenario, text: read.text, struck: read.struck, name };
}

/** The day of --from as an option of the reader. */
export function readingOf(args: Args): ReadOptions {
  const from = fromOf(args);
  return from === undefined ? {} : { from };
}

/** The view of --view, of those that the scenario has. */
function viewOf(args: Args, scenario: Scenario): Id | undefined {
  const said = text(args, 'view');
  if (said === undefined || scenario.views.some((one) => one.id === said)) return said;
  const hint = scenario.views.length === 0 ? ' This scenario has no views.' : didYouMean(said, scenario.views.map((one) => one.id));
  throw new UsageError(`There is no view “${plain(said)}”.${hint}`);
}

/** What was said of the levers: --set, --view and --vary. */
export function leverOptions(args: Args, scenario: Scenario): LeverOptions {
  const view = viewOf(args, scenario);
  return { levers: leversOf(args, scenario), ...(view === undefined ? {} : { view }), ...(flag(args, 'vary') ? { vary: true } : {}) };
}

/** Said where --vary draws nothing in any of them, so that nobody believes that it did. */
export function tellIdleVary({ levers = {}, view, vary }: LeverOptions, scenarios: readonly Scenario[], io: Io): void {
  if (vary !== true || scenarios.some((scenario) => drawnOf({ levers, ...(view === undefined ? {} : { view }) }, scenario).length > 0)) return;
  io.stderr.write('--vary draws nothing here: the file does not say how likely the values of its levers are, so they are held.\n');
}

/** The scenario with its levers as they are taken here, before any draw: what is set then differs like what is written. */
export function asTaken(scenario: Scenario, { levers = {}, view }: LeverOptions): Scenario {
  const seen = scenario.views.find((one) => one.id === view)?.levers ?? {};
  return { ...scenario, levers: scenario.levers.map((lever) => ({ ...lever, value: levers[lever.id] ?? seen[lever.id] ?? lever.value })) };
}

/** `--set lever=value`, each checked against the scenario's levers and their ranges; `own`: an option of the same form that counts beside --set. */
export function leversOf(args: Args, scenario: Scenario, own?: 'set-a' | 'set-b'): Readonly<Record<string, number>> {
  const levers = new Map<string, number>();
  const all = (['set', ...(own === undefined ? [] : [own])] as const).flatMap((name) => texts(args, name).map((said) => ({ name, said })));
  for (const { name, said } of all) {
    const at = said.indexOf('=');
    if (at < 1) throw new UsageError(`--${name} takes lever=value, not “${plain(said)}”.`);
    const id = said.slice(0, at).trim();
    const lever = scenario.levers.find((one) => one.id === id);
    if (lever === undefined) {
      const none = scenario.levers.length === 0 ? ' This scenario has no levers.' : didYouMean(id, scenario.levers.map((one) => one.id));
      throw new UsageError(`There is no lever “${plain(id)}”.${none}`);
    }
    const written = said.slice(at + 1).trim();
    const value = decimal(written);
    if (value === undefined) throw new UsageError(`The lever ${id} takes a number, not “${plain(written)}”.`);
    const [low, high] = lever.range;
    if (value < low || value > high) throw new UsageError(`The lever ${id} (${plain(lever.title)}) goes from ${low} to ${high}; ${value} is outside.`);
    if (levers.has(id)) throw new UsageError(`The lever ${id} is set more than once.`);
    levers.set(id, value);
  }
  return Object.fromEntries(levers);
}
