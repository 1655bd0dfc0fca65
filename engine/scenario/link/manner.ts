/** How a party answers, and how it makes offers of its own. */
import { BY_DEFAULT, EXPONENT, FIRMNESS, PREFERS, SHARPNESS, SLACK, SPREAD } from '../defaults.ts';
import { child, entries, exists, problemAtKey, text, texts, truth } from '../place.ts';
import type { Place } from '../place.ts';
import type { Amount, Manner } from '../scenario.ts';
import { givenAmount, readRate } from './amounts.ts';
import type { Limits } from './amounts.ts';
import type { Link, PartyFile } from './context.ts';
import { readEvidence } from './evidence.ts';
import { readTactic } from './tactic.ts';

type MannerFile = NonNullable<PartyFile['manner']>;

export function readManner(link: Link, place: Place<MannerFile>, party: string): Manner {
  checkOffers(link, place, party);
  const given = (at: Place, fallback: number, limits: Limits): Amount => givenAmount(link, at, fallback, limits);
  // Raw worth has no bounds, and so have differences of worth.
  const difference: Limits = link.raw ? { low: 0 } : { low: 0, high: 1 };
  const sharpness = child(place, 'sharpness');
  return {
    exponent: given(child(place, 'exponent'), EXPONENT, { low: 0, above: true }),
    sharpness: text(sharpness) === 'exact' ? 'exact' : given(sharpness, SHARPNESS, { low: 0, above: true }),
    firmness: given(child(place, 'firmness'), FIRMNESS, difference),
    spread: given(child(place, 'spread'), SPREAD, difference),
    slack: given(child(place, 'slack'), SLACK, difference),
    prefers: text(child(place, 'prefers')) === 'others' ? 'others' : PREFERS,
    rationalOnly: truth(child(place, 'rational-only')) ?? true,
    ...readTactic(link, place, party),
    ...(exists(child(place, 'discount')) ? { discount: readRate(link, child(place, 'discount'), 'hazard') } : {}),
    evidence: exists(place) ? readEvidence(link, place, 'number') : BY_DEFAULT,
  };
}

/** Whoever makes no offers of its own has no use for a way of making them. */
function checkOffers(link: Link, place: Place<MannerFile>, party: string): void {
  const stages = entries(child(link.file, 'stages')).filter(([, stage]) => texts(child(stage, 'signs')).includes(party));
  const inTurn = stages.some(([, stage]) => text(child(stage, 'protocol')) === 'alternating-offers');
  const carried = stages.some(([, stage]) => text(child(stage, 'style')) === 'facilitate');
  for (const key of ['slack', 'prefers', 'rational-only'] as const) {
    const given = child(place, key);
    if (!exists(given) || inTurn || (key === 'rational-only' && carried)) continue;
    problemAtKey(link.report, given, 'does-not-apply', `${JSON.stringify(party)} signs no stage in which it makes such offers, so ${JSON.stringify(key)} would be ignored.`, 'leave it out, or use protocol: alternating-offers');
  }
}
