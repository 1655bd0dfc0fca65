/** Plays all that a report tells of, part by part; null when it was interrupted. */
import type { Crew, LeverOptions, Target } from '../../engine/index.ts';
import { MOST_HELD_BACK, tallied } from '../commands/turning-points.ts';
import type { Io } from '../io.ts';
import { orFail, workersOf } from '../long-batch.ts';
import type { Args } from '../options.ts';
import { watch } from '../progress.ts';
import { withCrew } from '../queue.ts';
import { heldLevers, playStudy, type Ready } from '../study.ts';
import { VERSION } from '../version.ts';
import type { Repeat } from '../views/plain/commandline.ts';
import type { Findings } from './findings.ts';
import { sizesFor, type Sizes } from './sizes.ts';

/** Parts that take long and are only there if asked for. */
export const PARTS = ['sensitivity', 'discovery'] as const;
export type Part = (typeof PARTS)[number];

export interface Gathering { readonly args: Args; readonly io: Io; readonly ready: Ready; readonly runs: number; readonly parts: readonly Part[]; /** What sensitivity and discovery look at. */ readonly target: Target; readonly asked: Repeat }

const takenOf = ({ held, vary }: Ready): LeverOptions => ({ ...held, ...(vary ? { vary } : {}) });

export async function gather(gathering: Gathering): Promise<Findings | null> {
  const { args, io, ready, runs, parts, target, asked } = gathering;
  const { model, scenario, seed, held } = ready;
  const sizes = sizesFor(runs);
  const engine = await import('../../engine/index.ts');
  const result = await batchPart(gathering);
  if (result === null) return null;
  const space = engine.spaceOf(scenario, { held: heldLevers(ready) });
  const ranges = space.length === 0 ? null : await playStudy(engine.rangeStudy({ scenario, space, seed, held, ...sizes.range }), ready, args, io);
  if (ranges === null && space.length > 0) return null;
  // How runs ended one by one, for the story, comes with how long the peace lasted.
  const survivalStudy = engine.survivalStudy({ scenario, runs, ...takenOf(ready) });
  const lasting = await playStudy({ ...survivalStudy, evaluate: (played) => ({ survival: survivalStudy.evaluate(played), outcomes: played[0]?.outcomes ?? new Uint8Array() }) }, ready, args, io);
  if (lasting === null) return null;
  const costs = await costsPart(gathering, sizes);
  const turning = costs && await turningPart(gathering, sizes);
  if (costs === null || turning === null) return null;
  const sensitivity = parts.includes('sensitivity') && space.length > 0 ? await sensitivityPart(gathering, sizes) : null;
  const discovery = parts.includes('discovery') && space.length > 0 ? await playStudy(engine.discoveryStudy({ scenario, space, target, held, runs: sizes.discovery, seed }), ready, args, io) : null;
  if (io.signal.aborted) return null;
  const likeliest = result.outcomes.reduce((most, { count }, o) => (count > (result.outcomes[most]?.count ?? 0) ? o : most), 0);
  const stepper = engine.openStepper(model, { seed, run: Math.max(0, lasting.outcomes.indexOf(likeliest)) + 1, ...takenOf(ready) });
  stepper.toEnd();
  return {
    scenario, asked, version: VERSION, result, survival: lasting.survival, ranges: ranges && { space, found: ranges }, costs, turning,
    sensitivity: sensitivity && { space, ...sensitivity }, discovery: discovery && { space, target, found: discovery },
    story: { head: stepper.head, records: stepper.records }, evidence: engine.evidenceReport(scenario),
  };
}

async function batchPart({ args, io, ready, runs }: Gathering): Promise<Findings['result'] | null> {
  const { model, scenario, text, seed } = ready;
  const { batch } = await import('../../engine/index.ts');
  const watching = watch(io, runs);
  const play = (crew: Crew | null): Promise<Findings['result']> => batch(model, { seed, runs, workers: workersOf(args, runs), ...takenOf(ready), ...(crew && { crew }), onProgress: watching.tick, signal: io.signal });
  const result = await orFail(() => withCrew(args, io, [{ scenario, text }], play), false);
  watching.end(!io.signal.aborted);
  return io.signal.aborted ? null : result;
}

/** Pairs are not tried in a report: `winset redlines` does. */
async function costsPart({ args, io, ready }: Gathering, { lines }: Sizes): Promise<Findings['costs'] | null> {
  const { scenario, seed } = ready;
  const { cellsOf, costDesign, costsFrom, playCells } = await import('../../engine/index.ts');
  const design = costDesign(scenario, ['red-line'], heldLevers(ready));
  const cells = cellsOf(design.scenarios, lines, takenOf(ready));
  const runs = lines * cells.length;
  const watching = watch(io, runs);
  const played = await orFail(() => playCells(design.scenarios, cells, { seed, workers: workersOf(args, runs), measures: design.measures, texts: design.texts, onProgress: watching.tick, signal: io.signal }), false);
  watching.end(played !== null);
  return played && costsFrom(design, played);
}

async function turningPart({ args, io, ready }: Gathering, { turning: runs }: Sizes): Promise<Findings['turning'] | null> {
  const { model, scenario, seed } = ready;
  const { heldBackDesign, playCells, turningFrom } = await import('../../engine/index.ts');
  const tally = await tallied(model, { args, io, opened: ready, seed, taken: takenOf(ready) }, runs);
  if (tally === null) return null;
  const design = heldBackDesign(scenario, tally, MOST_HELD_BACK, takenOf(ready));
  const watching = watch(io, design.cells.length);
  const played = await orFail(() => playCells(design.scenarios, design.cells, { seed, measures: design.measures, workers: workersOf(args, design.cells.length), onProgress: watching.tick, signal: io.signal }), false);
  watching.end(played !== null);
  return played && { runs, turning: turningFrom(tally, design, played) };
}

async function sensitivityPart({ args, io, ready, target }: Gathering, { sensitivity }: Sizes) {
  const { scenario, seed, held } = ready;
  const { fewestRuns, morrisStudy, spaceOf } = await import('../../engine/index.ts');
  const space = spaceOf(scenario, { held: heldLevers(ready) });
  const each = 20;
  return await playStudy(morrisStudy({ scenario, space, targets: [target], seed, held, runs: Math.max(sensitivity, fewestRuns('morris', space, each)), each }), ready, args, io);
}
