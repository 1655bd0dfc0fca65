/** A batch as a page: how the runs ended, what was agreed, how soon, and what stood in the way of the rest. */
import type { BatchResult } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { blockers } from './blockers.ts';
import { askedAgain, howMany } from './how-many.ts';
import { commandLine, startOf } from './commandline.ts';
import type { Asked } from './commandline.ts';
import { heading, page, rule, title, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import * as names from './names.ts';
import { labelWidth, shares, type ShareRow } from './shares.ts';
import { baselinesOf, besideRuns } from './spatial.ts';
import { takenInBatch } from './taken.ts';
import { count, day, number, quoted, span } from './words.ts';

/** The terms of one stage, among the runs in which it was signed. */
function signedTerms(stage: string, result: BatchResult, scenario: Scenario, at: Page): string[] {
  const issues = result.terms.filter((one) => one.stage === stage);
  const runs = issues[0]?.options.reduce((sum, option) => sum + option.count, 0) ?? 0;
  if (runs === 0) return [];
  const lines = heading(`What was signed in ${quoted(names.stage(scenario, stage))}, in ${count(runs, 'run')}`, at);
  const isLast = stage === scenario.stages[scenario.stages.length - 1]?.id;
  if (isLast && result.rounds !== null) {
    const { median, low, high } = result.rounds;
    lines.push(...wrap(low === high ? `Signed in round ${number(median)}.` : `Half of them by round ${number(median)}; four in five between rounds ${number(low)} and ${number(high)}.`, at.width, '  '));
  }
  const tables = issues.map((issue) => ({
    title: names.issue(scenario, issue.issue),
    rows: issue.options.filter((one) => one.count > 0).map((one) => ({ label: names.option(scenario, issue.issue, one.option), share: one.share, interval: [one.low, one.high] as const })),
  }));
  // One width for all of them, so that the bars can be compared.
  const label = labelWidth(tables.flatMap((table) => table.rows), at);
  for (const table of tables) lines.push(...wrap(table.title, at.width, '  '), ...shares(table.rows, at, '    ', label));
  return lines;
}

/** Whether what was agreed last lasted, as far as it was followed. */
function peace(result: BatchResult, at: Page): string[] {
  if (result.peace === null) return [];
  const { runs, horizonDays, collapsed } = result.peace;
  const rows: readonly ShareRow[] = [
    { label: `Still in force ${span(horizonDays)} later`, share: 1 - collapsed.share, interval: [1 - collapsed.high, 1 - collapsed.low] },
    { label: 'Collapsed before', share: collapsed.share, interval: [collapsed.low, collapsed.high] },
  ];
  return [...heading(`What became of the ${count(runs, 'agreement')} that came into force`, at), ...shares(rows, at)];
}

/** Where the one issue that is a quantity was signed last, beside what simple baselines say of it. */
function beside(result: BatchResult, scenario: Scenario, at: Page): string[] {
  const issue = baselinesOf(scenario, result.levers)?.issue;
  const signed = result.terms.filter((one) => one.issue === issue).at(-1)?.options ?? null;
  return besideRuns(scenario, result.levers, signed, at);
}

/** `asked`: what the command that repeats the batch must say. */
export function distribution(result: BatchResult, scenario: Scenario, asked: Asked, at: Page): string {
  const lines = [...title(plain(scenario.title), at), ...wrap(plain(scenario.question), at.width)];
  const from = startOf(scenario);
  if (from !== null) lines.push(...wrap(`Started on ${day(from)}.`, at.width));
  for (const line of takenInBatch(result.levers, asked, scenario)) lines.push(...wrap(line, at.width));
  for (const line of howMany(result)) lines.push(...wrap(line, at.width));
  lines.push(...heading(`How ${count(result.runs, 'run')} ended, with 95 % intervals`, at));
  lines.push(...shares(result.outcomes.map((one) => ({ label: names.outcome(scenario, one.id), share: one.share, interval: [one.low, one.high] as const })), at));
  lines.push(...scenario.stages.flatMap((stage) => signedTerms(stage.id, result, scenario, at)), ...beside(result, scenario, at), ...peace(result, at), ...blockers(result, scenario, at));
  const note = 'These are shares of simulated runs under the assumptions written in the scenario file. They are not probabilities and predict nothing.';
  const again = commandLine({ ...asked, command: 'batch', seed: result.seed, from, more: askedAgain(result) });
  lines.push('', at.paint.dim(rule(at.width)), ...wrap(note, at.width));
  lines.push(...wrap(`Seed ${plain(result.seed)}, ${count(result.runs, 'run')}; scenario ${plain(result.scenario)} ${result.hash.slice(0, 12)}.`, at.width), `Again: ${again}`);
  return page(lines);
}
