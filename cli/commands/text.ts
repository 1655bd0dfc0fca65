/** `winset text`: one text put to everybody at the opening. */
import { plain } from '../../engine/record/plain.ts';
import type { Scenario, Stage } from '../../engine/scenario/scenario.ts';
import type { Terms } from '../../engine/vocabulary.ts';
import { EXIT } from '../io.ts';
import { jsonPage } from '../json.ts';
import { didYouMean } from '../nearest.ts';
import { leverOptions, openScenario, readingOf, scenarioName } from '../open.ts';
import { flag, seedOf } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { UsageError } from '../stops.ts';
import { list } from '../views/plain/words.ts';
import { groundsOf, verdictOf, verdicts } from '../views/plain/verdicts.ts';
import type { Command } from './command.ts';

/** `issue=option …` as terms; every name is checked against the scenario. */
function termsOf(args: Args, scenario: Scenario): Terms {
  const given: unknown = args['terms'];
  const said = (Array.isArray(given) ? given : [given]).filter((one): one is string => typeof one === 'string' && one !== '');
  const issues = scenario.issues.map((issue) => issue.id);
  if (said.length === 0) throw new UsageError(`Name the terms: issue=option. The issues: ${issues.join(', ')}.`);
  const terms = new Map<string, string>();
  for (const one of said) {
    const at = one.indexOf('=');
    if (at < 1) throw new UsageError(`“${plain(one)}” is not of the form issue=option.`);
    const [id, option] = [one.slice(0, at), one.slice(at + 1)];
    const issue = scenario.issues.find((each) => each.id === id);
    if (issue === undefined) throw new UsageError(`There is no issue “${plain(id)}”.${didYouMean(id, issues)}`);
    const options = issue.options.map((each) => each.id);
    if (!options.includes(option)) throw new UsageError(`The issue ${id} has no option “${plain(option)}”.${didYouMean(option, options)}`);
    if (terms.has(id)) throw new UsageError(`The issue ${id} is named more than once.`);
    terms.set(id, option);
  }
  return Object.fromEntries(terms);
}

/** The first stage that negotiates all these issues, the present one before others. */
function stageOf(terms: Terms, scenario: Scenario): Stage {
  const issues = Object.keys(terms);
  const found = scenario.stages.find((stage) => issues.every((issue) => stage.issues.includes(issue)));
  if (found !== undefined) return found;
  const stages = scenario.stages.map((stage) => `${stage.id} (${stage.issues.join(', ')})`);
  throw new UsageError(`No stage negotiates all of ${list(issues)} at once. The stages: ${stages.join('; ')}.`);
}

export const text: Command = {
  name: 'text',
  usage: 'text <scenario> [terms..]',
  describe: 'Who would refuse this text at the opening, and why; the least change all could live with',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file', terms: 'issue=option; issues that are not named stay as they stand' },
  options: ['from', 'set', 'view', 'seed', 'json', 'no-color'],
  notes: { seed: 'With the private thresholds of run 1 under this seed (without it: none)' },
  examples: [
    ['winset text tutorial dam=upper-only', 'One term, the other as it stands'],
    ['winset text tutorial water=equal dam=shared --json', 'For a program'],
  ],
  async run(args, io) {
    const seed = args['seed'] === undefined ? {} : { seed: seedOf(args) };
    const { model, scenario } = await openScenario(scenarioName(args), io, readingOf(args));
    const terms = termsOf(args, scenario);
    const stage = stageOf(terms, scenario).id;
    const { levers: set, view } = leverOptions(args, scenario);
    const levers = { ...scenario.views.find((one) => one.id === view)?.levers, ...set };
    const { weighAtOpening } = await import('../../engine/index.ts');
    const { look, text: weighed, brings, closed, least } = weighAtOpening(model, terms, { stage, levers, ...seed });
    if (!flag(args, 'json')) {
      io.stdout.write(verdicts({ look, text: weighed, brings, closed, stage, named: Object.keys(terms), changes: least?.changes ?? null }, scenario, pageOf(args, io)));
      return EXIT.ok;
    }
    const answers = weighed.verdicts.map((one) => {
      const party = look.parties.find((each) => each.party === one.party);
      return {
        party: one.party, consents: one.consents, answer: verdictOf(one), because: one.would, crosses: one.crosses, outside: one.outside,
        worth: one.worth, threshold: party?.threshold ?? null, walkAway: party?.walkAway ?? null, claims: [...new Set(groundsOf(one, scenario).flatMap((each) => each.because))],
      };
    });
    io.stdout.write(jsonPage({ winset: 1, scenario: scenario.id, hash: scenario.hash, ...seed, levers: look.levers, stage, terms: weighed.terms, brings, closed, answers, leastChange: least }));
    return EXIT.ok;
  },
};
