/** The shape check: zod finds what does not fit, we say it in plain words at its place. Zod's own sentences never reach a person. */
import type { z } from 'zod';
import { didYouMean, nearest } from '../nearest.ts';
import type { Origin } from '../origin.ts';
import type { Report } from '../report.ts';
import { plainData } from '../tree.ts';
import type { Tree } from '../tree.ts';
import { scenarioFile } from './file.ts';
import { helpFor, keysAt, kindsAt } from './schema-walk.ts';

type Issue = z.core.$ZodIssue;

export function isNotAMap(tree: Tree, report: Report): boolean {
  if (tree.kind === 'map') return false;
  report.at('not-a-map', { ...tree.origin, end: tree.origin.start + 1 }, '', 'A scenario file is a map of names and values, and this is not one.', 'begin with winset: 1');
  return true;
}

export function checkShape(tree: Tree, report: Report): void {
  const result = scenarioFile.safeParse(plainData(tree));
  for (const issue of result.error?.issues ?? []) word(tree, issue, [], report);
}

function word(root: Tree, issue: Issue, before: readonly PropertyKey[], report: Report): void {
  const path = [...before, ...issue.path];
  const spot = find(root, path);
  const shown = path.map(String).join('.');
  const thing = thingAt(path);
  const tell = (code: Parameters<Report['at']>[0], message: string, hint: string): void => report.at(code, spot.origin, shown, message, hint);

  if (spot.tree === undefined) {
    const help = helpAt(path) ?? `write ${String(path.at(-1))}: and ${kindsAt(scenarioFile, path)}`;
    const meant = meantBelow(root, path);
    return tell('missing-key', `${parentName(path)} needs ${JSON.stringify(String(path.at(-1)))}.`, meant === null ? help : `did you mean ${meant}, which the file that is extended has? If it is new: ${help}`);
  }
  // An empty value has been reported by `leftovers.ts`, a number without an end by `yaml-tree.ts`.
  if (spot.tree.kind === 'leaf' && (spot.tree.value === null || (typeof spot.tree.value === 'number' && !Number.isFinite(spot.tree.value)))) return;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(scenarioFile, path);
      for (const key of issue.keys) {
        const at = find(root, [...path, key]);
        // A name without a value has been reported by `leftovers.ts`.
        if (at.tree?.kind === 'leaf' && at.tree.value === null) continue;
        report.at('unknown-key', at.key ?? at.origin, [...path, key].map(String).join('.'), `${path.length === 0 ? 'A scenario' : thing} has no ${JSON.stringify(key)}.`, didYouMean(key, known));
      }
      return;
    }
    case 'invalid_union': {
      const fitting = issue.errors.filter((errors) => !errors.some((error) => error.path.length === 0 && error.code === 'invalid_type'));
      const [only] = fitting;
      // The kind of value tells which variant was meant; within it, say what is wrong.
      if (only !== undefined) for (const error of only) word(root, error, path, report);
      else wrongKind(spot.tree, path, tell);
      return;
    }
    case 'invalid_type':
      return wrongKind(spot.tree, path, tell);
    case 'invalid_value': {
      const written = spot.tree.kind === 'leaf' ? spot.tree.written : '';
      const words = issue.values.map(String);
      return tell('unknown-choice', `${sentence(thing)} cannot be ${JSON.stringify(written)}.`, words.length === 1 ? `write ${words[0] ?? ''}` : didYouMean(written, words));
    }
    case 'too_small':
      if (issue.origin === 'number') return tell('out-of-range', `${sentence(thing)} must be ${issue.minimum} or more.`, `write ${issue.minimum} or more`);
      return tell('too-few', issue.origin === 'string' ? `${sentence(thing)} has no text.` : `${sentence(thing)} needs at least ${issue.minimum === 1 ? 'one entry' : `${issue.minimum} entries`}.`, issue.origin === 'string' ? 'write a text, or leave it out' : helpAt(path) ?? 'write what is in it, or leave it out');
    case 'too_big':
      if (issue.origin === 'number') return tell('out-of-range', `${sentence(thing)} must be ${issue.maximum} or less.`, `write ${issue.maximum} or less`);
      return tell('too-long', issue.origin === 'string' ? `${sentence(thing)} may have ${issue.maximum} characters.` : `${sentence(thing)} may have ${issue.maximum} entries.`, `write ${issue.maximum} or fewer`);
    default:
      return tell('wrong-kind', `${sentence(thing)} is not as it should be.`, helpAt(path) ?? `write ${kindsAt(scenarioFile, path)}`);
  }
}

