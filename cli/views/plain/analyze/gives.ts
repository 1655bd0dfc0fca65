/** What gives way, in words. */
import type { GivesWay } from '../../../../engine/index.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import type { Id } from '../../../../engine/vocabulary.ts';
import * as names from '../names.ts';
import { list, quoted } from '../words.ts';
import { scaleOf } from '../worth.ts';

/** What the party does, without its name: 'waives its red line “No neutrality”'. */
export function does(one: GivesWay, scenario: Scenario): string {
  const fixed = one.movable ? '' : ' (nothing in the file can bring that about)';
  switch (one.kind) {
    case 'red-line': return `waives its red line ${quoted(names.line(scenario, one.party, one.line))}${fixed}`;
    case 'stance': {
      const option = `${quoted(names.option(scenario, one.issue, one.option))} (${names.issue(scenario, one.issue)})`;
      return `${one.firm ? `no longer rules out ${option}` : `takes ${option} into its stance`}${fixed}`;
    }
    case 'walk-away': {
      const { beside, of } = scaleOf(scenario);
      return `signs for ${beside(one.to, one.from)} ${of}where it would walk away below ${beside(one.from, one.to)}${fixed}`;
    }
  }
}

/** What one party does of these, without its name; options that it takes into stances together. */
export function doesAll(all: readonly GivesWay[], scenario: Scenario, last = 'and'): string {
  const taken = all.filter((one) => one.kind === 'stance' && !one.firm && one.movable);
  const rest = all.filter((one) => !taken.includes(one));
  const options = taken.map((one) => (one.kind === 'stance' ? `${quoted(names.option(scenario, one.issue, one.option))} (${names.issue(scenario, one.issue)})` : ''));
  return list([...rest.slice(0, -1).map((one) => does(one, scenario)), ...(taken.length > 0 ? [`takes ${list(options, last)} into its stance`] : []), ...rest.slice(-1).map((one) => does(one, scenario))], last);
}

/** One clause a party: 'Russia waives … and signs for …; and the United States waives …'. `first`: whether a sentence begins with it. */
export function allOf(all: readonly GivesWay[], scenario: Scenario, first = true): string {
  const parties: readonly Id[] = [...new Set(all.map(({ party }) => party))];
  return parties.map((party, at) => `${at === 0 && first ? names.partyFirst(scenario, party) : names.party(scenario, party)} ${doesAll(all.filter((one) => one.party === party), scenario)}`).join('; and ');
}

/** What it is, whatever it would have to come to: the same of two ways means that they ask the same thing, perhaps of another size. */
export const keyOf = (one: GivesWay): string => [one.party, one.kind, one.kind === 'red-line' ? one.line : one.kind === 'stance' ? one.issue : ''].join(' ');
export const sameThings = (some: readonly GivesWay[], others: readonly GivesWay[]): boolean => some.length === others.length && some.every((one) => others.some((other) => keyOf(other) === keyOf(one)));
