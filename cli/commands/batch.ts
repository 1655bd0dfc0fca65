/** `winset batch`: many runs, and in what share of them it ended how. */
import type { BatchResult, Crew } from '../../engine/index.ts';
import type { Io } from '../io.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { longOptions, orFail } from '../long-batch.ts';
import { leverOptions, openScenario, readingOf, scenarioName, tellIdleVary } from '../open.ts';
import { flag, seedOf } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { watch } from '../progress.ts';
import { withCrew } from '../queue.ts';
import { distribution } from '../views/plain/distribution.ts';
import { baselinesOf } from '../views/plain/spatial.ts';
import { number } from '../views/plain/words.ts';
import type { Command } from './command.ts';

export async function batchOf(name: string, args: Args, io: Io): Promise<number> {
  const seed = seedOf(args);
  const long = await longOptions(args, io);
  const { model, scenario, text: written } = await openScenario(name, io, readingOf(args));
  const taken = leverOptions(args, scenario);
  // The page says it itself.
  if (flag(args, 'json')) tellIdleVary(taken, [scenario], io);
  const { batch, countRuns, planChunks } = await import('../../engine/index.ts');
  const watching = watch(io, countRuns(planChunks(long.runs, long.shard ?? undefined)));
  const play = (crew: Crew | null): Promise<BatchResult> => batch(model, { seed, ...long, ...taken, ...(crew && { crew }), onProgress: watching.tick, signal: io.signal });
  const result = await orFail(() => withCrew(args, io, [{ scenario, text: written }], play), true).catch((error: unknown) => {
    watching.end(false);
    throw error;
  });
  watching.end(!io.signal.aborted, result.runs);
  if (io.signal.aborted) {
    // Nobody reads on, or there is nothing to be read.
    if (io.signal.reason === 'closed') return EXIT.interrupted;
    io.stderr.write(`Interrupted after ${number(result.runs)} of ${number(result.asked)} runs${long.keep === null ? '' : '; the same command with --resume goes on with them'}.\n`);
    if (result.runs === 0) return EXIT.interrupted;
  }
  const baselines = baselinesOf(scenario, result.levers);
  io.stdout.write(flag(args, 'json') ? jsonPage(baselines === null ? result : { ...result, baselines }) : distribution(result, scenario, { levers: {}, ...taken, name }, pageOf(args, io)));
  return io.signal.aborted ? EXIT.interrupted : EXIT.ok;
}

export const batch: Command = {
  name: 'batch',
  usage: 'batch <scenario>',
  describe: 'Many runs: in what share it ends how, what is agreed, what stands in the way',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['runs', 'seed', 'from', 'set', 'view', 'vary', 'workers', 'queue', 'until', 'shard', 'out', 'resume', 'force', 'json', 'no-color'],
  notes: { out: 'Also keep a row for each run in this Parquet file', runs: 'How many runs (1000; with --until at most, 1000000)' },
  examples: [
    ['winset batch tutorial', 'A thousand runs'],
    ['winset batch tutorial --runs 5000 --seed spring', 'More runs, other luck'],
    ['winset batch tutorial --set drought=0.8', 'The same luck under another assumption'],
    ['winset batch tutorial -n 1000000 --out runs.parquet', 'A row for each run, for DuckDB, Python or R; --resume goes on after a kill'],
    ['winset batch tutorial -n 1000000 --queue redis://host:6379', 'On all machines where `winset worker` takes part'],
    ['winset batch tutorial --until 0.5%', 'As many runs as it takes'],
    ['winset batch my.yaml --from 2025-02-17 --vary', 'From a day on, over what is not known of the levers'],
  ],
  run: (args, io) => batchOf(scenarioName(args), args, io),
};
