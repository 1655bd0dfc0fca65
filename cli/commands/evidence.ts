/** `winset evidence`: what a scenario rests on; what rests on one claim; what changes without it. */
import { plain } from '../../engine/record/plain.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { didYouMean } from '../nearest.ts';
import { leverOptions, openScenario, readingOf, readNamed, scenarioName, tellIdleVary } from '../open.ts';
import type { Opened } from '../open.ts';
import { flag, seedOf, text, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { watch } from '../progress.ts';
import { UsageError } from '../stops.ts';
import { claimPage, evidencePage } from '../views/plain/evidence.ts';
import type { OtherStart } from '../views/plain/evidence-words.ts';
import { withoutPage } from '../views/plain/evidence-without.ts';
import { MOST_PAIRS, orFail, workersOf } from '../long-batch.ts';
import type { Command } from './command.ts';

/** A claim or a source that the scenario has. */
function known(id: string, { sources, claims }: Scenario): string {
  const ids = [...claims, ...sources].map((one) => one.id);
  if (ids.includes(id)) return id;
  const hint = ids.length === 0 ? ' This scenario rests on no documents.' : didYouMean(id, ids);
  throw new UsageError(`There is no claim and no source “${plain(id)}”.${hint}`);
}

/** On how many values claims or sources bear on the other days on which the scenario is meant to be started. */
async function elsewhere(ids: readonly string[], { scenario, name }: Opened, io: Io): Promise<readonly OtherStart[]> {
  const { restingOn } = await import('../../engine/index.ts');
  const days: OtherStart[] = [];
  for (const from of scenario.starts.filter((start) => start !== scenario.from)) {
    const read = await readNamed(name, io, { from });
    if (read.ok) days.push({ from, values: new Set(ids.flatMap((id) => restingOn(read.scenario, id).map(({ value }) => value.path))).size });
  }
  return days;
}

const headOf = ({ id, hash, from }: Scenario) => ({ winset: 1, scenario: id, hash, from });

/** What only the comparison of runs takes. */
function refuseRuns(args: Args): void {
  const said = (['runs', 'seed', 'set', 'view', 'vary', 'workers'] as const).find((name) => args[name] !== undefined);
  if (said !== undefined) throw new UsageError(`--${said} goes with --without: only there are runs played.`);
}

async function claim(id: string, opened: Opened, args: Args, io: Io): Promise<number> {
  const { restingOn } = await import('../../engine/index.ts');
  const { scenario } = opened;
  const resting = restingOn(scenario, known(id, scenario));
  const starts = await elsewhere([id], opened, io);
  const values = resting.map(({ value: { evidence, ...value }, alone }) => ({ ...value, ...evidence, alone }));
  io.stdout.write(flag(args, 'json') ? jsonPage({ ...headOf(scenario), claim: id, values, starts }) : claimPage(id, resting, starts, scenario, pageOf(args, io)));
  return EXIT.ok;
}

async function without(ids: readonly string[], opened: Opened, args: Args, io: Io): Promise<number> {
  const { scenario, model, name } = opened;
  for (const id of ids) known(id, scenario);
  const seed = seedOf(args);
  const runs = whole(args, 'runs', { least: 1, most: MOST_PAIRS, otherwise: 1000 });
  const taken = leverOptions(args, scenario);
  // The page says it itself.
  if (flag(args, 'json')) tellIdleVary(taken, [scenario], io);
  const second = await openScenario(name, io, { ...readingOf(args), without: ids });
  const { openStepper, paired, valuesOf } = await import('../../engine/index.ts');
  const watching = watch(io, runs);
  const result = await orFail(() => paired(scenario, second.scenario, { seed, runs, ...taken, workers: workersOf(args, 2 * runs), onProgress: watching.tick, signal: io.signal }), false);
  watching.end(result !== null);
  if (result === null) return EXIT.interrupted;
  const { levers } = openStepper(model, { seed, ...taken, vary: false }).head;
  const { struck } = second;
  const starts = await elsewhere(ids, opened, io);
  if (!flag(args, 'json')) {
    io.stdout.write(withoutPage({ ids, starts, struck, values: valuesOf(scenario), result, seed, levers }, scenario, { levers: {}, ...taken, name }, pageOf(args, io)));
    return EXIT.ok;
  }
  const outcomes = result.outcomes.map(({ first, second: other, onlyFirst, onlySecond, ...one }) => ({ ...one, with: first, without: other, onlyWith: onlyFirst, onlyWithout: onlySecond }));
  io.stdout.write(jsonPage({ ...headOf(scenario), seed, vary: taken.vary ?? false, view: taken.view ?? null, levers, without: ids, hashWithout: second.scenario.hash, struck, starts, ...result, outcomes }));
  return EXIT.ok;
}

export const evidence: Command = {
  name: 'evidence',
  usage: 'evidence <scenario>',
  describe: 'What a scenario rests on: claims, figures, assumption; what changes without a source',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['claim', 'without', 'from', 'runs', 'seed', 'set', 'view', 'vary', 'workers', 'json', 'no-color'],
  examples: [
    ['winset evidence london-april', 'Counts, red lines with their claims, contradictions'],
    ['winset evidence london-april --claim 002.7', 'All that rests on one claim'],
    ['winset evidence london-april --without 002 -n 300', 'Without a source: what goes, and how the runs end'],
  ],
  async run(args, io) {
    const [id, ids] = [text(args, 'claim'), [...new Set(texts(args, 'without'))]];
    if (id !== undefined && ids.length > 0) throw new UsageError('--claim and --without exclude each other; ask one after the other.');
    if (ids.length === 0) refuseRuns(args);
    const opened = await openScenario(scenarioName(args), io, readingOf(args));
    if (id !== undefined) return await claim(id, opened, args, io);
    if (ids.length > 0) return await without(ids, opened, args, io);
    const { evidenceReport, valuesOf } = await import('../../engine/index.ts');
    const report = evidenceReport(opened.scenario);
    io.stdout.write(flag(args, 'json') ? jsonPage({ ...headOf(opened.scenario), ...report }) : evidencePage(report, valuesOf(opened.scenario), opened.scenario, opened.name, pageOf(args, io)));
    return EXIT.ok;
  },
};
