/** `winset watch`: a scenario is edited elsewhere; at every save its problems, or what the edit changes under the same luck. */
import path from 'node:path';
import { plain } from '../../engine/record/plain.ts';
import { findScenario } from '../find.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { orFail, MOST_PAIRS, workersOf } from '../long-batch.ts';
import { asTaken, leverOptions, readFrom, readingOf, scenarioName, tellIdleVary } from '../open.ts';
import { flag, seedOf, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { why } from '../save.ts';
import { UsageError } from '../stops.ts';
import type { Reading } from '../watching/desk.ts';
import { tell } from '../watching/tell.ts';
import type { Command } from './command.ts';

/** Enough that a difference of a point is seen. */
const RUNS = 20_000;

/** @param told whether there is no screen over what is said of the options */
async function readAsTaken(at: string, args: Args, io: Io, told: boolean): Promise<Reading> {
  let bases: readonly string[] = [];
  try {
    const read = await readFrom(at, io.cwd, readingOf(args));
    bases = read.bases;
    if (!read.ok) return { ...read, says: null };
    const taken = leverOptions(args, read.scenario);
    if (told) tellIdleVary(taken, [read.scenario], io);
    return { bases, ok: true, scenario: read.scenario, taken };
  } catch (error) {
    // An edit may take away the lever or the view that was asked for; the next may bring it back.
    if (error instanceof UsageError) return { bases, ok: false, problems: [], says: error.message };
    // A disk that is away may come back too.
    if (error instanceof Error && 'syscall' in error) return { bases, ok: false, problems: [], says: `The file cannot be read: ${why(error)}.` };
    throw error;
  }
}

async function watchOf(args: Args, io: Io): Promise<number> {
  const name = scenarioName(args);
  const at = findScenario(name, io.cwd);
  const seed = seedOf(args);
  const runs = whole(args, 'runs', { least: 1, most: MOST_PAIRS, otherwise: RUNS });
  const workers = workersOf(args, runs);
  readingOf(args);
  const [ascii, json] = [flag(args, 'ascii'), flag(args, 'json')];
  if (ascii && json) throw new UsageError('--ascii and --json exclude each other: --ascii is about the signs of pages and screens.');
  const { crewOf, openTeam } = await import('../../engine/index.ts');
  const { Desk } = await import('../watching/desk.ts');
  const team = openTeam(crewOf(workers));
  const desk = new Desk({ team, seed, runs, now: io.now });
  const watched = { file: path.resolve(io.cwd, at), read: () => readAsTaken(at, args, io, io.terminal === null || json), asTaken, desk };
  try {
    if (io.terminal === null || json) {
      await orFail(() => tell({ ...watched, signal: io.signal, name, seed, json, ascii, args, io }), false);
      return EXIT.interrupted;
    }
    const { openWatch } = await import('../views/watch/open.ts');
    return await orFail(() => openWatch({ ...watched, name: plain(name), own: at === name, noColor: flag(args, 'no-color'), ascii }, io), false);
  } finally {
    await team.end();
  }
}

export const watch: Command = {
  name: 'watch',
  usage: 'watch <scenario>',
  describe: 'While you edit a scenario: at every save its problems, or what the edit changes',
  positionals: { scenario: 'Path of the scenario file that you edit' },
  options: ['set', 'from', 'view', 'vary', 'runs', 'seed', 'workers', 'ascii', 'json', 'no-color'],
  notes: { runs: 'How many runs a side [default: 20000]', json: 'Print a line of JSON for each save, and nothing else' },
  examples: [
    ['winset watch my.yaml', 'Full screen beside your editor; in a pipe a page for each save'],
    ['winset watch my.yaml -n 2000', 'With fewer runs'],
    ['winset watch my.yaml --json', 'For another program'],
  ],
  run: watchOf,
};
