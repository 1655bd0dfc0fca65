/** `winset import`: what other tools of the field write, as a scenario. */
import path from 'node:path';
import { plain } from '../../engine/record/plain.ts';
import type { LeftOut } from '../../engine/exchange/left-out.ts';
import type { ForeignFile, ImportOptions, ImportResult } from '../../engine/exchange/import.ts';
import { didYouMean } from '../nearest.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { flag, text, whole } from '../options.ts';
import { isThere, writeWhole } from '../save.ts';
import { BadFile, Failure, UsageError } from '../stops.ts';
import { count } from '../views/plain/words.ts';
import type { Command } from './command.ts';

type Importer = (files: readonly ForeignFile[], options: ImportOptions) => ImportResult | Promise<ImportResult>;
/** Parsers are loaded for those who import. */
const FORMATS: Readonly<Record<string, { readonly load: () => Promise<Importer>; readonly needs: string; readonly one?: boolean }>> = {
  genius: { load: async () => (await import('../../engine/exchange/import.ts')).importGenius, needs: 'a domain and each party’s profile: domain.xml one.xml two.xml' },
  geniusweb: { load: async () => (await import('../../engine/exchange/import.ts')).importGeniusWeb, needs: 'each party’s profile: one.json two.json' },
  csv: { load: async () => (await import('../../engine/exchange/import.ts')).importActors, needs: 'a table with the columns actor, capability, position, salience: actors.csv', one: true },
};

/** Of a strange file no more is told. */
const MOST_KINDS = 20;

/** A line each kind of what was not taken over: how many, and where. */
function leftLines(left: readonly LeftOut[]): readonly string[] {
  const many = (what: string): string => what.replace(/^(?:cost|description|discount factor|reservation value|element|attribute|key|column)/u, '$&s');
  const where = (places: LeftOut['places']): string => places.map((place) => `${plain(place.file)}, line ${place.line}${place.count === 1 ? '' : ` and ${place.count - 1} more`}`).join('; ');
  const lines = left.slice(0, MOST_KINDS).map(({ what, count: n, places }) => `${count(n, plain(what), many(plain(what)))} (${where(places)})`);
  return [...lines, ...(left.length > MOST_KINDS ? [`${count(left.length - MOST_KINDS, 'other kind')} of things; --json lists them`] : [])];
}

export const importFiles: Command = {
  name: 'import',
  usage: 'import <format> <files..>',
  describe: 'Make a scenario of files of other tools: genius, geniusweb, csv',
  positionals: { format: Object.keys(FORMATS).join(', '), files: 'What to import' },
  options: ['rounds', 'out', 'force', 'json', 'no-color'],
  notes: { out: 'Write the scenario to this file instead of NAME.yaml', force: 'Write over a file that is there', json: 'Print what was written as JSON' },
  examples: [
    ['winset import genius domain.xml buyer.xml seller.xml', 'A domain of GENIUS and two profiles, as offers in turn'],
    ['winset import csv actors.csv', 'A table of actors: an issue that is a quantity, with simple baselines beside the runs'],
    ['winset import geniusweb buyer.json seller.json --rounds 60', 'Profiles of GeniusWeb, which hold their domain'],
  ],
  async run(args, io) {
    const format = typeof args['format'] === 'string' ? args['format'] : '';
    const known = FORMATS[format];
    if (known === undefined) throw new UsageError(`There is no format “${plain(format)}”.${didYouMean(format, Object.keys(FORMATS))} Formats: ${Object.keys(FORMATS).join(', ')}.`);
    const said: unknown = args['files'];
    const names = (Array.isArray(said) ? said : [said]).filter((file): file is string => typeof file === 'string' && file !== '');
    if (names.length === 0) throw new UsageError(`Name ${known.needs}.`);
    if (known.one === true && names.length > 1) throw new UsageError(`Of ${format}, name one file: ${known.needs}.`);
    const rounds = whole(args, 'rounds', { least: 1, most: 10_000, otherwise: 100 });
    const out = text(args, 'out');
    const wanted = out === undefined ? null : path.basename(out).replace(/\.ya?ml$/iu, '');
    if (wanted !== null && !/^[a-z][a-z0-9-]{0,59}$/u.test(wanted)) throw new UsageError(`The scenario takes its name from --out, which must have small letters, digits and hyphens and begin with a letter: --out talks.yaml`);
    const result = await (await known.load())(names.map((name) => ({ name, path: path.resolve(io.cwd, name) })), { id: wanted, rounds });
    if (!result.ok) throw new BadFile(`Nothing was imported: ${count(result.problems.length, 'problem')}.`, result.problems);
    const file = out ?? `${result.id}.yaml`;
    const { formatProblem, readScenarioText } = await import('../../engine/index.ts');
    const read = readScenarioText(result.text, { file });
    // What the importer lets pass must be a scenario; if not, the reader's words still say where it is not.
    if (!read.ok) throw new BadFile(`As a scenario it would not pass \`winset check\`:\n${read.problems.map(formatProblem).join('\n')}`);
    if (isThere(path.resolve(io.cwd, file)) && !flag(args, 'force')) throw new Failure(`There is already a file “${plain(file)}”; --force writes over it.`);
    writeWhole(file, result.text, io.cwd);
    for (const line of leftLines(result.leftOut)) io.stderr.write(`Not taken over, as a scenario has no place for it: ${line}.\n`);
    if (flag(args, 'json')) {
      io.stdout.write(jsonPage({ winset: 1, file, scenario: read.scenario.id, hash: read.scenario.hash, notes: result.notes, leftOut: result.leftOut }));
      return EXIT.ok;
    }
    const shown = plain(file);
    const notes = result.notes.map((note) => `  ${plain(note)}\n`).join('');
    io.stdout.write(`Written to ${shown}: ${count(read.scenario.parties.length, 'party', 'parties')}, ${count(read.scenario.issues.length, 'issue')}.\n${notes}What comes next:\n  winset check ${shown}\n  winset run ${shown}\n  winset batch ${shown}\n`);
    return EXIT.ok;
  },
};
