/**
 * YAML text to a tree with positions. The `yaml` package reads; here its limits are drawn, because a file may come from anybody:
 * depth is checked before anything recurses, aliases are counted as they are followed, no tag makes anything but text, numbers,
 * truths, lists and maps, and keys are unique.
 */
import { Composer, Parser, isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, ParsedNode, Scalar } from 'yaml';
import { hiddenCharacter } from '../record/plain.ts';
import type { Origin, SourceFile } from './origin.ts';
import type { Report } from './report.ts';
import type { Tree, TreeEntry } from './tree.ts';
import { DEEPEST, tooDeepAt } from './yaml-depth.ts';
import { reportYamlErrors } from './yaml-errors.ts';

/** Nodes that aliases may add in one file. A scenario by hand uses a few; a bomb needs millions. */
const MOST_REPEATED = 10_000;
/** Keys through which data could reach the machinery of the language. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));

/** The tree, or undefined when the text is no YAML that can be read; problems are in the report. */
export function yamlTree(file: SourceFile, report: Report): Tree | undefined {
  const tokens = [...new Parser().parse(file.text)];
  const deep = tooDeepAt(tokens);
  if (deep !== null) {
    report.at('too-deep', { file, start: deep, end: deep + 1 }, '', 'The data is nested too deeply to be a scenario.', 'a scenario needs fewer than ten levels');
    return undefined;
  }
  const documents = [...new Composer({ uniqueKeys: false, version: '1.2', schema: 'core', merge: false }).compose(tokens)];
  const [document, second] = documents;
  const root = document?.contents;
  if (document === undefined || root === null || (isScalar(root) && root.value === null && root.source === '')) {
    report.file('file-empty', file.name, 'The file holds no data.', 'begin with a copy of scenarios/tutorial.yaml');
    return undefined;
  }
  if (second !== undefined) {
    report.at('yaml-several-documents', mark(file, second.range[0]), '', 'The file holds more than one document, set apart by ---.', 'keep one scenario in one file');
  }
  if (document.directives?.yaml.explicit === true) {
    report.at('yaml-directive', { file, start: 0, end: 1 }, '', 'The file begins with a %YAML line, which may change how values are read.', 'leave the line out');
  }
  const before = report.count;
  reportYamlErrors(file, document.errors, report);
  // A text with a syntax error still has a tree, but of something nobody wrote.
  if (report.count > before) return undefined;
  return convert(file, document, report);
}

function mark(file: SourceFile, at: number): Origin {
  return { file, start: at, end: at + 1 };
}

interface Walk {
  readonly file: SourceFile;
  readonly report: Report;
  /** The last node with each anchor so far, which is what an alias means. */
  readonly anchors: Map<string, ParsedNode>;
  /** Nodes we are inside of, against an alias to its own parent. */
  readonly inside: Set<ParsedNode>;
  repeated: number;
  inAlias: number;
  /** Something could not be read at all: what is left is not what was written. */
  broken: boolean;
}

function convert(file: SourceFile, document: Document.Parsed, report: Report): Tree | undefined {
  const walk: Walk = { file, report, anchors: new Map(), inside: new Set(), repeated: 0, inAlias: 0, broken: false };
  const root = document.contents;
  const tree = root === null ? undefined : nodeTree(walk, root, []);
  return walk.broken ? undefined : tree;
}

function originOf(walk: Walk, node: ParsedNode): Origin {
  return { file: walk.file, start: node.range[0], end: node.range[1] };
}

function nodeTree(walk: Walk, node: ParsedNode, path: readonly string[]): Tree {
  const origin = originOf(walk, node);
  const nothing: Tree = { kind: 'leaf', origin, value: null, written: '', textStart: null };
  if (walk.inAlias > 0) {
    walk.repeated += 1;
    if (walk.repeated === MOST_REPEATED) {
      walk.broken = true;
      walk.report.at('too-much-repetition', origin, path.join('.'), 'Aliases (*name) repeat too much of the file.', 'write the values out, or use extends:');
    }
    if (walk.repeated >= MOST_REPEATED) return nothing;
  }
  if (path.length > DEEPEST) {
    // Only aliases lead here: what is written out was measured before.
    walk.broken = true;
    walk.report.at('too-deep', origin, path.slice(0, 3).join('.'), 'The data is nested too deeply to be a scenario.', 'a scenario needs fewer than ten levels');
    return nothing;
  }
  if (isAlias(node)) return aliasTree(walk, node.source, origin, path) ?? nothing;
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node);
  if (node.tag !== undefined && !TAGS.has(node.tag)) {
    walk.broken = true;
    walk.report.at('yaml-tag', origin, path.join('.'), `The tag ${node.tag.replace('tag:yaml.org,2002:', '!!')} is not used in scenarios.`, 'leave the tag (the part with !) out');
    return nothing;
  }
  walk.inside.add(node);
  const tree = collectionTree(walk, node, origin, path) ?? leafTree(walk, node, origin, path);
  walk.inside.delete(node);
  return tree;
}

