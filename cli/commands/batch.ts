/** `winset batch`: many runs, and in what share of them it ended how. */
import type { Io } from '../io.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { leverOptions, openScenario, readingOf, scenarioName } from '../open.ts';
import { flag, seedOf, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { watch } from '../progress.ts';
import { distribution } from '../views/plain/distribution.ts';
import type { Command } from './command.ts';

export const MOST_RUNS = 10_000_000;

export async function batchOf(name: string, args: Args, io: Io): Promise<number> {
  const seed = seedOf(args);
  const runs = whole(args, 'runs', { least: 1, most: MOST_RUNS, otherwise: 1000 });
  const { model, scenario } = await openScenario(name, io, readingOf(args));
  const taken = leverOptions(args, scenario);
  const { batch } = await import('../../engine/index.ts');
  const watching = watch(io, runs);
  const result = await batch(model, { seed, runs, ...taken, onProgress: watching.tick, signal: io.signal });
  watching.end(!io.signal.aborted);
  // What is finished so far is not what was asked for, so it is not shown.
  if (io.signal.aborted) return EXIT.interrupted;
  io.stdout.write(flag(args, 'json') ? jsonPage(result) : distribution(result, scenario, { levers: {}, ...taken, name }, pageOf(args, io)));
  return EXIT.ok;
}

export const batch: Command = {
  name: 'batch',
  usage: 'batch <scenario>',
  describe: 'Many runs: in what share it ends how, what is agreed, what stands in the way',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['runs', 'seed', 'from', 'set', 'view', 'vary', 'json', 'no-color'],
  examples: [
    ['winset batch tutorial', 'A thousand runs'],
    ['winset batch tutorial --runs 5000 --seed spring', 'More runs, other luck'],
    ['winset batch tutorial --set drought=0.8', 'The same luck under another assumption'],
    ['winset batch my.yaml --from 2025-02-17 --vary', 'From a day on, over what is not known of the levers'],
  ],
  run: (args, io) => batchOf(scenarioName(args), args, io),
};
