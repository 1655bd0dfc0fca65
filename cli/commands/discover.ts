/** `winset discover`: under which assumptions something holds. */
import type { Target } from '../../engine/index.ts';
import { plain } from '../../engine/record/plain.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { decimal, flag, text, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { givePicture, pictureOptions } from '../picture.ts';
import { Failure, UsageError } from '../stops.ts';
import { playStudy, readyStudy, spaceFor, targetsFor } from '../study.ts';
import { tradeOffChart } from '../views/charts/trade-off.ts';
import { isShare } from '../views/plain/studies/frame.ts';
import { boxSentence, discoverPage } from '../views/plain/studies/discover.ts';
import type { Command } from './command.ts';

const FEWEST = 300;
const MOST = 1_000_000;
const USUAL = 6000;

/** '60%' → 0.6 */
function coverageOf(args: Args): number | undefined {
  const said = text(args, 'coverage');
  if (said === undefined) return undefined;
  const value = said.endsWith('%') ? decimal(said.slice(0, -1).trim()) : undefined;
  if (value === undefined || value < 1 || value > 100) throw new UsageError(`--coverage takes a percentage from 1% to 100%, as in 60%, not “${plain(said)}”.`);
  return value / 100;
}

async function discoverOf(args: Args, io: Io): Promise<number> {
  const picture = pictureOptions(args, io);
  const runs = whole(args, 'runs', { least: FEWEST, most: MOST, otherwise: USUAL });
  const boxes = whole(args, 'boxes', { least: 1, most: 9, otherwise: 1 });
  const coverage = coverageOf(args);
  const ready = await readyStudy(args, io);
  const { scenario, model, seed, held, vary, asked } = ready;
  const space = await spaceFor(args, ready);
  const targets = await targetsFor(args, model);
  if (targets !== null && targets.length > 1) throw new UsageError('One thing is looked for at a time; give --of once (several outcomes with commas count as one).');
  const [first] = scenario.outcomes;
  const target: Target = targets?.[0] ?? { kind: 'outcomes', ids: first === undefined ? [] : [first.id] };
  const { discoveryStudy, targetName } = await import('../../engine/index.ts');
  if (!isShare(target)) throw new UsageError(`${plain(targetName(target))} is a number; only what holds or does not can be looked for: an outcome, signed__STAGE, or column=value.`);
  const found = await playStudy(discoveryStudy({ scenario, space, target, held, runs, seed, boxes, ...(coverage === undefined ? {} : { coverage }) }), ready, args, io);
  if (found === null) return EXIT.interrupted;
  const [box] = found.boxes;
  if (picture !== null) {
    if (box === undefined) throw new Failure('No box was found that is no accident, so there is no trade-off to draw. More runs (-n) may tell.');
    return await givePicture(tradeOffChart('trade-off', 'What density costs in coverage', box), picture, io);
  }
  const more = ['--runs', String(runs), ...texts(args, 'lever').flatMap((said) => ['--lever', said]), ...texts(args, 'of').flatMap((said) => ['--of', said]), ...(coverage === undefined ? [] : ['--coverage', `${Number((coverage * 100).toPrecision(6))}%`]), ...(boxes === 1 ? [] : ['--boxes', String(boxes)])];
  if (!flag(args, 'json')) {
    io.stdout.write(discoverPage({ scenario, discovery: found, space, vary, target, asked: { ...asked, command: 'discover', more } }, pageOf(args, io)));
    return EXIT.ok;
  }
  const finite = (bound: number): number | null => (Number.isFinite(bound) ? bound : null);
  io.stdout.write(jsonPage({
    winset: 1, scenario: scenario.id, hash: scenario.hash, seed, from: scenario.from, runs, vary, view: held.view ?? null, held: held.levers ?? {}, levers: space.map(({ id, title, low, high }) => ({ id, title, low, high })),
    of: targetName(target), share: found.density, settings: found.settings,
    boxes: found.boxes.map((each) => ({
      words: boxSentence(each, found, space, target, scenario), found: each.found, checked: each.checked,
      restricts: each.restricts.map(({ lever, low, high, p, again }) => ({ lever: space[lever]?.id, low: finite(low), high: finite(high), p, again })),
      tradeOff: each.tradeOff.map(({ box: bounds, ...fit }) => ({ ...fit, restricts: bounds.flatMap(({ low, high }, d) => (low === -Infinity && high === Infinity ? [] : [{ lever: space[d]?.id, low: finite(low), high: finite(high) }])) })),
    })),
  }));
  return EXIT.ok;
}

export const discover: Command = {
  name: 'discover',
  usage: 'discover <scenario>',
  describe: 'Under which assumptions does it hold? Bounds on levers inside of which runs end so, in words (PRIM)',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['of', 'lever', 'coverage', 'boxes', 'runs', 'seed', 'from', 'set', 'view', 'vary', 'workers', 'queue', 'format', 'out', 'force', 'json', 'no-color'],
  notes: {
    runs: 'How many runs in all, each at a setting of its own (6000)', of: 'What is to hold: an outcome (its id, several with commas), signed__STAGE, or column=value (the first outcome)',
    vary: 'Spread the levers as the file says how likely their values are, not evenly over their ranges', lever: 'Only this lever, or a part of its range: name=low:high (repeatable)',
    set: 'Hold a lever at a value: lever=value (repeatable)', out: 'Write the chart of the trade-off to this file', force: 'Write over a file that is there',
  },
  examples: [
    ['winset discover tutorial', 'Where the first outcome holds'],
    ['winset discover ukraine-2025 --of truce-holds', 'Where a truce holds'],
    ['winset discover ukraine-2025 --of lasting,collapsed --coverage 60% --boxes 2', 'Two boxes for a settlement, each to hold three of five'],
  ],
  run: discoverOf,
};
