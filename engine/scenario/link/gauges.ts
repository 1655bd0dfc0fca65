/** Gauges: pressures between 0 and 1. */
import type { Id } from '../../vocabulary.ts';
import { STILL } from '../defaults.ts';
import { truthExpression } from '../expression.ts';
import { child, entries, exists, items, nameOf, numeric, problemAtKey, text } from '../place.ts';
import type { Place } from '../place.ts';
import type { Gauge, Rate, Threshold } from '../scenario.ts';
import { readAmount, readRate } from './amounts.ts';
import type { GaugeFile, Link } from './context.ts';
import { readEvidence } from './evidence.ts';
import { readSignal } from './signals.ts';

export function readGauges(link: Link, place: Place<Readonly<Record<string, GaugeFile>> | undefined>, party: Id | null): readonly Gauge[] {
  return entries(place).map(([id, gauge]) => readGauge(link, gauge, id, party));
}

function readGauge(link: Link, place: Place<GaugeFile>, id: Id, party: Id | null): Gauge {
  const drift = (at: Place): Rate => (exists(at) ? readRate(link, at, 'drift') : STILL);
  const noise = child(place, 'noise');
  const still = restsAt(link, place, party === null ? id : `${party}.${id}`);
  return {
    id,
    party,
    title: text(child(place, 'title')) ?? id,
    start: readAmount(link, child(place, 'start'), { low: 0, high: 1 }),
    drift: drift(child(place, 'drift')),
    noise: exists(noise) ? readRate(link, noise, 'hazard') : STILL,
    while: items(child(place, 'while')).map((one) => ({ when: truthExpression(link, child(one, 'when'), { party, standing: false }), drift: drift(child(one, 'drift')) })),
    on: entries(child(place, 'on')).map(([, adds]) => ({ signal: readSignal(link, adds, party), adds: readAmount(link, adds, { low: -1, high: 1 }) })),
    thresholds: [...readThresholds(link, place, 'rises', still), ...readThresholds(link, place, 'falls', still)],
    evidence: readEvidence(link, place, 'number'),
  };
}

/** Where a gauge stays for ever, because nothing moves it; null if something does, or if a lever says where it starts. */
function restsAt(link: Link, place: Place<GaugeFile>, name: string): number | null {
  const start = numeric(child(place, 'start'));
  const moved = (['drift', 'noise', 'while', 'on'] as const).some((key) => exists(child(place, key)));
  const pushed = entries(child(link.file, 'events')).some(([, event]) => exists(child(child(event, 'moves'), name)));
  return start === undefined || moved || pushed ? null : start;
}

function readThresholds(link: Link, place: Place<GaugeFile>, direction: 'rises' | 'falls', still: number | null): readonly Threshold[] {
  return entries(child(place, direction)).map(([written, signal]) => {
    const at = /^\d*\.?\d+$/u.test(written) ? Number(written) : Number.NaN;
    if (!(at >= 0 && at <= 1)) problemAtKey(link.report, signal, 'out-of-range', `A gauge lies between 0 and 1, and the threshold ${JSON.stringify(written)} does not.`, `as in ${direction}: { 0.6: ${text(signal) ?? 'signal'} }`);
    else if (still !== null && (direction === 'rises' ? still < at : still > at)) problemAtKey(link.report, signal, 'never-matters', `Nothing moves this gauge from ${still}, so it never comes to ${written}.`, 'give it drift, noise, while or on, or let an event move it');
    return { at, direction, signal: text(signal) ?? nameOf(signal) };
  });
}
