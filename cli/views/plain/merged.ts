/** Joined shards as a short page: without the scenario's file there are titles for the outcomes, and JSON for the rest. */
import type { BatchResult } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import { shares } from './shares.ts';
import { heading, page, rule, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import { count } from './words.ts';

export function merged(result: BatchResult, parts: number, out: string | null, at: Page): string {
  const lines = heading(`How ${count(result.runs, 'run')} ended, with 95 % intervals`, at);
  lines.push(...shares(result.outcomes.map(({ title, share, low, high }) => ({ label: plain(title), share, interval: [low, high] })), at));
  const where = out === null ? '' : ` All rows: ${plain(out)}.`;
  lines.push('', at.paint.dim(rule(at.width)), ...wrap(`Seed ${plain(result.seed)}, ${count(result.runs, 'run')} of ${count(parts, 'part')}; scenario ${plain(result.scenario)} ${plain(result.hash.slice(0, 12))}.${where} Terms, rounds and what stood in the way: --json.`, at.width));
  return page(lines);
}
