/** All that a report tells, as data. */
import type { BatchResult, Costs, Discovery, EvidenceReport, Played, Ranges, RunHead, RunRecord, Screening, Space, Survival, Target, Turning } from '../../engine/index.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import type { Repeat } from '../views/plain/commandline.ts';

export interface Findings {
  readonly scenario: Scenario;
  readonly asked: Repeat;
  /** The version of Winset that found it. */
  readonly version: string;
  readonly result: BatchResult;
  /** null: no lever has a range. */
  readonly ranges: { readonly space: Space; readonly found: Ranges } | null;
  readonly costs: Costs;
  readonly turning: { readonly runs: number; readonly turning: readonly Turning[] };
  readonly survival: readonly Survival[];
  readonly sensitivity: { readonly space: Space; readonly played: Played; readonly of: readonly (Screening & { readonly target: Target })[] } | null;
  readonly discovery: { readonly space: Space; readonly target: Target; readonly found: Discovery } | null;
  readonly story: { readonly head: RunHead; readonly records: readonly RunRecord[] };
  readonly evidence: EvidenceReport;
}
