/** `winset export`: a scenario in a format of other tools, and what that format cannot say. */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { plain } from '../../engine/record/plain.ts';
import { didYouMean } from '../nearest.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { openScenario, readingOf, scenarioName } from '../open.ts';
import { flag, text } from '../options.ts';
import { isThere, why, writeWhole } from '../save.ts';
import { Failure, UsageError } from '../stops.ts';
import type { Command } from './command.ts';

const FORMATS = ['genius'];

export const exportFiles: Command = {
  name: 'export',
  usage: 'export <format> <scenario>',
  describe: 'Write a scenario for other tools: genius',
  positionals: { format: FORMATS.join(', '), scenario: 'Name of a scenario, or a file' },
  options: ['stage', 'from', 'out', 'force', 'json', 'no-color'],
  notes: { out: 'Write the files into this folder instead of NAME-genius', force: 'Write over files that are there', json: 'Print what was written as JSON' },
  examples: [
    ['winset export genius tutorial', 'Writes tutorial-genius/domain.xml and a profile for each party that signs'],
    ['winset export genius ukraine-2025 --stage truce --out truce', 'Another stage than the last'],
  ],
  async run(args, io) {
    const format = typeof args['format'] === 'string' ? args['format'] : '';
    if (!FORMATS.includes(format)) throw new UsageError(`There is no format “${plain(format)}” to write.${didYouMean(format, FORMATS)} Formats: ${FORMATS.join(', ')}.`);
    const name = scenarioName(args);
    const { scenario } = await openScenario(name, io, readingOf(args));
    const wanted = text(args, 'stage');
    const stage = wanted === undefined ? scenario.stages.at(-1) : scenario.stages.find((each) => each.id === wanted);
    const ids = scenario.stages.map((each) => each.id);
    if (stage === undefined) throw new UsageError(`There is no stage “${plain(wanted ?? '')}”.${didYouMean(wanted ?? '', ids)} Stages: ${ids.join(', ')}.`);
    const { geniusFiles } = await import('../../engine/exchange/genius-write.ts');
    const { files, leftOut } = geniusFiles(scenario, stage);
    const folder = text(args, 'out') ?? `${scenario.id}-genius`;
    const at = (file: string): string => path.join(folder, file);
    const there = files.find((file) => isThere(path.resolve(io.cwd, at(file.name))));
    if (there !== undefined && !flag(args, 'force')) throw new Failure(`There is already a file “${plain(at(there.name))}”; --force writes over it.`);
    openFolder(folder, io.cwd);
    for (const file of files) writeWhole(at(file.name), file.text, io.cwd);
    if (flag(args, 'json')) {
      io.stdout.write(jsonPage({ winset: 1, scenario: scenario.id, hash: scenario.hash, stage: stage.id, files: files.map((file) => at(file.name)), leftOut }));
      return EXIT.ok;
    }
    io.stdout.write(`Written:\n${files.map((file) => `  ${plain(at(file.name))}\n`).join('')}`);
    io.stdout.write(leftOut.length === 0 ? 'Nothing that bears on a run was left out.\n' : `Not in these files, as the format cannot say it:\n${leftOut.map((what) => `  ${plain(what)}\n`).join('')}`);
    return EXIT.ok;
  },
};

function openFolder(folder: string, cwd: string): void {
  const at = path.resolve(cwd, folder);
  if (statSync(at, { throwIfNoEntry: false })?.isDirectory() === false) throw new Failure(`“${plain(folder)}” is a file, not a folder.`);
  try {
    mkdirSync(at, { recursive: true });
  } catch (error) {
    throw new Failure(`The folder “${plain(folder)}” cannot be made: ${why(error)}.`);
  }
}
