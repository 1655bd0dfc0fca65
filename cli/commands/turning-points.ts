/** `winset turning-points`: what comes before a signature or a collapse, and whether it makes a difference; or where one run turned. */
import type { Course, LeverOptions, Model, Moment, RunRecord, Turning } from '../../engine/index.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { orFail, workersOf } from '../long-batch.ts';
import { leverOptions, openScenario, readingOf, scenarioName, tellIdleVary } from '../open.ts';
import type { Opened } from '../open.ts';
import { flag, fromOf, seedOf, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { watch } from '../progress.ts';
import { commandLine } from '../views/plain/commandline.ts';
import { turnedRunPage } from '../views/plain/turning/run.ts';
import { turnedRunsPage } from '../views/plain/turning/runs.ts';
import type { Command } from './command.ts';
import { MOST_RUN } from './run.ts';

const MOST_RUNS = 1_000_000;
/** Happenings that are held back, for each turn. */
export const MOST_HELD_BACK = 8;
/** Runs between two pauses in which keys and signals are heard. */
const BREATH = 15;

/** All that follows shares: what was asked, and how it is said again. */
export interface Asked { readonly args: Args; readonly io: Io; readonly opened: Opened; readonly seed: string; readonly taken: LeverOptions }

function again({ args, opened, seed, taken }: Asked, more: readonly string[]): string {
  return commandLine({
    command: 'turning-points', name: opened.name, levers: taken.levers ?? {}, seed, from: fromOf(args) ?? null, more,
    ...(taken.view === undefined ? {} : { view: taken.view }), ...(taken.vary === true ? { vary: true } : {}),
  });
}

const head = ({ opened: { scenario }, seed, taken }: Asked) => ({ winset: 1, scenario: scenario.id, hash: scenario.hash, from: scenario.from, seed, vary: taken.vary ?? false, view: taken.view ?? null, set: taken.levers ?? {} });

async function courseOver(asked: Asked, moments: readonly Moment[], runs: number): Promise<Course | null> {
  const { args, io, opened: { model, scenario }, seed } = asked;
  const { courseOf, followingSeed, momentCells, playCells } = await import('../../engine/index.ts');
  const watching = watch(io, moments.length * runs);
  const played = await orFail(() => playCells([scenario], momentCells(moments, runs), { seed: followingSeed(seed), workers: workersOf(args, moments.length * runs), onProgress: watching.tick, signal: io.signal }), false);
  watching.end(played !== null);
  return played && courseOf(model, moments, played);
}

async function ofOneRun(asked: Asked, run: number): Promise<number> {
  const { args, io, opened: { model, scenario }, seed, taken } = asked;
  const runs = whole(args, 'runs', { least: 1, most: MOST_RUNS, otherwise: 200 });
  const { phasesOf, roundsOf } = await import('../../engine/index.ts');
  const choice = { ...taken, seed, run };
  const course = await courseOver(asked, roundsOf(model, choice), runs);
  if (course === null) return EXIT.interrupted;
  const round = course.movements[course.turn]?.round;
  const phases = round === undefined ? null : await courseOver(asked, phasesOf(model, choice, round), runs);
  if (io.signal.aborted) return EXIT.interrupted;
  io.stdout.write(flag(args, 'json')
    ? jsonPage({ ...head(asked), run, course, turn: round ?? null, phases: phases?.movements ?? [] })
    : turnedRunPage({ course, phases, seed, run, set: texts(args, 'set'), again: again(asked, ['--run', String(run), '--runs', String(runs)]) }, scenario, pageOf(args, io)));
  return EXIT.ok;
}

/** The records of run after run, as a tally; null when stopped. */
export async function tallied(model: Model, asked: Asked, runs: number) {
  const { addRun, emptyTally, playRun } = await import('../../engine/index.ts');
  const tally = emptyTally(model.scenario);
  const watching = watch(asked.io, runs);
  for (let run = 1; run <= runs && !asked.io.signal.aborted; run++) {
    const records: RunRecord[] = [];
    playRun(model, run, { seed: asked.seed, ...asked.taken, emit: (record) => { records.push(record); } });
    addRun(tally, run, records);
    if (run % BREATH !== 0) continue;
    watching.tick(run);
    await new Promise((resolve) => { setImmediate(resolve); });
  }
  watching.end(!asked.io.signal.aborted);
  return asked.io.signal.aborted ? null : tally;
}

async function ofManyRuns(asked: Asked): Promise<number> {
  const { args, io, opened: { model, scenario }, seed, taken } = asked;
  const runs = whole(args, 'runs', { least: 1, most: MOST_RUNS, otherwise: 300 });
  const { heldBackDesign, playCells, turningFrom } = await import('../../engine/index.ts');
  const tally = await tallied(model, asked, runs);
  if (tally === null) return EXIT.interrupted;
  const design = heldBackDesign(scenario, tally, MOST_HELD_BACK, taken);
  const watching = watch(io, design.cells.length);
  const played = await orFail(() => playCells(design.scenarios, design.cells, { seed, measures: design.measures, workers: workersOf(args, design.cells.length), onProgress: watching.tick, signal: io.signal }), false);
  watching.end(played !== null);
  if (played === null) return EXIT.interrupted;
  const turning: readonly Turning[] = turningFrom(tally, design, played);
  io.stdout.write(flag(args, 'json')
    ? jsonPage({ ...head(asked), runs, turns: turning })
    : turnedRunsPage({ turning, runs, seed, set: texts(args, 'set'), again: again(asked, ['--runs', String(runs)]) }, scenario, pageOf(args, io)));
  return EXIT.ok;
}

export const turningPoints: Command = {
  name: 'turning-points',
  usage: 'turning-points <scenario>',
  describe: 'What comes before a signature or a collapse and whether it matters; with --run, where that run turned',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['run', 'runs', 'seed', 'from', 'set', 'view', 'vary', 'workers', 'json', 'no-color'],
  notes: { run: 'Where this one of the runs under the seed turned', runs: 'How many runs (300); with --run, how many go on from each round (200)' },
  examples: [
    ['winset turning-points tutorial', 'Over many runs'],
    ['winset turning-points ukraine-2025 --from 2025-04-22 --run 7', 'Where the seventh run turned, and what happened there'],
    ['winset turning-points tutorial -n 1000 --json', 'For a program'],
  ],
  async run(args, io) {
    const seed = seedOf(args);
    const run = args['run'] === undefined ? null : whole(args, 'run', { least: 1, most: MOST_RUN, otherwise: 1 });
    const opened = await openScenario(scenarioName(args), io, readingOf(args));
    const asked: Asked = { args, io, opened, seed, taken: leverOptions(args, opened.scenario) };
    tellIdleVary(asked.taken, [opened.scenario], io);
    return run === null ? await ofManyRuns(asked) : await ofOneRun(asked, run);
  },
};
