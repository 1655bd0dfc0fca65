/**
 * What each lever does to each outcome: the low end of its range against the high end, the same runs under the same luck.
 * Prints the table of scenarios/expectations.md. By hand, from the project's folder:
 *
 *   npx tsx test/scenarios/levers.ts london-april 2000
 *   npx tsx test/scenarios/levers.ts ukraine-2025 2000 2025-02-17
 */
import { resolve } from 'node:path';
import { compile, readScenario, type Model } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';

const SEED = 'levers';

/** The outcome of every run, as its place among the scenario's outcomes. */
function outcomes(model: Model, runs: number, levers: Readonly<Record<string, number>>): Uint8Array {
  const found = new Uint8Array(runs);
  for (let run = 1; run <= runs; run++) found[run - 1] = playRun(model, run, { seed: SEED, levers }).outcome;
  return found;
}

/** High less low in per cent of the runs, with the half-width of the 95 % interval of the paired difference. */
function difference(low: Uint8Array, high: Uint8Array, outcome: number): { readonly points: number; readonly within: number } {
  let sum = 0;
  let squares = 0;
  low.forEach((at, run) => {
    const each = Number(high[run] === outcome) - Number(at === outcome);
    sum += each;
    squares += each * each;
  });
  const n = low.length;
  const mean = sum / n;
  return { points: 100 * mean, within: 196 * Math.sqrt(Math.max(0, squares / n - mean * mean) / n) };
}

const signed = (points: number): string => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;

function row(model: Model, runs: number, name: string, low: Readonly<Record<string, number>>, high: Readonly<Record<string, number>>): string {
  const at = outcomes(model, runs, low);
  const to = outcomes(model, runs, high);
  const cells = model.scenario.outcomes.map((_, place) => {
    const { points, within } = difference(at, to, place);
    return `${signed(points)} ± ${within.toFixed(1)}`;
  });
  return `| ${name} | ${cells.join(' | ')} |`;
}

const [name = 'london-april', count = '2000', from] = process.argv.slice(2);
const runs = Number(count);
const read = readScenario(resolve('scenarios', `${name}.yaml`), from === undefined ? {} : { from });
if (!read.ok) throw new Error(`${name} has problems: see winset check ${name}`);
const model = compile(read.scenario);
const { levers, outcomes: ends } = read.scenario;

const base = outcomes(model, runs, {});
const write = (line: string): void => { process.stdout.write(`${line}\n`); };
write(`Scenario ${read.scenario.hash.slice(0, 12)}, seed ${SEED}, ${runs} runs at each end.`);
write(`| | ${ends.map((end) => end.id).join(' | ')} |`);
write(`|---${'|---'.repeat(ends.length)}|`);
write(`| as in the file | ${ends.map((_, place) => `${((100 * base.filter((each) => each === place).length) / runs).toFixed(1)} %`).join(' | ')} |`);
for (const { id, range: [low, high] } of levers) write(row(model, runs, `\`${id}\` ${low} → ${high}`, { [id]: low }, { [id]: high }));

// Levers that belong together, where a scenario has them: both sides tired, and a front that moves against one that stands.
const range = (id: string): readonly [number, number] | undefined => levers.find((lever) => lever.id === id)?.range;
const ukraine = range('ukraine-exhaustion');
const russia = range('russia-exhaustion');
if (ukraine && russia) {
  write(row(model, runs, 'both exhaustions', { 'ukraine-exhaustion': ukraine[0], 'russia-exhaustion': russia[0] }, { 'ukraine-exhaustion': ukraine[1], 'russia-exhaustion': russia[1] }));
}
const front = range('front-drift');
if (front) for (const end of front) write(row(model, runs, `\`front-drift\` 0 → ${end}`, { 'front-drift': 0 }, { 'front-drift': end }));
