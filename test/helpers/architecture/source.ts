/** The project's own sources as text and syntax trees, for the checks that keep the architecture true. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A file of the project. `path` is relative to the root, with `/`. */
export interface SourceFile { readonly path: string; readonly text: string }

/** What a check found: where, and what is wrong there. */
export type Finding = string;

/** A node of the syntax tree, as loose as the checks need it. */
export interface Node { readonly type: string; readonly start: number; readonly [key: string]: unknown }

export interface Import {
  /** What is written between the quotes. */
  readonly from: string;
  /** The imported file's path from the root; null for packages and Node's own modules. */
  readonly file: string | null;
  readonly dynamic: boolean;
  readonly typesOnly: boolean;
  readonly line: number;
}

/** Every file below the folder, sorted, without what is made or installed. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(ROOT + folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name === '.git') continue;
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...filesBelow(path));
    else found.push(path);
  }
  return found.sort();
}

/** The folders below this one, itself included, down to `depth` levels. */
export function foldersBelow(folder: string, depth: number): string[] {
  if (!existsSync(ROOT + folder)) return [];
  const inside = depth === 0 ? [] : readdirSync(ROOT + folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inside.flatMap((entry) => foldersBelow(posix.join(folder, entry.name), depth - 1))];
}

export function read(path: string): SourceFile {
  return { path, text: readFileSync(ROOT + path, 'utf8') };
}

export function sources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) => filesBelow(folder)).filter((path) => /\.tsx?$/.test(path)).map(read);
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) yield* walk(child);
  }
}

const parsed = new Map<string, readonly Node[]>();

/** Every node of the file's syntax tree, outer before inner. */
export function nodes(file: SourceFile): readonly Node[] {
  const known = parsed.get(file.text);
  if (known) return known;
  const tree: unknown = parseAst(file.text, { lang: file.path.endsWith('x') ? 'tsx' : 'ts' });
  const all = isNode(tree) ? [...walk(tree)] : [];
  parsed.set(file.text, all);
  return all;
}

export function child(node: Node, key: string): Node | null {
  const value = node[key];
  return isNode(value) ? value : null;
}

export function name(node: Node | null): string | null {
  return node?.type === 'Identifier' && typeof node['name'] === 'string' ? node['name'] : null;
}

/** The imports, re-exports and `import()`s of a file, types included. */
export function imports(file: SourceFile): Import[] {
  const found: Import[] = [];
  for (const node of nodes(file)) {
    if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType'].includes(node.type)) continue;
    const from = child(node, 'source')?.['value'];
    if (typeof from !== 'string') continue;
    found.push({
      from,
      file: from.startsWith('.') ? posix.join(posix.dirname(file.path), from) : null,
      dynamic: node.type === 'ImportExpression',
      typesOnly: node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type',
      line: lineAt(file.text, node.start),
    });
  }
  return found;
}
