/** Which signals a chart or gauge of a generated world can wait for: all that something in it sends. */
import type { Frame, PartyFrame } from './frame.ts';

export const thresholdSignal = (party: string | null, gauge: string, direction: 'rises' | 'falls'): string => `${party ?? 'all'}-${gauge}-${direction}`;
export const newsOf = (event: string): string => `${event}-news`;

/** @param party whose it is; null: a gauge of the whole world */
export function signalsFor(frame: Frame, party: PartyFrame | null): readonly string[] {
  const { stages, parties, events } = frame;
  const ratified = new Set(parties.flatMap(({ ratifies }) => ratifies));
  return [
    'refused', 'accepted', 'no-text', 'stage-opened', 'stage-failed',
    ...(frame.deadlines > 0 ? ['deadline-near', 'deadline-passed'] : []),
    ...(frame.truce ? ['truce-began'] : []), ...(frame.breaks ? ['truce-broken', 'truce-broken'] : []),
    ...stages.flatMap(({ id, binds }) => [`settled.${id}`, ...(ratified.has(id) ? [`ratified.${id}`, `rejected.${id}`] : []), ...(binds.length > 0 ? [`repudiated.${id}`] : [])]),
    ...events.map(({ id }) => newsOf(id)),
    ...frame.gauges.flatMap((gauge) => [thresholdSignal(null, gauge, 'rises'), thresholdSignal(null, gauge, 'falls')]),
    ...parties.flatMap((other) => (other === party ? [] : ofOther(other).map((name) => `${other.id}.${name}`))),
    ...(party === null ? [] : ofOwn(frame, party)),
  ];
}

function ofOther({ id, consents, bound, stances, lines, away, leaves, ratifies, gauges }: PartyFrame): readonly string[] {
  const moves = Object.keys(stances).length > 0 || lines.some(({ states }) => states.length > 1);
  return [
    ...(consents ? ['accepted', 'refused'] : []), ...(moves ? ['softened', 'hardened'] : []), ...(away ? ['away', 'returned'] : []), ...(leaves ? ['left'] : []),
    ...(ratifies.length > 0 ? ['ratified', 'rejected'] : []), ...(bound ? ['repudiated'] : []),
    ...lines.flatMap((line) => [...(line.states.includes('waived') ? [`waived.${line.id}`] : []), ...(line.held ? [] : [`called.${line.id}`])]),
    ...gauges.map((gauge) => thresholdSignal(id, gauge, 'rises')),
  ];
}

function ofOwn({ stages, wide }: Frame, { id, consents, gauges, lines }: PartyFrame): readonly string[] {
  const seen = wide === 'options' || wide === 'parties' ? [] : stages.flatMap(({ issues }) => issues);
  return [
    ...gauges.flatMap((gauge) => [thresholdSignal(id, gauge, 'rises'), thresholdSignal(id, gauge, 'falls')]), ...lines.map((line) => `pressed.${line.id}`), ...(consents ? ['leaves'] : []),
    ...new Set(seen.flatMap(({ id: issue, options, standing }) => options.filter((option) => option !== standing).map((option) => `offered.${issue}.${option}`))),
  ];
}