function aliasTree(walk: Walk, name: string, origin: Origin, path: readonly string[]): Tree | null {
  const target = walk.anchors.get(name);
  if (target === undefined || walk.inside.has(target)) {
    walk.broken = true;
    walk.report.at('yaml-alias', origin, path.join('.'), target === undefined ? `*${name} repeats something that is not marked &${name} before it.` : `*${name} stands inside of what it repeats.`, 'a text that begins with * needs quotes');
    return null;
  }
  walk.inAlias += 1;
  const tree = nodeTree(walk, target, path);
  walk.inAlias -= 1;
  return tree;
}

function collectionTree(walk: Walk, node: ParsedNode, origin: Origin, path: readonly string[]): Tree | null {
  if (isSeq(node)) {
    return { kind: 'list', origin, items: node.items.map((item, index) => nodeTree(walk, item, [...path, String(index)])) };
  }
  if (!isMap(node)) return null;
  const map = new Map<string, TreeEntry>();
  for (const pair of node.items as { key: ParsedNode | null; value: ParsedNode | null }[]) {
    const key = keyOf(walk, pair.key, path);
    if (key === null) continue;
    const inner = [...path, key.name];
    const value: Tree = pair.value === null ? { kind: 'leaf', origin: key.origin, value: null, written: '', textStart: null } : nodeTree(walk, pair.value, inner);
    if (map.has(key.name)) walk.report.at('duplicate-key', key.origin, inner.join('.'), `${JSON.stringify(key.name)} is written twice in one map.`, 'keep one of the two');
    else map.set(key.name, { key: key.origin, keyIsText: key.isText, value });
  }
  return { kind: 'map', origin, entries: map };
}

function keyOf(walk: Walk, node: ParsedNode | null, path: readonly string[]): { readonly name: string; readonly origin: Origin; readonly isText: boolean } | null {
  if (node === null) return null;
  const origin = originOf(walk, node);
  if (!isScalar(node) || node.anchor !== undefined || node.tag !== undefined) {
    walk.report.at('key-not-text', origin, path.join('.'), 'A key must be a plain name.', 'write name: value, the name without brackets and signs');
    return null;
  }
  const isText = typeof node.value === 'string';
  const name = isText ? String(node.value) : node.source ?? String(node.value);
  if (FORBIDDEN.has(name)) {
    walk.report.at('forbidden-key', origin, path.join('.'), `${JSON.stringify(name)} may not be used as a name.`, 'choose another name');
    return null;
  }
  checkHidden(walk, name, origin, path);
  return { name, origin, isText };
}

function leafTree(walk: Walk, node: ParsedNode, origin: Origin, path: readonly string[]): Tree {
  const scalar = node as Scalar.Parsed;
  const value = scalar.value;
  const written = scalar.source;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) walk.report.at('not-finite', origin, path.join('.'), `${written} is not a number that can be reckoned with.`, 'write an ordinary number');
    return { kind: 'leaf', origin, value, written, textStart: null };
  }
  if (typeof value === 'string') {
    checkHidden(walk, value, origin, path);
    return { kind: 'leaf', origin, value, written, textStart: textStart(walk.file, value, origin) };
  }
  return { kind: 'leaf', origin, value: typeof value === 'boolean' ? value : null, written, textStart: null };
}

function checkHidden(walk: Walk, value: string, origin: Origin, path: readonly string[]): void {
  const hidden = hiddenCharacter(value);
  if (hidden !== null) walk.report.at('hidden-character', origin, path.join('.'), `The text holds a character that cannot be seen (${hidden}).`, 'delete it, or write the text anew');
}

/** Where the text of a scalar begins, when it stands in the file as it reads; null when escapes or folding come between. */
function textStart(file: SourceFile, value: string, origin: Origin): number | null {
  for (const start of [origin.start, origin.start + 1]) if (file.text.startsWith(value, start)) return start;
  return null;
}
