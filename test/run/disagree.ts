/**
 * Plays runs in both walkers, in every way in which they are used, and shows the first record on which they part:
 * `npx tsx test/run/disagree.ts FILE SEED RUNS [--from DAY] [--fault NAME:PLACE]`. RUNS is one, `2`, or some, `1-4`. Ends with 0 where they agree, with 1 where they part.
 * `--fault` puts a fault into the kernel's tables on purpose (`../helpers/walkers/faults.ts`), to show what that looks like.
 */
import { argv, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { readScenario } from '../../engine/index.ts';
import { inWords } from '../helpers/walkers/difference.ts';
import { FAULT_NAMES } from '../helpers/walkers/faults.ts';
import { lookFor, problemsIn, type Faulty } from '../helpers/walkers/keep.ts';

const USAGE = 'npx tsx test/run/disagree.ts FILE SEED RUNS [--from DAY] [--fault NAME:PLACE]';

function faultOf(written: string): Faulty | null {
  const [name, place = '0'] = written.split(':');
  const fault = FAULT_NAMES.find((each) => each === name);
  return fault === undefined || !/^\d+$/u.test(place) ? null : { fault, place: Number(place) };
}

function disagree(words: readonly string[]): { readonly code: number; readonly said: string } {
  const { values: { from, fault: written }, positionals: [file, seed, number] } = parseArgs({ args: [...words], allowPositionals: true, options: { from: { type: 'string' }, fault: { type: 'string' } } });
  const [first, last = first] = /^\d+(-\d+)?$/u.test(number ?? '') ? (number ?? '').split('-').map(Number) : [0];
  if (file === undefined || seed === undefined || first < 1 || last < first) return { code: 2, said: USAGE };
  const faulty = written === undefined ? undefined : faultOf(written);
  if (faulty === null) return { code: 2, said: `${USAGE}\nFaults: ${FAULT_NAMES.join(', ')}` };
  const looked = lookFor({ read: (day) => readScenario(file, day === undefined ? {} : { from: day }), seed, runs: Array.from({ length: last - first + 1 }, (_, at) => first + at), every: 1, ...(from === undefined ? {} : { from }), ...(faulty === undefined ? {} : { faulty }) });
  if (!looked.ok) return { code: 3, said: problemsIn(looked.problems) };
  return looked.found === null ? { code: 0, said: `Both walkers play ${first === last ? `run ${first}` : `runs ${number}`} of ${file} under the seed ${seed} alike, in every way.` } : { code: 1, said: `${looked.found.from === null ? '' : `From ${looked.found.from}: `}${inWords(looked.found.difference)}` };
}

const { code, said } = disagree(argv.slice(2));
stdout.write(`${said}\n`);
process.exitCode = code;
