/** `winset baselines`: for an issue that is a quantity, what simple baselines and the group decision model say of it. */
import { plain } from '../../engine/record/plain.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { leverOptions, openScenario, readingOf, scenarioName } from '../open.ts';
import { flag, fromOf, whole } from '../options.ts';
import { pageOf } from '../page.ts';
import { Failure } from '../stops.ts';
import { commandLine } from '../views/plain/commandline.ts';
import { baselinesOf, baselinesPage } from '../views/plain/spatial.ts';
import type { Command } from './command.ts';

/** As many as were published for the case with which the model is compared. */
const ROUNDS = 8;

export const baselines: Command = {
  name: 'baselines',
  usage: 'baselines <scenario>',
  describe: 'For an issue that is a quantity: weighted mean, weighted median, and the group decision model',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['rounds', 'from', 'set', 'view', 'json', 'no-color'],
  notes: { rounds: `How many rounds of the group decision model at most (default: ${ROUNDS})` },
  examples: [
    ['winset baselines scenarios/spatial/emission-standards.yaml', 'The case of the literature'],
    ['winset import csv actors.csv && winset baselines actors.yaml', 'A table of your own'],
  ],
  async run(args, io) {
    const rounds = whole(args, 'rounds', { least: 1, most: 1000, otherwise: ROUNDS });
    const { model, scenario, name } = await openScenario(scenarioName(args), io, readingOf(args));
    const taken = leverOptions(args, scenario);
    const { openStepper } = await import('../../engine/index.ts');
    const { levers } = openStepper(model, { seed: '1', ...taken, vary: false }).head;
    const { spatialIssueOf } = await import('../../engine/analysis/spatial/line.ts');
    const { groupDecision } = await import('../../engine/analysis/spatial/group-decision.ts');
    const found = spatialIssueOf(scenario, levers);
    if (found === null) throw new Failure(`“${plain(name)}” has no single issue that is a quantity, with options that have places (at:) and parties that stand on it (positions:); scenarios/README.md tells how they are written.`);
    const decided = groupDecision(found.actors, { rounds });
    if (flag(args, 'json')) {
      io.stdout.write(jsonPage({ winset: 1, scenario: scenario.id, hash: scenario.hash, from: scenario.from, levers, actors: found.actors, baselines: baselinesOf(scenario, levers), rounds: decided }));
      return EXIT.ok;
    }
    const again = commandLine({ command: 'baselines', name, levers: taken.levers ?? {}, seed: null, from: fromOf(args) ?? null, ...(taken.view === undefined ? {} : { view: taken.view }), more: rounds === ROUNDS ? [] : ['--rounds', String(rounds)] });
    io.stdout.write(baselinesPage({ scenario, found, rounds: decided, again }, levers, pageOf(args, io)));
    return EXIT.ok;
  },
};
