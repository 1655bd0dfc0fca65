/** `winset compare`: what differs between two scenarios, or two settings of one, beside what differs in how their runs end. */
import { plain } from '../../engine/record/plain.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { MOST_PAIRS, orFail, workersOf } from '../long-batch.ts';
import { asTaken, leverOptions, leversOf, openScenario, readingOf, scenarioName, tellIdleVary } from '../open.ts';
import { flag, fromOf, seedOf, text, texts, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { watch } from '../progress.ts';
import { UsageError } from '../stops.ts';
import { comparePage } from '../views/plain/compare.ts';
import type { Side } from '../views/plain/compare.ts';
import { differenceWords } from '../views/plain/compare-words.ts';
import type { Command } from './command.ts';

/** The second scenario; without one it is the first again, with a lever changed on one side. */
function otherName(args: Args, first: string): string {
  const name = text(args, 'other');
  if (name !== undefined) return name;
  if (texts(args, 'set-a').length + texts(args, 'set-b').length > 0) return first;
  throw new UsageError(`Name a second scenario, or change a lever on one side: winset compare ${plain(first)} --set-b lever=value`);
}

async function compareOf(args: Args, io: Io): Promise<number> {
  const names = [scenarioName(args), otherName(args, scenarioName(args))] as const;
  const seed = seedOf(args);
  const runs = whole(args, 'runs', { least: 1, most: MOST_PAIRS, otherwise: 1000 });
  const first = await openScenario(names[0], io, readingOf(args));
  const second = await openScenario(names[1], io, readingOf(args));
  const taken = leverOptions(args, first.scenario);
  const { view, vary } = taken;
  leverOptions(args, second.scenario);
  tellIdleVary(taken, [first.scenario, second.scenario], io);
  const common = { seed, ...(view === undefined ? {} : { view }), ...(vary === undefined ? {} : { vary }) };
  const set = [leversOf(args, first.scenario, 'set-a'), leversOf(args, second.scenario, 'set-b')] as const;
  const { beyondLuck, differencesBetween, paired } = await import('../../engine/index.ts');
  const sides = [first, second].map(({ scenario, name }, at): Side => {
    const taken = asTaken(scenario, { levers: set[at] ?? {}, ...(view === undefined ? {} : { view }) });
    return { name, scenario: taken, levers: Object.fromEntries(taken.levers.map(({ id, value }) => [id, value])) };
  });
  const [one, other] = sides;
  if (one === undefined || other === undefined) throw new Error('two sides');
  const found = differencesBetween(one.scenario, other.scenario);
  const watching = watch(io, runs);
  const result = await orFail(() => paired(first.scenario, second.scenario, { ...common, levers: set[0], secondLevers: set[1], runs, workers: workersOf(args, 2 * runs), onProgress: watching.tick, signal: io.signal }), false);
  watching.end(result !== null);
  if (result === null) return EXIT.interrupted;
  const same = result.alike === result.runs && !found.some(({ plays }) => plays);
  // Where nothing that bears on a run differs, no luck can make a difference.
  const outcomes = same ? result.outcomes.map((outcome) => ({ ...outcome, low: 0, high: 0 })) : result.outcomes;
  const beyond = same ? [] : beyondLuck(result);
  if (!flag(args, 'json')) {
    const asked = { from: fromOf(args), view, vary, set: texts(args, 'set'), setA: texts(args, 'set-a'), setB: texts(args, 'set-b') };
    io.stdout.write(comparePage({ sides: [one, other], found, result: { ...result, outcomes }, same, beyond, seed, asked }, pageOf(args, io)));
    return EXIT.ok;
  }
  const head = ({ name, scenario: { id, hash, from }, levers }: Side) => ({ name, scenario: id, hash, from, levers });
  const edits = found.map(({ path, change, plays, before, after, ...difference }) => ({ path, change, plays, words: differenceWords({ path, change, plays, before, after, ...difference }, one.scenario, other.scenario), before, after }));
  io.stdout.write(jsonPage({
    winset: 1, first: head(one), second: head(other), seed, runs: result.runs, vary: vary ?? false, view: view ?? null,
    edits, same, alike: result.alike, beyondLuck: beyond, differences: outcomes, crossings: result.crossings,
  }));
  return EXIT.ok;
}

export const compare: Command = {
  name: 'compare',
  usage: 'compare <scenario> [other]',
  describe: 'Two scenarios or settings, run by run under the same luck: what differs, and what it changes',
  positionals: { scenario: 'Name or path of the first scenario (A)', other: 'Name or path of the second (B); without it, the first again' },
  options: ['set-a', 'set-b', 'set', 'from', 'view', 'vary', 'runs', 'seed', 'workers', 'json', 'no-color'],
  notes: { set: 'Change an assumption on both sides: lever=value (repeatable)' },
  examples: [
    ['winset compare tutorial my.yaml', 'A scenario and an edited copy of it'],
    ['winset compare tutorial --set-b drought=0.8', 'The file as it is, and with one lever changed'],
    ['winset compare tutorial --set-a drought=0.2 --set-b drought=0.8', 'Two values of a lever'],
    ['winset compare a.yaml b.yaml --vary -n 5000', 'Over what is not known of the levers, the same draws on both sides'],
  ],
  run: compareOf,
};
