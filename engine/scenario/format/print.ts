/**
 * A file's lines in the order and at the columns of the format. Texts, numbers and comments are taken from the file as they stand
 * there, and nothing is written anew but blanks: so nothing that an author wrote can be lost or come out otherwise.
 */
import { isMap, isScalar, isSeq } from 'yaml';
import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { flowText } from './flow.ts';
import type { KeyOrder } from './order.ts';
import { at, gap, indentOf, isBlank, shifted, withoutLead } from './text.ts';
import type { Lines } from './text.ts';

/** A pair or an item: what stands above it, its own lines, and the comments below that are indented as a part of it. */
interface Entry { readonly lead: readonly string[]; readonly body: readonly string[]; readonly tail: readonly string[] }
type Block = YAMLMap.Parsed | YAMLSeq.Parsed;
/** An entry as it stands in the file: where it begins, its last line, and how it is written at a column. */
interface Found { readonly start: number; readonly last: number; readonly body: (column: number) => readonly string[] }

/** Blanks before each level. */
const STEP = 2;

const isBlock = (node: ParsedNode | null, text: string): node is Block => node !== null && (isMap(node) || isSeq(node)) && !/[[{]/u.test(text.charAt(node.range[0]));

export class Printer {
  readonly #lines: Lines;
  readonly #order: KeyOrder | null;

  /** @param order null: all keys keep their places */
  constructor(lines: Lines, order: KeyOrder | null) {
    this.#lines = lines;
    this.#order = order;
  }

  /** The whole file, of which `root` is the map or list. */
  file(root: Block): readonly string[] {
    const first = this.#lines.lineAt(this.#firstOffset(root));
    const { all } = this.#lines;
    // What stands on top, such as the line that names the schema, stays there whatever comes first.
    const top = withoutLead(gap(all.slice(0, first), 0));
    const entries = this.#block(root, 0, [], first);
    const { tail, lead } = this.#parted(all.slice(this.#lastLine(root) + 1), this.#lines.columnAt(this.#firstOffset(root)), 0);
    const body = withoutLead(entries.flatMap((entry) => [...entry.lead, ...entry.body, ...entry.tail]));
    const lines = [...top, ...body, ...tail, ...lead];
    while (lines.at(-1) === '') lines.pop();
    return lines;
  }

  /** @param from the line after what comes before it */
  #block(node: Block, column: number, path: readonly string[], from: number): readonly Entry[] {
    const found = isMap(node) ? this.#pairs(node, path) : this.#items(node, path);
    const own = this.#lines.columnAt(this.#firstOffset(node));
    const parts: { lead: readonly string[]; body: readonly string[]; tail: readonly string[] }[] = [];
    let next = from;
    for (const { start, last, body } of found) {
      const { tail, lead } = this.#parted(this.#lines.all.slice(next, this.#lines.lineAt(start)), parts.length === 0 ? Infinity : own, column);
      const before = parts.at(-1);
      if (before !== undefined) before.tail = tail;
      parts.push({ lead, body: body(column), tail: [] });
      next = last + 1;
    }
    if (!isMap(node) || this.#order === null) return parts;
    const { places } = this.#order.of(this.#names(node), path);
    const ordered = places.flatMap((place) => parts[place] ?? []);
    return ordered.map((part, nth) => (nth === 0 ? { ...part, lead: withoutLead(part.lead) } : part));
  }

  /** Lines between two entries: those that belong to the first by their indentation, and those above the second. */
  #parted(lines: readonly string[], own: number, column: number): { readonly tail: readonly string[]; readonly lead: readonly string[] } {
    const outside = lines.findIndex((line) => !isBlank(line) && indentOf(line) <= own);
    const inside = lines.slice(0, outside < 0 ? lines.length : outside);
    const last = inside.findLastIndex((line) => !isBlank(line));
    if (own === Infinity || last < 0) return { tail: [], lead: gap(lines, column) };
    return { tail: gap(lines.slice(0, last + 1), column + STEP), lead: gap(lines.slice(last + 1), column) };
  }

  #names(node: YAMLMap.Parsed): readonly string[] {
    return node.items.map(({ key }) => (isScalar(key) ? String((key as { source?: string }).source ?? key.value) : ''));
  }

  #pairs(node: YAMLMap.Parsed, path: readonly string[]): readonly Found[] {
    const { text, lineAt } = this.#lines;
    const names = this.#names(node);
    const pathOf = this.#order?.of(names, path).pathOf ?? ((name: string) => [...path, name]);
    return node.items.map(({ key, value }, nth) => {
      const [start, end] = key.range;
      const way = pathOf(names[nth] ?? '');
      const last = value === null ? lineAt(start) : Math.max(lineAt(start), this.#lastLine(value));
      return { start, last, body: (column) => this.#pair(text.slice(start, end), end, value, { start, last, column, way }) };
    });
  }

  #pair(key: string, end: number, value: ParsedNode | null, { start, last, column, way }: { readonly start: number; readonly last: number; readonly column: number; readonly way: readonly string[] }): readonly string[] {
    const { text, all, lineAt, columnAt } = this.#lines;
    const line = lineAt(start);
    const after = (all[line] ?? '').slice(columnAt(end));
    const colon = after.indexOf(':');
    const said = after.slice(colon + 1).trim();
    const head = at(column, said === '' ? `${key}:` : `${key}: ${said}`);
    if (isBlock(value, text)) return [head, ...this.#nested(value, column + STEP, way, line + 1)];
    if (line < last) return [head.trimEnd(), ...all.slice(line + 1, last + 1).map((one) => shifted(one, column - columnAt(start)))];
    return [at(column, `${key}: ${this.#onOneLine(value, end + colon + 1, way)}`.trimEnd())];
  }

  /** A value that begins and ends on one line, with what stands before and after it there. */
  #onOneLine(value: ParsedNode | null, from: number, way: readonly string[]): string {
    const { text, all, lineAt, columnAt } = this.#lines;
    const line = all[lineAt(from)] ?? '';
    if (value === null || this.#order === null) return line.slice(columnAt(from)).trim();
    const [start, end] = value.range;
    return `${text.slice(from, start).trimStart()}${flowText(text, value, way, this.#order)}${line.slice(columnAt(end)).trimEnd()}`.trim();
  }

  #items(node: YAMLSeq.Parsed, path: readonly string[]): readonly Found[] {
    const { all, lineAt, columnAt } = this.#lines;
    const dashes = this.#dashes(node);
    return node.items.map((value, nth) => {
      const start = dashes[nth] ?? value.range[0];
      const line = lineAt(start);
      const last = Math.max(line, this.#lastLine(value));
      const way = [...path, String(nth)];
      const body = (column: number): readonly string[] => {
        if (isBlock(value, this.#lines.text)) return this.#nestedItem(value, start, column, way);
        const head = (all[line] ?? '').slice(columnAt(start) + 1).trim();
        if (line < last) return [at(column, `- ${head}`.trimEnd()), ...all.slice(line + 1, last + 1).map((one) => shifted(one, column - columnAt(start)))];
        return [at(column, `- ${this.#onOneLine(value, start + 1, way)}`.trimEnd())];
      };
      return { start, last, body };
    });
  }

  /** A map or list of lines in a list: its first line stands beside the dash. */
  #nestedItem(value: Block, dash: number, column: number, way: readonly string[]): readonly string[] {
    const { all, lineAt, columnAt } = this.#lines;
    const line = lineAt(dash);
    const beside = lineAt(this.#firstOffset(value)) === line;
    const head = beside ? '' : (all[line] ?? '').slice(columnAt(dash) + 1).trim();
    const lines = this.#nested(value, column + STEP, way, beside ? line : line + 1);
    const first = lines.findIndex((one) => !isBlank(one) && !one.trimStart().startsWith('#'));
    if (head !== '' || first > 0) return [at(column, `- ${head}`.trimEnd()), ...lines];
    return [at(column, `- ${(lines[0] ?? '').trimStart()}`), ...lines.slice(1)];
  }

  #nested(node: Block, column: number, path: readonly string[], from: number): readonly string[] {
    return this.#block(node, column, path, from).flatMap((entry) => [...entry.lead, ...entry.body, ...entry.tail]);
  }

  #dashes(node: YAMLSeq.Parsed): readonly number[] {
    const token = node.srcToken;
    if (token?.type !== 'block-seq') return [];
    return token.items.flatMap((item) => item.start.find((one) => one.type === 'seq-item-ind')?.offset ?? []);
  }

  #firstOffset(node: Block): number {
    if (isSeq(node)) return this.#dashes(node)[0] ?? node.range[0];
    return (node.items[0]?.key as ParsedNode | undefined)?.range[0] ?? node.range[0];
  }

  #lastLine(node: ParsedNode): number {
    if (!isBlock(node, this.#lines.text)) return this.#lines.lineAt(Math.max(node.range[0], node.range[1] - 1));
    const last = node.items.at(-1);
    if (last === undefined) return this.#lines.lineAt(node.range[0]);
    if (!('key' in last)) return Math.max(this.#lines.lineAt(this.#dashes(node as YAMLSeq.Parsed).at(-1) ?? 0), this.#lastLine(last));
    const { key, value } = last;
    return Math.max(this.#lines.lineAt(key.range[0]), value === null ? 0 : this.#lastLine(value));
  }
}
