/** Red lines, stances and links by name. */
import type { Thing } from '../../../../engine/index.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import * as names from '../names.ts';
import { quoted } from '../words.ts';

export const KINDS = { 'red-line': ['red line', 'red lines'], stance: ['stance', 'stances'], link: ['link', 'links'] } as const;

/** Beside its party: '“No neutrality”', 'on Crimea', 'Crimea: “Left open” and NATO: “Excluded”'. */
export function thing({ kind, party, of }: Thing, scenario: Scenario): string {
  if (kind === 'red-line') return quoted(names.line(scenario, party, of));
  if (kind === 'stance') return `on ${names.issue(scenario, of)}`;
  const when = names.partyOf(scenario, party)?.bonds.find(({ id }) => id === of)?.when;
  return when === undefined ? of : names.terms(scenario, when);
}

/** By itself: 'Ukraine's red line “No neutrality”'. */
export const whole = (one: Thing, scenario: Scenario): string => `${names.whose(names.party(scenario, one.party))} ${KINDS[one.kind][0]} ${thing(one, scenario)}`;
