/** What a party wants: weights, scores, bonds, its walk-away value. */
import type { Id } from '../../vocabulary.ts';
import { numberExpression } from '../expression.ts';
import { rangeOf } from '../expression-range.ts';
import { didYouMean } from '../nearest.ts';
import { child, entries, exists, nameOf, problemAt, problemAtKey } from '../place.ts';
import type { Place } from '../place.ts';
import type { Amount, Bond, IssueWorth, Party } from '../scenario.ts';
import { readAmount } from './amounts.ts';
import type { Link, PartyFile } from './context.ts';
import { readEvidence } from './evidence.ts';
import { issueKey, readPattern } from './terms.ts';

export function readWorth(link: Link, party: Place<PartyFile>, signs: boolean): readonly IssueWorth[] {
  const place = child(party, 'worth');
  const worth = entries(place).map(([issue, one]): IssueWorth => {
    const known = issueKey(link, one);
    return {
      issue,
      weight: readAmount(link, child(one, 'weight'), { low: 0 }),
      scores: readScores(link, child(one, 'scores'), known ? link.names.issues.get(issue) ?? [] : null, issue),
      evidence: readEvidence(link, one, 'number'),
    };
  });
  const sum = worth.reduce((total, { weight }) => total + lowest(link, weight), 0);
  const asked = exists(place) && worth.every((one) => exists(child(child(place, one.issue), 'weight')));
  if (asked && worth.length > 0 && sum <= 0) {
    problemAtKey(link.report, place, 'weights-all-zero', `The weights of ${JSON.stringify(nameOf(party))} ${worth.every(({ weight }) => 'value' in weight) ? 'are all' : 'can all be'} 0, so no text is worth more to it than another.`, 'give one issue a weight above 0');
  } else if (signs && !exists(place)) {
    problemAtKey(link.report, party, 'weights-all-zero', `${JSON.stringify(nameOf(party))} signs, and nothing says what it wants.`, 'give it worth: with a weight and scores for each issue');
  }
  return worth;
}

function lowest(link: Link, amount: Amount): number {
  return 'value' in amount ? amount.value : link.ranges.get(amount.lever)?.[0] ?? 1;
}

function readScores(link: Link, place: Place<Readonly<Record<string, number | string>>>, options: readonly Id[] | null, issue: Id): Readonly<Record<Id, Amount>> {
  const scores: Record<Id, Amount> = {};
  for (const [option, score] of entries(place)) {
    scores[option] = readAmount(link, score, link.raw ? {} : { low: 0, high: 100 });
    if (options !== null && !options.includes(option)) problemAtKey(link.report, score, 'unknown-option', `The issue ${JSON.stringify(issue)} has no option ${JSON.stringify(option)}.`, didYouMean(option, options));
  }
  const missing = exists(place) ? (options ?? []).filter((option) => !(option in scores)) : [];
  // A misspelt option is one mistake, not two.
  const misspelt = Object.keys(scores).filter((option) => options?.includes(option) === false).length;
  if (missing.length > misspelt) problemAtKey(link.report, place, 'missing-score', `Every option needs a score, and ${missing.map((option) => JSON.stringify(option)).join(', ')} ${missing.length === 1 ? 'has' : 'have'} none.`, link.raw ? 'write a number for each' : 'write a number from 0 to 100 for each');
  return scores;
}

export function readBonds(link: Link, place: Place<PartyFile['bonds']>): readonly Bond[] {
  return entries(place).map(([id, bond]) => ({ id, when: readPattern(link, child(bond, 'when')), worth: readAmount(link, child(bond, 'worth')), evidence: readEvidence(link, bond, 'number') }));
}

export function readWalkAway(link: Link, party: Place<PartyFile>, signs: boolean): Party['walkAway'] {
  const place = child(party, 'walk-away');
  if (!exists(place)) {
    if (signs) problemAtKey(link.report, party, 'signatory-without-walk-away', `${JSON.stringify(nameOf(party))} signs, and nothing says below which worth it would rather have no deal.`, 'give it walk-away: { value: 0.5, assumed: why }');
    return null;
  }
  const value = numberExpression(link, child(place, 'value'), { party: nameOf(party), standing: true });
  // Bonds may carry a worth a little beyond 1; twice that is another scale.
  if (!link.raw && rangeOf(value.tree, link)[0] > 2) problemAt(link.report, child(place, 'value'), 'out-of-range', 'Worth lies between 0 and 1, bonds aside, and this is always more than 2, so nothing would ever be signed.', 'write 0.48 for 48 of 100');
  return { value, evidence: readEvidence(link, place, 'number') };
}
