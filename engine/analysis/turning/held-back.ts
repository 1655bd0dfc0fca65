/**
 * What most often comes before a turn, and whether it makes a difference: the same runs, under the same luck, with that one thing held back. An event is held back in the round
 * in which it first came; it may come later. A move of a chart is never made.
 */
import type { Cell, CellRuns } from '../../batch/cells/cell.ts';
import type { Share } from '../../batch/result.ts';
import type { LeverOptions } from '../../run/levers.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { effectOf, shareOf, sum, type Effect } from '../costs/effect.ts';
import { keyOf, withoutMove, type Happening } from './happening.ts';
import { came, columnOf, type Occurrence, type Turn, type TurnTally } from './tally.ts';

interface Candidate { readonly turn: number; readonly happening: Happening; readonly before: Share; readonly otherwise: number; readonly occurrences: readonly Occurrence[] }

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

/** @param most happenings for each turn, those first whose frequency before it differs most from what it is otherwise */
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

/**
 * How often something came before the turn, held against how often it had come by the same round in runs that were still going and had not come to it: runs that never do have more
 * time for everything. (Risk sets, as in a nested case–control study: Liddell, McDonald & Thomas 1977.) A collapse has no such round: it is held against agreements that held.
 */
function mostTelling(tally: TurnTally, turn: number, most: number): readonly Candidate[] {
  const runs = [...tally.runs].flatMap(([run, { last, turned }]) => { const round = turned[turn]; return round === null ? [] : [{ run, last, round }]; });
  const cases = runs.filter(({ round }) => round < Infinity);
  if (cases.length < FEWEST || runs.length - cases.length < FEWEST) return [];
  const timed = tally.turns[turn].kind !== 'collapsed';
  const rounds = [...new Set(cases.map(({ round }) => round))].map((round) => ({
    round, cases: cases.filter((one) => one.round === round).length, others: runs.filter((one) => (timed ? one.round > round && one.last >= round : one.round === Infinity)),
  })).filter(({ others }) => others.length > 0);
  const matched = rounds.reduce((sum, each) => sum + each.cases, 0);
  const all = [...tally.happenings.values()].map(({ happening, occurrences }): Candidate => {
    const counted = occurrences.filter(({ before }) => before[turn]);
    const came = new Map(occurrences.map(({ run, round }) => [run, round]));
    const first = counted.filter(({ run }) => cases.some((one) => one.run === run)).length;
    const otherwise = rounds.reduce((sum, { round, cases: n, others }) => sum + (n * others.filter(({ run }) => (came.get(run) ?? NaN) <= (timed ? round : Infinity)).length) / others.length, 0) / Math.max(1, matched);
    return { turn, happening, occurrences: counted, before: shareOf(first, cases.length), otherwise };
  });
  // In standard errors, so that what is nearly always or nearly never there does not come first by chance.
  const telling = ({ before, otherwise }: Candidate): number => Math.abs(before.share - otherwise) / Math.sqrt(Math.max(otherwise * (1 - otherwise), 1 / cases.length) / cases.length);
  return all.filter(({ occurrences }) => occurrences.length >= FEWEST).toSorted((a, b) => telling(b) - telling(a) || (keyOf(a.happening) < keyOf(b.happening) ? -1 : 1)).slice(0, most);
}

export interface TurningPoint {
  readonly happening: Happening;
  /** Of the runs that came to the turn, in how many it came before; and in what share of runs that were still going and had not come to it, it had come by the same round. */
  readonly before: Share;
  readonly otherwise: number;
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
  const reached = (run: number, at: number): boolean => (tally.runs.get(run)?.turned[at] ?? Infinity) < Infinity;
  return tally.turns.map((turn, at) => ({
    turn, came: shareOf([...tally.runs.keys()].filter((run) => reached(run, at)).length, tally.runs.size),
    points: candidates.filter((one) => one.turn === at).map(({ happening, before, otherwise, occurrences, firstCell }): TurningPoint => {
      const now = Uint8Array.from(occurrences, ({ run }) => (reached(run, at) ? 1 : 0));
      const then = Uint8Array.from(occurrences, (_, n) => (came(turn, played[firstCell + n].measures[at][0]) ? 1 : 0));
      return { happening, before, otherwise, runs: occurrences.length, asItWas: shareOf(sum(now), now.length), heldBack: effectOf(now, then, candidates.length) };
    }),
  }));
}
