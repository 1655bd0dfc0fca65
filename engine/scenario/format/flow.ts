/** Maps and lists in brackets, on one line: their spaces, and the order of their keys. Over several lines they stay as they are. */
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Pair, ParsedNode } from 'yaml';
import type { KeyOrder } from './order.ts';

export function flowText(text: string, node: ParsedNode, path: readonly string[], order: KeyOrder): string {
  const source = text.slice(node.range[0], node.range[1]);
  if (source.includes('\n')) return source;
  if (isMap(node) && source.startsWith('{')) {
    const pairs = node.items as readonly Pair<ParsedNode | null, ParsedNode | null>[];
    const keys = pairs.map(({ key }) => (isScalar(key) ? key.source ?? String(key.value) : null));
    const names = keys.filter((key): key is string => key !== null);
    // An anchor, a tag or a key that is no text stands between what could be told apart.
    if (names.length < keys.length || pairs.some(({ key, value }) => isMarked(key) || isMarked(value))) return source;
    const { places, pathOf } = order.of(names, path);
    const written = places.map((at) => pairText(text, names[at] ?? '', pairs[at], pathOf(names[at] ?? ''), order));
    return written.length === 0 ? '{}' : `{ ${written.join(', ')} }`;
  }
  if (isSeq(node) && source.startsWith('[')) {
    const items = node.items as readonly (ParsedNode | Pair)[];
    if (items.some((item) => isPair(item) || isMarked(item))) return source;
    return `[${items.map((item, at) => (isPair(item) ? '' : flowText(text, item, [...path, String(at)], order))).join(', ')}]`;
  }
  return source;
}

function pairText(text: string, name: string, pair: Pair<ParsedNode | null, ParsedNode | null> | undefined, path: readonly string[], order: KeyOrder): string {
  const key = pair?.key;
  const value = pair?.value;
  const written = isScalar(key) ? text.slice((key as ParsedNode).range[0], (key as ParsedNode).range[1]) : name;
  if (value === null || value === undefined) return written;
  const said = flowText(text, value, path, order);
  return said === '' ? `${written}:` : `${written}: ${said}`;
}

/** Whether it has an anchor or a tag. */
export function isMarked(node: ParsedNode | null): boolean {
  return node !== null && (node.tag !== undefined || (!isAlias(node) && node.anchor !== undefined));
}
