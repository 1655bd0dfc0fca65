/** What became of files that were to be put in order. */
import type { Problem } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import { page } from './layout.ts';
import type { Page } from './layout.ts';

export interface FormattedFile {
  readonly file: string;
  /** Whether it is YAML that can be read; it may still have other problems. */
  readonly ok: boolean;
  readonly changes: boolean;
  readonly problems: readonly Problem[];
  readonly text: string;
}

export function formattedList(files: readonly FormattedFile[], checks: boolean, format: (problem: Problem) => string, { paint }: Page): string {
  const lines = files.flatMap((one) => {
    const name = plain(one.file);
    if (!one.ok) return [...one.problems.flatMap((problem) => [format(problem), '']), paint.bad(`${name}: cannot be read, so it stays as it is`)];
    if (!one.changes) return [`${paint.good('ok')}  ${name}: in order`];
    return [checks ? paint.bad(`${name}: not in order; winset fmt ${name} writes it so`) : `${paint.good('ok')}  ${name}: written anew`];
  });
  return page(lines);
}
