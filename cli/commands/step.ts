/** `winset step`: the full-screen view. Only looks whether there is a terminal, and what to open; the rest is the dashboard's. */
import { plain } from '../../engine/record/plain.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import type { Model } from '../../engine/index.ts';
import type { Edited } from '../views/dashboard/edited.ts';
import type { SpokenOptions } from '../views/dashboard/spoken/open.ts';
import { editedRun } from '../edited.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import { leverOptions, openScenario, readingOf, scenarioName, tellIdleVary } from '../open.ts';
import { flag, seedOf, text, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { UsageError } from '../stops.ts';
import { changedLevers } from '../views/plain/commandline.ts';
import type { Command } from './command.ts';
import { MOST_RUN, recordedScenario, refuseWithReplay } from './run.ts';

/** The parties of `--as`: each once, in the order given. */
function peopleOf(args: Args, scenario: Scenario): readonly string[] {
  const said = text(args, 'as');
  if (said === undefined) return [];
  const people = said.split(',').map((one) => one.trim()).filter((one) => one !== '');
  const ids = scenario.parties.map((party) => party.id);
  if (people.length === 0) throw new UsageError(`--as takes a party: ${ids.join(', ')}.`);
  for (const one of people) {
    if (!ids.includes(one)) throw new UsageError(`There is no party “${plain(one)}”.${didYouMean(one, ids)}`);
  }
  if (new Set(people).size < people.length) throw new UsageError('--as names a party more than once.');
  return people;
}

/** `name` undefined: the scenario of the recorded run. */
export async function stepInto(name: string | undefined, args: Args, io: Io): Promise<number> {
  const seed = seedOf(args);
  const run = whole(args, 'run', { least: 1, most: MOST_RUN, otherwise: 1 });
  const file = text(args, 'replay');
  const { terminal } = io;
  if (terminal === null) {
    io.stderr.write(`winset step draws on the whole terminal and reads keys, and here there is none. To read a run as text: winset run ${name ?? 'SCENARIO'}\n`);
    return EXIT.usage;
  }
  const open = async (model: Model, of: Omit<SpokenOptions, 'people' | 'edit' | 'ascii'>, edit: Edited): Promise<number> => {
    const people = peopleOf(args, model.scenario);
    const ascii = flag(args, 'ascii');
    // A terminal that knows no more than lines is spoken to in lines.
    if (flag(args, 'plain') || io.env['TERM'] === 'dumb') {
      const { openSpoken } = await import('../views/dashboard/spoken/open.ts');
      return await openSpoken(model, { ...of, people, edit, ascii }, terminal.stdin, io);
    }
    const { openDashboard } = await import('../views/dashboard/open.ts');
    return await openDashboard(model, { ...of, people, edit, noColor: flag(args, 'no-color'), ascii }, io);
  };
  if (file === undefined) {
    const { model, scenario, name: scenarioPath } = await openScenario(name ?? scenarioName(args), io, readingOf(args));
    const taken = leverOptions(args, scenario);
    tellIdleVary(taken, [scenario], io);
    const edit = editedRun({ name: scenarioPath, run, options: readingOf(args), taken: (edited) => leverOptions(args, edited) }, io);
    return await open(model, { seed, run, ...taken, scenarioPath }, edit);
  }
  refuseWithReplay(args);
  const { checkedChoices, openRecorded, readRecorded } = await import('../replay.ts');
  const recorded = readRecorded(file, io.cwd);
  const { model, scenario, name: scenarioPath } = await openRecorded(recorded, recordedScenario(recorded.head.scenario, args), io);
  const { head } = recorded;
  // Of the recorded levers those that the file has otherwise were set or drawn; the others are the file's, also once it is edited.
  const set = changedLevers(head.levers, scenario.levers);
  const edit = editedRun({ name: scenarioPath, run: head.run, options: scenario.from === scenario.starts[0] ? {} : { from: scenario.from }, taken: () => ({ levers: set }) }, io);
  return await open(model, { seed: head.seed, run: head.run, levers: head.levers, choices: checkedChoices(recorded, model), scenarioPath }, edit);
}

export const step: Command = {
  name: 'step',
  usage: 'step [scenario]',
  describe: 'Step through a negotiation on the full screen; press ? there for the keys',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['seed', 'run', 'from', 'set', 'view', 'vary', 'as', 'replay', 'plain', 'ascii', 'no-color'],
  examples: [
    ['winset step tutorial', 'From the opening'],
    ['winset step tutorial --seed 7 --set drought=0.8', 'Other luck, another assumption'],
    ['winset step tutorial --as lower', 'Sitting for one party: what it may know, and its turns'],
    ['winset step tutorial --as upper,lower', 'Two people share the keyboard'],
    ['winset step --replay mine.jsonl', 'Through a saved run'],
    ['winset step tutorial --plain', 'In lines of words, for a screen reader'],
  ],
  run: (args, io) => stepInto(args['scenario'] === undefined && args['replay'] !== undefined ? undefined : scenarioName(args), args, io),
};
