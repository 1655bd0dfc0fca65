/** What surrounds the parties: tracks, gauges, events, truces and what follows, outcomes. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Event, Gauge, Hazard, Scenario } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { signal } from '../signals.ts';
import { list, percent, quoted } from '../words.ts';
import { amount, chance, duration, expression, isZero, pace } from './values.ts';

const item = (text: string, at: Page): string[] => wrap(text, at.width, '  - ', '    ');
const people = (ids: readonly string[], scenario: Scenario): string => list(ids.map((id) => names.party(scenario, id)));

export function gaugeLines(gauge: Gauge, scenario: Scenario, at: Page, indent: string): string[] {
  const line = (text: string): string[] => wrap(text, at.width, `${indent}  `);
  const moves = [...(isZero(gauge.drift.amount) ? [] : [`drifts ${pace(gauge.drift)}`]), ...(isZero(gauge.noise.amount) ? [] : [`wavers by ${amount(gauge.noise.amount)}${gauge.noise.per === null ? '' : ` in a ${gauge.noise.per}`}`])];
  return [
    ...wrap(`${at.paint.bold(plain(gauge.title))} (${gauge.id}): starts at ${amount(gauge.start)}${moves.length > 0 ? `, ${list(moves)}` : ''}${names.restsFully(gauge.evidence)}`, at.width, `${indent}- `, `${indent}  `),
    ...gauge.while.flatMap((one) => line(`While ${expression(one.when)}: ${pace(one.drift)} more.`)),
    ...gauge.on.flatMap((one) => line(`When ${signal(scenario, gauge.party ?? '', one.signal.written)}: ${amount(one.adds)}.`)),
    ...gauge.thresholds.flatMap((one) => line(`${one.direction === 'rises' ? 'Above' : 'Below'} ${percent(one.at)}: ${quoted(plain(one.signal))}.`)),
  ];
}

export function gauges(scenario: Scenario, at: Page): string[] {
  return scenario.gauges.flatMap((gauge) => gaugeLines(gauge, scenario, at, '  '));
}

export function tracks(scenario: Scenario, at: Page): string[] {
  return scenario.tracks.flatMap((track) => {
    const without = track.needs.length === track.seats.length ? '' : `; not without ${people(track.needs, scenario)}`;
    const every = track.every === null ? '' : `; at most every ${duration(track.every)}`;
    const after = track.after === null ? '' : `; not before ${duration(track.after)} have passed`;
    return item(`${at.paint.bold(plain(track.title))}: ${people(track.seats, scenario)}${without}${every}${after}${names.restsFully(track.evidence)}`, at);
  });
}

function effects(event: Event, scenario: Scenario): string[] {
  return [
    ...event.moves.map((move) => `${names.gauge(scenario, move.gauge.party === null ? move.gauge.gauge : `${move.gauge.party}.${move.gauge.gauge}`)} ${'value' in move.adds && move.adds.value > 0 ? '+' : ''}${amount(move.adds)}`),
    ...(Object.keys(event.opens).length > 0 ? [`makes possible ${names.terms(scenario, event.opens)}`] : []),
    ...(Object.keys(event.closes).length > 0 ? [`rules out ${names.terms(scenario, event.closes)}`] : []),
    ...(event.breaksTruce ? ['ends a truce'] : []),
    ...event.sends.map((one) => `sends ${quoted(plain(one))}`),
  ];
}

export function events(scenario: Scenario, at: Page): string[] {
  return scenario.events.flatMap((event) => {
    const when = event.when === null ? '' : `, when ${expression(event.when)}`;
    const times = event.times === null ? '' : `, at most ${event.times === 1 ? 'once' : `${event.times} times`}`;
    const does = effects(event, scenario);
    return item(`${at.paint.bold(plain(event.title))}: ${chance(event.chance)}${when}${times}${does.length > 0 ? `; ${does.join('; ')}` : ''}${names.restsFully(event.evidence)}`, at);
  });
}

function hazard(of: Hazard, what: string, scenario: Scenario, at: Page): string[] {
  const base = 'figure' in of.base ? `after the figure ${of.base.figure}` : chance(of.base.rate);
  return [
    ...item(`${what}: ${base}${names.restsFully(of.evidence)}`, at),
    ...of.ratios.flatMap((one) => wrap(`${amount(one.ratio)} times that with ${names.terms(scenario, one.when)}${names.restsFully(one.evidence)}`, at.width, '    ')),
  ];
}

export function peace(scenario: Scenario, at: Page): string[] {
  const { ceasefire, 'limited-truce': limited, agreement } = scenario.peace;
  return [
    ...(limited === undefined ? [] : hazard(limited, 'A limited truce', scenario, at)),
    ...(ceasefire === undefined ? [] : hazard(ceasefire, 'A ceasefire', scenario, at)),
    ...(agreement === undefined ? [] : hazard(agreement, 'An agreement, once all is settled', scenario, at)),
    ...(scenario.horizon === null ? [] : wrap(`After the last signature the peace is followed for ${duration(scenario.horizon)}.`, at.width, '  ')),
  ];
}

export function outcomes(scenario: Scenario, at: Page): string[] {
  return scenario.outcomes.flatMap((one) => item(`${at.paint.bold(plain(one.title))} (${one.id})${one.when === null ? ': otherwise' : `: when ${expression(one.when)}`}`, at));
}
