/** Past talks played many times, and the distribution that the runs of each give to what happened, scored beside two baselines. */
import type { CellRuns } from '../../batch/cells/cell.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';
import type { History, PastCase, PAST_OUTCOMES } from './history.ts';
import { brier, logarithmic, mean, sharesOf, uniform, type Answered } from './score.ts';

export type Asks = 'signed' | 'terms' | 'held';
export const ASKS: readonly Asks[] = ['signed', 'terms', 'held'];

export interface Score { readonly brier: number; readonly log: number }

/** A question put to one case. */
export interface Question {
  readonly case: Id;
  readonly asks: Asks;
  /** The issue, of terms. */
  readonly issue: Id | null;
  /** What could have happened: yes and no, or the options of the issue. */
  readonly options: readonly Id[];
  readonly happened: Id;
  /** Runs on which the shares rest. */
  readonly of: number;
  readonly shares: readonly number[];
  /** Share of what happened in the runs, and in the baselines. */
  readonly share: number;
  readonly uniform: number;
  readonly base: number;
  readonly runs: Score;
  readonly byUniform: Score;
  readonly byBase: Score;
}

export interface CaseResult { readonly case: PastCase; readonly title: string; readonly runs: number; readonly inForce: number; readonly questions: readonly Question[] }

/** Means of scores over questions; of terms, first over the issues of a case. */
export interface Summary { readonly asks: Asks; readonly cases: number; readonly questions: number; readonly runs: Score; readonly uniform: Score; readonly base: Score }

export interface BacktestResult { readonly cases: readonly CaseResult[]; readonly summary: readonly Summary[]; readonly signed: number }

/** The name of the column with what was signed on an issue; see batch/rows/columns.ts. */
const column = (stage: Id, issue: Id): string => ['signed', stage, issue].join('__').replaceAll('-', '_');

/** What to ask of the runs of a case: its texts, in the order of its terms. */
export function textsOf(scenario: Scenario, past: PastCase): readonly string[] {
  const stage = scenario.stages.at(-1)?.id ?? '';
  return Object.keys(past.terms).map((issue) => column(stage, issue));
}

const score = (answered: Answered): Score => ({ brier: brier(answered), log: logarithmic(answered) });

/** `runs`: the runs of the case, with the texts of `textsOf`. */
export function caseResult(scenario: Scenario, past: PastCase, runs: CellRuns, history: History): CaseResult {
  const of = (id: (typeof PAST_OUTCOMES)[number]): number => scenario.outcomes.findIndex((outcome) => outcome.id === id);
  const [held, fell] = [of('held'), of('fell')];
  const inForce = runs.outcomes.map((outcome) => (outcome === held || outcome === fell ? 1 : 0));
  const count = inForce.reduce((sum, is) => sum + is, 0);
  const holding = runs.outcomes.reduce((sum, outcome) => sum + (outcome === held ? 1 : 0), 0);
  const ask = (asks: Asks, issue: Id | null, options: readonly Id[], counts: readonly number[], happened: Id, base: readonly number[]): Question => {
    const at = options.indexOf(happened);
    const shares = sharesOf(counts);
    const even = uniform(options.length);
    return {
      case: past.id, asks, issue, options, happened, of: counts.reduce((sum, each) => sum + each, 0), shares,
      share: shares[at], uniform: even[at], base: base[at],
      runs: score({ shares, happened: at }), byUniform: score({ shares: even, happened: at }), byBase: score({ shares: base, happened: at }),
    };
  };
  const yesNo = (asks: Asks, yes: number, no: number, happened: boolean, rate: number): Question => ask(asks, null, ['yes', 'no'], [yes, no], happened ? 'yes' : 'no', [rate, 1 - rate]);
  const terms = Object.entries(past.terms).map(([issue, happened], at) => {
    const options = scenario.issues.find((each) => each.id === issue)?.options.map((option) => option.id) ?? [];
    const counts = options.map((option) => runs.texts[at].reduce((sum, signed, run) => sum + (signed === option && inForce[run] === 1 ? 1 : 0), 0));
    // No source counts how often which terms are signed: the base rate of terms is the even one.
    return ask('terms', issue, options, counts, happened, uniform(options.length));
  });
  return {
    case: past, title: scenario.title, runs: runs.outcomes.length, inForce: count,
    questions: [
      yesNo('signed', count, runs.outcomes.length - count, past.signed, history.rates[past.base.signed].value),
      ...terms,
      ...(past.held === null ? [] : [yesNo('held', holding, count - holding, past.held, history.rates[past.base.held].value)]),
    ],
  };
}

export function backtestResult(cases: readonly CaseResult[]): BacktestResult {
  const summary = ASKS.map((asks): Summary => {
    const byCase = cases.map((each) => each.questions.filter((question) => question.asks === asks)).filter((questions) => questions.length > 0);
    const over = (read: (question: Question) => Score): Score => ({
      brier: mean(byCase.map((questions) => mean(questions.map((question) => read(question).brier)))),
      log: mean(byCase.map((questions) => mean(questions.map((question) => read(question).log)))),
    });
    return { asks, cases: byCase.length, questions: byCase.flat().length, runs: over((question) => question.runs), uniform: over((question) => question.byUniform), base: over((question) => question.byBase) };
  });
  return { cases, summary, signed: cases.filter((each) => each.case.signed).length };
}

/** Questions on which the runs gave what happened less than the better of the baselines did, the worst first. */
export function failures(result: BacktestResult): readonly Question[] {
  const short = (question: Question): number => Math.log(Math.max(question.uniform, question.base) / question.share);
  return result.cases.flatMap((each) => each.questions).filter((question) => short(question) > 1e-9).sort((a, b) => short(b) - short(a));
}
