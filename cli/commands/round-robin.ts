/** `winset round-robin`: tactics against tactics, in every role, over one or more scenarios. */
import { CONTENDERS, type Contender } from '../../engine/analysis/round-robin/tactics.ts';
import { plain } from '../../engine/record/plain.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { orFail, workersOf } from '../long-batch.ts';
import { didYouMean } from '../nearest.ts';
import { openScenario, readingOf } from '../open.ts';
import { flag, fromOf, seedOf, text, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { watch } from '../progress.ts';
import { Failure, UsageError } from '../stops.ts';
import { shellWord } from '../views/plain/commandline.ts';
import { roundRobinPage } from '../views/plain/round-robin.ts';
import type { Command } from './command.ts';

const RUNS = 40;

function tacticsOf(args: Args): readonly Contender[] {
  const said = text(args, 'tactics');
  if (said === undefined) return CONTENDERS;
  const names = said.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const wrong = names.find((name) => !(CONTENDERS as readonly string[]).includes(name));
  if (wrong !== undefined) throw new UsageError(`There is no tactic “${plain(wrong)}”.${didYouMean(wrong, CONTENDERS)} Tactics: ${CONTENDERS.join(', ')}.`);
  const wanted = CONTENDERS.filter((tactic) => names.includes(tactic));
  if (wanted.length === 0) throw new UsageError(`Name tactics with commas: ${CONTENDERS.join(',')}.`);
  return wanted;
}

async function roundRobinOf(args: Args, io: Io): Promise<number> {
  const said: unknown = args['scenarios'];
  const names = (Array.isArray(said) ? said : [said]).filter((name): name is string => typeof name === 'string' && name !== '');
  if (names.length === 0) throw new UsageError('Name one scenario or more.');
  const wanted = tacticsOf(args);
  const seed = seedOf(args);
  const runs = whole(args, 'runs', { least: 1, most: 100_000, otherwise: RUNS });
  const opened = await Promise.all(names.map((name) => openScenario(name, io, readingOf(args))));
  const { contestOf, designOf, measuresOf } = await import('../../engine/analysis/round-robin/round-robin.ts');
  const { crewOf, openTeam } = await import('../../engine/batch/cells/cells.ts');
  const design = designOf(opened.map(({ scenario }) => scenario), wanted);
  if (design.matches.length === 0) throw new Failure('None of these tactics can be played by all who sign; equilibrium is for two who sign, and resource needs a gauge or used-up.');
  const total = design.matches.length * runs;
  const watching = watch(io, total);
  const team = openTeam(crewOf(workersOf(args, total)));
  const played = [];
  try {
    const places = design.matches.map(({ scenario }) => team.add(scenario));
    let done = 0;
    // Scenarios have columns of their own, so each is a design.
    for (const [of, ground] of design.grounds.entries()) {
      const own = places.filter((_, at) => design.matches[at]?.of === of);
      if (own.length === 0) continue;
      const before = done;
      const found = await orFail(() => team.play(own.map((scenario) => ({ scenario, runs })), { seed, measures: measuresOf(ground), signal: io.signal, onProgress: (now) => { watching.tick(before + now); } }), false);
      if (found === null) break;
      played.push(...found);
      done += own.length * runs;
    }
  } finally {
    await team.end();
  }
  watching.end(!io.signal.aborted);
  if (io.signal.aborted || played.length < design.matches.length) return EXIT.interrupted;
  const contest = contestOf(design, played, wanted);
  if (flag(args, 'json')) {
    io.stdout.write(jsonPage({ winset: 1, seed, runs, scenarios: design.grounds.map(({ scenario, stage, tactics }) => ({ scenario: scenario.id, hash: scenario.hash, from: scenario.from, stage: stage.id, tactics })), assignments: design.matches.length, ...contest }));
    return EXIT.ok;
  }
  const from = fromOf(args);
  const again = ['winset', 'round-robin', ...names, '--seed', seed, '--runs', String(runs), ...(text(args, 'tactics') === undefined ? [] : ['--tactics', wanted.join(',')]), ...(from === undefined ? [] : ['--from', from])].map(shellWord).join(' ');
  const scenarios = design.grounds.map(({ scenario, tactics }) => ({ title: scenario.title, left: wanted.filter((tactic) => !tactics.includes(tactic)) }));
  io.stdout.write(roundRobinPage(contest, { scenarios, runs, seed, pairings: design.matches.length, again }, pageOf(args, io)));
  return EXIT.ok;
}

export const roundRobin: Command = {
  name: 'round-robin',
  usage: 'round-robin <scenarios..>',
  describe: 'Tactics against tactics, in every role: what each got on average, with intervals',
  positionals: { scenarios: 'Names of scenarios, or files' },
  options: ['tactics', 'runs', 'seed', 'from', 'workers', 'json', 'no-color'],
  notes: { runs: `How many runs of each assignment of tactics to parties (default: ${RUNS})` },
  examples: [
    ['winset round-robin tutorial', 'All tactics that its parties can play'],
    ['winset round-robin one.yaml two.yaml --tactics boulware,conceder,tit-for-tat', 'Three tactics over two scenarios'],
  ],
  run: roundRobinOf,
};
