/** `winset analyze`: the zone of agreement at the opening or in a run, what would have to give, what bargaining theory would pick, and whether the parties would stay. */
import type { AgainstFrontier, MomentOptions } from '../../engine/index.ts';
import { plain } from '../../engine/record/plain.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import type { Id } from '../../engine/vocabulary.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { MOST_RUNS, orFail, workersOf } from '../long-batch.ts';
import { didYouMean } from '../nearest.ts';
import { leverOptions, openScenario, readingOf, scenarioName, tellIdleVary } from '../open.ts';
import { flag, fromOf, seedOf, text, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { watch } from '../progress.ts';
import { UsageError } from '../stops.ts';
import { analyzePage } from '../views/plain/analyze/page.ts';
import { commandLine } from '../views/plain/commandline.ts';
import { baselinesOf } from '../views/plain/spatial.ts';
import type { Command } from './command.ts';
import { MOST_RUN } from './run.ts';

/** Sets of more than a handful say nothing to anybody, and there are very many of them. */
const MOST_SIZE = 6;
const MOST_ROUND = 100_000;

export function stageOf(args: Args, scenario: Scenario): Id | undefined {
  const said = text(args, 'stage');
  const stages = scenario.stages.map(({ id }) => id);
  if (said !== undefined && !stages.includes(said)) throw new UsageError(`There is no stage “${plain(said)}”.${didYouMean(said, stages)}`);
  return said;
}

/** What would change nothing is refused, so that nobody believes that it did. @param inRun whether one run's luck matters: for a round in it, or for levers drawn for it */
function refuseIdle(args: Args, inRun: boolean, played: boolean): void {
  if (args['run'] !== undefined && !inRun) throw new UsageError('--run says in which run the round of --round is, or for which --vary draws; at the opening all runs are the same.');
  if (args['seed'] !== undefined && !inRun && !played) throw new UsageError('--seed is of the run for --round or --vary, or of the runs of --runs; at the opening nothing is left to chance.');
  if (args['workers'] !== undefined && !played) throw new UsageError('--workers is for the runs of --runs; give that too.');
}

async function analyzeOf(args: Args, io: Io): Promise<number> {
  const seed = seedOf(args);
  const run = whole(args, 'run', { least: 1, most: MOST_RUN, otherwise: 1 });
  const round = whole(args, 'round', { least: 0, most: MOST_ROUND, otherwise: 0 });
  const most = whole(args, 'size', { least: 1, most: MOST_SIZE, otherwise: 3 });
  const runs = whole(args, 'runs', { least: 0, most: MOST_RUNS, otherwise: 0 });
  const { model, scenario, name } = await openScenario(scenarioName(args), io, readingOf(args));
  const taken = leverOptions(args, scenario);
  tellIdleVary(taken, [scenario], io);
  const stage = stageOf(args, scenario);
  refuseIdle(args, round > 0 || taken.vary === true, runs > 0);
  const moment: MomentOptions = { ...taken, seed, run, round };
  const { againstFrontier, analyze: analyzeAt, playCells, savedMoment, signedColumns, signedOf } = await import('../../engine/index.ts');
  const analysis = analyzeAt(model, { ...moment, most, ...(stage === undefined ? {} : { stage }) });
  let signed: Record<Id, AgainstFrontier> | null = null;
  if (runs > 0 && analysis.over) io.stderr.write('The run is over by then, so none of the runs of --runs are played from there.\n');
  if (runs > 0 && !analysis.over) {
    // What had been signed by then, runs that start there have signed too.
    const stages = analysis.stages.filter((one) => !one.signed).map((one) => one.stage);
    const watching = watch(io, runs);
    // From a moment in a run, those that follow must not know its luck.
    const cell = round === 0 ? { scenario: 0, runs, ...taken } : { scenario: 0, runs, saved: savedMoment(model, moment) };
    const asked = { seed: round === 0 ? seed : `${seed} from here`, texts: stages.flatMap((id) => signedColumns(scenario, id)) };
    const played = await orFail(() => playCells([scenario], [cell], { ...asked, workers: workersOf(args, runs), onProgress: watching.tick, signal: io.signal }), false);
    watching.end(played !== null);
    const [found] = played ?? [];
    if (found === undefined) return EXIT.interrupted;
    let at = 0;
    signed = Object.fromEntries(stages.map((id) => {
      const columns = signedColumns(scenario, id).length;
      const counted = signedOf(scenario, id, found.texts.slice(at, at + columns));
      at += columns;
      return [id, againstFrontier(model, id, counted, moment)];
    }));
  }
  const levers = { ...scenario.views.find((one) => one.id === taken.view)?.levers, ...taken.levers };
  if (flag(args, 'json')) {
    const baselines = baselinesOf(scenario, levers);
    const stages = analysis.stages.map((one) => ({ ...one, ...(signed === null ? {} : { signed: signed[one.stage] }) }));
    io.stdout.write(jsonPage({ winset: 1, scenario: scenario.id, hash: scenario.hash, from: scenario.from, seed, run, ...analysis, ...(signed === null ? {} : { runs }), ...(baselines === null ? {} : { baselines }), stages }));
    return EXIT.ok;
  }
  const words = (option: 'run' | 'round' | 'stage' | 'size' | 'runs'): readonly string[] => { const said = text(args, option); return said === undefined ? [] : [`--${option}`, said]; };
  const again = commandLine({
    command: 'analyze', name, levers: taken.levers ?? {}, seed: round > 0 || runs > 0 || taken.vary === true ? seed : null, from: fromOf(args) ?? null,
    ...(taken.view === undefined ? {} : { view: taken.view }), ...(taken.vary === true ? { vary: true } : {}), more: [...words('round'), ...words('run'), ...words('stage'), ...words('size'), ...words('runs')],
  });
  io.stdout.write(analyzePage({ levers, analysis, signed, runs, seed, run, vary: taken.vary === true, set: texts(args, 'set'), again }, scenario, pageOf(args, io)));
  return EXIT.ok;
}

export const analyze: Command = {
  name: 'analyze',
  usage: 'analyze <scenario>',
  describe: 'Whether there is a zone of agreement, what would have to give, and which texts bargaining theory picks',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['round', 'run', 'seed', 'stage', 'size', 'from', 'set', 'view', 'vary', 'runs', 'workers', 'json', 'no-color'],
  notes: { seed: 'Seed of the run for --round, and of the runs for --runs', run: 'The run in which the round of --round is', runs: 'Also play this many runs from there, and compare the texts that they sign with the best there are' },
  examples: [
    ['winset analyze tutorial', 'At the opening'],
    ['winset analyze ukraine-2025 --from 2025-04-22 --stage truce', 'One stage, at a later start'],
    ['winset analyze ukraine-2025 --round 12 --seed 7', 'After twelve rounds of the first run under the seed 7'],
    ['winset analyze tutorial --runs 500', 'And whether runs sign texts that leave something unused'],
  ],
  run: analyzeOf,
};
