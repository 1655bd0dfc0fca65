/** Past talks beside how they ended: what share the runs gave to what happened, scores, and plain words on where that fails. */
import { ASKS, failures, type Asks, type BacktestResult, type CaseResult, type Question, type Score } from '../../../engine/analysis/backtest/backtest.ts';
import { mean } from '../../../engine/analysis/backtest/score.ts';
import type { History } from '../../../engine/analysis/backtest/history.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { cells, heading, pad, page, rule, title, wrap, type Page } from './layout.ts';
import * as names from './names.ts';
import { count, percent } from './words.ts';

export interface BacktestAsked { readonly seed: string; readonly runs: number; readonly history: History; readonly scenarios: readonly Scenario[]; readonly folder: string | null }

const HEADS: Readonly<Record<Asks, string>> = { signed: 'Did a text come into force?', terms: 'On which terms?', held: 'Did it hold for five years?' };
const SHORT: Readonly<Record<Asks, string>> = { signed: 'A text in force', terms: 'Its terms', held: 'It held' };
/** Columns of numbers. */
const WIDE = 8;

const right = (text: string, to = WIDE): string => ' '.repeat(Math.max(0, to - cells(text))) + text;

/** A label, which wraps, and columns of numbers behind its last line. */
function row(label: string, columns: readonly string[], at: Page): string[] {
  const room = Math.max(20, at.width - columns.length * WIDE);
  const lines = wrap(label, room - 1, '  ', '    ');
  const last = lines.pop() ?? '';
  return [...lines, pad(last, room) + columns.map((column) => right(column)).join('')];
}

function yesNo(asks: 'signed' | 'held', result: BacktestResult, at: Page): string[] {
  const asked = result.cases.flatMap((each) => each.questions.filter((question) => question.asks === asks).map((question) => ({ each, question })));
  if (asked.length === 0) return [];
  return [
    ...heading(HEADS[asks], at),
    ...row('Share that went to what happened', ['', 'runs', 'even', 'rate'], at).map(at.paint.dim),
    ...asked.flatMap(({ each, question }) => row(plain(each.title), [question.happened, ...shares(question)], at)),
  ];
}

const shares = (question: Question): readonly string[] => [percent(question.share), percent(question.uniform), percent(question.base)];

function terms(result: BacktestResult, at: Page): string[] {
  const asked = result.cases.map((each) => ({ each, questions: each.questions.filter((question) => question.asks === 'terms') })).filter(({ questions }) => questions.length > 0);
  if (asked.length === 0) return [];
  return [
    ...heading(HEADS.terms, at),
    ...row('Mean share that went to what was signed, over the issues', ['issues', 'first', 'runs', 'even'], at).map(at.paint.dim),
    ...asked.flatMap(({ each, questions }) => row(plain(each.title), [
      String(questions.length), String(questions.filter(isFirst).length), percent(mean(questions.map((question) => question.share))), percent(mean(questions.map((question) => question.uniform))),
    ], at)),
    ...wrap('“first”: on how many issues the runs gave no other option more.', at.width, '  ').map(at.paint.dim),
  ];
}

const isFirst = (question: Question): boolean => question.shares.every((share) => share <= question.share);

const figure = (value: number): string => value.toFixed(2);
const three = (of: { readonly runs: Score; readonly uniform: Score; readonly base: Score }, by: keyof Score): readonly string[] => [figure(of.runs[by]), figure(of.uniform[by]), figure(of.base[by])];

function scores(result: BacktestResult, at: Page): string[] {
  const lines = (['brier', 'log'] as const).flatMap((by) => [
    ...row(by === 'brier' ? 'Brier score' : 'Logarithmic score', ['runs', 'even', 'rates'], at).map(at.paint.dim),
    ...result.summary.filter((each) => each.cases > 0).flatMap((each) => row(`${SHORT[each.asks]}, ${count(each.cases, 'case')}${each.asks === 'terms' ? `, ${count(each.questions, 'issue')}` : ''}`, three(each, by), at)),
  ]);
  return [...heading('Scores: means over the cases, lower is better', at), ...lines];
}

const MOST = 12;

function fails(result: BacktestResult, { scenarios }: BacktestAsked, at: Page): string[] {
  const all = failures(result);
  const lines = heading(`Where it fails: ${count(all.length, 'question')} of ${result.summary.reduce((sum, each) => sum + each.questions, 0)} on which a baseline was nearer`, at);
  for (const question of all.slice(0, MOST)) {
    const at0 = result.cases.findIndex((each) => each.case.id === question.case);
    const scenario = scenarios[at0];
    if (scenario === undefined) continue;
    lines.push(...row(`${plain(scenario.title)}: ${saying(question, scenario)}`, [percent(question.share), percent(Math.max(question.uniform, question.base))], at));
  }
  if (all.length > MOST) lines.push(at.paint.dim(`  and ${all.length - MOST} more; --json has them all`));
  return lines;
}

