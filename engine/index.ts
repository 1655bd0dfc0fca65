/** The public door of the engine. What is not exported here may change without notice. */
import { planCharts } from './charts/plan.ts';
import { toDiagrams, type Diagram } from './charts/mermaid.ts';
import type { Model } from './model/model.ts';

export * from './vocabulary.ts';
export type * from './scenario/scenario.ts';
export type { Expression } from './scenario/expression-tree.ts';
export { readScenario, readScenarioText, type ReadOptions, type ReadResult } from './scenario/read.ts';
export { formatScenario, formatScenarioText, type Formatted } from './scenario/format/format.ts';
export type { Struck } from './scenario/strike/struck.ts';
export { formatProblem, PROBLEM_CODES, type Problem } from './scenario/problem.ts';
export { scenarioSchema, type JsonSchema } from './scenario/json-schema.ts';
export { nearest } from './scenario/nearest.ts';
export type { Model } from './model/model.ts';
export { compile } from './model/compile.ts';
export type * from './record/record.ts';
export { runLines } from './record/lines.ts';
export { plain } from './record/plain.ts';
export type * from './run/look.ts';
export type { LeverOptions } from './run/levers.ts';
export { openStepper, restoreStepper, type RunOptions, type SavedRun, type Stepper } from './run/stepper.ts';
export { batch, type BatchOptions } from './batch/batch.ts';
export type { BatchResult, Blocker, BlockerKind, Share, UntilResult } from './batch/result.ts';
export { countRuns, mostShards, planChunks, type Chunk, type Shard } from './batch/plan.ts';
export type { KeepOptions } from './batch/keep/keep.ts';
export { KeepError, type KeepProblem } from './batch/keep/keep-error.ts';
export { WorkerError } from './batch/workers.ts';
export { crewOf, openTeam, playCells, type CellsOptions, type Team } from './batch/cells/cells.ts';
export type { Asked, Cell, CellRuns } from './batch/cells/cell.ts';
export { ownCrew, type Crew } from './batch/crew.ts';
export { threadCrew } from './batch/workers.ts';
export { wilson, type Interval } from './batch/wilson.ts';
export { paired, pairedInterval, pairsOf, type Crossing, type PairedOptions, type PairedOutcome, type PairedResult, type PairedSide } from './batch/paired.ts';
export { beyondLuck } from './batch/beyond-luck.ts';
export { differencesBetween, type Difference, type Said, type Step } from './analysis/differences.ts';
export { valuesOf, type EvidencedValue, type ValueKind } from './analysis/evidence.ts';
export { evidenceReport, restingOn, type EvidenceReport, type Grounds } from './analysis/evidence-report.ts';
export { addRuns, outlookOf, type Outlook } from './analysis/outlook.ts';
export { leastChange, type LeastChange, type TermChange } from './analysis/least-change.ts';
export { weighAtOpening, type Opening, type Weighed } from './analysis/weigh.ts';
export { seenBy, seenDraft, type PartyView, type SeenLook, type SeenParty, type SeenText, type SeenVerdict } from './analysis/party-view.ts';
export type { Diagram } from './charts/mermaid.ts';

/** The charts of a model, one Mermaid diagram a party and one for the process. */
export function toMermaid(model: Model): readonly Diagram[] {
  const { scenario } = model;
  return toDiagrams(model.machines, planCharts(scenario), (machine, region) => {
    const party = scenario.parties.find((each) => each.id === machine);
    const [kind, ...rest] = region.split('-');
    const of = rest.join('-');
    if (kind === 'stance') return `Stance: ${scenario.issues.find((issue) => issue.id === of)?.title ?? of}`;
    if (kind === 'line') return `Red line: ${party?.redLines.find((line) => line.id === of)?.title ?? of}`;
    return region;
  });
}
