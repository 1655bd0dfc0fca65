/** JSON to a tree with positions. JSON decides whether it is JSON; as JSON is YAML too, the reader of scenarios then gives each value its place. */
import type { SourceFile } from '../scenario/origin.ts';
import type { Report } from '../scenario/report.ts';
import type { Tree } from '../scenario/tree.ts';
import { yamlTree } from '../scenario/yaml-tree.ts';

export function jsonTree(file: SourceFile, report: Report): Tree | undefined {
  if (file.text.trim() === '') {
    report.file('file-empty', file.name, 'The file holds no data.', 'name a domain or a profile of GeniusWeb');
    return undefined;
  }
  const at = faultOf(file.text);
  if (at !== null) {
    report.at('json', { file, start: at, end: at + 1 }, '', 'This is not JSON that can be read.', 'look at the quotes, commas and brackets just before this place');
    return undefined;
  }
  const before = report.count;
  const tree = yamlTree(file, report);
  // Of names that may not be, and doubled ones, a tree is left that nobody wrote.
  return report.count > before ? undefined : tree;
}

const messageOf = (text: string): string | null => {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

/** Where the text stops being JSON; null: it is JSON. */
function faultOf(text: string): number | null {
  const message = messageOf(text);
  if (message === null) return null;
  const said = /position (\d+)/u.exec(message)?.[1];
  if (said !== undefined) return Math.min(Number(said), text.length - 1);
  // Of a wrong sign it does not say where: the place is the end of the longest beginning that only lacks its end.
  const couldGoOn = (length: number): boolean => {
    const of = messageOf(text.slice(0, length));
    return of === null || /end of JSON|Unterminated/u.test(of) || of.includes(`position ${length}`);
  };
  let good = 0;
  let bad = text.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (couldGoOn(middle)) good = middle;
    else bad = middle;
  }
  return Math.min(good, text.trimEnd().length - 1);
}
