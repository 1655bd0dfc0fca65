/** The kernel and the stepper, as benches call them: nothing else here knows how either is started. */
import { openStepper, type Model, type RunRecord } from '../../../engine/index.ts';
import { openKernel } from '../../../engine/run/kernel.ts';

/** Plays a run, numbered from 1; the rounds it took. */
export type Play = (run: number) => number;

export function kernelOf(model: Model, seed: string): Play {
  const kernel = openKernel(model, { seed });
  return (run) => kernel.play(run).state.round;
}

export function stepperOf(model: Model, seed: string): Play {
  return (run) => {
    const stepper = openStepper(model, { seed, run });
    stepper.toEnd();
    return stepper.records[stepper.records.length - 1].round;
  };
}

export function kernelRecords(model: Model, seed: string, run: number): readonly RunRecord[] {
  const records: RunRecord[] = [];
  openKernel(model, { seed, emit: (record) => { records.push(record); } }).play(run);
  return records;
}

/** Holds the records of the first runs against each other, byte for byte; gives them run by run. */
export function sameRecords(model: Model, seed: string, runs: number): readonly (readonly RunRecord[])[] {
  return Array.from({ length: runs }, (_, at) => {
    const records = kernelRecords(model, seed, at + 1);
    const stepper = openStepper(model, { seed, run: at + 1 });
    stepper.toEnd();
    if (JSON.stringify(records) !== JSON.stringify(stepper.records)) throw new Error(`the walkers differ in run ${at + 1} of seed ${seed} of ${model.scenario.id}`);
    return records;
  });
}
