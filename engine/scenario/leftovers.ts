/** What only the tree can tell, after merging: values left empty, keys that YAML took for numbers. */
import { isDated, isEmpty } from './dates/days.ts';
import type { Report } from './report.ts';
import type { Tree } from './tree.ts';

/** Maps whose keys are numbers: thresholds of gauges. */
const NUMBERED = new Set(['rises', 'falls']);

const EMPTY = 'write {} for nothing in it; in a file that extends another an empty value removes what the other has, and here it has nothing';
/** `{ assumed: small, so far }` is read as two entries. */
const COMMA = 'a text that holds a comma needs quotes inside of { } and [ ]';

export function checkLeftovers(tree: Tree, path: readonly string[], report: Report): void {
  if (tree.kind === 'list') tree.items.forEach((item, index) => checkLeftovers(item, [...path, String(index)], report));
  if (tree.kind !== 'map') {
    if (tree.kind === 'leaf' && tree.value === null) {
      report.at('empty-value', tree.origin, path.join('.'), path.length === 0 ? 'The file holds no data.' : 'An entry of the list is empty.', EMPTY);
    }
    return;
  }
  for (const [key, entry] of tree.entries) {
    if (!entry.keyIsText && !NUMBERED.has(path.at(-1) ?? '')) {
      const quoted = path.length === 1 && (path[0] === 'claims' || path[0] === 'sources');
      report.at(quoted ? 'not-quoted' : 'key-not-text', entry.key, [...path, key].join('.'), `Without quotes ${key} is read as a number, or as true or false, and not as a name.`, `write ${JSON.stringify(key)}`);
    }
    const { value } = entry;
    // A dated value may end: on this day it is no longer there.
    if (isEmpty(value) && isDated(tree, path)) continue;
    if (value.kind === 'leaf' && value.value === null) {
      report.at('empty-value', entry.key, [...path, key].join('.'), `${JSON.stringify(key)} has no value.`, value.origin === entry.key ? COMMA : EMPTY);
    } else {
      checkLeftovers(value, [...path, key], report);
    }
  }
}
