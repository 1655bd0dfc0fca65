/** `winset report`: one self-contained HTML file that can be handed on, or one of its charts. */
import type { Target } from '../../engine/index.ts';
import { plain } from '../../engine/record/plain.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import { refuseIdleForce, text, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { givePicture, pictureOptions, refuseOver } from '../picture.ts';
import type { PictureOptions } from '../picture.ts';
import { writeWhole } from '../save.ts';
import { UsageError } from '../stops.ts';
import { tellIdleVary } from '../open.ts';
import { readyStudy, targetsFor } from '../study.ts';
import { list } from '../views/plain/words.ts';
import type { Command } from './command.ts';

const FEWEST = 100;
const MOST = 10_000_000;

async function partsOf(args: Args) {
  const { PARTS } = await import('../reporting/gather.ts');
  return texts(args, 'with').flatMap((said) => said.split(',')).map((said) => {
    const part = PARTS.find((each) => each === said.trim());
    if (part === undefined) throw new UsageError(`--with takes ${list(PARTS, 'or')}, not “${plain(said)}”.${didYouMean(said, PARTS)}`);
    return part;
  });
}

/** What is wanted: the page in a file or on stdout, or one chart. */
function wanted(args: Args, io: Io): { readonly chart: string; readonly picture: PictureOptions } | { readonly chart: null; readonly out: string | null } {
  const chart = text(args, 'chart');
  refuseIdleForce(args);
  if (chart === undefined) {
    if (text(args, 'format') !== undefined) throw new UsageError('--format is about one chart; name it with --chart. The report itself is HTML.');
    const out = text(args, 'out') ?? null;
    if (out !== null) refuseOver(out, args, io);
    if (out === null && io.stdout.isTTY) throw new UsageError('Say with --out where to write the report: winset report SCENARIO -o report.html');
    return { chart: null, out };
  }
  const picture = pictureOptions(args, io);
  if (picture === null) throw new UsageError('Say with --format, or by the ending of --out, in what form the chart is wanted: svg, png, csv or json.');
  return { chart, picture };
}

async function reportOf(args: Args, io: Io): Promise<number> {
  const want = wanted(args, io);
  const parts = await partsOf(args);
  const runs = whole(args, 'runs', { least: FEWEST, most: MOST, otherwise: 2000 });
  const ready = await readyStudy(args, io);
  const { scenario, model, asked } = ready;
  tellIdleVary({ ...ready.held, vary: ready.vary }, [scenario], io);
  const targets = await targetsFor(args, model);
  if (targets !== null && parts.length === 0) throw new UsageError('--of says what sensitivity and discovery look at; ask for them with --with sensitivity or --with discovery.');
  const [first] = scenario.outcomes;
  const target: Target = targets?.[0] ?? { kind: 'outcomes', ids: first === undefined ? [] : [first.id] };
  if ((targets?.length ?? 1) > 1) throw new UsageError('A report looks at one outcome; give --of once (several outcomes with commas count as one).');
  if (target.kind !== 'outcomes') throw new UsageError('A report looks at outcomes; a measure can be studied with `winset sensitivity`.');
  const more = ['--runs', String(runs), ...parts.flatMap((part) => ['--with', part]), ...texts(args, 'of').flatMap((said) => ['--of', said])];
  const { gather } = await import('../reporting/gather.ts');
  const findings = await gather({ args, io, ready, runs, parts, target, asked: { ...asked, command: 'report', more: [...more, ...(want.chart === null ? ['--out', want.out ?? 'report.html'] : [])] } });
  if (findings === null) return EXIT.interrupted;
  const { chartsOf } = await import('../views/report/charts.ts');
  const charts = chartsOf(findings);
  if (want.chart !== null) {
    const chart = charts.find(({ id }) => id === want.chart);
    if (chart === undefined) throw new UsageError(`This report has no chart “${plain(want.chart)}”. It has: ${list(charts.map(({ id }) => id))}.`);
    return await givePicture(chart, want.picture, io);
  }
  const [{ toSvg }, { reportPage }] = await Promise.all([import('../views/charts/render.ts'), import('../views/report/page.ts')]);
  const drawn: { readonly chart: (typeof charts)[number]; readonly svg: string }[] = [];
  for (const chart of charts) drawn.push({ chart, svg: await toSvg(chart, false) });
  const page = reportPage(findings, drawn);
  if (want.out === null) io.stdout.write(page);
  else {
    writeWhole(want.out, page, io.cwd);
    io.stdout.write(`${plain(want.out)}\n`);
  }
  return EXIT.ok;
}

export const report: Command = {
  name: 'report',
  usage: 'report <scenario>',
  describe: 'One HTML file to hand on: assumptions, the range over them, outcomes, red lines, turning points, survival',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['out', 'runs', 'with', 'of', 'chart', 'format', 'seed', 'from', 'set', 'view', 'vary', 'workers', 'queue', 'force', 'no-color'],
  notes: {
    out: 'Write the report (or with --chart the chart) to this file', runs: 'How many runs the batch has (2000); the other parts take their share besides', force: 'Write over a file that is there',
    of: 'What sensitivity and discovery look at: outcomes by their ids, with commas (the first)', set: 'Hold a lever at a value: lever=value (repeatable)',
  },
  examples: [
    ['winset report tutorial -o report.html', 'The report; open it in a browser, print it from there'],
    ['winset report ukraine-2025 --from 2025-04-22 -n 50000 -o april.html', 'From a day on, with many runs'],
    ['winset report ukraine-2025 --with sensitivity,discovery --of truce-holds -o report.html', 'Also which assumptions matter, and where it holds'],
    ['winset report tutorial --chart outcomes -o outcomes.png', 'One of its charts: .svg, .png, .csv or .json'],
  ],
  run: reportOf,
};
