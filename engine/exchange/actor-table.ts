/** Tables of actors as models of spatial bargaining use them: a line an actor, with its capability, position and salience. */
import { parse, CsvError } from 'csv-parse/sync';
import { hiddenCharacter } from '../record/plain.ts';
import type { SourceFile } from '../scenario/origin.ts';
import type { ProblemCode } from '../scenario/problem.ts';
import type { Report } from '../scenario/report.ts';
import type { Left } from './left-out.ts';

export interface Actor { readonly name: string; readonly position: number; readonly capability: number; readonly salience: number }
export interface ActorTable { readonly actors: readonly Actor[]; /** What the column of positions is called. */ readonly quantity: string; readonly notes: readonly string[]; /** Columns that are not read. */ readonly left: readonly Left[] }

/** What a column may be called. */
const COLUMNS = {
  name: ['actor', 'name', 'player', 'party', 'stakeholder', 'country', 'group'],
  capability: ['capability', 'capabilities', 'influence', 'power', 'resources', 'weight', 'clout', 'voting power'],
  position: ['position', 'preference', 'ideal', 'ideal point', 'stance', 'x'],
  salience: ['salience', 'saliency', 'importance', 'priority', 'focus'],
} as const;
type Column = keyof typeof COLUMNS;

/** As many parties as a scenario may list. */
const MOST_ACTORS = 200;

interface Row { readonly record: readonly string[]; readonly start: number; readonly end: number }

export function actorTable(file: SourceFile, report: Report): ActorTable | undefined {
  const refuse = (row: Row | null, code: ProblemCode, message: string, hint = 'a table has a first line with the names of the columns, then a line an actor'): undefined => {
    const [start, end] = row === null ? [0, 1] : [row.start, Math.max(row.start + 1, row.end)];
    report.at(code, { file, start, end }, '', message, hint);
    return undefined;
  };
  if (file.text.trim() === '') { report.file('file-empty', file.name, 'The file holds no data.', 'name a table of actors'); return undefined; }
  const rows = rowsOf(file, report);
  if (rows === undefined) return undefined;
  const [head, ...body] = rows;
  if (head === undefined) return refuse(null, 'csv', 'There is no table here.');
  const titles = head.record.map((title) => title.trim().toLowerCase().replaceAll(/[_-]+/gu, ' '));
  const places = {} as Record<Column, number>;
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const called = (fits: (title: string, word: string) => boolean): readonly number[] => titles.flatMap((title, at) => (COLUMNS[column].some((word) => fits(title, word)) ? [at] : []));
    // “Position (years)” is a position too, where no column is called just so.
    const exactly = called((title, word) => title === word);
    const found = exactly.length > 0 ? exactly : called((title, word) => title.startsWith(word) && /^[\s(:[,]/u.test(title.slice(word.length)));
    const [place] = found;
    if (place === undefined) return refuse(head, 'foreign-missing', `There is no column for the ${column === 'name' ? 'actor' : column}.`, `the first line names the columns: actor, capability, position, salience (also: ${COLUMNS[column].slice(1).join(', ')})`);
    if (found.length > 1) return refuse(head, 'listed-twice', `Two columns could be the ${column === 'name' ? 'actor' : column}: ${found.map((at) => JSON.stringify(head.record[at])).join(' and ')}.`, 'keep one of the two');
    places[column] = place;
  }
  if (body.length < 2) return refuse(head, 'too-few', `There ${body.length === 1 ? 'is one actor' : 'are no actors'} here; there must be two at least.`);
  if (body.length > MOST_ACTORS) return refuse(body[MOST_ACTORS] ?? head, 'too-long', `There are ${body.length} actors here; there may be ${MOST_ACTORS}.`);
  const actors: Actor[] = [];
  for (const row of body) {
    if (row.record.length !== head.record.length) return refuse(row, 'csv', `This line has ${row.record.length} fields and the first line ${head.record.length}.`, 'a field that holds a comma needs quotes');
    const name = row.record[places.name]?.trim() ?? '';
    const hidden = hiddenCharacter(name);
    if (name === '') return refuse(row, 'foreign-missing', 'The actor has no name.');
    if (hidden !== null) return refuse(row, 'hidden-character', `The name holds a character that cannot be seen (${hidden}).`, 'delete it, or write the name anew');
    if (actors.some((actor) => actor.name === name)) return refuse(row, 'listed-twice', `${JSON.stringify(name)} stands twice in the table.`, 'keep one of the two');
    const [position, capability, salience] = (['position', 'capability', 'salience'] as const).map((column) => decimal(row.record[places[column]] ?? ''));
    if (position === undefined || capability === undefined || salience === undefined) return refuse(row, 'wrong-kind', `The position, capability and salience of ${JSON.stringify(name)} must be numbers.`, 'with a point: 0.5');
    if (capability < 0 || salience < 0) return refuse(row, 'out-of-range', `The capability and salience of ${JSON.stringify(name)} must be 0 or more.`);
    actors.push({ name, position, capability, salience });
  }
  if (new Set(actors.map((actor) => actor.position)).size < 2) return refuse(head, 'too-few', 'All actors have the same position, so there is nothing to negotiate.');
  if (actors.every((actor) => actor.capability * actor.salience === 0)) return refuse(head, 'weights-all-zero', 'No actor has both capability and salience above 0.');
  const highest = Math.max(...actors.map((actor) => actor.salience));
  if (highest > 100) return refuse(head, 'out-of-range', `The highest salience is ${highest}; it goes from 0 to 1, or from 0 to 100.`);
  const notes = highest > 1 ? ['Salience goes from 0 to 100 in the table; it was divided by 100.'] : [];
  const read = Object.values(places);
  const left = head.record.flatMap((title, at) => (read.includes(at) || body.every(({ record }) => record[at]?.trim() === '') ? [] : [{ what: `column “${title.trim()}”`, origin: { file, start: head.start, end: head.end } }]));
  return { left, actors: highest > 1 ? actors.map((actor) => ({ ...actor, salience: actor.salience / 100 })) : actors, quantity: head.record[places.position]?.trim() ?? 'position', notes };
}

/** Records with their places; the separator is the one of comma, semicolon and tab that the first line holds most of. */
function rowsOf(file: SourceFile, report: Report): readonly Row[] | undefined {
  const first = file.text.split(/\r?\n/u).find((line) => line.trim() !== '') ?? '';
  const many = (sign: string): number => first.split(sign).length;
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (many(sign) > many(best) ? sign : best));
  try {
    const read = parse(file.text, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    // `lines` counts the lines up to the record's end.
    return read.map(({ record, info }) => {
      const start = file.lineStarts[info.lines - 1] ?? 0;
      return { record, start, end: (file.lineStarts[info.lines] ?? file.text.length + 1) - 1 };
    }).filter(({ record }) => record.some((field) => field.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    const start = file.lineStarts[line - 1] ?? 0;
    report.at('csv', { file, start, end: start + 1 }, '', 'This is not a table that can be read: a quote is not closed, or stands in the middle of a field.', 'a field with a quote in it doubles it and stands in quotes: "the ""old"" party"');
    return undefined;
  }
}

/** With a point or, as many countries write it, a comma. */
function decimal(said: string): number | undefined {
  const value = /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d{1,3})?$/iu.test(said.trim()) ? Number(said.trim().replace(',', '.')) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
