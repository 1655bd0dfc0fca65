/** `winset show`: a scenario as a page to read. */
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { openScenario, readingOf, scenarioName } from '../open.ts';
import { flag } from '../options.ts';
import { pageOf } from '../page.ts';
import { show as showPage } from '../views/plain/show/show.ts';
import type { Command } from './command.ts';

/** A checked expression goes out as its author wrote it; its tree is the engine's own affair. */
function asWritten(_key: string, value: unknown): unknown {
  const isExpression = typeof value === 'object' && value !== null && 'tree' in value && 'text' in value;
  return isExpression ? value.text : value;
}

export const show: Command = {
  name: 'show',
  usage: 'show <scenario>',
  describe: 'A scenario to read: parties, issues, red lines, claims, what is assumed and left out',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['from', 'json', 'no-color'],
  examples: [['winset show tutorial', 'To read'], ['winset show tutorial | less', 'Page by page'], ['winset show tutorial --json', 'The checked scenario as data']],
  async run(args, io) {
    const { scenario } = await openScenario(scenarioName(args), io, readingOf(args));
    const data: unknown = JSON.parse(JSON.stringify(scenario, asWritten));
    io.stdout.write(flag(args, 'json') ? jsonPage({ winset: 1, scenario: data }) : showPage(scenario, pageOf(args, io)));
    return EXIT.ok;
  },
};
