/** A signal, as the file writes it, in words: why a chart moved. */
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import { plain } from '../../../engine/record/plain.ts';
import * as names from './names.ts';
import { percent, quoted } from './words.ts';

const WORLD: Readonly<Record<string, string>> = {
  refused: 'a text was refused',
  accepted: 'a text found an acceptance',
  'deadline-near': 'a deadline is near',
  'deadline-passed': 'a deadline has passed',
  'truce-broken': 'a truce broke',
  'truce-began': 'a truce began',
  'stage-opened': 'a stage of the talks opened',
  'stage-failed': 'a stage of the talks failed',
  'no-text': 'no text was found',
};

const OF_A_PARTY: Readonly<Record<string, string>> = {
  accepted: 'accepted a text',
  refused: 'refused a text',
  softened: 'softened',
  hardened: 'hardened',
  left: 'left the talks',
  away: 'stayed away',
  returned: 'came back to the table',
  leaves: 'chose to leave',
  ratified: 'ratified an agreement',
  rejected: 'failed to ratify an agreement',
  repudiated: 'repudiated an agreement that binds it',
};

/** A gauge's threshold that sends this signal: 'exhaustion (Ukraine) is past 60 %'. */
function threshold(scenario: Scenario, owner: Id | null, signal: string): string | null {
  const gauges = owner === null ? scenario.gauges : (names.partyOf(scenario, owner)?.gauges ?? []);
  for (const gauge of gauges) {
    for (const at of gauge.thresholds) {
      if (at.signal !== signal) continue;
      const key = owner === null ? gauge.id : `${owner}.${gauge.id}`;
      return `${names.gauge(scenario, key)} is ${at.direction === 'rises' ? 'above' : 'below'} ${percent(at.at)}`;
    }
  }
  return null;
}

function ofParty(scenario: Scenario, owner: Id, rest: string): string | null {
  const known = OF_A_PARTY[rest];
  const name = names.party(scenario, owner);
  if (known !== undefined) return `${name} ${known}`;
  const [head, line] = rest.split('.', 2);
  if (head === 'waived' && line !== undefined) return `${name} waived its red line ${quoted(names.line(scenario, owner, line))}`;
  if (head === 'called' && line !== undefined) return `${name} gave way on ${quoted(names.line(scenario, owner, line))}, which it had stated and did not hold`;
  return threshold(scenario, owner, rest);
}

/** What becomes of a stage, beside its settlement. */
const OF_A_STAGE: Readonly<Record<string, string>> = { settled: 'was settled', ratified: 'was ratified', rejected: 'failed at a vote at home', repudiated: 'was repudiated by one whom it binds' };

/** A name in words. A seat does not know what thresholds others have, nor what news may come: only what it would react to. */
const spaced = (name: string): string => quoted(plain(name.replaceAll('-', ' ')));

/** `listener` is the party whose chart it is; bare names are its own or the world's. */
export function signal(scenario: Scenario, listener: Id, written: string): string {
  const [head = '', second, third] = written.split('.', 3);
  if (head === 'pressed' && second !== undefined) return `a text crossed its red line ${quoted(names.line(scenario, listener, second))}`;
  if (head === 'offered' && second !== undefined && third !== undefined) return `a text offered ${names.term(scenario, second, third)}`;
  const fate = OF_A_STAGE[head];
  if (fate !== undefined && second !== undefined) return `${quoted(names.stage(scenario, second))} ${fate}`;
  if (second !== undefined && names.partyOf(scenario, head) !== undefined) {
    const rest = written.slice(head.length + 1);
    return ofParty(scenario, head, rest) ?? `with ${names.party(scenario, head)} it has come to ${spaced(rest)}`;
  }
  const world = WORLD[written];
  if (written === 'leaves') return 'it chose to leave';
  const own = threshold(scenario, listener, written) ?? threshold(scenario, null, written);
  if (own !== null) return own;
  const events = scenario.events.filter((event) => event.sends.includes(written));
  if (world === undefined && events.length > 0) return events.map((event) => quoted(plain(event.title))).join(' or ');
  return world ?? `there is news of ${spaced(written)}`;
}
