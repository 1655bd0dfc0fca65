/** `winset sweep`: one or two levers step by step, and how runs end at each. */
import type { Axis, Target } from '../../engine/index.ts';
import { plain } from '../../engine/record/plain.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { MOST_RUNS } from '../long-batch.ts';
import { flag, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { givePicture, pictureOptions } from '../picture.ts';
import { UsageError } from '../stops.ts';
import { heldLevers, leverNamed, playStudy, rangeIn, readyStudy, targetsFor, type Ready } from '../study.ts';
import { sweepChart } from '../views/charts/heat.ts';
import * as names from '../views/plain/names.ts';
import { isShare, measuredWords } from '../views/plain/studies/frame.ts';
import { sweepPage } from '../views/plain/studies/sweep.ts';
import type { Command } from './command.ts';

const MOST_STEPS = 201;
const USUAL_STEPS = 11;

/** 'lever=low:high:steps'; 'lever=low:high' and 'lever' take eleven steps, the latter over its whole range. */
async function axesOf(args: Args, ready: Ready): Promise<readonly Axis[]> {
  const { axisOf } = await import('../../engine/index.ts');
  const said = texts(args, 'lever');
  if (said.length === 0) throw new UsageError('Name the lever to sweep: --lever name=low:high:steps, once or twice. `winset show` lists the levers.');
  if (said.length > 2) throw new UsageError('A sweep goes over one lever or two; `winset sensitivity` looks over many.');
  const axes = said.map((one) => {
    const { lever, rest } = leverNamed(one, ready.scenario);
    if (Object.hasOwn(heldLevers(ready), lever.id)) throw new UsageError(`The lever ${lever.id} is held by --set or --view, and so cannot be swept.`);
    const [low = String(lever.range[0]), high = String(lever.range[1]), steps = String(USUAL_STEPS), extra] = rest?.split(':') ?? [];
    const many = /^\d{1,4}$/u.test(steps) ? Number(steps) : NaN;
    if (extra !== undefined || (rest !== null && rest.split(':').length < 2)) throw new UsageError(`--lever takes name=low:high:steps, not “${plain(one)}”.`);
    if (!(many >= 2 && many <= MOST_STEPS)) throw new UsageError(`A sweep takes from 2 to ${MOST_STEPS} steps, not “${plain(steps)}”.`);
    return axisOf(lever.id, ...rangeIn(lever, low, high), many);
  });
  if (axes.length === 2 && axes[0]?.id === axes[1]?.id) throw new UsageError(`The lever ${axes[0]?.id ?? ''} is named twice.`);
  return axes;
}

async function sweepOf(args: Args, io: Io): Promise<number> {
  const picture = pictureOptions(args, io);
  const runs = whole(args, 'runs', { least: 1, most: MOST_RUNS, otherwise: 200 });
  const ready = await readyStudy(args, io);
  const { scenario, model, seed, held, asked } = ready;
  const axes = await axesOf(args, ready);
  const targets = await targetsFor(args, model);
  if (targets !== null && targets.length > 1) throw new UsageError('A sweep shows one outcome or measure; give --of once.');
  const [first] = scenario.outcomes;
  const target: Target = targets?.[0] ?? { kind: 'outcomes', ids: first === undefined ? [] : [first.id] };
  const { sweepStudy, targetName } = await import('../../engine/index.ts');
  const sweep = await playStudy(sweepStudy({ scenario, axes, target, held, runs }), ready, args, io);
  if (sweep === null) return EXIT.interrupted;
  const levers = axes.map(({ id }) => names.lever(scenario, id));
  if (picture !== null) return await givePicture(sweepChart({ id: 'sweep', title: levers.join(' and '), levers, measured: measuredWords(target, scenario), shares: isShare(target) }, sweep.cells), picture, io);
  const more = ['--runs', String(runs), ...texts(args, 'lever').flatMap((said) => ['--lever', said]), ...texts(args, 'of').flatMap((said) => ['--of', said])];
  if (!flag(args, 'json')) io.stdout.write(sweepPage({ scenario, sweep, asked: { ...asked, command: 'sweep', more } }, pageOf(args, io)));
  else {
    const cells = sweep.cells.map(({ at, outcomes, value, low, high }) => ({ levers: Object.fromEntries(axes.map(({ id }, a) => [id, at[a]])), value, low, high, outcomes: outcomes.map((each, o) => ({ id: scenario.outcomes[o]?.id, ...each })) }));
    io.stdout.write(jsonPage({ winset: 1, scenario: scenario.id, hash: scenario.hash, seed, from: scenario.from, runs, view: held.view ?? null, held: held.levers ?? {}, axes, of: targetName(target), cells }));
  }
  return EXIT.ok;
}

export const sweep: Command = {
  name: 'sweep',
  usage: 'sweep <scenario>',
  describe: 'One or two levers step by step under the same luck: how runs end at each, as a table or a map',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['lever', 'of', 'runs', 'seed', 'from', 'set', 'view', 'workers', 'queue', 'format', 'out', 'force', 'json', 'no-color'],
  notes: {
    runs: 'How many runs at each setting (200)', lever: 'The lever and its values: name=low:high:steps, or name alone for eleven steps over its range (once or twice)',
    of: 'What the map shows: an outcome (its id, several with commas) or a measure of a run (the first outcome)', out: 'Write the chart to this file', force: 'Write over a file that is there', set: 'Hold a lever at a value: lever=value (repeatable)',
  },
  examples: [
    ['winset sweep tutorial --lever drought', 'Eleven steps over its range'],
    ['winset sweep ukraine-2025 --lever ties-weight=10:30:5 --lever us-patience --of truce-holds', 'Two levers, as a map'],
    ['winset sweep tutorial --lever drought=0:1:21 -o drought.svg', 'As a chart; .png, .csv and .json likewise'],
  ],
  run: sweepOf,
};
