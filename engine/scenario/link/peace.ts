/** How truces break and agreements collapse. */
import { TRUCES } from '../../vocabulary.ts';
import { child, exists, items, nameOf, problemAt, problemAtKey, text } from '../place.ts';
import type { Place } from '../place.ts';
import type { Hazard, Scenario } from '../scenario.ts';
import { readAmount, readDuration, readRate } from './amounts.ts';
import { brings } from './brings.ts';
import type { Link } from './context.ts';
import { readEvidence } from './evidence.ts';
import { readPattern } from './terms.ts';

type HazardFile = NonNullable<NonNullable<NonNullable<Link['file']['shape']>['peace']>['ceasefire']>;

export function readPeace(link: Link): Scenario['peace'] {
  const place = child(link.file, 'peace');
  const peace: { -readonly [truce in keyof Scenario['peace']]: Scenario['peace'][truce] } = {};
  for (const truce of TRUCES) {
    const file = child(place, truce);
    if (!exists(file)) continue;
    if (!brings(link, truce)) problemAtKey(link.report, file, 'never-matters', `No option brings a ${truce}, so there is none to break.`, `give an option brings: ${truce}`);
    peace[truce] = readHazard(link, file);
  }
  const agreement = child(place, 'agreement');
  if (exists(agreement)) {
    peace.agreement = readHazard(link, agreement);
    if (!exists(child(place, 'horizon'))) problemAtKey(link.report, agreement, 'missing-key', 'Nothing says for how long the agreement is followed.', 'add horizon: 5 years to peace');
  }
  return peace;
}

/** How long the peace is followed after the last signature; null: not at all. */
export function readHorizon(link: Link): Scenario['horizon'] {
  const place = child(link.file, 'peace');
  const horizon = child(place, 'horizon');
  if (exists(horizon) && !exists(child(place, 'agreement'))) problemAtKey(link.report, horizon, 'does-not-apply', 'Nothing says how an agreement collapses, so the horizon would be ignored.', 'add agreement: with a figure or a rate, or leave horizon out');
  return readDuration(link, horizon) ?? null;
}

function readHazard(link: Link, place: Place<HazardFile>): Hazard {
  const rate = child(place, 'rate');
  const figure = text(child(place, 'figure'));
  if (!exists(rate) && figure === undefined) problemAtKey(link.report, place, 'one-of', `${JSON.stringify(nameOf(place))} needs a hazard: figure with a survival curve, or rate.`, 'figure: fortna-truces, or rate: 0.4 / year');
  if (!exists(rate) && figure !== undefined && link.names.figures.has(figure) && !exists(child(child(child(link.file, 'figures'), figure), 'survival'))) {
    problemAt(link.report, child(place, 'figure'), 'figure-without-survival', `The figure ${JSON.stringify(figure)} is no survival curve, so it does not say how a truce breaks.`, 'name a figure with survival:, or give rate:');
  }
  return {
    base: exists(rate) || figure === undefined ? { rate: readRate(link, rate, 'hazard') } : { figure },
    ratios: items(child(place, 'ratios')).map((one) => ({ when: readPattern(link, child(one, 'when')), ratio: readAmount(link, child(one, 'ratio'), { low: 0 }), evidence: readEvidence(link, one, 'number') })),
    evidence: readEvidence(link, place, 'number'),
  };
}
