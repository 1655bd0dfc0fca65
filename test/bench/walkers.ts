/** The kernel beside the stepper: the same records first, then how many runs a second each plays. */
import { compile, openStepper, readScenario, type Model, type RunRecord } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { rounded, table } from './child.ts';

const SEED = 'bench';

function sameWork(model: Model, runs: number): void {
  for (let run = 1; run <= runs; run++) {
    const records: RunRecord[] = [];
    playRun(model, run, { seed: SEED, emit: (record) => { records.push(record); } });
    const stepper = openStepper(model, { seed: SEED, run });
    stepper.toEnd();
    if (JSON.stringify(records) !== JSON.stringify(stepper.records)) throw new Error(`the walkers differ in run ${run} of seed ${SEED}`);
  }
}

/** Runs a second, warm, at the best of three tries of about `seconds`. */
function rate(play: (run: number) => void, seconds: number): number {
  let fastest = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = performance.now();
    let run = 0;
    while (performance.now() - start < seconds * 1000) play(++run);
    fastest = Math.max(fastest, (run * 1000) / (performance.now() - start));
  }
  return fastest;
}

export function walkers(): string {
  const rows = ['tutorial', 'london-april', 'ukraine-2025'].map((name) => {
    const read = readScenario(`scenarios/${name}.yaml`);
    if (!read.ok) throw new Error(`${name} has problems`);
    const model = compile(read.scenario);
    sameWork(model, 40);
    const stepper = rate((run) => { openStepper(model, { seed: SEED, run }).toEnd(); }, 2);
    const kernel = rate((run) => { playRun(model, run, { seed: SEED }); }, 2);
    return [name, rounded(stepper), rounded(kernel), rounded(kernel / stepper, 1)];
  });
  return table('Runs a second on one core; the same 40 runs gave the same records', [['scenario', 'stepper', 'kernel', 'ratio'], ...rows]);
}
