/** `winset list`: the scenarios that come with Winset. */
import path from 'node:path';
import { collected, COLLECTIONS, shippedFolder, shippedNames, variantOf, variantsOf } from '../find.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { readFrom } from '../open.ts';
import { flag } from '../options.ts';
import { pageOf } from '../page.ts';
import { featuresOf, scenarioList } from '../views/plain/list.ts';
import type { Command } from './command.ts';

export const list: Command = {
  name: 'list',
  usage: 'list',
  describe: 'The scenarios that come with Winset',
  positionals: {},
  options: ['json', 'no-color'],
  examples: [['winset list', 'Names, titles and questions, and under each the variants of it'], ['winset list --json', 'The same, for a program']],
  async run(args, io) {
    const folder = shippedFolder();
    const found = await Promise.all(shippedNames(folder).filter((name) => variantOf(name, folder) === null).map(async (name) => {
      const read = await readFrom(path.join(folder, `${name}.yaml`), io.cwd);
      const variants = variantsOf(name, folder);
      if (!read.ok) return { name, variants, problems: read.problems.length };
      const { title, question, calendar, hash } = read.scenario;
      return { name, variants, title, question, start: calendar.start, rounds: calendar.rounds, hash, ...featuresOf(read.scenario) };
    }));
    const collections = COLLECTIONS.map((one) => ({ folder: one, scenarios: collected(one, folder) }));
    io.stdout.write(flag(args, 'json') ? jsonPage({ winset: 1, scenarios: found, collections }) : scenarioList(found, collections, pageOf(args, io)));
    return EXIT.ok;
  },
};
