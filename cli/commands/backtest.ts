/** `winset backtest`: past talks played many times, held against how they ended. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { plain } from '../../engine/record/plain.ts';
import { shippedFolder } from '../find.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { orFail } from '../long-batch.ts';
import { flag, seedOf, text, whole } from '../options.ts';
import { pageOf } from '../page.ts';
import { watch } from '../progress.ts';
import { withCrew } from '../queue.ts';
import { UsageError } from '../stops.ts';
import { backtestPage } from '../views/plain/backtest.ts';
import type { Command } from './command.ts';

const RUNS = 300;

export const backtest: Command = {
  name: 'backtest',
  usage: 'backtest [folder]',
  describe: 'Past talks, played from what was known before they ended, scored against how they ended',
  positionals: { folder: 'A folder with what-happened.yaml and a scenario for each case; without it, the talks that come with Winset' },
  options: ['runs', 'seed', 'workers', 'queue', 'json', 'no-color'],
  notes: { runs: `How many runs of each case (default: ${RUNS})`, workers: 'On how many threads; the result is the same for every number (default: all cores)' },
  examples: [
    ['winset backtest', 'Seven negotiations, two of them asked twice; in a minute or two'],
    ['winset backtest --runs 50', 'Quicker, and coarser'],
  ],
  async run(args, io) {
    const folder = text(args, 'folder') ?? path.relative(io.cwd, path.join(shippedFolder(), 'history'));
    const seed = seedOf(args);
    const runs = whole(args, 'runs', { least: 1, most: 1_000_000, otherwise: RUNS });
    const workers = whole(args, 'workers', { least: 1, most: 1024, otherwise: availableParallelism() });
    const { readHistory } = await import('../history/read.ts');
    const { history, opened } = await readHistory(folder, io);
    if (opened.length === 0) throw new UsageError(`“${plain(folder)}” names no cases.`);
    const { backtestResult, caseResult, textsOf } = await import('../../engine/analysis/backtest/backtest.ts');
    const { crewOf, openTeam } = await import('../../engine/batch/cells/cells.ts');
    const watching = watch(io, runs * opened.length);
    const results = await orFail(() => withCrew(args, io, opened.map(({ scenario, text: written }) => ({ scenario, text: written })), async (crew) => {
      const team = openTeam(crew ?? crewOf(workers === 1 ? 0 : workers));
      const found = [];
      try {
        for (const [at, { scenario }] of opened.entries()) {
          const past = history.cases[at];
          if (past === undefined) continue;
          const [cell] = await team.play([{ scenario: team.add(scenario), runs, vary: true }], { seed, texts: textsOf(scenario, past), signal: io.signal, onProgress: (done) => { watching.tick(at * runs + done); } }) ?? [];
          if (cell === undefined) break;
          found.push(caseResult(scenario, past, cell, history));
        }
      } finally {
        await team.end();
      }
      return found;
    }), false);
    watching.end(!io.signal.aborted);
    if (io.signal.aborted) return EXIT.interrupted;
    const result = backtestResult(results);
    if (flag(args, 'json')) io.stdout.write(jsonPage({ winset: 1, seed, runs, baseRates: history.rates, ...result }));
    else io.stdout.write(backtestPage(result, { seed, runs, history, scenarios: opened.map(({ scenario }) => scenario), folder: text(args, 'folder') ?? null }, pageOf(args, io)));
    return EXIT.ok;
  },
};
