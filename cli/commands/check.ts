/** `winset check`: what is wrong with scenario files, each problem with its line and a caret. */
import path from 'node:path';
import { plain } from '../../engine/record/plain.ts';
import { findScenario, isBase } from '../find.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { readNamed } from '../open.ts';
import { filesOf, flag, fromOf } from '../options.ts';
import { pageOf } from '../page.ts';
import { problemList } from '../views/plain/problems.ts';
import type { Checked } from '../views/plain/problems.ts';
import type { Command } from './command.ts';

async function checked(file: string, from: string | undefined, io: Io): Promise<Checked> {
  const at = findScenario(file, io.cwd);
  const read = await readNamed(file, io, from === undefined ? {} : { from });
  if (read.ok) return { file, ok: true, base: false, problems: [], title: plain(read.scenario.title) };
  // A file of figures or claims for others to extend lacks the rest on purpose; it is checked where it is used.
  const base = read.problems.every((problem) => problem.code === 'missing-key') && isBase(path.resolve(io.cwd, at));
  return base ? { file, ok: true, base, problems: [], title: null } : { file, ok: false, base, problems: read.problems, title: null };
}

export const check: Command = {
  name: 'check',
  usage: 'check <files..>',
  describe: 'Look for problems in scenario files; exit code 3 if there are any',
  positionals: { files: 'Scenario files, or names of scenarios' },
  options: ['from', 'json', 'no-color'],
  examples: [
    ['winset check my-scenario.yaml', 'Each problem with its line and what may have been meant'],
    ['winset check one.yaml two.yaml --json', 'As JSON, for an editor or a script'],
  ],
  async run(args, io) {
    const files = filesOf(args);
    const from = fromOf(args);
    const { formatProblem } = await import('../../engine/index.ts');
    const found = await Promise.all(files.map((file) => checked(file, from, io)));
    if (flag(args, 'json')) io.stdout.write(jsonPage({ winset: 1, files: found.map(({ file, ok, base, problems }) => ({ file, ok, base, problems })) }));
    else io.stdout.write(problemList(found, formatProblem, pageOf(args, io)));
    return found.every((one) => one.ok) ? EXIT.ok : EXIT.problems;
  },
};
