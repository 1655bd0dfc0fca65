/** `winset list`: the scenarios that come with Winset. */
import path from 'node:path';
import { shippedFolder, shippedNames } from '../find.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { flag } from '../options.ts';
import { pageOf } from '../page.ts';
import { scenarioList } from '../views/plain/list.ts';
import type { Command } from './command.ts';

export const list: Command = {
  name: 'list',
  usage: 'list',
  describe: 'The scenarios that come with Winset',
  positionals: {},
  options: ['json', 'no-color'],
  examples: [['winset list', 'Names, titles and questions'], ['winset list --json', 'The same, for a program']],
  async run(args, io) {
    const { readScenario } = await import('../../engine/index.ts');
    const folder = shippedFolder();
    const found = shippedNames(folder).map((name) => {
      const read = readScenario(path.join(folder, `${name}.yaml`));
      if (!read.ok) return { name, problems: read.problems.length };
      const { title, question, calendar, hash } = read.scenario;
      return { name, title, question, start: calendar.start, rounds: calendar.rounds, hash };
    });
    io.stdout.write(flag(args, 'json') ? jsonPage({ winset: 1, scenarios: found }) : scenarioList(found, pageOf(args, io)));
    return EXIT.ok;
  },
};
