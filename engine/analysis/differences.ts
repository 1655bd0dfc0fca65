/**
 * What differs between two checked scenarios, thing by thing and by id: not a difference of text, so that order, comments and spelling
 * of the file do not count. It walks over all there is, so a new field of the format is found without a word here.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { equal, isBranch, isList, keyed, said, type Branch, type Node, type Said } from './differences-nodes.ts';

export type { Said } from './differences-nodes.ts';

/** One step from the scenario to the value: a field, or one thing of a list with its id and its title, if it has one. */
export type Step = { readonly field: string } | { readonly list: string; readonly id: string; readonly title: string | null };

export interface Difference {
  /** Where it stands, as a file writes it: `parties.ukraine.walk-away.value`. */
  readonly path: string;
  readonly steps: readonly Step[];
  /** `order`: the same things, one before the other. */
  readonly change: 'changed' | 'added' | 'gone' | 'order';
  readonly before: Said;
  readonly after: Said;
  /** Whether it can bear on a run; titles, claims and evidence cannot. */
  readonly plays: boolean;
}

/** Of the whole file: told elsewhere, or told by what differs inside. */
const ASIDE = ['id', 'hash', 'title', 'starts'];
/** What is said about a thing, and never read in a run. */
const WORDS = ['title', 'name', 'short', 'question', 'leavesOut', 'evidence', 'says', 'voice', 'date', 'source', 'role', 'status', 'contradicts', 'file', 'url'];
/** Maps from an id to a value. */
const MAPS = ['scores', 'levers', 'peace'];

const kebab = (name: string): string => name.replaceAll(/[A-Z]/gu, (sign) => `-${sign.toLowerCase()}`);

/** In the order of the first scenario; what only the second has comes after its like. */
export function differencesBetween(first: Scenario, second: Scenario): readonly Difference[] {
  const top = (scenario: Scenario): Branch => Object.fromEntries(Object.entries(scenario as unknown as Branch).filter(([key]) => !ASIDE.includes(key)));
  // The day it starts is told as `from`.
  return compare(top(first), top(second), []).filter(({ path }) => path !== 'calendar.start');
}

function compare(before: Node, after: Node, steps: readonly Step[]): readonly Difference[] {
  if (before === after) return [];
  const last = steps.at(-1);
  const field = last !== undefined && 'field' in last ? last.field : '';
  const [one, other] = [said(before, field), said(after, field)];
  if (one.is !== 'thing' || other.is !== 'thing') return equal(before, after) ? [] : [found(steps, one, other)];
  if (isList(before) && isList(after)) return lists(before, after, steps);
  if (!isBranch(before) || !isBranch(after)) return [found(steps, one, other)];
  if (MAPS.includes(field)) return things(new Map(Object.entries(before)), new Map(Object.entries(after)), steps);
  return both(Object.keys(before), Object.keys(after)).flatMap((key) => compare(before[key], after[key], [...steps, { field: key }]));
}

/** A list of things, or a map, matched by id. */
function lists(before: readonly Node[], after: readonly Node[], steps: readonly Step[]): readonly Difference[] {
  const [one, other] = [keyed(before), keyed(after)];
  const within = things(one, other, steps);
  const common = [...one.keys()].filter((id) => other.has(id));
  const turned = [...other.keys()].filter((id) => one.has(id));
  return common.every((id, at) => id === turned[at]) ? within : [...within, { ...found(steps, { is: 'words', of: common }, { is: 'words', of: turned }), change: 'order' }];
}

function things(one: ReadonlyMap<string, Node>, other: ReadonlyMap<string, Node>, steps: readonly Step[]): readonly Difference[] {
  const last = steps.at(-1);
  const list = last !== undefined && 'field' in last ? last.field : '';
  return both([...one.keys()], [...other.keys()]).flatMap((id) => {
    const node = one.get(id) ?? other.get(id);
    const title = isBranch(node) ? (node['title'] ?? node['name'] ?? null) : null;
    return compare(one.get(id), other.get(id), [...steps.slice(0, -1), { list, id, title: typeof title === 'string' ? title : null }]);
  });
}

const both = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];

function found(steps: readonly Step[], before: Said, after: Said): Difference {
  const names = steps.map((step) => ('field' in step ? step.field : step.list));
  const path = steps.flatMap((step) => ('field' in step ? [kebab(step.field)] : [kebab(step.list), step.id])).join('.');
  const last = steps.at(-1);
  const words = last !== undefined && 'field' in last && WORDS.includes(last.field);
  const change = before.is === 'nothing' ? 'added' : after.is === 'nothing' ? 'gone' : 'changed';
  return { path, steps, change, before, after, plays: !words && !['sources', 'claims'].includes(names[0] ?? '') };
}
