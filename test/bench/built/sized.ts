/**
 * Scenarios of a given size, with what the shipped ones have: a truce before a settlement, tracks between which a text is carried, stances, red lines and
 * postures that move, gauges, events, hazards. Parts are made from numbers of their own, so that one more party or issue changes no other.
 */
import { picker, type Pick } from '../../helpers/generate/draws.ts';

export interface Size {
  /** Of one week. */
  readonly rounds: number;
  /** Those that sign; the mediator, who drafts, comes beside them. */
  readonly parties: number;
  /** Options of each issue, of which the product is the number of packages. */
  readonly options: readonly number[];
}

const assumed = 'made to be measured';
const issueName = (issue: number): string => `issue-${issue}`;
const optionName = (option: number): string => `o${String(option).padStart(2, '0')}`;
const partyName = (party: number): string => `p${String(party).padStart(2, '0')}`;
const range = (count: number): readonly number[] => [...Array(count).keys()];
const keyed = <T>(of: readonly T[], entry: (one: T) => readonly [string, unknown]): Record<string, unknown> => Object.fromEntries(of.map(entry));
/** Numbers for one part. The first few of such a generator lie close together for seeds that do. */
function numbersFor(...parts: readonly number[]): Pick {
  const pick = picker(parts.reduce((seed, part) => seed * 131 + part + 7, 1));
  for (let at = 0; at < 5; at++) pick(2);
  return pick;
}

/** How things are without a signature: in the middle, so that each issue can be moved either way. The first, the fighting, is at its worst. */
const standingOf = (issue: number, count: number): number => (issue === 0 ? 0 : Math.floor((count - 1) / 2));
/** Whether a party would have the later options; neighbours in the list differ, and each party differs with itself from issue to issue. All would have less fighting. */
const wantsLater = (party: number, issue: number): boolean => issue === 0 || (party + issue) % 2 === 0;

/** From 0 to 100, rising towards what it wants, with some roughness. */
function scores(party: number, issue: number, count: number): Record<string, unknown> {
  const pick = numbersFor(1, party, issue);
  return keyed(range(count), (option) => {
    const way = option / (count - 1);
    return [optionName(option), Math.round(75 * (wantsLater(party, issue) ? way : 1 - way) + pick(26))];
  });
}

/** Three states: first only what it wants and what is, then more, then all but the last tenth. */
function stance(party: number, issue: number, { parties, options }: Size): unknown {
  const count = options[issue];
  const pick = numbersFor(2, party, issue);
  const chance = (): number => (1 + pick(4)) / 20;
  const standing = standingOf(issue, count);
  const towards = range(count).map((at) => (wantsLater(party, issue) ? count - 1 - at : at));
  const accepts = (share: number): readonly string[] => [...new Set([...towards.slice(0, Math.ceil(count * share)), standing])].sort((a, b) => a - b).map(optionName);
  const other = partyName((party + 1) % parties);
  return {
    start: 'ours', assumed,
    states: {
      ours: { accepts: accepts(0.4), firm: pick(6) === 0, on: { weary: { to: 'some', chance: chance() }, 'truce-began': { to: 'some', chance: chance() }, [`offered.${issueName(issue)}.${optionName(towards[Math.floor(count / 2)])}`]: { to: 'some', chance: chance() } } },
      some: { accepts: accepts(0.7), on: { 'deadline-near': { to: 'most', chance: chance() }, [`${other}.softened`]: { to: 'most', chance: chance() }, 'truce-broken': { to: 'ours', chance: chance() }, storm: { to: 'ours', if: 'front > 0.4', chance: chance() } } },
      most: { accepts: accepts(0.9), on: { [`${other}.hardened`]: { to: 'some', chance: chance() }, storm: { to: 'ours', chance: chance() } } },
    },
  };
}

/** The worst option of an issue, found from `from` on; never the one that is in force anyway. */
function line(party: number, name: string, from: number, { options }: Size): unknown {
  const worst = (issue: number): number => (wantsLater(party, issue) ? 0 : options[issue] - 1);
  const issue = range(options.length).map((at) => (from + at) % options.length).find((at) => at !== 0 && worst(at) !== standingOf(at, options[at]));
  if (issue === undefined) return undefined;
  return {
    title: `A line on issue ${issue}`, never: { [issueName(issue)]: optionName(worst(issue)) }, assumed,
    states: {
      held: { on: { shaken: { to: 'strained', chance: 0.3 }, [`pressed.${name}`]: { to: 'strained', chance: 0.3 } } },
      strained: { on: { 'truce-broken': { to: 'held', chance: 0.5 }, [`pressed.${name}`]: { to: 'waived', chance: 0.15 } } },
      waived: {},
    },
  };
}

