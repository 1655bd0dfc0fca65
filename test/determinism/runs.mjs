// Plays fixed runs of every shipped scenario, and a few of each variant of one, on the built library (dist/) and hashes what happened, byte for byte.
//   node test/determinism/runs.mjs            prints one line a scenario
//   node test/determinism/runs.mjs --check    compares them with golden.json; ends with `N passed, N failed`
//   node test/determinism/runs.mjs --write    writes golden.json anew, after a change of rules or scenarios that was meant
// Plain JavaScript, so that any supported Node runs it as it is.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { batch, compile, openStepper, readScenario } from '../../dist/index.js';

const GOLDEN = new URL('golden.json', import.meta.url);
const SCENARIOS = new URL('../../scenarios/', import.meta.url);
/** Seeds that a careless reader of seeds might treat alike: numbers, case, accents that lower-casing changes, empty space. */
const ODD_SEEDS = ['7', '07', '7.0', ' 7', 'seven', 'SEVEN', 'İstanbul', 'istanbul', '\u{1F54A}'];
const SEEDS = [...ODD_SEEDS, ...Array.from({ length: 200 - ODD_SEEDS.length }, (_, i) => `seed ${i + 1}`)];
const BATCH_RUNS = 200;

/** Titles and the scenario's hash, which covers them, are left out: what happens must not hang on how things are worded. */
const json = (value) => JSON.stringify(value, (key, inner) => (key === 'title' || key === 'hash' ? undefined : inner));

/** One run as its record file would hold it. */
function play(model, seed, run) {
  const stepper = openStepper(model, { seed, run });
  stepper.toEnd();
  return [stepper.head, ...stepper.records].map(json).join('\n');
}

/** What happened, without the head, which holds the seed and so always differs. */
const withoutHead = (text) => text.slice(text.indexOf('\n'));
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** A variant changes one assumption of a scenario: fewer runs will do. */
const isVariant = (text) => /^extends: *(?!figures)\S+\.yaml$/mu.test(text);

async function look(name) {
  const read = readScenario(fileURLToPath(new URL(name, SCENARIOS)));
  if (!read.ok) throw new Error(`${name}: ${read.problems.map((problem) => `${problem.line}: ${problem.message}`).join('; ')}`);
  const model = compile(read.scenario);
  const seeds = isVariant(readFileSync(new URL(name, SCENARIOS), 'utf8')) ? SEEDS.slice(0, ODD_SEEDS.length) : SEEDS;
  const texts = seeds.map((seed) => play(model, seed, 1));
  const numbered = [2, 3, 1000].map((run) => play(model, '7', run));
  const counted = await batch(model, { seed: '7', runs: BATCH_RUNS });
  return {
    scenario: read.scenario.id,
    hash: read.scenario.hash,
    runs: sha256([...texts, ...numbered].join('\n')),
    batch: sha256(json(counted)),
    seeds: seeds.length,
    different: new Set(texts.map(withoutHead)).size,
  };
}

/** A file without an id of its own is a base that scenarios extend. */
const isScenario = (name) => name.endsWith('.yaml') && /^id:/mu.test(readFileSync(new URL(name, SCENARIOS), 'utf8'));

const looks = [];
for (const name of readdirSync(SCENARIOS).filter(isScenario).sort()) looks.push(await look(name));

if (process.argv.includes('--write')) {
  writeFileSync(GOLDEN, `${JSON.stringify(looks, null, 2)}\n`);
} else if (process.argv.includes('--check')) {
  const golden = JSON.parse(readFileSync(GOLDEN, 'utf8'));
  const byName = new Map(golden.map((line) => [line.scenario, line]));
  let [passed, failed] = [0, 0];
  const judge = (fine, words) => {
    if (fine) passed++;
    else failed++;
    console.log(`${fine ? 'same' : 'DIFFERENT'}  ${words}`);
  };
  for (const line of looks) {
    for (const part of ['hash', 'runs', 'batch']) judge(line[part] === byName.get(line.scenario)?.[part], `${line.scenario} ${part}`);
    judge(line.different === line.seeds, `${line.scenario}: ${line.different} different runs from ${line.seeds} seeds`);
  }
  judge(looks.length === golden.length, `${looks.length} scenarios`);
  console.log(`Node ${process.version}: ${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} else {
  for (const line of looks) console.log(JSON.stringify(line));
}
