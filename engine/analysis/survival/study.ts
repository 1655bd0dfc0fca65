/** How long truces and agreements last in the runs of a scenario, by the terms in force, beside the published figures. */
import type { CellRuns } from '../../batch/cells/cell.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { UNITS, type Id } from '../../vocabulary.ts';
import type { LeverOptions } from '../../run/levers.ts';
import type { Study } from '../study/study.ts';
import { publishedCurves, type PublishedCurve } from './figures.ts';
import { kaplanMeier, medianOf, survivalAt, type Spell, type SurvivalAt, type SurvivalCurve } from './kaplan-meier.ts';

/** `truce`: the first of a run, until it breaks or the run ends. `agreement`: what was signed last, until it collapses or the horizon. */
export const LASTING = ['truce', 'agreement'] as const;
export type Lasting = (typeof LASTING)[number];

export interface SurvivalOptions extends LeverOptions {
  readonly scenario: Scenario;
  readonly runs: number;
  /** The issues by whose options spells are told apart; without it those that the hazards of the file depend on. */
  readonly by?: readonly Id[];
}

export interface Group {
  readonly spells: number;
  readonly ended: number;
  /** Days until no more than half are left; null if more than half outlasted what was seen. */
  readonly median: number | null;
  /** At each time that is listed, as far as anything was seen; null beyond. */
  readonly at: readonly (SurvivalAt | null)[];
  readonly curve: SurvivalCurve;
}
export interface TermsGroup extends Group { readonly issue: Id; readonly option: Id }

export interface Survival {
  readonly of: Lasting;
  readonly runs: number;
  /** Days at which survival is listed, in order. */
  readonly times: readonly number[];
  readonly all: Group;
  readonly groups: readonly TermsGroup[];
  /** The figures that spells were drawn from (before terms, levers and leverage changed the hazard), then others beside them. */
  readonly figures: readonly PublishedCurve[];
}

/** Where the rows of runs tell of it (batch/rows/columns.ts). */
const COLUMNS: Readonly<Record<Lasting, { readonly days: string; readonly censored: string; readonly terms: string }>> = {
  truce: { days: 'truce_days', censored: 'truce_censored', terms: 'truce' }, agreement: { days: 'peace_days', censored: 'peace_censored', terms: 'in_force' },
};

/** Listed beside the times of the figures. */
const USUAL = [30, 90, 180, UNITS.year, 2 * UNITS.year, 5 * UNITS.year] as const;

/** Issues whose options change a hazard of the file. */
function bearing({ issues, peace }: Scenario, of: Lasting): readonly Id[] {
  const hazards = of === 'agreement' ? [peace.agreement] : [peace['limited-truce'], peace.ceasefire];
  const named = new Set(hazards.flatMap((hazard) => hazard?.ratios.flatMap(({ when }) => Object.keys(when)) ?? []));
  return issues.filter(({ id }) => named.has(id)).map(({ id }) => id);
}

/** Both kinds, as far as the file lets them come about and end; one with no spell in so many runs is left out. */
export function survivalStudy({ scenario, runs, by, ...levers }: SurvivalOptions): Study<readonly Survival[]> {
  const issues = scenario.issues.map(({ id }) => id);
  const measures = LASTING.flatMap((of) => [COLUMNS[of].days, COLUMNS[of].censored]);
  return {
    cells: [{ scenario: 0, runs, ...levers }], measures, texts: LASTING.flatMap((of) => issues.map((id) => `${COLUMNS[of].terms}__${id.replaceAll('-', '_')}`)),
    evaluate: ([played]) => LASTING.flatMap((of) => survivalOf(of, scenario, played, measures, by ?? bearing(scenario, of))),
  };
}

/** The spells of one kind, and in which runs they were. */
function spellsOf(of: Lasting, played: CellRuns, measures: readonly string[]): readonly (Spell & { readonly run: number })[] {
  const [days, censored] = [COLUMNS[of].days, COLUMNS[of].censored].map((name) => played.measures[measures.indexOf(name)]);
  return Array.from(days.keys()).flatMap((run) => (Number.isNaN(days[run]) ? [] : [{ run, days: days[run], ended: censored[run] === 0 }]));
}

function survivalOf(of: Lasting, scenario: Scenario, played: CellRuns, measures: readonly string[], by: readonly Id[]): readonly Survival[] {
  const spells = spellsOf(of, played, measures);
  if (spells.length === 0) return [];
  const figures = publishedCurves(scenario, of);
  const longest = Math.max(...spells.map(({ days }) => days));
  const listed = figures.flatMap(({ points }) => points.map(({ days }) => days));
  const times = [...new Set([...listed, ...USUAL])].filter((day) => day <= longest).sort((a, b) => a - b);
  const group = (some: readonly Spell[]): Group => {
    const curve = kaplanMeier(some);
    return { spells: curve.spells, ended: curve.ended, median: medianOf(curve), at: times.map((day) => survivalAt(curve, day)), curve };
  };
  const groups = by.flatMap((issue): readonly TermsGroup[] => {
    const inForce = played.texts[LASTING.indexOf(of) * scenario.issues.length + scenario.issues.findIndex(({ id }) => id === issue)];
    const options = scenario.issues.find(({ id }) => id === issue)?.options ?? [];
    return options.flatMap(({ id: option }): readonly TermsGroup[] => {
      const some = spells.filter(({ run }) => inForce[run] === option);
      return some.length === 0 ? [] : [{ issue, option, ...group(some) }];
    });
  });
  return [{ of, runs: played.outcomes.length, times, all: group(spells), groups, figures }];
}
