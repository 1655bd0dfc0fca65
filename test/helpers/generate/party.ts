/** A party of a generated world, and gauges. */
import { assumed } from './draws.ts';
import type { IssueFrame, PartyFrame } from './frame.ts';
import { chartsOf, type Making } from './charts.ts';
import { signalsFor, thresholdSignal } from './signals.ts';

type Written = Readonly<Record<string, unknown>>;

/** @param party whose it is; null: the whole world's */
export function gaugeOf({ draws, frame, levers, conditions, starts }: Making, party: PartyFrame | null, id: string): unknown {
  const { chance, some, between, pick } = draws;
  const owner = party?.id ?? null;
  const start = between(0.1, 0.9, 0.1);
  const drift = (most: number): string => levers.rate(-most, most, most / 4, some(['week', 'month']));
  return {
    title: id, start: starts.length > 1 && chance(0.3) ? { [starts[0]]: start, [starts[1]]: between(0.1, 0.9, 0.1) } : start,
    drift: drift(0.04), ...(chance(0.7) ? { noise: levers.rate(0, 0.04, 0.01, 'week') } : {}),
    ...(chance(0.3) ? { while: [{ when: conditions.truth(party), drift: drift(0.08) }, ...(chance(0.3) ? [{ when: conditions.truth(party), drift: drift(0.08) }] : [])] } : {}),
    rises: { [between(0.4, 0.8, 0.1)]: thresholdSignal(owner, id, 'rises') }, falls: { [between(0.2, 0.5, 0.1)]: thresholdSignal(owner, id, 'falls') },
    ...(chance(0.3) ? { on: Object.fromEntries(Array.from({ length: 1 + pick(2) }, () => [some(signalsFor(frame, party)), levers.amount(-0.1, 0.1, 0.02)])) } : {}),
    assumed,
  };
}

export function partyOf(making: Making, party: PartyFrame): Written {
  const { draws, frame, levers, conditions, starts } = making;
  const { chance, between, each, some } = draws;
  const { id, signs, bound, gauges, leaves, ratifies } = party;
  const crowd = id.startsWith('c');
  const unit = frame.raw ? 40 : 1;
  const score = (): number | string => (frame.raw ? between(-10, 50, 1) : levers.amount(0, 100, 1));
  const worth = (): unknown => ({ value: `${conditions.number(party, levers.amount(0, 0.4 * unit, 0.1 * unit), 0.1 * unit)}${chance(0.2) ? ' + 0.1 * standing' : ''}`, assumed });
  /** Most would rather have a truce than none, or none would ever be there to break. */
  const scoresOf = ({ options, brings }: IssueFrame): Written => {
    const truce = Object.keys(brings).length > 0 && chance(0.7);
    return Object.fromEntries(options.map((option, o) => [option, truce ? Math.round((o / (options.length - 1)) * (frame.raw ? 50 : 100)) : score()]));
  };
  const valued = frame.issues.filter(() => signs || !crowd || chance(0.3));
  return {
    name: id.toUpperCase(), short: 'P',
    ...(gauges.length > 0 ? { gauges: Object.fromEntries(gauges.map((gauge) => [gauge, gaugeOf(making, party, gauge)])) } : {}),
    ...(valued.length > 0 ? { worth: Object.fromEntries(valued.map((issue) => [issue.id, { weight: frame.raw ? between(0.2, 1, 0.2) : levers.amount(1, 50, 1), scores: scoresOf(issue), assumed }])) } : {}),
    ...(signs && chance(0.3) ? { bonds: Object.fromEntries(each(['first', 'second'], 0.7).map((bond) => [bond, bondOf(making)])) } : {}),
    ...(signs || bound || chance(crowd ? 0.2 : 0.6) ? { 'walk-away': starts.length > 1 && chance(0.4) ? { [starts[0]]: worth(), [starts[1]]: worth() } : worth() } : {}),
    ...(crowd ? {} : { manner: mannerOf(making, party, unit) }),
    ...chartsOf(making, party),
    ...(leaves ? { leaves: { ...(chance(0.8) ? { when: `${conditions.truth(party)}${chance(0.2) ? ` || standing < ${-unit}` : ''}` } : {}), chance: levers.amount(0.05, 0.25, 0.05), assumed } } : {}),
    ...(ratifies.length > 0 ? { ratifies: { stages: ratifies, support: conditions.number(party, 0.7, 0.2), ...(chance(0.3) ? { steepness: levers.amount(2, 12, 1) } : {}), ...(chance(0.7) ? { takes: some(['1 week', '2 weeks', '5 weeks']) } : {}), assumed } } : {}),
    ...(frame.followed && signs && chance(0.35) ? { 'looks-ahead': { over: some(['2 years', '6 months']), war: levers.amount(0, 0.2, 0.05), ...(chance(0.4) ? { doubt: levers.amount(0.5, 2, 0.5) } : {}), ...(chance(0.5) ? { stages: ['last'] } : {}), assumed } } : {}),
  };
}

function bondOf({ draws: { some, several, shuffled, between, pick }, frame: { issues, raw }, levers }: Making): unknown {
  const of = shuffled(issues).slice(0, 1 + pick(2));
  return { when: Object.fromEntries(of.map(({ id, options }) => [id, some([several(options, 0.4), some(options)])])), worth: raw ? between(-10, 10, 2) : levers.amount(-20, 20, 4), assumed };
}

function mannerOf({ draws: { chance, some, between }, frame: { stages }, levers, conditions }: Making, party: PartyFrame, unit: number): Written {
  const asked = stages.filter(({ signs }) => signs.includes(party.id));
  const two = asked.length > 0 && asked.every(({ signs }) => signs.length === 2);
  const inTurn = asked.some(({ alternating }) => alternating);
  const carried = asked.some(({ alternating, style }) => !alternating && style === 'facilitate');
  const exponent = { exponent: some([0.5, 1, 2, 4]) };
  /** Most go by the clock. Equilibrium is for two who sign. */
  const tactic = (): Written => {
    const kind = asked.length > 0 && chance(0.5) ? some(['tit-for-tat', 'resource', 'random', ...(two ? ['equilibrium'] : [])]) : 'time';
    if (kind === 'tit-for-tat') return { tactic: kind, ...(chance(0.7) ? { kindness: between(0, 0.04 * unit, 0.01 * unit) } : {}) };
    if (kind === 'resource') return { tactic: kind, 'used-up': some([`round / ${8 + Math.floor(between(0, 8, 1))}`, conditions.number(party, 0.4, 0.3)]), ...exponent };
    if (kind === 'equilibrium') return { tactic: kind, ...(chance(0.7) ? { discount: levers.rate(0, 0.3, 0.02, 'week') } : {}) };
    return kind === 'random' ? { tactic: kind } : exponent;
  };
  return {
    ...tactic(), sharpness: some<number | string>([levers.amount(8, 20, 4), 20 / unit, 'exact']), firmness: some<number | string>([0, 0.05 * unit, 0.1 * unit, levers.amount(0, 0.2, 0.05)]), spread: between(0, 0.06, 0.02) * unit,
    ...(inTurn && chance(0.4) ? { slack: between(0, 0.1 * unit, 0.02 * unit) } : {}), ...(inTurn && chance(0.4) ? { prefers: 'others' } : {}), ...((inTurn || carried) && chance(0.25) ? { 'rational-only': false } : {}), assumed,
  };
}
