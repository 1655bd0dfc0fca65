/** `npm run bench [-- NAME…]`: measures and prints tables. Never part of `npm test`. */
import { availableParallelism } from 'node:os';
import { memory } from './memory.ts';
import { profile } from './profile.ts';
import { queue } from './queue.ts';
import { screen } from './screen.ts';
import { walkers } from './walkers.ts';
import { workers } from './workers.ts';

const BENCHES: Readonly<Record<string, () => string | Promise<string>>> = { walkers, profile, workers, memory, screen, queue };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) throw new Error(`no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
process.stdout.write(`Node ${process.version}, ${availableParallelism()} cores\n`);
for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) process.stdout.write(await bench());
