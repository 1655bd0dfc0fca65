/** Issues that are quantities: the places of their options, and where parties stand on them. */
import { child, entries, exists, isMap, numeric, problemAtKey } from '../place.ts';
import type { Place } from '../place.ts';
import type { Party } from '../scenario.ts';
import type { ScenarioFile } from '../shape/file.ts';
import { readAmount } from './amounts.ts';
import type { Link, PartyFile } from './context.ts';
import { readEvidence } from './evidence.ts';
import { issueKey } from './terms.ts';

type IssueFile = ScenarioFile['issues'][string];

/** Whether the options of an issue have places; reports where some have and others not, and where they do not run in one direction. */
export function checkPlaces(link: Link, issue: Place<IssueFile>): void {
  const options = entries(child(issue, 'options'));
  const places = options.map(([id, option]) => ({ id, option, at: placeOf(option) }));
  const given = places.filter(({ at }) => at !== undefined);
  if (given.length === 0) return;
  const without = places.find(({ at }) => at === undefined);
  if (without !== undefined) {
    problemAtKey(link.report, without.option, 'missing-key', `Other options of this issue have a place on its line, and ${JSON.stringify(without.id)} has none.`, 'give each option its at: number, or none');
    return;
  }
  const steps = given.slice(1).map(({ at }, nth) => Math.sign((at ?? 0) - (given[nth]?.at ?? 0)));
  const turn = steps.findIndex((step) => step === 0 || step !== steps[0]);
  const bad = turn < 0 ? undefined : given[turn + 1];
  if (bad !== undefined) problemAtKey(link.report, bad.option, 'out-of-range', `Options go from one pole to the other, and the place of ${JSON.stringify(bad.id)} (${bad.at}) does not go on from the one before it.`, 'put the options in the order of their places');
}

function placeOf(option: Place): number | undefined {
  return isMap(option) ? numeric(child(option as Place<{ at?: number }>, 'at')) : undefined;
}

export function readPositions(link: Link, place: Place<PartyFile['positions']>): Pick<Party, 'positions'> {
  if (!exists(place)) return {};
  return {
    positions: entries(place).map(([issue, one]) => {
      const known = issueKey(link, one);
      const options = entries(child(child(child(link.file, 'issues'), issue), 'options'));
      if (known && options.every(([, option]) => placeOf(option) === undefined)) {
        problemAtKey(link.report, one, 'does-not-apply', `The options of ${JSON.stringify(issue)} have no places on a line, so nobody can stand on it.`, 'give each option its at: number');
      }
      return {
        issue,
        at: readAmount(link, child(one, 'at')),
        capability: readAmount(link, child(one, 'capability'), { low: 0 }),
        salience: readAmount(link, child(one, 'salience'), { low: 0, high: 1 }),
        evidence: readEvidence(link, one, 'number'),
      };
    }),
  };
}
