/** A batch as a page: how the runs ended, what was agreed, how soon, and what stood in the way of the rest. */
import type { BatchResult } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { askedAgain, howMany } from './how-many.ts';
import { commandLine, startOf } from './commandline.ts';
import type { Asked } from './commandline.ts';
import { bar, cells, heading, pad, page, rule, widest, title, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import * as names from './names.ts';
import { baselinesOf, besideRuns } from './spatial.ts';
import { takenInBatch } from './taken.ts';
import { count, day, number, percent, quoted, span } from './words.ts';

type Blocker = BatchResult['blockers']['by'][number];

export interface ShareRow { readonly label: string; readonly share: number; readonly interval: readonly [number, number] }

/** '34 to 100 %'; with a decimal where both ends would else read alike. */
function between([low, high]: ShareRow['interval']): string {
  const alike = Math.round(low * 100) === Math.round(high * 100);
  const [from, to] = [low, high].map((share) => (alike && low !== high ? (share * 100).toFixed(1) : String(Math.round(share * 100))));
  return `${from} to ${to} %`;
}

/** ' 100 %   34 to 100 %' and the blanks around the bar. */
const FIGURES = 20;
const GAPS = 3;

function labelWidth(rows: readonly ShareRow[], at: Page): number {
  return widest(rows.map((row) => row.label), Math.max(12, Math.floor(at.width * 0.45)));
}

/** Label, bar, share and interval; a label too long for its column has lines of its own above, and a narrow page has no bars. */
export function shares(rows: readonly ShareRow[], at: Page, indent = '  ', wanted = labelWidth(rows, at)): string[] {
  const intervals = rows.map((row) => between(row.interval));
  const free = at.width - cells(indent) - Math.max(FIGURES, ...intervals.map((each) => each.length + 9)) - GAPS;
  const room = free - wanted < 4 ? 0 : Math.min(30, free - wanted);
  const label = room === 0 ? Math.min(wanted, free) : wanted;
  return rows.flatMap((row, index) => {
    const lines = wrap(row.label, cells(indent) + label, indent, `${indent}  `);
    const last = lines.pop() ?? '';
    return [...lines, `${pad(last, cells(indent) + label)}  ${at.paint.accent(pad(room === 0 ? '' : bar(row.share, room), room))} ${percent(row.share).padStart(6)}   ${intervals[index]}`];
  });
}

/** Who or what kept a run from an agreement, in words. */
export function blocker(by: Blocker, scenario: Scenario): string {
  if (by.party === null) return 'It never came to a text';
  const who = names.partyFirst(scenario, by.party);
  const owner = names.partyOf(scenario, by.party);
  const on = by.of === null ? '' : quoted(names.issue(scenario, by.of));
  switch (by.kind) {
    case 'red-line': {
      const line = owner?.redLines.find((one) => one.id === by.of);
      return `${names.whose(who)} red line ${quoted(names.line(scenario, by.party, by.of ?? ''))}${names.rests(line?.evidence)}`;
    }
    case 'firm-stance': return `${who} does not move on ${on}`;
    case 'not-good-enough': return by.of === null ? `${who}: the text as a whole was not enough` : `${who}: not enough; it asked for more on ${on}`;
    case 'said': return `${who} refused, as it was told to`;
    case 'no-text': return `${who} found no text to table`;
    case 'unanswered': return `${who} had not answered the last text`;
    case 'not-ratified': return `${who}: its text was rejected at home`;
    case 'left': return `${who} left before the signed text was voted on`;
    case 'repudiated': return `${who}, bound without signing, repudiated what was signed`;
  }
}

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

const MOST_BLOCKERS = 12;

function blockers(result: BatchResult, scenario: Scenario, at: Page): string[] {
  const { runs, by } = result.blockers;
  if (runs === 0) return [];
  const last = scenario.stages[scenario.stages.length - 1]?.id ?? '';
  const lines = heading(`What stood in the way of ${quoted(names.stage(scenario, last))} in the other ${count(runs, 'run')}`, at);
  if (by.length === 0) return [...lines, '  No refusal stood when they ended.'];
  const rows = by.slice(0, MOST_BLOCKERS).map((one) => ({ label: blocker(one, scenario), share: one.share, interval: [one.low, one.high] as const }));
  lines.push(...shares(rows, at));
  if (by.length > MOST_BLOCKERS) lines.push(at.paint.dim(`  and ${by.length - MOST_BLOCKERS} rarer ones; --json has them all`));
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
