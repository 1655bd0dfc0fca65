/** `winset fmt`: scenario files with their keys in the order of the format and even blanks; comments, texts and numbers stay as they are. */
import path from 'node:path';
import { plain } from '../../engine/record/plain.ts';
import type { Formatted } from '../../engine/index.ts';
import { findScenario } from '../find.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { filesOf, flag } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { writeWhole } from '../save.ts';
import { UsageError } from '../stops.ts';
import { formattedList } from '../views/plain/formatted.ts';
import type { FormattedFile } from '../views/plain/formatted.ts';
import type { Command } from './command.ts';

/** A file's own path: what comes with Winset is only looked at by its name, never written. */
function pathOf(file: string, writes: boolean, io: Io): string {
  const at = findScenario(file, io.cwd);
  if (writes && at !== file) throw new UsageError(`“${plain(file)}” comes with Winset, and fmt writes files: give the path of your own, or --check.`);
  return at;
}

function read(file: string, at: string, formatted: Formatted): FormattedFile {
  if (formatted.ok) return { file, ok: true, changes: formatted.text !== formatted.before, problems: [], text: formatted.text };
  return { file, ok: false, changes: false, problems: formatted.problems.map((problem) => (problem.file === at ? { ...problem, file } : problem)), text: '' };
}

async function fmtFiles(args: Args, io: Io): Promise<number> {
  const checks = flag(args, 'check');
  const files = filesOf(args).map((file) => ({ file, at: path.resolve(io.cwd, pathOf(file, !checks, io)) }));
  const { formatProblem, formatScenario } = await import('../../engine/index.ts');
  // All are read before any is written.
  const found = files.map(({ file, at }) => read(file, at, formatScenario(at)));
  if (!checks) for (const { file, changes, text } of found) if (changes) writeWhole(file, text, io.cwd);
  if (flag(args, 'json')) io.stdout.write(jsonPage({ winset: 1, check: checks, files: found.map(({ text: _text, ...one }) => one) }));
  else io.stdout.write(formattedList(found, checks, formatProblem, pageOf(args, io)));
  if (found.some(({ ok }) => !ok)) return EXIT.problems;
  return checks && found.some(({ changes }) => changes) ? EXIT.failure : EXIT.ok;
}

export const fmt: Command = {
  name: 'fmt',
  usage: 'fmt <files..>',
  describe: 'Put scenario files in order: keys as in the reference, even blanks; comments stay',
  positionals: { files: 'Scenario files' },
  options: ['check', 'json', 'no-color'],
  notes: { json: 'Say as JSON which files change' },
  examples: [
    ['winset fmt my-scenario.yaml', 'Writes the file anew, if anything changes'],
    ['winset fmt --check one.yaml two.yaml', 'Only says which would change; exit code 1 if any would'],
  ],
  run: fmtFiles,
};
