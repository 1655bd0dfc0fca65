/** Tactics against tactics: each against each, in every role of every scenario, under the same luck; and what each got on average, with intervals. */
import type { CellRuns } from '../../batch/cells/cell.ts';
import { Z95 } from '../../batch/wilson.ts';
import { boardOf } from '../../model/board.ts';
import { compile } from '../../model/compile.ts';
import { openStepper } from '../../run/stepper.ts';
import { walkAwayOf } from '../../run/party.ts';
import type { Scenario, Stage } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';
import { assigned, playable, type Contender } from './tactics.ts';

/** One assignment of tactics to the parties of a scenario, to be played. */
export interface Match { readonly of: number; readonly scenario: Scenario; readonly tactics: Readonly<Record<Id, Contender>> }

/** A scenario that takes part: its stage, what no deal and the best text are worth to each signatory at the opening. */
export interface Ground { readonly scenario: Scenario; readonly stage: Stage; readonly tactics: readonly Contender[]; readonly floor: readonly number[]; readonly top: readonly number[] }

export interface Design { readonly grounds: readonly Ground[]; readonly matches: readonly Match[] }

/** Columns of the rows of runs; see batch/rows/columns.ts. */
export const measuresOf = ({ stage }: Ground): readonly string[] => ['rounds', column('signed', stage.id), ...stage.signs.map((party) => column('worth', party))];
const column = (...parts: readonly string[]): string => parts.join('__').replaceAll('-', '_');

/** The last stage of each scenario. A party of several signatories meets others who all play alike. */
export function designOf(scenarios: readonly Scenario[], wanted: readonly Contender[]): Design {
  const grounds = scenarios.map((scenario): Ground => groundOf(scenario, wanted));
  const matches = grounds.flatMap((ground, of) => {
    const seen = new Set<string>();
    return ground.tactics.flatMap((own) => ground.tactics.flatMap((others) => ground.stage.signs.flatMap((role) => {
      const tactics = Object.fromEntries(ground.stage.signs.map((party) => [party, party === role ? own : others]));
      const key = JSON.stringify(tactics);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ of, scenario: assigned(ground.scenario, ground.stage, tactics), tactics }];
    })));
  });
  return { grounds, matches };
}

function groundOf(scenario: Scenario, wanted: readonly Contender[]): Ground {
  const stage = scenario.stages[scenario.stages.length - 1];
  const { world } = openStepper(compile(scenario), { seed: '1' });
  const { model, state } = world;
  const at = model.stages.findIndex((each) => each.id === stage.id);
  state.stage = at;
  const { top, worst } = boardOf(model, at, state.inForce, state.levers);
  const places = stage.signs.map((id) => model.parties.findIndex((party) => party.id === id));
  return { scenario, stage, tactics: playable(scenario, stage, wanted), floor: places.map((p) => Math.max(worst[p], walkAwayOf(world, p))), top: places.map((p) => top[p]) };
}

/** A mean of runs, of one place in the design: `variance` is the mean's own. */
interface Mean { readonly mean: number; readonly variance: number }
export interface Standing { readonly mean: number; readonly low: number; readonly high: number }

export interface Contest {
  readonly tactics: readonly Contender[];
  /** What the tactic of the row got against that of the column, over scenarios and roles. null: they never met. */
  readonly gains: readonly (readonly (Standing | null)[])[];
  readonly rows: readonly { readonly tactic: Contender; readonly gain: Standing; readonly agreed: Standing; /** Mean round of a signature; null: never. */ readonly round: number | null }[];
}

interface Entry { readonly own: Contender; readonly others: Contender; readonly gain: Mean; readonly agreed: Mean; readonly round: number }

/**
 * A gain is the share of the way from what no deal was worth to the party at the opening to its best text that it has at the end; 0 without a signature. It may lie a little beyond
 * 0 and 1 where walk-away values move. Scenarios, roles and others weigh alike. Intervals: 95 %, of the chance in these runs alone.
 */
export function contestOf({ grounds, matches }: Design, played: readonly CellRuns[], wanted: readonly Contender[]): Contest {
  const entries = matches.flatMap((match, at) => entriesOf(grounds[match.of], match, played[at]));
  const tactics = wanted.filter((tactic) => entries.some((entry) => entry.own === tactic));
  const among = (own: Contender, others: Contender | null): readonly Entry[] => entries.filter((entry) => entry.own === own && (others === null || entry.others === others));
  return {
    tactics,
    gains: tactics.map((own) => tactics.map((others) => { const met = among(own, others); return met.length === 0 ? null : over(met.map((entry) => entry.gain)); })),
    rows: tactics.map((tactic) => {
      const all = among(tactic, null);
      const signed = all.filter((entry) => !Number.isNaN(entry.round));
      return { tactic, gain: over(all.map((entry) => entry.gain)), agreed: over(all.map((entry) => entry.agreed)), round: signed.length === 0 ? null : signed.reduce((sum, entry) => sum + entry.round, 0) / signed.length };
    }),
  };
}

/** Each party that meets others who all play alike gives an entry. */
function entriesOf({ stage, floor, top }: Ground, { tactics }: Match, runs: CellRuns): readonly Entry[] {
  const [rounds, signed, ...worth] = runs.measures;
  const signedIn = Array.from(rounds).filter((_, run) => signed[run] === 1);
  const round = signedIn.reduce((sum, each) => sum + each, 0) / signedIn.length;
  return stage.signs.flatMap((party, p) => {
    const [first, ...rest] = stage.signs.filter((each) => each !== party).map((each) => tactics[each]);
    if (first === undefined || rest.some((each) => each !== first)) return [];
    const way = top[p] - floor[p];
    const gains = Array.from(worth[p], (each, run) => (signed[run] === 1 && way > 0 ? (each - floor[p]) / way : 0));
    return [{ own: tactics[party], others: first, gain: meanOf(gains), agreed: meanOf(Array.from(signed)), round }];
  });
}

function meanOf(of: readonly number[]): Mean {
  const mean = of.reduce((sum, each) => sum + each, 0) / of.length;
  const spread = of.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / Math.max(1, of.length - 1);
  return { mean, variance: spread / of.length };
}

/** Means of means that weigh alike. */
function over(means: readonly Mean[]): Standing {
  const mean = means.reduce((sum, each) => sum + each.mean, 0) / means.length;
  const error = Math.sqrt(means.reduce((sum, each) => sum + each.variance, 0)) / means.length;
  return { mean, low: mean - Z95 * error, high: mean + Z95 * error };
}
