/** `npm run bench [-- NAME… [--runs N]]`: measures and prints tables. Never part of `npm test`. */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { cost } from './cost.ts';
import { memory } from './memory.ts';
import { million } from './million.ts';
import { profile } from './profile.ts';
import { queue } from './queue.ts';
import { saop } from './saop.ts';
import { screen } from './screen.ts';
import { walkers } from './walkers.ts';
import { workers } from './workers.ts';

type Bench = () => string | Promise<string>;
const BENCHES: Readonly<Record<string, Bench>> = { walkers, profile, saop, cost, screen, queue };
/** Those that play as many runs as `--runs` says. */
const OF_RUNS: Readonly<Record<string, (runs?: number) => Promise<string>>> = { workers, memory, million };
/** Too long to be played unasked. */
const ONLY_ASKED: readonly string[] = ['million'];

const { values, positionals: asked } = parseArgs({ options: { runs: { type: 'string' } }, allowPositionals: true });
const names = [...Object.keys(BENCHES), ...Object.keys(OF_RUNS)];
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`no bench ${unknown.join(', ')}; there are ${names.join(', ')}`);
const runs = values.runs === undefined ? undefined : Number(values.runs);
if (runs !== undefined && !(Number.isSafeInteger(runs) && runs > 0)) throw new Error(`--runs: ${values.runs ?? ''} is not a number of runs`);
if (runs !== undefined && (asked.length === 0 || asked.some((name) => !(name in OF_RUNS)))) throw new Error(`--runs is for ${Object.keys(OF_RUNS).join(', ')}`);

process.stdout.write(`Node ${process.version}, ${availableParallelism()} cores\n`);
for (const name of names.filter((one) => (asked.length === 0 ? !ONLY_ASKED.includes(one) : asked.includes(one)))) {
  process.stdout.write(await (name in OF_RUNS ? OF_RUNS[name](runs) : BENCHES[name]()));
}
