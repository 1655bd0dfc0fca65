/** What is wrong with scenario files, file by file. */
import type { Problem } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import { fitted } from './excerpt.ts';
import { page } from './layout.ts';
import type { Page } from './layout.ts';
import { count } from './words.ts';

export interface Checked {
  readonly file: string;
  readonly ok: boolean;
  /** Only parts for others to extend. */
  readonly base: boolean;
  readonly problems: readonly Problem[];
  readonly title: string | null;
}

export function problemList(files: readonly Checked[], format: (problem: Problem) => string, at: Page): string {
  const lines = files.flatMap((one) => {
    if (one.base) return [`${at.paint.good('ok')}  ${plain(one.file)}: no scenario by itself; what it holds is checked with those that extend it`];
    if (one.ok) return [`${at.paint.good('ok')}  ${plain(one.file)}${one.title === null ? '' : `: ${one.title}`}`];
    return [...one.problems.flatMap((problem) => [format({ ...problem, excerpt: fitted(problem.excerpt, at.width) }), '']), at.paint.bad(`${plain(one.file)}: ${count(one.problems.length, 'problem')}`)];
  });
  return page(lines);
}
