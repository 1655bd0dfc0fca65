/** `winset new`: a commented scenario to begin with, of as many parties and issues as one names. */
import path from 'node:path';
import { plain } from '../../engine/record/plain.ts';
import { answers } from '../new/ask.ts';
import { draft } from '../new/draft.ts';
import { idOf, namesOf, titleOf } from '../new/names.ts';
import type { Named } from '../new/names.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { flag, text } from '../options.ts';
import type { Args } from '../options.ts';
import { isThere, writeWhole } from '../save.ts';
import { Failure, UsageError } from '../stops.ts';
import { pad } from '../views/plain/layout.ts';
import type { Command } from './command.ts';

const LISTS = {
  parties: { asks: 'Who negotiates? Two names or more, with commas', least: 2, most: 6 },
  issues: { asks: 'About what? One issue or more, with commas', least: 1, most: 6 },
} as const;

export const newScenario: Command = {
  name: 'new',
  usage: 'new <name>',
  describe: 'Begin a scenario: write a commented file that plays, to be rewritten',
  positionals: { name: 'Name of the new scenario: border-talks' },
  options: ['parties', 'issues', 'out', 'force', 'json', 'no-color'],
  notes: { out: 'Write it to this file instead of NAME.yaml', force: 'Write over a file that is there', json: 'Print what was written as JSON; asks nothing' },
  examples: [
    ['winset new border-talks', 'Asks for parties and issues, and writes border-talks.yaml'],
    ['winset new border-talks --parties "North, South" --issues "The pass, Customs"', 'The same without questions'],
  ],
  async run(args, io) {
    const name = typeof args['name'] === 'string' ? args['name'] : '';
    if (/[/\\]|\.ya?ml$/u.test(name)) throw new UsageError(`Give the scenario a name, such as ${idOf(path.basename(name).replace(/\.ya?ml$/u, '')) || 'border-talks'}; --out takes the file.`);
    const id = idOf(name);
    if (id !== name) throw new UsageError(`The name of a scenario has small letters, digits and hyphens and begins with a letter.${id === '' ? '' : ` Did you mean ${id}?`}`);
    const file = text(args, 'out') ?? `${id}.yaml`;
    if (isThere(path.resolve(io.cwd, file)) && !flag(args, 'force')) throw new Failure(`There is already a file “${plain(file)}”; --force writes over it.`);
    const { parties, issues } = await lists(args, io);
    const written = draft({ id, title: titleOf(id), parties, issues });
    const { formatProblem, readScenarioText } = await import('../../engine/index.ts');
    const read = readScenarioText(written, { file });
    if (!read.ok) throw new UsageError(`With these names it would not pass \`winset check\`:\n${read.problems.map(formatProblem).join('\n')}`);
    writeWhole(file, written, io.cwd);
    const shown = plain(file);
    if (flag(args, 'json')) {
      io.stdout.write(jsonPage({ winset: 1, file, scenario: read.scenario.id, hash: read.scenario.hash }));
      return EXIT.ok;
    }
    const next = [`winset check ${shown}`, `winset watch ${shown}`, `winset step ${shown}`, 'winset schema > winset.schema.json'].map((line) => pad(line, 36));
    const does = ['what is wrong with it', 'what each of your edits changes', 'the talks, round by round', 'beside it, for your editor'];
    io.stdout.write(`Written to ${shown}. What comes next:\n${next.map((line, at) => `  ${line}  ${does[at] ?? ''}\n`).join('')}`);
    return EXIT.ok;
  },
};

/** From the options; what they leave open is asked for where a person sits at the terminal. */
async function lists(args: Args, io: Io): Promise<{ readonly parties: readonly Named[]; readonly issues: readonly Named[] }> {
  const said = { parties: text(args, 'parties'), issues: text(args, 'issues') };
  const missing = (['parties', 'issues'] as const).filter((key) => said[key] === undefined);
  const first = missing[0];
  const terminal = flag(args, 'json') ? null : io.terminal;
  if (first !== undefined && terminal === null) throw new UsageError(`Say which ${first}: --${first} "${first === 'parties' ? 'North, South' : 'The pass, Customs'}"`);
  const read = (key: keyof typeof LISTS, words: string): readonly Named[] => namesOf(key, words, LISTS[key]);
  const given = { parties: said.parties === undefined ? null : read('parties', said.parties), issues: said.issues === undefined ? null : read('issues', said.issues) };
  if (terminal === null || missing.length === 0) return { parties: given.parties ?? [], issues: given.issues ?? [] };
  const { stdin, stdout } = terminal;
  const [one, two] = await answers(missing.map((key) => ({ asks: LISTS[key].asks, read: (words: string) => read(key, words) })), { input: stdin, output: stdout, signal: io.signal });
  return { parties: given.parties ?? one ?? [], issues: given.issues ?? (given.parties === null ? two : one) ?? [] };
}
