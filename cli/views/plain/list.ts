/** The shipped scenarios: name, title, question. */
import { plain } from '../../../engine/record/plain.ts';
import { page, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import { count } from './words.ts';

export type Listed =
  | { readonly name: string; readonly title: string; readonly question: string; readonly start: string; readonly rounds: number; readonly hash: string }
  | { readonly name: string; readonly problems: number };

export function scenarioList(scenarios: readonly Listed[], at: Page): string {
  if (scenarios.length === 0) return page(['No scenarios are installed beside the program.']);
  const entries = scenarios.flatMap((one) => {
    if ('problems' in one) return ['', at.paint.bold(one.name), ...wrap(`has ${count(one.problems, 'problem')}: winset check ${one.name}`, at.width, '  ')];
    return ['', ...wrap(`${at.paint.bold(one.name)} · ${plain(one.title)}`, at.width), ...wrap(plain(one.question), at.width, '  ')];
  });
  return page([...entries.slice(1), '', ...wrap('To step through one: winset step NAME. To read about it: winset show NAME.', at.width)]);
}
