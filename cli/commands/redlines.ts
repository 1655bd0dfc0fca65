/** `winset redlines`: what each red line, stance or link costs, under the same luck. */
import type { Measure, ThingKind } from '../../engine/index.ts';
import { plain } from '../../engine/record/plain.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { orFail, workersOf } from '../long-batch.ts';
import { didYouMean } from '../nearest.ts';
import { leverOptions, openScenario, readingOf, scenarioName, tellIdleVary } from '../open.ts';
import { flag, fromOf, seedOf, text, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { watch } from '../progress.ts';
import { UsageError } from '../stops.ts';
import { commandLine } from '../views/plain/commandline.ts';
import { costsPage } from '../views/plain/costs/page.ts';
import { stageOf } from './analyze.ts';
import type { Command } from './command.ts';

const KINDS: Readonly<Record<string, readonly ThingKind[]>> = { 'red-lines': ['red-line'], stances: ['stance'], links: ['link'], all: ['red-line', 'stance', 'link'] };
/** So many scenarios times runs are played that a million would never end. */
const MOST_RUNS = 1_000_000;
/** Things of which all pairs are tried. */
const MOST_PAIRED = 6;

function kindsOf(args: Args): readonly ThingKind[] {
  const said = text(args, 'of') ?? 'red-lines';
  const kinds = KINDS[said];
  if (!Object.hasOwn(KINDS, said) || kinds === undefined) throw new UsageError(`--of takes ${Object.keys(KINDS).join(', ')}, not “${plain(said)}”.${didYouMean(said, Object.keys(KINDS))}`);
  return kinds;
}

async function redlinesOf(args: Args, io: Io): Promise<number> {
  const kinds = kindsOf(args);
  const seed = seedOf(args);
  const runs = whole(args, 'runs', { least: 1, most: MOST_RUNS, otherwise: 300 });
  const { model, scenario, name } = await openScenario(scenarioName(args), io, readingOf(args));
  const taken = leverOptions(args, scenario);
  tellIdleVary(taken, [scenario], io);
  const stage = stageOf(args, scenario);
  const { analyze, cellsOf, costDesign, costsFrom, costsOf, crewOf, openTeam, pairDesign, pairsFrom } = await import('../../engine/index.ts');
  const design = costDesign(scenario, kinds, { ...scenario.views.find((one) => one.id === taken.view)?.levers, ...taken.levers });
  const team = openTeam(crewOf(workersOf(args, runs * design.scenarios.length)));
  try {
    design.scenarios.forEach((one) => team.add(one));
    const asked = { seed, measures: design.measures, texts: design.texts, signal: io.signal };
    // How many pairs there will be is not known before; the line on stderr counts what is.
    const watching = watch(io, runs * design.scenarios.length);
    const played = await orFail(() => team.play(cellsOf(design.scenarios, runs, taken), { ...asked, onProgress: watching.tick }), false);
    watching.end(played !== null);
    if (played === null) return EXIT.interrupted;
    const couples = pairDesign(design, played, MOST_PAIRED, analyze(model, taken).stages.flatMap((one) => one.openings.ways));
    const first = design.scenarios.length;
    couples.scenarios.forEach((one) => team.add(one));
    const again = watch(io, runs * couples.scenarios.length);
    const together = couples.pairs.length === 0 ? [] : await orFail(() => team.play(couples.scenarios.map((_, at) => ({ scenario: first + at, runs, ...taken })), { ...asked, onProgress: again.tick }), false);
    if (couples.pairs.length > 0) again.end(together !== null);
    if (together === null) return EXIT.interrupted;
    const isWanted = ({ kind, id }: Pick<Measure, 'kind' | 'id'>): boolean => kind === 'outcome' || stage === undefined || id === stage;
    const costs = costsOf(costsFrom(design, played), isWanted);
    const pairs = pairsFrom(design, couples, played, together).map((pair) => ({ ...pair, onlyTogether: pair.onlyTogether.filter(isWanted) })).filter(({ onlyTogether }) => onlyTogether.some(({ count }) => count > 0));
    if (flag(args, 'json')) {
      io.stdout.write(jsonPage({ winset: 1, scenario: scenario.id, hash: scenario.hash, from: scenario.from, seed, vary: taken.vary ?? false, view: taken.view ?? null, set: taken.levers ?? {}, of: kinds, ...costs, pairs: { tried: couples.pairs.length, found: pairs } }));
      return EXIT.ok;
    }
    const words = (option: 'of' | 'stage'): readonly string[] => { const said = text(args, option); return said === undefined ? [] : [`--${option}`, said]; };
    const repeat = commandLine({
      command: 'redlines', name, levers: taken.levers ?? {}, seed, from: fromOf(args) ?? null, ...(taken.view === undefined ? {} : { view: taken.view }), ...(taken.vary === true ? { vary: true } : {}),
      more: ['--runs', String(runs), ...words('of'), ...words('stage')],
    });
    io.stdout.write(costsPage({ costs, kinds, pairs, tried: couples.pairs.length, seed, set: texts(args, 'set'), again: repeat }, scenario, pageOf(args, io)));
    return EXIT.ok;
  } finally {
    await team.end();
  }
}

export const redlines: Command = {
  name: 'redlines',
  usage: 'redlines <scenario>',
  describe: 'What each red line costs: how often a stage is signed with it let go, as it is, and absolute',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['of', 'stage', 'runs', 'seed', 'from', 'set', 'view', 'vary', 'workers', 'json', 'no-color'],
  notes: { of: 'What is let go and made absolute: red-lines (if not said), stances, links, or all', runs: 'How many runs of each variant (300 if not said)' },
  examples: [
    ['winset redlines tutorial', 'Each red line, under the same luck'],
    ['winset redlines ukraine-2025 --from 2025-04-22 --stage truce', 'Only for the truce'],
    ['winset redlines tutorial --of stances', 'The same for each stance'],
    ['winset redlines tutorial --of all --json', 'Red lines, stances and links, for a program'],
  ],
  run: redlinesOf,
};
