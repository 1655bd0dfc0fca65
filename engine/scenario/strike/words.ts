/** What a path of the file leads to, in words a reader knows. */
import { textOf } from '../dates/days.ts';
import type { Tree } from '../tree.ts';

/** By the key under which things of a kind stand. */
const KINDS: Readonly<Record<string, string>> = {
  deadlines: 'deadline', levers: 'lever', views: 'view', figures: 'figure', gauges: 'gauge', worth: 'worth', bonds: 'bond', stances: 'stance', 'red-lines': 'red line',
  tracks: 'track', stages: 'stage', leverage: 'leverage on', events: 'event', ratios: 'ratio of', peace: 'hazard of', on: 'move on',
};
/** Things of which a party has one. */
const SINGLE: Readonly<Record<string, string>> = {
  'walk-away': 'walk-away value', manner: 'manner', posture: 'posture', leaves: 'leaving', ratifies: 'ratification', 'looks-ahead': 'looking ahead', 'walks-away': 'walking away of the mediator',
};

export function wordsFor(tree: Tree, path: readonly string[]): string {
  const at = path.findLastIndex((key, index) => index < path.length - 1 && KINDS[key] !== undefined);
  const last = path.at(-1) ?? '';
  const single = SINGLE[last];
  const owner = path[0] === 'parties' ? ` (${titleAt(tree, path.slice(0, 2), 'name') ?? path[1] ?? ''})` : '';
  if (single !== undefined) return `${single}${owner}`;
  const key = path[at];
  const name = titleAt(tree, path, 'title') ?? path[at + 1] ?? last;
  return key === undefined ? `${last}${owner}` : `${KINDS[key] ?? key}: ${name}${owner}`;
}

function titleAt(tree: Tree, path: readonly string[], key: string): string | undefined {
  let node: Tree | undefined = tree;
  for (const step of path) node = node?.kind === 'map' ? node.entries.get(step)?.value : node?.kind === 'list' ? node.items[Number(step)] : undefined;
  return textOf(node, key);
}
