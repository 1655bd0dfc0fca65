/** `winset check`: what is wrong with scenario files, each problem with its line and a caret; with --watch again at every save. */
import path from 'node:path';
import { plain } from '../../engine/record/plain.ts';
import type { ReadResult } from '../../engine/index.ts';
import { findScenario, isBase } from '../find.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonLine, jsonPage } from '../json.ts';
import { readFrom, readingOf, readNamed } from '../open.ts';
import { filesOf, flag } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { problemList } from '../views/plain/problems.ts';
import type { Checked } from '../views/plain/problems.ts';
import { stampsOf, untilChanged } from '../watching/files.ts';
import type { Command } from './command.ts';

function checkedOf(file: string, at: string, read: ReadResult, io: Io): Checked {
  if (read.ok) return { file, ok: true, base: false, problems: [], title: plain(read.scenario.title) };
  // A file of figures or claims for others to extend lacks the rest on purpose; it is checked where it is used.
  const base = read.problems.every((problem) => problem.code === 'missing-key') && isBase(path.resolve(io.cwd, at));
  return { file, ok: base, base, problems: base ? [] : read.problems, title: null };
}

const asJson = (found: readonly Checked[]) => ({ winset: 1, files: found.map(({ file, ok, base, problems }) => ({ file, ok, base, problems })) });

async function once(files: readonly string[], args: Args, io: Io): Promise<number> {
  const { formatProblem } = await import('../../engine/index.ts');
  const found = await Promise.all(files.map(async (file) => checkedOf(file, findScenario(file, io.cwd), await readNamed(file, io, readingOf(args)), io)));
  io.stdout.write(flag(args, 'json') ? jsonPage(asJson(found)) : problemList(found, formatProblem, pageOf(args, io)));
  return found.every((one) => one.ok) ? EXIT.ok : EXIT.problems;
}

/** A screen that is not a person's keeps all; a person looks at the last. */
const CLEAR = '\u001b[H\u001b[2J';

/** Until it is interrupted. What goes wrong with a file meanwhile, even that it is gone, is one of its problems. */
async function again(files: readonly string[], args: Args, io: Io): Promise<number> {
  const { formatProblem } = await import('../../engine/index.ts');
  const named = files.map((file) => ({ file, at: findScenario(file, io.cwd) }));
  const options = readingOf(args);
  const json = flag(args, 'json');
  let all: readonly string[] = named.map(({ at }) => path.resolve(io.cwd, at));
  for (let nth = 0; !io.signal.aborted; nth++) {
    // Before they are read: what is saved meanwhile is seen in the next round.
    const stamps = stampsOf(all);
    const read = await Promise.all(named.map(async (one) => ({ ...one, read: await readFrom(one.at, io.cwd, options) })));
    const found = read.map((one) => checkedOf(one.file, one.at, one.read, io));
    if (json) io.stdout.write(`${jsonLine(asJson(found))}\n`);
    else {
      const list = problemList(found, formatProblem, pageOf(args, io));
      io.stdout.write(`${io.stdout.isTTY ? CLEAR : nth === 0 ? '' : '\n'}${list}${io.stdout.isTTY ? pageOf(args, io).paint.dim('Looking on; Ctrl+C ends.\n') : ''}`);
    }
    // A file that is gone still has those it was made of: it may come back.
    all = [...new Set([...all, ...read.flatMap((one) => one.read.bases)])];
    await untilChanged(new Map([...stampsOf(all), ...stamps]), io.signal);
  }
  return EXIT.interrupted;
}

export const check: Command = {
  name: 'check',
  usage: 'check <files..>',
  describe: 'Look for problems in scenario files; exit code 3 if there are any',
  positionals: { files: 'Scenario files, or names of scenarios' },
  options: ['from', 'watch', 'json', 'no-color'],
  notes: { watch: 'Go on, and check again whenever one of the files, or one that they extend, is saved', json: 'Print JSON and nothing else; with --watch a line for each time' },
  examples: [
    ['winset check my-scenario.yaml', 'Each problem with its line and what may have been meant'],
    ['winset check my-scenario.yaml --watch', 'The same at every save, beside your editor'],
    ['winset check one.yaml two.yaml --json', 'As JSON, for an editor or a script'],
  ],
  run: (args, io) => (flag(args, 'watch') ? again : once)(filesOf(args), args, io),
};
