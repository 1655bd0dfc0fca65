/**
 * In what share of the runs a shipped scenario and each of its variants end how, with 95 % intervals, and what the variant changes, the same
 * runs under the same luck. Prints the tables of scenarios/README.md and of the scenario's page. By hand, from the project's folder:
 *
 *   npx tsx test/scenarios/shares.ts two-concessions 4000
 *   npx tsx test/scenarios/shares.ts ukraine-2025 4000 2025-02-17
 */
import { compile, wilson, type Model } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { variantOf } from '../../cli/find.ts';
import { readShipped, VARIANTS } from '../helpers/shipped.ts';

const SEED = '1';
const [name = 'two-concessions', count = '4000', from] = process.argv.slice(2);
const runs = Number(count);

/** The outcome of every run by its name. */
function endsOf(model: Model, vary: boolean): readonly string[] {
  return Array.from({ length: runs }, (_, run) => model.scenario.outcomes[playRun(model, run + 1, { seed: SEED, vary }).outcome]?.id ?? '');
}

const per = (share: number): string => (100 * share).toFixed(1);
const signed = (points: number): string => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;

function share(ends: readonly string[], outcome: string): string {
  const times = ends.filter((end) => end === outcome).length;
  const { low, high } = wilson(times, runs);
  return `${per(times / runs)} (${per(low)}–${per(high)})`;
}

/** Variant less scenario in points, with the half-width of the 95 % interval of the paired difference. */
function change(base: readonly string[], other: readonly string[], outcome: string): string {
  const each = base.map((end, run) => Number(other[run] === outcome) - Number(end === outcome));
  const mean = each.reduce((sum, one) => sum + one, 0) / runs;
  const squares = each.reduce((sum, one) => sum + one * one, 0) / runs;
  return `${signed(100 * mean)} ± ${(196 * Math.sqrt(Math.max(0, squares - mean * mean) / runs)).toFixed(1)}`;
}

const read = (which: string): Model => compile(readShipped(which, from));
const base = read(name);
const outcomes = base.scenario.outcomes.map(({ id }) => id);
const write = (line: string): void => { process.stdout.write(`${line}\n`); };
const row = (first: string, cells: readonly string[]): void => { write(`| ${first} | ${cells.join(' | ')} |`); };

write(`Scenario ${base.scenario.hash.slice(0, 12)}, seed ${SEED}, ${runs} runs each.`);
const ends = endsOf(base, false);
row('', outcomes);
write(`|---${'|---'.repeat(outcomes.length)}|`);
row('as in the file', outcomes.map((outcome) => share(ends, outcome)));
if (base.scenario.levers.some((lever) => lever.distribution !== null)) {
  const varied = endsOf(base, true);
  row('`--vary`', outcomes.map((outcome) => share(varied, outcome)));
}
for (const variant of VARIANTS.filter((each) => variantOf(each) === name)) {
  const others = endsOf(read(variant), false);
  row(`\`${variant}\``, outcomes.map((outcome) => share(others, outcome)));
  row('less the scenario', outcomes.map((outcome) => change(ends, others, outcome)));
}
