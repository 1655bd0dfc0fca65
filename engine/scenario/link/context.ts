/** What every part of the linker is given. */
import type { Id } from '../../vocabulary.ts';
import type { Names } from '../names.ts';
import type { Place } from '../place.ts';
import type { Report } from '../report.ts';
import type { ScenarioFile } from '../shape/file.ts';

export interface Link {
  readonly file: Place<ScenarioFile>;
  readonly names: Names;
  readonly report: Report;
  /** Lowest and highest value of each lever. */
  readonly ranges: ReadonlyMap<Id, readonly [low: number, high: number]>;
  /** Rounds and days of the calendar; infinite where it cannot be read. */
  readonly length: { readonly rounds: number; readonly days: number };
  /** Whether worth is raw: scores have no bounds (normalise: false). */
  readonly raw: boolean;
  /** The day on which the run starts. */
  readonly start: string;
  /** The calendar's start, before which no run starts; null where the file gives none. */
  readonly earliest: string | null;
}

export type PartyFile = ScenarioFile['parties'][string];
export type GaugeFile = NonNullable<ScenarioFile['gauges']>[string];
export type StageFile = ScenarioFile['stages'][string];
export type EventFile = NonNullable<ScenarioFile['events']>[string];

/** Inside of which party a name is read; null outside of all. */
export interface Scope {
  readonly party: Id | null;
  /** Whether `standing` may be named. */
  readonly standing: boolean;
}
