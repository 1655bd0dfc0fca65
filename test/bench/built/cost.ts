/** What a run of a scenario of a given size costs in the kernel. */
import type { RunRecord } from '../../../engine/index.ts';
import { modelFrom } from '../../helpers/world.ts';
import { kernelOf, sameRecords } from './kernel.ts';
import { paceOf } from './pace.ts';
import { sizedScenario, type Size } from './sized.ts';

const SEED = 'cost';
/** Runs whose records are held against each other. */
const CHECKED = 12;
/** Runs that are played unmeasured: after so many, what the model remembers of its drafts is filled as far as it will be, and rows can be held against each other. */
const WARM = 900;

/** Microseconds; rounds that a run took in the mean; regions of all charts; how many runs gave the same records first. */
export interface Cost { readonly run: number; readonly round: number; readonly rounds: number; readonly regions: number; readonly checked: number }

/** What must have happened somewhere in the first runs, or the scenario is an empty one and its cost says nothing. */
const CONTENT: Readonly<Record<string, (record: RunRecord) => boolean>> = {
  'an event': ({ kind }) => kind === 'event',
  'a gauge past its threshold': ({ kind }) => kind === 'threshold',
  'a refusal': (record) => record.kind === 'answer' && record.answer === 'refuse',
  'an acceptance': (record) => record.kind === 'answer' && record.answer === 'accept',
  'a stance that moved': (record) => record.kind === 'moved' && record.chart === 'stance',
  'a line that moved': (record) => record.kind === 'moved' && record.chart === 'line',
  'a signature': ({ kind }) => kind === 'settled',
};

export function cost(size: Size): Cost {
  const model = modelFrom(sizedScenario(size));
  const records = sameRecords(model, SEED, CHECKED).flat();
  for (const [what, holds] of Object.entries(CONTENT)) if (!records.some(holds)) throw new Error(`${JSON.stringify(size)}: ${CHECKED} runs without ${what}`);
  const { runs, rounds, seconds } = paceOf(kernelOf(model, SEED), 1, WARM);
  return { run: (1e6 * seconds) / runs, round: (1e6 * seconds) / rounds, rounds: rounds / runs, regions: model.regions.length, checked: CHECKED };
}
