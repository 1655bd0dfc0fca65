/** The public door of the engine. What is not exported here may change without notice. */
import { describeCharts, type Chart } from './charts/describe.ts';
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
/** `step` is `openStepper` under the name of the command. */
export { openStepper as step } from './run/stepper.ts';
export { openStepper, restoreStepper, type RunOptions, type SavedRun, type Stepper } from './run/stepper.ts';
export { batch, type BatchOptions } from './batch/batch.ts';
export type { BatchResult, Blocker, BlockerKind, Blockers, Share, UntilResult } from './batch/result.ts';
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
export { addPairs, addRuns, outlookOf, pairedOutlookOf, type Outlook, type PairedOutlook, type PlayFrom } from './analysis/outlook.ts';
export { analyze, type Analysis, type AnalyzeOptions, type PartyStanding, type StageAnalysis, type Zone } from './analysis/analyze.ts';
export { savedMoment, type MomentOptions } from './analysis/agreement/moment.ts';
export type { GivesWay, WayToOpen } from './analysis/agreement/ways.ts';
export type { Bargain, Point } from './analysis/agreement/bargain.ts';
export { SOLUTIONS, type Solution } from './analysis/agreement/solutions.ts';
export { againstFrontier, signedColumns, signedOf, type AgainstFrontier, type Signed, type SignedText } from './analysis/agreement/signed.ts';
export { stabilityOf, type Concept, type Stability } from './analysis/stability/stability.ts';
export type { GraphModel } from './analysis/stability/graph.ts';
export type { NamedStep, StageOption, StageStability, StageState } from './analysis/stability/at-stage.ts';
export { cellsOf, costDesign, costsFrom, costsOf, VARIANTS, type CostDesign, type Costs, type ThingCost, type Variant } from './analysis/costs/costs.ts';
export { pairDesign, pairsFrom, type PairCost, type PairDesign } from './analysis/costs/pairs.ts';
export { THING_KINDS, type Thing, type ThingKind } from './analysis/costs/things.ts';
export type { Effect } from './analysis/costs/effect.ts';
export type { Measure } from './analysis/costs/measures.ts';
export { addRun, emptyTally, turnsOf, type Turn, type TurnTally } from './analysis/turning/tally.ts';
export { heldBackDesign, turningFrom, type HeldBackDesign, type Turning, type TurningPoint } from './analysis/turning/held-back.ts';
export { courseOf, followingSeed, momentCells, phasesOf, roundsOf, type Course, type Moment, type Movement } from './analysis/turning/one-run.ts';
export type { Happening } from './analysis/turning/happening.ts';
export { openKernel, playRun, type FinishedRun, type Kernel, type KernelOptions } from './run/kernel.ts';
export { leastChange, type LeastChange, type TermChange } from './analysis/least-change.ts';
export { weighAtOpening, type ClosedTerm, type Opening, type Weighed } from './analysis/weigh.ts';
export { seenBy, seenDraft, type PartyView, type SeenLook, type SeenParty, type SeenText, type SeenVerdict } from './analysis/party-view.ts';
export { spaceOf, type Dimension, type Space, type SpaceOptions } from './analysis/study/space.ts';
export { countCells, Incomplete, type Held, type Study } from './analysis/study/study.ts';
export { measuresOf, targetName, targetOf, type Target } from './analysis/study/target.ts';
export type { Estimate } from './analysis/study/bootstrap.ts';
export { fewestRuns, morrisStudy, sobolStudy, type Played, type Sensitivity, type SensitivityOptions } from './analysis/sensitivity/study.ts';
export type { ElementaryEffect, Screening } from './analysis/sensitivity/morris.ts';
export type { SobolIndex, SobolIndices } from './analysis/sensitivity/sobol.ts';
export { axisOf, sweepStudy, type Axis, type Sweep, type SweepCell, type SweepOptions } from './analysis/sweep/sweep.ts';
export { rangeStudy, type End, type RangeOptions, type Ranges, type Reach } from './analysis/range/range.ts';
export { discoveryStudy, type DiscoveryOptions } from './analysis/discovery/study.ts';
export type { Checked, Discovery, FoundBox, Restriction } from './analysis/discovery/discover.ts';
export { LASTING, survivalStudy, type Group, type Lasting, type Survival, type SurvivalOptions, type TermsGroup } from './analysis/survival/study.ts';
export { kaplanMeier, survivalAt, type Spell, type SurvivalAt, type SurvivalCurve } from './analysis/survival/kaplan-meier.ts';
export type { PublishedCurve } from './analysis/survival/figures.ts';
export type { Chart, ChartMove } from './charts/describe.ts';
export type { Diagram } from './charts/mermaid.ts';

/** The charts of a model, by name. */
export function chartsOf(model: Model): readonly Chart[] {
  return describeCharts(model.machines, planCharts(model.scenario));
}

/** The charts of a model, one Mermaid diagram a party and one for the process. */
export function toMermaid(model: Model): readonly Diagram[] {
  const { scenario } = model;
  return toDiagrams(chartsOf(model), ({ party, kind, of, key }) => {
    if (kind === 'stance') return `Stance: ${scenario.issues.find((issue) => issue.id === of)?.title ?? of}`;
    if (kind === 'line') return `Red line: ${scenario.parties.find((each) => each.id === party)?.redLines.find((line) => line.id === of)?.title ?? of}`;
    return key;
  });
}
