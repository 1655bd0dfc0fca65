/** The lines of a file, and how they are moved to another column. */
import { lineAndColumn, sourceFile } from '../origin.ts';

/** Lines with the places of the text in them, from 0. */
export interface Lines {
  readonly text: string;
  readonly all: readonly string[];
  readonly lineAt: (offset: number) => number;
  readonly columnAt: (offset: number) => number;
}

export function linesOf(text: string): Lines {
  const file = sourceFile('', text);
  return {
    text, all: text.split('\n'),
    lineAt: (offset) => lineAndColumn(file, offset).line - 1,
    columnAt: (offset) => lineAndColumn(file, offset).column - 1,
  };
}

export const isBlank = (line: string): boolean => line.trim() === '';
export const indentOf = (line: string): number => line.length - line.trimStart().length;
export const at = (column: number, words: string): string => (words === '' ? '' : ' '.repeat(column) + words);

/** As far to the right (or left) as it goes; a line that holds nothing stays so, as its blanks would mean something in a text of several lines. */
export function shifted(line: string, by: number): string {
  if (by >= 0) return line === '' ? '' : ' '.repeat(by) + line;
  return line.slice(Math.min(-by, indentOf(line)));
}

/** Comments and blank lines at a column: no blank line at the ends unless asked, never two in a row. */
export function gap(lines: readonly string[], column: number): readonly string[] {
  const said = lines.map((line) => (isBlank(line) ? '' : at(column, line.trim())));
  return said.filter((line, nth) => line !== '' || (nth > 0 && said[nth - 1] !== '') || nth === 0);
}

/** Without the blank lines before it. */
export function withoutLead(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first);
}
