/** Runs of a world that a test wrote, and what they record. */
import { openStepper, type RunRecord } from '../../engine/index.ts';
import { modelFrom } from './world.ts';

type Kind = RunRecord['kind'];

/** The records of the first `runs` runs. */
export function play(text: string, runs: number, seed = 'further'): readonly (readonly RunRecord[])[] {
  const model = modelFrom(text);
  return Array.from({ length: runs }, (_, i) => {
    const stepper = openStepper(model, { seed, run: i + 1 });
    stepper.toEnd();
    return stepper.records;
  });
}

export function only<K extends Kind>(records: readonly RunRecord[], kind: K): readonly Extract<RunRecord, { kind: K }>[] {
  return records.filter((record): record is Extract<RunRecord, { kind: K }> => record.kind === kind);
}
