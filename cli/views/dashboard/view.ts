/** All that a picture is drawn from. Pictures are pure functions of it. */
import type { EndedRecord, RunRecord } from '../../../engine/record/record.ts';
import type { Look } from '../../../engine/run/look.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import type { Ui } from './ui.ts';

/** A line of the log. */
export interface LogLine { readonly round: number; readonly text: string; readonly record: RunRecord; /** it came with the last step */ readonly fresh: boolean }

export interface View {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly run: number;
  readonly look: Look;
  /** The moment before the last step, for the signs of change; null at the start. */
  readonly before: Look | null;
  readonly log: readonly LogLine[];
  /** Course of each gauge up to now, oldest first; party gauges as `party.gauge`. */
  readonly courses: ReadonlyMap<string, readonly number[]>;
  /** The moment shown and the last played, from 0. */
  readonly at: number;
  readonly last: number;
  /** How the run ended, once the moment shown is its end. */
  readonly end: EndedRecord | null;
  /** Parties whose answer a person may give now. */
  readonly seats: readonly Id[];
  readonly ui: Ui;
  readonly columns: number;
  readonly rows: number;
}

/** The courses of the gauges from the records of the pressure phases, the last `keep` rounds. */
export function coursesOf(records: readonly RunRecord[], upTo: number, keep = 240): ReadonlyMap<string, readonly number[]> {
  const courses = new Map<string, number[]>();
  const rounds: Readonly<Record<string, number>>[] = [];
  for (let at = upTo - 1; at >= 0 && rounds.length < keep; at -= 1) {
    const record = records[at];
    if (record?.kind === 'pressure') rounds.push(record.gauges);
  }
  for (const gauges of rounds.reverse()) {
    for (const [name, value] of Object.entries(gauges)) {
      const course = courses.get(name);
      if (course === undefined) courses.set(name, [value]);
      else course.push(value);
    }
  }
  return courses;
}

export const gaugeName = (party: Id | null, gauge: Id): string => (party === null ? gauge : `${party}.${gauge}`);