function wrongKind(tree: Tree, path: readonly PropertyKey[], tell: (code: 'wrong-kind' | 'not-quoted', message: string, hint: string) => void): void {
  const kinds = kindsAt(scenarioFile, path);
  const wantsText = kinds.startsWith('a text');
  const reference = path.at(-1) === 'source' || path.at(-2) === 'because';
  if (tree.kind === 'leaf' && reference && typeof tree.value === 'number') {
    return tell('not-quoted', `Without quotes ${tree.written} is a number, not the name of a ${path.at(-1) === 'source' ? 'source' : 'claim'}.`, `write ${JSON.stringify(tree.written)}`);
  }
  const hint = tree.kind === 'leaf' && wantsText && typeof tree.value !== 'string' ? `put it in quotes: ${JSON.stringify(tree.written)}` : listInstead(tree, kinds) ?? `write ${[kinds, helpAt(path)].filter((part) => part !== null).join('; ')}`;
  tell('wrong-kind', `${sentence(thingAt(path))} must be ${kinds}, and this is ${given(tree)}.`, hint);
}

/** One where a list is wanted. */
function listInstead(tree: Tree, kinds: string): string | null {
  return kinds.startsWith('a list') && tree.kind === 'leaf' && typeof tree.value === 'string' ? `write [${tree.written}]` : null;
}

function given(tree: Tree): string {
  if (tree.kind === 'map') return 'a map';
  if (tree.kind === 'list') return 'a list';
  if (typeof tree.value === 'number') return `the number ${tree.written}`;
  if (typeof tree.value === 'boolean') return tree.written;
  return 'a text';
}

function thingAt(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `an entry of ${JSON.stringify(String(path.at(-2)))}` : JSON.stringify(String(last ?? 'the file'));
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function parentName(path: readonly PropertyKey[]): string {
  if (path.length <= 1) return 'A scenario';
  const last = path.at(-2);
  return typeof last === 'number' ? `Entry ${last + 1} of ${JSON.stringify(String(path.at(-3)))}` : JSON.stringify(String(last));
}

/** A file that changes another names what is there; a name that nearly is one of those below, and lacks what a new one needs, is probably misspelt. */
function meantBelow(root: Tree, path: readonly PropertyKey[]): string | null {
  const { key } = find(root, path.slice(0, -1));
  const around = find(root, path.slice(0, -2)).tree;
  if (key === undefined || around?.kind !== 'map') return null;
  return nearest(String(path.at(-2)), [...around.entries].flatMap(([name, entry]) => (entry.key.file === key.file ? [] : [name])));
}

/** The field's own description as a hint. */
function helpAt(path: readonly PropertyKey[]): string | null {
  const help = helpFor(scenarioFile, path);
  return help === null ? null : `${String(path.at(-1))}: ${help}`;
}

function find(root: Tree, path: readonly PropertyKey[]): { readonly tree: Tree | undefined; readonly key: Origin | undefined; readonly origin: Origin } {
  let tree: Tree | undefined = root;
  let key: Origin | undefined;
  let last: Origin = { ...root.origin, end: root.origin.start + 1 };
  for (const step of path) {
    if (tree?.kind === 'map') {
      const entry = tree.entries.get(String(step));
      key = entry?.key;
      tree = entry?.value;
    } else if (tree?.kind === 'list') {
      key = undefined;
      tree = tree.items[Number(step)];
    } else {
      tree = undefined;
    }
    if (tree === undefined) break;
    last = tree.kind === 'leaf' && tree.value !== null ? tree.origin : key ?? { ...tree.origin, end: tree.origin.start + 1 };
  }
  return { tree, key, origin: last };
}
