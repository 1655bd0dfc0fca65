/** `winset fmt`: a scenario file with its keys in the order of the format and even blanks; its comments, texts and numbers as they are. */
import { Composer, Lexer, Parser, isMap, isSeq } from 'yaml';
import { readSource, textSource } from '../files.ts';
import type { SourceFile } from '../origin.ts';
import type { Problem } from '../problem.ts';
import { newReport } from '../report.ts';
import type { Report } from '../report.ts';
import type { Tree } from '../tree.ts';
import { yamlTree } from '../yaml-tree.ts';
import { KeyOrder } from './order.ts';
import { Printer } from './print.ts';
import { linesOf } from './text.ts';

/** `text` as it should be written, and `before` as it is; or why it cannot be read. */
export type Formatted =
  | { readonly ok: true; readonly before: string; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Formats a file, which need not be without problems, but must be YAML that can be read. */
export function formatScenario(path: string): Formatted {
  const report = newReport();
  return formatted(readSource(path, path, report), report);
}

/** Formats a text as if it stood in `file`. */
export function formatScenarioText(text: string, { file }: { readonly file: string }): Formatted {
  const report = newReport();
  return formatted(textSource(text, file, report), report);
}

function formatted(source: SourceFile | undefined, report: Report): Formatted {
  const tree = source === undefined ? undefined : yamlTree(source, report);
  if (source === undefined || tree === undefined || report.count > 0) return { ok: false, problems: report.list() };
  const returns = source.text.includes('\r\n');
  const text = source.text.replaceAll('\r\n', '\n');
  const meaning = meaningOf(text, source.name);
  // An alias may not come before what it repeats: then keys keep their places.
  for (const order of [new KeyOrder(), null]) {
    const written = print(text, order);
    if (written !== null && meaningOf(written, source.name) === meaning && commentsOf(written) === commentsOf(text)) return { ok: true, before: source.text, text: returns ? written.replaceAll('\n', '\r\n') : written };
  }
  return { ok: true, before: source.text, text: source.text };
}

function print(text: string, order: KeyOrder | null): string | null {
  const [document] = [...new Composer({ uniqueKeys: false, version: '1.2', schema: 'core', merge: false, keepSourceTokens: true }).compose(new Parser().parse(text))];
  const root = document?.contents;
  if (root === null || root === undefined || !(isMap(root) || isSeq(root)) || /[[{]/u.test(text.charAt(root.range[0]))) return null;
  return `${new Printer(linesOf(text), order).file(root).join('\n')}\n`;
}

/** All that a file says, with the keys of the format in one order; maps of names keep theirs, which means something. */
function meaningOf(text: string, name: string): string | null {
  const report = newReport();
  const source = textSource(text, name, report);
  const tree = source === undefined ? undefined : yamlTree(source, report);
  return tree === undefined || report.count > 0 ? null : JSON.stringify(inOrder(tree, [], new KeyOrder()));
}

function inOrder(tree: Tree, path: readonly string[], order: KeyOrder): unknown {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.items.map((item, at) => inOrder(item, [...path, String(at)], order));
  const entries = [...tree.entries];
  const { places, pathOf } = order.of(entries.map(([key]) => key), path);
  return { map: places.flatMap((place) => entries.slice(place, place + 1)).map(([key, { value }]) => [key, inOrder(value, pathOf(key), order)]) };
}

/** All comments, whatever their order. What follows U+001F is a text. */
function commentsOf(text: string): string {
  const tokens = [...new Lexer().lex(text)];
  return tokens.filter((token, at) => token.startsWith('#') && tokens[at - 1] !== '\u001f').map((token) => token.trimEnd()).sort().join('\n');
}