function saying(question: Question, scenario: Scenario): string {
  if (question.asks === 'terms') return `${names.issue(scenario, question.issue ?? '')}: ${names.option(scenario, question.issue ?? '', question.happened)}`;
  if (question.asks === 'signed') return question.happened === 'yes' ? 'a text came into force' : 'no text came into force';
  return question.happened === 'yes' ? 'it held' : 'it did not hold';
}

/** What the numbers can and cannot show, in words that follow from the cases. */
function words(result: BacktestResult): readonly string[] {
  const { cases, signed } = result;
  const families = new Set(cases.map((each) => each.case.family));
  const unsigned = cases.length - signed;
  const threes = cases.flatMap((each) => each.questions.filter((question) => question.asks === 'terms' && question.options.length === 3));
  const summaryOf = (asks: Asks): BacktestResult['summary'][number] | undefined => result.summary.find((each) => each.asks === asks);
  const verdict = (asks: Asks): string | null => {
    const found = summaryOf(asks);
    if (found === undefined || found.cases === 0) return null;
    const better = (by: Score): boolean => found.runs.brier < by.brier && found.runs.log < by.log;
    const worse = (by: Score): boolean => found.runs.brier > by.brier && found.runs.log > by.log;
    const against = (by: Score, name: string): string => (better(by) ? `better than ${name}` : worse(by) ? `worse than ${name}` : `neither better nor worse than ${name} by both scores`);
    return `${SHORT[asks]}: ${asks === 'terms' ? against(found.uniform, 'even shares') : `${against(found.uniform, 'even shares')}, ${against(found.base, 'base rates')}`}.`;
  };
  return [
    ...ASKS.map(verdict).filter((each) => each !== null),
    `Most of these talks ended in a signature: ${signed} of ${cases.length} cases. Whoever says “they will sign” of all of them looks good here, and that is no skill. Of the ${unsigned} that did not, the runs gave “no text” ${cases.filter((each) => !each.case.signed).map((each) => `${percent(1 - inForceShare(each))} (${plain(each.title)})`).join(', ') || 'nothing'}.`,
    `These are ${families.size} negotiations, ${cases.length} questions; ${families.size === cases.length ? 'no' : 'some'} cases are the same talks asked twice. So few can show that something is badly wrong, not that it is right.`,
    `Who listed the options knew how the talks ended: of ${count(threes.length, 'issue')} with three options the middle one was signed on ${threes.filter((question) => question.options[1] === question.happened).length}, and a model that likes the middle is favoured by that. Base rates are rates of wars, not of talks that had come as far as these.`,
  ];
}

const inForceShare = (each: CaseResult): number => (each.inForce + 0.5) / (each.runs + 1);

export function backtestPage(result: BacktestResult, asked: BacktestAsked, at: Page): string {
  const lines = [...title('Past talks, played from what was known before they ended', at)];
  lines.push(...wrap(`${count(asked.runs, 'run')} of each of ${count(result.cases.length, 'case')}, levers drawn anew for each run; one set of assumptions for all (scenarios/history/README.md).`, at.width));
  lines.push(...wrap('“even”: the same share to each option. “rate”: base rates from published counts, the same for all cases of a kind.', at.width));
  lines.push(...yesNo('signed', result, at), ...terms(result, at), ...yesNo('held', result, at), ...scores(result, at), ...fails(result, asked, at));
  lines.push(...heading('What this can show, and what not', at), ...words(result).flatMap((each) => wrap(each, at.width, '  - ', '    ')));
  const marks = [...new Set(result.cases.flatMap((each) => (each.case.ended.mark === 'to-be-checked' ? [plain(each.title)] : [])))];
  lines.push('', at.paint.dim(rule(at.width)));
  if (marks.length > 0) lines.push(...wrap(`How it ended rests on general knowledge, to be checked before it is cited: ${marks.join('; ')}.`, at.width));
  lines.push(...wrap('Shares of simulated runs under the assumptions in the files. They are not probabilities and predict nothing.', at.width));
  lines.push(`Again: winset backtest${asked.folder === null ? '' : ` ${plain(asked.folder)}`} --seed ${plain(asked.seed)} --runs ${asked.runs}`);
  return page(lines);
}
