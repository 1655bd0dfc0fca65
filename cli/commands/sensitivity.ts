/** `winset sensitivity`: which levers matter, and how much is luck. */
import type { Target } from '../../engine/index.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { MOST_RUNS } from '../long-batch.ts';
import { flag, text, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { givePicture, pictureOptions } from '../picture.ts';
import { UsageError } from '../stops.ts';
import { playStudy, readyStudy, spaceFor, targetsFor } from '../study.ts';
import { effectsChart, indicesChart } from '../views/charts/sensitivity.ts';
import { screeningPage, sobolPage } from '../views/plain/studies/sensitivity.ts';
import type { Command } from './command.ts';

const METHODS = ['morris', 'sobol'] as const;
type Method = (typeof METHODS)[number];
/** Runs in all, and at each setting: with fewer the intervals say little. */
const USUAL: Readonly<Record<Method, { readonly runs: number; readonly each: number }>> = { morris: { runs: 10_000, each: 20 }, sobol: { runs: 40_000, each: 20 } };

function methodOf(args: Args): Method {
  const said = text(args, 'method') ?? 'morris';
  const method = METHODS.find((each) => each === said);
  if (method === undefined) throw new UsageError(`--method takes morris or sobol, not “${said.replaceAll(/[^\w -]/gu, '')}”.`);
  return method;
}

async function sensitivityOf(args: Args, io: Io): Promise<number> {
  const method = methodOf(args);
  const picture = pictureOptions(args, io);
  const runs = whole(args, 'runs', { least: 1, most: MOST_RUNS, otherwise: USUAL[method].runs });
  const each = whole(args, 'each', { least: 2, most: 100_000, otherwise: USUAL[method].each });
  const ready = await readyStudy(args, io);
  const { scenario, model, seed, held, vary, asked } = ready;
  const space = await spaceFor(args, ready);
  const targets = (await targetsFor(args, model)) ?? scenario.outcomes.map(({ id }): Target => ({ kind: 'outcomes', ids: [id] }));
  if (picture !== null && targets.length !== 1) throw new UsageError('A chart shows one outcome or measure; say which with --of.');
  const { fewestRuns, morrisStudy, sobolStudy, targetName } = await import('../../engine/index.ts');
  const fewest = fewestRuns(method, space, each);
  if (runs < fewest) throw new UsageError(`With ${space.length} levers and ${each} runs at each setting, --method ${method} needs at least ${fewest} runs (-n).`);
  const options = { scenario, space, targets, seed, held, runs, each };
  const more = ['--method', method, '--runs', String(runs), '--each', String(each), ...texts(args, 'lever').flatMap((said) => ['--lever', said]), ...texts(args, 'of').flatMap((said) => ['--of', said])];
  const frame = { scenario, space, vary, asked: { ...asked, command: 'sensitivity', more } };
  const head = { winset: 1, scenario: scenario.id, hash: scenario.hash, seed, from: scenario.from, method, vary, view: held.view ?? null, held: held.levers ?? {}, levers: space.map(({ id, title, low, high }) => ({ id, title, low, high })) };
  if (method === 'morris') {
    const found = await playStudy(morrisStudy(options), ready, args, io);
    if (found === null) return EXIT.interrupted;
    const [first] = found.of;
    if (picture !== null && first !== undefined) return await givePicture(effectsChart('effects', space, first, scenario), picture, io);
    const of = found.of.map(({ target, luck, effects }) => ({ of: targetName(target), luck, effects: effects.map((effect, d) => ({ lever: space[d]?.id, ...effect })) }));
    io.stdout.write(flag(args, 'json') ? jsonPage({ ...head, ...found.played, of }) : screeningPage({ ...frame, ...found }, pageOf(args, io)));
    return EXIT.ok;
  }
  const found = await playStudy(sobolStudy(options), ready, args, io);
  if (found === null) return EXIT.interrupted;
  const [first] = found.of;
  if (picture !== null && first !== undefined) return await givePicture(indicesChart('indices', space, first, scenario), picture, io);
  const of = found.of.map(({ target, levers, ...figures }) => ({ of: targetName(target), ...figures, indices: levers.map((index, d) => ({ lever: space[d]?.id, ...index })) }));
  io.stdout.write(flag(args, 'json') ? jsonPage({ ...head, ...found.played, of }) : sobolPage({ ...frame, ...found }, pageOf(args, io)));
  return EXIT.ok;
}

export const sensitivity: Command = {
  name: 'sensitivity',
  usage: 'sensitivity <scenario>',
  describe: 'Which levers matter for how runs end, and how much is luck (Morris, Sobol)',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['of', 'method', 'lever', 'runs', 'each', 'seed', 'from', 'set', 'view', 'vary', 'workers', 'queue', 'format', 'out', 'force', 'json', 'no-color'],
  notes: {
    runs: 'How many runs in all (10000; 40000 with sobol)', each: 'How many of them at each setting of the levers (20); the more luck there is, the more it takes',
    vary: 'Spread the levers as the file says how likely their values are, not evenly over their ranges', lever: 'Only this lever, or a part of its range: name=low:high (repeatable)',
    set: 'Hold a lever at a value: lever=value (repeatable)', out: 'Write the chart to this file', force: 'Write over a file that is there', of: 'Only this outcome (its id, several with commas), or this measure of a run (repeatable)',
  },
  examples: [
    ['winset sensitivity tutorial', 'A screening of all levers, for every outcome'],
    ['winset sensitivity ukraine-2025 --method sobol --of truce-holds', 'What part of a share each lever explains'],
    ['winset sensitivity ukraine-2025 --of worth__ukraine --lever trust --lever us-support=0.2:0.5', 'A measure, over two levers'],
    ['winset sensitivity tutorial --of agreement -o levers.svg', 'As a chart'],
  ],
  run: sensitivityOf,
};
