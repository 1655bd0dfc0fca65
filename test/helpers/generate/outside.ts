/** The calendar, what happens outside the room, what breaks a peace and how runs end in a generated world. */
import { assumed, range } from './draws.ts';
import type { Making } from './charts.ts';
import { ROUNDS } from './frame.ts';
import { newsOf } from './signals.ts';

type Written = Readonly<Record<string, unknown>>;

export function calendarOf({ draws: { chance, pick, between }, frame: { round, rounds, deadlines }, starts }: Making): unknown {
  const days = ROUNDS[round] * rounds;
  return {
    start: starts[0], round, rounds, ...(starts.length > 1 ? { starts: starts.slice(1) } : {}),
    ...(deadlines > 0 ? { deadlines: Object.fromEntries(range(deadlines).map((d) => [`day-${d}`, { title: 'A day', at: `${1 + pick(days - 1)} days`, near: `${between(0, 14, 7)} days`, ...(chance(0.5) ? { announced: false } : {}), assumed }])) } : {}),
  };
}

/** @param heard all charts and gauges as text: only what somebody waits for is sent */
export function eventsOf({ draws: { chance, some, pick, each }, frame: { events, parties, gauges }, levers, conditions, starts }: Making, heard: string): Written {
  const names = [...gauges, ...parties.flatMap((party) => party.gauges.map((gauge) => `${party.id}.${gauge}`))];
  const termsOf = (terms: readonly (readonly [string, string])[]): Written => Object.fromEntries([...new Set(terms.map(([issue]) => issue))].map((issue) => [issue, terms.filter(([of]) => of === issue).map(([, option]) => option)]));
  const written = events.map(({ id, closes, opens, breaks }) => {
    const sends = heard.includes(`"${newsOf(id)}"`);
    const bare = !sends && closes.length === 0 && opens.length === 0;
    const moved = each(names, 0.3);
    return [id, {
      title: id, ...(bare && starts.length > 1 && chance(0.5) ? { since: starts[1] } : {}),
      ...(chance(0.35) ? { when: conditions.truth(null) } : {}), ...(chance(0.9) ? { chance: some<() => number | string>([() => levers.amount(0.1, 0.6, 0.1), () => levers.rate(0.05, 0.4, 0.05, 'week')])() } : {}), ...(chance(0.4) ? { times: 1 + pick(3) } : {}),
      ...(moved.length > 0 ? { moves: Object.fromEntries(moved.map((gauge) => [gauge, levers.amount(-0.2, 0.2, 0.05)])) } : {}),
      ...(sends ? { sends: newsOf(id) } : {}), ...(closes.length > 0 ? { closes: termsOf(closes) } : {}), ...(opens.length > 0 ? { opens: termsOf(opens) } : {}), ...(breaks ? { 'breaks-truce': true } : {}), assumed,
    }] as const;
  });
  return written.length > 0 ? { events: Object.fromEntries(written) } : {};
}

export function peaceOf({ draws: { chance, some, each, several, pick }, frame: { issues, truce, breaks, events, followed }, levers }: Making): Written {
  const figure = chance(0.3);
  const ratios = (): Written => {
    const of = each(issues, 0.4).slice(0, 2);
    return of.length === 0 ? {} : { ratios: of.map(({ id, options }) => ({ when: { [id]: several(options, 0.5) }, ratio: levers.amount(0.5, 1.5, 0.25), assumed })) };
  };
  const hazard = (most: number): Written => ({ ...(figure ? { figure: 'curve' } : { rate: levers.rate(1, most, 1, 'year') }), ...ratios(), assumed });
  // Where a truce may break and no event breaks it, a hazard does.
  const hazards = truce && breaks && (!events.some((event) => event.breaks) || chance(0.7));
  const which = some([['limited-truce', 'ceasefire'], ['limited-truce', 'ceasefire'], ['ceasefire']]);
  if (!hazards && !followed) return {};
  const peace = { ...(hazards ? Object.fromEntries(which.map((each_) => [each_, hazard(1 + pick(20))])) : {}), ...(followed ? { horizon: some(['3 years', '1 year']), agreement: hazard(3) } : {}) };
  return { ...(figure ? { figures: { curve: { title: 'A curve', source: 'A book about peace', status: 'to-be-checked', survival: { '30 days': 0.8, '6 months': 0.5, '2 years': 0.3 } } } } : {}), peace };
}

export function outcomesOf({ draws: { chance }, frame: { stages, followed, truce, parties } }: Making): readonly unknown[] {
  const ratified = parties.some(({ ratifies }) => ratifies.includes('last'));
  return [
    ...(followed ? [{ id: 'fell', title: 'Signed and fell', when: 'settled.last && collapsed' }, { id: 'held', title: 'Held for a while', when: 'settled.last && peace_days > 100' }] : []),
    ...(ratified && chance(0.5) ? [{ id: 'ratified', title: 'Ratified', when: 'settled.last && ratified.last' }] : []),
    { id: 'signed', title: 'Signed', when: 'settled.last' }, { id: 'left', title: 'Somebody left', when: "ended == 'left'" },
    ...(truce ? [{ id: 'truce', title: 'A truce', when: "fighting != 'war'" }] : []), ...(stages.length > 1 ? [{ id: 'begun', title: 'A beginning', when: `settled.${stages[0].id}` }] : []),
    { id: 'none', title: 'Nothing signed', otherwise: true },
  ];
}
