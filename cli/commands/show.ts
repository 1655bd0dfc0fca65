/** `winset show`: a scenario as a page to read, or one party's part in it as a role sheet. */
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonPage } from '../json.ts';
import { plain } from '../../engine/record/plain.ts';
import { didYouMean } from '../nearest.ts';
import { openScenario, readingOf, scenarioName } from '../open.ts';
import type { Opened } from '../open.ts';
import { flag, text } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { UsageError } from '../stops.ts';
import { newsOf } from '../views/plain/role/role.ts';
import { roleSheet } from '../views/plain/role/sheet.ts';
import { show as showPage } from '../views/plain/show/show.ts';
import type { Command } from './command.ts';

/** A checked expression goes out as its author wrote it; its tree is the engine's own affair. */
function asWritten(_key: string, value: unknown): unknown {
  const isExpression = typeof value === 'object' && value !== null && 'tree' in value && 'text' in value;
  return isExpression ? value.text : value;
}

/** The widest page that every printer takes. */
const PRINTED = 80;

/** A role sheet, from what the party may know at the opening. */
async function role(id: string, { model, scenario }: Opened, args: Args, io: Io): Promise<number> {
  const party = scenario.parties.find((one) => one.id === id);
  const ids = scenario.parties.map((one) => one.id);
  if (party === undefined) throw new UsageError(`There is no party “${plain(id)}”.${didYouMean(id, ids)} The parties are ${ids.join(', ')}.`);
  const { openStepper, seenBy } = await import('../../engine/index.ts');
  const stepper = openStepper(model, { seed: '1' });
  const { scenario: seen, look } = seenBy(id, scenario, stepper.look(), []);
  if (flag(args, 'json')) {
    io.stdout.write(jsonPage({ winset: 1, party: id, scenario: JSON.parse(JSON.stringify(seen, asWritten)) as unknown }));
    return EXIT.ok;
  }
  const page = pageOf(args, io);
  const walkAway = look.parties.find((one) => one.party === id)?.walkAway ?? null;
  io.stdout.write(roleSheet({ seen, party, walkAway, levers: stepper.head.levers, news: newsOf(party, scenario) }, { ...page, width: Math.min(PRINTED, page.width) }));
  return EXIT.ok;
}

export const show: Command = {
  name: 'show',
  usage: 'show <scenario>',
  describe: 'A scenario to read: parties, issues, red lines, claims, what is assumed and left out',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['from', 'as', 'json', 'no-color'],
  notes: { as: 'A role sheet to print for this party: what it wants, and what it may know of the others' },
  examples: [['winset show tutorial', 'To read'], ['winset show tutorial --as lower', 'A role sheet to hand out'], ['winset show tutorial | less', 'Page by page'], ['winset show tutorial --json', 'The checked scenario as data']],
  async run(args, io) {
    const as = text(args, 'as');
    const opened = await openScenario(scenarioName(args), io, readingOf(args));
    if (as !== undefined) return await role(as, opened, args, io);
    const { scenario } = opened;
    const data: unknown = JSON.parse(JSON.stringify(scenario, asWritten));
    io.stdout.write(flag(args, 'json') ? jsonPage({ winset: 1, scenario: data }) : showPage(scenario, pageOf(args, io)));
    return EXIT.ok;
  },
};
