/**
 * What most often comes before a turn, and whether it makes a difference: the same runs, under the same luck, with that one thing held back. An event is held back in the round
 * in which it first came; it may come later. A move of a chart is never made.
 */
import type { Cell, CellRuns } from '../../batch/cells/cell.ts';
import type { Share } from '../../batch/result.ts';
import type { LeverOptions } from '../../run/levers.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { effectOf, shareOf, type Effect } from '../costs/effect.ts';
import { keyOf, withoutMove, type Happening } from './happening.ts';
import { came, columnOf, type Occurrence, type Turn, type TurnTally } from './tally.ts';

interface Candidate { readonly turn: number; readonly happening: Happening; readonly before: Share; readonly otherwise: Share; readonly occurrences: readonly Occurrence[] }

export interface HeldBackDesign {
  /** The first is the scenario as it is. */
  readonly scenarios: readonly Scenario[];
  /** A cell for each run in which a happening is held back. */
  readonly cells: readonly Cell[];
  readonly measures: readonly string[];
  readonly candidates: readonly (Candidate & { readonly firstCell: number })[];
}

/** With fewer runs on each side nothing can be said. */
const FEWEST = 5;

/** @param most happenings for each turn, those first whose frequency differs most between runs that come to it and runs that do not */
export function heldBackDesign(scenario: Scenario, tally: TurnTally, most: number, levers: LeverOptions): HeldBackDesign {
  const scenarios: Scenario[] = [scenario];
  const places = new Map<string, number>();
  const placeOf = (happening: Happening): number => {
    if (happening.kind === 'event') return 0;
    const key = keyOf(happening);
    const place = places.get(key) ?? scenarios.push(withoutMove(scenario, happening)) - 1;
    places.set(key, place);
    return place;
  };
  const cells: Cell[] = [];
  const candidates = tally.turns.flatMap((_, turn) => mostTelling(tally, turn, most)).map((candidate) => {
    const firstCell = cells.length;
    const { happening } = candidate;
    for (const { run, round } of candidate.occurrences) {
      const choices = happening.kind === 'event' ? { choices: [{ kind: 'event' as const, round, event: happening.event, happens: false }] } : {};
      cells.push({ scenario: placeOf(happening), first: run, runs: 1, ...levers, ...choices });
    }
    return { ...candidate, firstCell };
  });
  return { scenarios, cells, measures: tally.turns.map((turn) => columnOf(scenario, turn)), candidates };
}

/** Only what came before the turn counts in runs that came to it. */
function mostTelling(tally: TurnTally, turn: number, most: number): readonly Candidate[] {
  const reached = tally.came[turn];
  const missed = tally.runs - reached.size;
  if (reached.size < FEWEST || missed < FEWEST) return [];
  const all = [...tally.happenings.values()].map(({ happening, occurrences }): Candidate => {
    const counted = occurrences.filter(({ before }) => before[turn]);
    const first = counted.filter(({ run }) => reached.has(run)).length;
    return { turn, happening, occurrences: counted, before: shareOf(first, reached.size), otherwise: shareOf(counted.length - first, missed) };
  });
  const telling = (one: Candidate): number => Math.abs(one.before.share - one.otherwise.share);
  return all.filter(({ occurrences }) => occurrences.length >= FEWEST).toSorted((a, b) => telling(b) - telling(a) || (keyOf(a.happening) < keyOf(b.happening) ? -1 : 1)).slice(0, most);
}

export interface TurningPoint {
  readonly happening: Happening;
  /** Of the runs that came to the turn, in how many it came before; of the others, in how many it came. */
  readonly before: Share;
  readonly otherwise: Share;
  /** Runs in which it came, before the turn if there was one: those that were played again. */
  readonly runs: number;
  /** Of these, how many came to the turn as it was. */
  readonly asItWas: Share;
  /** The same runs with it held back. */
  readonly heldBack: Effect;
}

export interface Turning { readonly turn: Turn; readonly came: Share; readonly points: readonly TurningPoint[] }

/** @param played the runs of the design's cells, in order */
export function turningFrom(tally: TurnTally, { candidates }: HeldBackDesign, played: readonly CellRuns[]): readonly Turning[] {
  return tally.turns.map((turn, at) => ({
    turn, came: shareOf(tally.came[at].size, tally.runs),
    points: candidates.filter((one) => one.turn === at).map(({ happening, before, otherwise, occurrences, firstCell }): TurningPoint => {
      const now = Uint8Array.from(occurrences, ({ run }) => (tally.came[at].has(run) ? 1 : 0));
      const then = Uint8Array.from(occurrences, (_, n) => (came(turn, played[firstCell + n].measures[at][0]) ? 1 : 0));
      return { happening, before, otherwise, runs: occurrences.length, asItWas: shareOf(now.reduce((sum, each) => sum + each, 0), now.length), heldBack: effectOf(now, then, candidates.length) };
    }),
  }));
}
