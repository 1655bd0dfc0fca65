/** `winset survival`: how long truces and agreements last. */
import type { Survival } from '../../engine/index.ts';
import { plain } from '../../engine/record/plain.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { MOST_RUNS } from '../long-batch.ts';
import { didYouMean } from '../nearest.ts';
import { flag, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { givePicture, pictureOptions } from '../picture.ts';
import { Failure, UsageError } from '../stops.ts';
import { playStudy, readyStudy } from '../study.ts';
import { tellIdleVary } from '../open.ts';
import { survivalChart } from '../views/charts/survival.ts';
import { KINDS, survivalPage } from '../views/plain/studies/survival.ts';
import type { Command } from './command.ts';

function issuesOf(args: Args, scenario: Scenario): readonly string[] | undefined {
  const said = texts(args, 'by');
  for (const id of said) if (!scenario.issues.some((issue) => issue.id === id)) throw new UsageError(`There is no issue “${plain(id)}”.${didYouMean(id, scenario.issues.map((issue) => issue.id))}`);
  return said.length === 0 ? undefined : said;
}

async function survivalOf(args: Args, io: Io): Promise<number> {
  const picture = pictureOptions(args, io);
  const runs = whole(args, 'runs', { least: 1, most: MOST_RUNS, otherwise: 5000 });
  const kinds = texts(args, 'of');
  const { LASTING, survivalStudy } = await import('../../engine/index.ts');
  const unknown = kinds.find((each) => !LASTING.some((of) => of === each));
  if (unknown !== undefined) throw new UsageError(`--of takes truce or agreement, not “${plain(unknown)}”.`);
  if (picture !== null && kinds.length !== 1) throw new UsageError('A chart shows one of the two; say --of truce or --of agreement.');
  const ready = await readyStudy(args, io);
  const { scenario, seed, held, vary, asked } = ready;
  tellIdleVary({ ...held, vary }, [scenario], io);
  const by = issuesOf(args, scenario);
  const all = await playStudy(survivalStudy({ scenario, runs, ...held, vary, ...(by === undefined ? {} : { by }) }), ready, args, io);
  if (all === null) return EXIT.interrupted;
  const wanted = LASTING.filter((of) => kinds.length === 0 || kinds.includes(of));
  const found = all.filter(({ of }) => wanted.includes(of));
  const missing = wanted.filter((of) => !found.some((each) => each.of === of));
  const [first] = found;
  if (picture !== null) {
    if (first === undefined) throw new Failure(`No ${kinds[0] ?? 'truce'} came about in these runs, so there is nothing to draw.`);
    return await givePicture(survivalChart('survival', KINDS[first.of].what, first), picture, io);
  }
  const more = ['--runs', String(runs), ...kinds.flatMap((of) => ['--of', of]), ...texts(args, 'by').flatMap((id) => ['--by', id])];
  if (!flag(args, 'json')) io.stdout.write(survivalPage({ scenario, runs, found, missing, asked: { ...asked, command: 'survival', more } }, pageOf(args, io)));
  else io.stdout.write(jsonPage({ winset: 1, scenario: scenario.id, hash: scenario.hash, seed, from: scenario.from, runs, vary, view: held.view ?? null, held: held.levers ?? {}, survival: found.map(told) }));
  return EXIT.ok;
}

/** Without the curves' every step: what is listed says it, and the chart has the rest. */
function told({ of, times, all, groups, figures }: Survival) {
  const group = ({ spells, ended, median, at }: Survival['all']) => ({ spells, ended, median, at });
  return { of, times, ...group(all), groups: groups.map((each) => ({ issue: each.issue, option: each.option, ...group(each) })), figures };
}

export const survival: Command = {
  name: 'survival',
  usage: 'survival <scenario>',
  describe: 'How long truces and agreements last, by the terms signed, beside the published figures',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['of', 'by', 'runs', 'seed', 'from', 'set', 'view', 'vary', 'workers', 'queue', 'format', 'out', 'force', 'json', 'no-color'],
  notes: { runs: 'How many runs (5000)', of: 'Only truce, or only agreement', by: 'Tell apart by the options of this issue (repeatable; those on which the hazards of the file depend)', out: 'Write the chart to this file', force: 'Write over a file that is there' },
  examples: [
    ['winset survival ukraine-2025', 'Truces and agreements, by the terms that change their hazard'],
    ['winset survival ukraine-2025 --of truce --by conditions -n 20000', 'Truces by their conditions'],
    ['winset survival ukraine-2025 --of agreement -o agreements.svg', 'As a chart'],
  ],
  run: survivalOf,
};
