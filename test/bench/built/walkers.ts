/** A shipped scenario through the stepper and through the kernel. */
import { compile, readScenario, type Model } from '../../../engine/index.ts';
import { kernelOf, sameRecords, stepperOf } from './kernel.ts';
import { aSecond, paceOf } from './pace.ts';

export const SEED = 'bench';
/** Runs whose records are held against each other. */
const CHECKED = 40;

/** Runs a second of each, and how many runs gave the same records first. */
export interface Walkers { readonly stepper: number; readonly kernel: number; readonly checked: number }

export function checkedModel(scenario: string): Model {
  const read = readScenario(`scenarios/${scenario}.yaml`);
  if (!read.ok) throw new Error(`${scenario} has problems`);
  const model = compile(read.scenario);
  sameRecords(model, SEED, CHECKED);
  return model;
}

export function walkers(scenario: string): Walkers {
  // A model each: what one walker had remembered would serve the other.
  const [forStepper, forKernel] = [checkedModel(scenario), checkedModel(scenario)];
  return { stepper: aSecond(paceOf(stepperOf(forStepper, SEED), 2)), kernel: aSecond(paceOf(kernelOf(forKernel, SEED), 2)), checked: CHECKED };
}
