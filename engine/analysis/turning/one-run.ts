/**
 * The turning point of one run: the round over which the outlook moved most, and the phase of it. The outlook at a moment is in what share of runs that start there it ends how; runs
 * that start at two moments meet the same luck from there on, so that what differs is what happened between.
 */
import type { Cell, CellRuns } from '../../batch/cells/cell.ts';
import type { Share } from '../../batch/result.ts';
import type { Model } from '../../model/model.ts';
import type { RunRecord } from '../../record/record.ts';
import type { LeverOptions } from '../../run/levers.ts';
import { saveState, type SavedState } from '../../run/state.ts';
import { openStepper, type Stepper } from '../../run/stepper.ts';
import type { Id, Phase } from '../../vocabulary.ts';
import { PHASES } from '../../vocabulary.ts';
import { effectOf, shareOf, sum, type Effect } from '../costs/effect.ts';

/** `phase` null: the end of the round. `records`: what happened since the moment before. */
export interface Moment { readonly round: number; readonly phase: Phase | null; readonly saved: SavedState; readonly records: readonly RunRecord[] }

export interface RunChoice extends LeverOptions { readonly seed: string; readonly run: number }

const open = (model: Model, { seed, run, ...levers }: RunChoice): Stepper => openStepper(model, { seed, run, ...levers });

/** The opening, and the end of each round. */
export function roundsOf(model: Model, choice: RunChoice): readonly Moment[] {
  const stepper = open(model, choice);
  const moments: Moment[] = [{ round: 0, phase: null, saved: saveState(stepper.world.state), records: [] }];
  while (!stepper.ended) {
    const records = stepper.round();
    moments.push({ round: stepper.world.state.round, phase: null, saved: saveState(stepper.world.state), records });
  }
  return moments;
}

/** The end of the round before, and each phase of a round. */
export function phasesOf(model: Model, choice: RunChoice, round: number): readonly Moment[] {
  const stepper = open(model, choice);
  while (!stepper.ended && stepper.world.state.round < round - 1) stepper.round();
  const moments: Moment[] = [{ round: round - 1, phase: null, saved: saveState(stepper.world.state), records: [] }];
  for (const phase of PHASES) {
    if (stepper.ended) break;
    const records = stepper.phase();
    moments.push({ round, phase, saved: saveState(stepper.world.state), records });
  }
  return moments;
}

/** A cell for each moment. The run that is looked at has its own luck; those that follow from its moments must not know it: ask for them under `followingSeed`. */
export const momentCells = (moments: readonly Moment[], runs: number): readonly Cell[] => moments.map(({ saved }) => ({ scenario: 0, runs, saved }));
export const followingSeed = (seed: string): string => `${seed} from here`;

export interface Movement {
  readonly round: number;
  readonly phase: Phase | null;
  readonly records: readonly RunRecord[];
  /** Runs that end otherwise than from the moment before, as a share of all, under the same luck. */
  readonly otherwise: number;
  /** By outcome: the share from here, and the difference from the moment before. */
  readonly outcomes: readonly ({ readonly id: Id } & Effect)[];
  /** Half the sum of the differences' sizes, 0..1: the share of runs that moved from some outcomes to others (total variation). */
  readonly moved: number;
}

export interface Course { readonly runs: number; readonly before: readonly ({ readonly id: Id } & Share)[]; readonly movements: readonly Movement[]; /** Place of the greatest among the movements; −1: nothing moved. */ readonly turn: number }

/** @param played runs of the moments' cells, in order */
export function courseOf(model: Model, moments: readonly Moment[], played: readonly CellRuns[]): Course {
  const ids = model.scenario.outcomes.map(({ id }) => id);
  const by = (runs: CellRuns, outcome: number): Uint8Array => runs.outcomes.map((each) => (each === outcome ? 1 : 0));
  const asked = Math.max(1, (moments.length - 1) * (ids.length === 2 ? 1 : ids.length));
  const movements = moments.slice(1).map(({ round, phase, records }, at): Movement => {
    const [before, after] = [played[at], played[at + 1]];
    const outcomes = ids.map((id, o) => ({ id, ...effectOf(by(before, o), by(after, o), asked) }));
    const otherwise = after.outcomes.reduce((count, each, run) => count + (each === before.outcomes[run] ? 0 : 1), 0) / after.outcomes.length;
    return { round, phase, records, otherwise, outcomes, moved: outcomes.reduce((total, { difference }) => total + Math.abs(difference), 0) / 2 };
  });
  const most = movements.reduce((best, { moved }) => Math.max(best, moved), 0);
  const runs = played[0].outcomes.length;
  return { runs, before: ids.map((id, o) => ({ id, ...shareOf(sum(by(played[0], o)), runs) })), movements, turn: most === 0 ? -1 : movements.findIndex(({ moved }) => moved === most) };
}
