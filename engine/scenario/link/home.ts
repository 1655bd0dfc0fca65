/** What a party must have ratified at home, and how far it looks ahead. */
import type { Id } from '../../vocabulary.ts';
import { DOUBT, STEEPNESS } from '../defaults.ts';
import { rangeOf } from '../expression-range.ts';
import { numberExpression } from '../expression.ts';
import { child, exists, many, nameOf, problemAt, problemAtKey, text } from '../place.ts';
import type { Place } from '../place.ts';
import type { Duration, LookingAhead, Ratification } from '../scenario.ts';
import { affects } from './affects.ts';
import { givenAmount, readAmount, readDuration } from './amounts.ts';
import type { Link, PartyFile } from './context.ts';
import { readEvidence } from './evidence.ts';
import { readNames } from './terms.ts';

const AT_ONCE: Duration = { count: 0, unit: 'week', days: 0 };

export function readRatification(link: Link, party: Place<PartyFile>): Ratification | null {
  const place = child(party, 'ratifies');
  if (!exists(place)) return null;
  const stages = child(place, 'stages');
  const support = child(place, 'support');
  const expression = numberExpression(link, support, { party: nameOf(party), standing: false });
  const [low, high] = rangeOf(expression.tree, link);
  if (low > 1 || high < 0) problemAt(link.report, support, 'out-of-range', 'Support lies between 0 and 1, and this never does.', 'write it as a share: 0.55 for 55 %');
  return {
    stages: readStageNames(link, stages, party, 'is asked to ratify'),
    support: expression,
    steepness: givenAmount(link, child(place, 'steepness'), STEEPNESS, { low: 0 }),
    takes: readDuration(link, child(place, 'takes'), 'zero-allowed') ?? AT_ONCE,
    evidence: readEvidence(link, place, 'number'),
  };
}

export function readLookingAhead(link: Link, party: Place<PartyFile>): LookingAhead | null {
  const place = child(party, 'looks-ahead');
  if (!exists(place)) return null;
  if (!link.names.followed) problemAtKey(link.report, place, 'does-not-apply', 'Nothing says how an agreement collapses, so there is nothing to look ahead to.', 'add agreement: and horizon: to peace, or leave looks-ahead out');
  const stages = child(place, 'stages');
  const last = link.names.stages.at(-1);
  return {
    stages: exists(stages) ? readStageNames(link, stages, party, 'weighs the texts of') : last === undefined ? [] : [last],
    over: readDuration(link, child(place, 'over')) ?? AT_ONCE,
    war: readAmount(link, child(place, 'war'), link.raw ? {} : { low: -1, high: 1 }),
    doubt: givenAmount(link, child(place, 'doubt'), DOUBT, { low: 0 }),
    evidence: readEvidence(link, place, 'number'),
  };
}

/** Stages that exist and that have something to do with the party. */
function readStageNames(link: Link, place: Place, party: Place, does: string): readonly Id[] {
  const id = nameOf(party);
  for (const item of many(place)) {
    const stage = text(item);
    if (stage === undefined || !link.names.stages.includes(stage)) continue;
    const { consents, bound } = affects(link, child(child(link.file, 'stages'), stage), id);
    if (!consents && !bound) problemAt(link.report, item, 'not-affected', `${JSON.stringify(id)} ${does} ${JSON.stringify(stage)}, and neither signs it, nor is bound by it, nor performs one of its options.`, 'name a stage that the party has to do with');
  }
  return readNames(link, place, link.names.stages, 'unknown-stage', 'stage');
}