function party(at: number, size: Size): unknown {
  const pick = numbersFor(3, at);
  const lines = range(2).map((nth) => [`line-${nth}`, line(at, `line-${nth}`, at + 1 + nth * 2, size)] as const).filter(([, made]) => made !== undefined);
  return {
    name: `Party ${at}`, short: `P${at}`,
    gauges: {
      fatigue: { title: 'Fatigue', start: (20 + pick(20)) / 100, drift: '0.008 / week', noise: '0.03 / week', rises: { 0.5: 'weary' }, while: [{ when: "fighting == 'war'", drift: '0.012 / week' }], assumed },
      resolve: { title: 'Resolve', start: (50 + pick(20)) / 100, noise: '0.04 / week', falls: { 0.4: 'shaken' }, on: { refused: -0.005, storm: 0.02 }, assumed },
    },
    worth: keyed(range(size.options.length), (issue) => [issueName(issue), { weight: 4 + numbersFor(4, at, issue)(20), scores: scores(at, issue, size.options[issue]), assumed }]),
    'walk-away': { value: '0.5 + 0.2 * (front - 0.5) - 0.15 * fatigue', assumed },
    manner: { exponent: 0.3, sharpness: 20, firmness: 0.025, spread: 0.03, assumed },
    stances: keyed(range(size.options.length), (issue) => [issueName(issue), stance(at, issue, size)]),
    'red-lines': Object.fromEntries(lines),
    posture: { start: 'at-table', assumed, states: { 'at-table': { on: { 'truce-broken': { to: 'away', chance: 0.2 } } }, away: { on: { weary: { to: 'at-table', chance: 0.5 }, storm: 'at-table' } }, left: {} } },
  };
}

/** The file's text: JSON, which is YAML. */
export function sizedScenario(size: Size): string {
  const { rounds, options } = size;
  const parties = range(size.parties);
  const signs = parties.map(partyName);
  const half = Math.ceil(signs.length / 2);
  const talks = { signs, drafter: 'envoy', guess: 0.5, bias: 0.5, fade: 0.01, assumed };
  return JSON.stringify({
    winset: 1, id: 'sized', title: 'Of a given size', question: 'What does a run cost?',
    calendar: { start: '2025-01-06', round: '1 week', rounds, deadlines: { season: { title: 'The season ends', at: `${Math.ceil(rounds * 0.75)} weeks`, near: '2 weeks', announced: true, assumed } } },
    levers: { frailty: { title: 'Frailty', value: 1, range: [0.3, 2], assumed } },
    issues: keyed(options.map((count, issue) => [count, issue] as const), ([count, issue]) => [issueName(issue), {
      title: `Issue ${issue}`, standing: optionName(standingOf(issue, count)),
      options: keyed(range(count), (option) => [optionName(option), { title: `Option ${option}`, ...(issue === 0 && option >= count / 2 ? { brings: 'ceasefire' } : {}) }]),
    }]),
    gauges: { front: { title: 'The front', start: 0.5, noise: '0.04 / week', on: { storm: 0.02 }, assumed } },
    parties: {
      ...keyed(parties, (at) => [partyName(at), party(at, size)]),
      envoy: {
        name: 'The envoy', short: 'E', gauges: { patience: { title: 'Patience', start: 0.9, drift: '-0.005 / week', noise: '0.02 / week', on: { refused: -0.004, accepted: 0.004 }, assumed } },
        worth: keyed(range(options.length), (issue) => [issueName(issue), { weight: 1, scores: keyed(range(options[issue]), (option) => [optionName(option), Math.round(100 - (100 * Math.abs(2 * option - options[issue] + 1)) / (options[issue] - 1))]), assumed }]),
      },
    },
    mediator: { party: 'envoy', 'walks-away': { when: 'envoy.patience < 0.1', chance: '0.02 / week', assumed } },
    tracks: { north: { title: 'North', seats: ['envoy', ...signs.slice(0, half)], assumed }, south: { title: 'South', seats: ['envoy', ...signs.slice(half)], assumed }, all: { title: 'All', seats: ['envoy', ...signs], every: '4 weeks', assumed } },
    stages: {
      truce: { title: 'A truce', issues: [issueName(0)], rounds: Math.ceil(rounds / 4), 'on-failure': 'next', reopens: true, ...talks },
      settlement: { title: 'A settlement', issues: options.map((_, issue) => issueName(issue)), rounds, 'on-failure': 'end', ...talks },
    },
    events: {
      storm: { title: 'A storm', chance: '0.15 / week', sends: 'storm', moves: { front: 0.03, [`${partyName(0)}.fatigue`]: 0.02 }, assumed },
      raid: { title: 'A raid', when: "fighting == 'ceasefire'", chance: '0.04 / week', 'breaks-truce': true, assumed },
      harvest: { title: 'A poor harvest', chance: '0.1 / week', times: 2, moves: keyed(signs, (id) => [`${id}.fatigue`, 0.01]), assumed },
      blockade: { title: 'A blockade', when: 'refusals > 4', chance: '0.05 / week', times: 1, moves: { front: -0.05, 'envoy.patience': -0.02 }, assumed },
    },
    peace: { ceasefire: { rate: '1 / year', ratios: [{ when: { [issueName(0)]: optionName(options[0] - 1) }, ratio: 'frailty', assumed }], assumed }, horizon: '5 years', agreement: { rate: '0.2 / year', ratios: [{ when: { [issueName(0)]: optionName(options[0] - 1) }, ratio: 'frailty', assumed }], assumed } },
    outcomes: [{ id: 'lasting', title: 'Signed and holds', when: 'settled.settlement && !collapsed' }, { id: 'collapsed', title: 'Signed and collapses', when: 'settled.settlement' }, { id: 'truce', title: 'A truce holds', when: "fighting != 'war'" }, { id: 'none', title: 'Nothing is signed', otherwise: true }],
  });
}
