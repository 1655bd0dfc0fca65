/** A scenario from somebody who means harm: every title has a sequence in it that would clear the screen, and a mark that turns text around. */
import type { Scenario } from '../../engine/index.ts';

/** What must never reach a terminal. */
export const SENT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/u;

export function poisoned(scenario: Scenario): Scenario {
  const people = scenario.parties.map((party) => party.name);
  const spoil = (key: string, value: unknown): unknown => ((['title', 'short', 'says', 'question', 'assumed'].includes(key) || people.includes(String(value))) && typeof value === 'string' ? `${value}\u001b[2J\u202e\u009b31m\u0007` : value);
  return JSON.parse(JSON.stringify(scenario, spoil)) as Scenario;
}
