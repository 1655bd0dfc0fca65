/** Errors of the `yaml` package in plain words. */
import type { YAMLError } from 'yaml';
import { lineAndColumn } from './origin.ts';
import type { SourceFile } from './origin.ts';
import type { Report } from './report.ts';

const WORDS: Partial<Record<YAMLError['code'], readonly [message: string, hint: string]>> = {
  BAD_INDENT: ['The indentation does not fit, or a bracket is not closed.', 'lines of one list or map begin in the same column; every [ and { needs its ] and }'],
  BAD_SCALAR_START: ['A value may not begin with this character.', 'put the text in quotes'],
  BLOCK_AS_IMPLICIT_KEY: ['There is a second colon on the line.', 'put a text that holds a colon followed by a space in quotes'],
  MULTILINE_IMPLICIT_KEY: ['A colon is missing after the name, or the name runs over more than one line.', 'write name: value'],
  MISSING_CHAR: ['Something is missing here: a closing quote, a comma, a colon or a space.', 'look at the end of what comes before'],
  BAD_DQ_ESCAPE: ['The backslash in this text means nothing.', "use 'single quotes' to keep backslashes as they are"],
  UNEXPECTED_TOKEN: ['This does not belong here.', 'inside of { } a text that holds [ ] { } , or a colon needs quotes'],
  BAD_ALIAS: ['A * begins a repetition (alias), and this is none.', 'put the text in quotes'],
  BLOCK_IN_FLOW: ['A list or map of lines may not stand inside of brackets.', 'use [ ] and { } inside of brackets'],
  TAG_RESOLVE_FAILED: ['This tag is not used in scenarios.', 'leave the tag (the part with !) out'],
  KEY_OVER_1024_CHARS: ['The name before the colon is too long.', 'names are short: letters, digits, hyphens'],
};

/** One problem a line: what follows the first on a line is mostly its echo. */
export function reportYamlErrors(file: SourceFile, errors: readonly YAMLError[], report: Report): void {
  const lines = new Set<number>();
  // A tab turns what follows into something nobody wrote.
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  for (const error of tabs.length > 0 ? tabs : errors) {
    const { line } = lineAndColumn(file, error.pos[0]);
    if (!lines.has(line)) reportYamlError(file, error, report);
    lines.add(line);
  }
}

function reportYamlError(file: SourceFile, error: YAMLError, report: Report): void {
  const origin = { file, start: Math.min(error.pos[0], file.text.length), end: Math.min(error.pos[1], file.text.length) };
  if (error.code === 'TAB_AS_INDENT') {
    report.at('yaml-tab', origin, '', 'A tab indents this line.', 'indent with spaces');
    return;
  }
  const deeper = error.code === 'BLOCK_AS_IMPLICIT_KEY' ? deeperLine(file, origin.start) : null;
  if (deeper !== null) {
    report.at('yaml', { file, ...deeper }, '', 'This line begins further in than the one before it, which already holds a value.', 'lines of one map begin in the same column');
    return;
  }
  const code = error.code === 'TAG_RESOLVE_FAILED' ? 'yaml-tag' : 'yaml';
  const [message, hint] = WORDS[error.code] ?? ['This is not YAML that can be read.', 'compare the line with others of its kind: name: value, two blanks a level'];
  report.at(code, origin, '', message, hint);
}

/**
 * The parser tells of a second colon also where it stands on the next line, which begins too far in and so reads as more of the value.
 * null: the second colon is on the line itself.
 */
function deeperLine({ text }: SourceFile, at: number): { readonly start: number; readonly end: number } | null {
  const end = text.indexOf('\n', at);
  if (end < 0 || /:(?:\s|$)/u.test(text.slice(at, end))) return null;
  const next = /^(?:[ \t]*(?:#[^\n]*)?\n)*( *)([^\n]*)/u.exec(text.slice(end + 1));
  if (next === null) return null;
  const start = end + 1 + next[0].length - (next[2] ?? '').length;
  return { start, end: end + 1 + next[0].length };
}
