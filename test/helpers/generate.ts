/** Scenarios made from a number: the same number gives the same file, so that a failing case can be named and kept. */
import { stringify } from 'yaml';

export type Pick = (below: number) => number;

/** A small generator of its own (a multiplicative congruential one after Park & Miller 1988): the tests' worlds must not lean on the engine's luck. */
export function picker(seed: number): Pick {
  let state = (seed * 48271 + 11) % 2147483647 || 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

/** The text of scenario number `seed`. Most are valid; `readScenarioText` decides. */
export function generated(seed: number): string {
  const pick = picker(seed);
  const chance = (share: number): boolean => pick(1000) < share * 1000;
  const some = <T>(of: readonly T[]): T => of[pick(of.length)];
  const range = (n: number): readonly number[] => [...Array(n).keys()];
  const assumed = 'generated';

  const signers = range(2 + pick(2)).map((i) => `p${i}`);
  const helper = chance(0.5) ? ['h0'] : [];
  const all = [...signers, ...helper, 'm'];
  const issues = range(1 + pick(3)).map((i) => ({ id: `i${i}`, options: range(2 + pick(3)).map((o) => `o${o}`), standing: '' })).map((issue) => ({ ...issue, standing: some(issue.options) }));
  const truceIssue = chance(0.6) ? 'fire' : null;
  const fire = { id: 'fire', options: ['goes-on', 'part', 'all'], standing: 'goes-on' };
  const allIssues = truceIssue ? [fire, ...issues] : issues;
  const twoStages = truceIssue !== null && chance(0.6);
  const alternating = chance(0.25);
  const peace = chance(0.4);
  const events = range(pick(3)).map((e) => `e${e}`);
  const performed = helper.length > 0 ? { issue: issues[0].id, option: issues[0].options.find((option) => option !== issues[0].standing) } : null;

  const party = (id: string): Record<string, unknown> => {
    const signs = signers.includes(id);
    const gauges = range(pick(2) + (signs ? 1 : 0)).map((g) => `g${g}`);
    const own = gauges.map((g) => `${id}-${g}-past`);
    const signals = [...own, ...events.map((e) => `${e}-news`), 'refused', 'accepted', ...signers.filter((p) => p !== id).flatMap((p) => [`${p}.refused`, `${p}.accepted`])];
    const edge = (to: string): unknown => (chance(0.4) ? { to, chance: (1 + pick(9)) / 10, assumed } : chance(0.3) ? { to, if: `round > ${1 + pick(4)}`, assumed } : to);
    const stance = (issue: (typeof allIssues)[number]): unknown => {
      const few = issue.options.filter((_, o) => o === 0 || chance(0.3));
      return { start: 'hard', assumed, states: { hard: { accepts: few, firm: chance(0.15), on: { [some(signals)]: edge('soft') } }, soft: { accepts: issue.options, on: { [some(signals)]: edge('hard') } } } };
    };
    const lineOn = some(allIssues);
    const crossing = lineOn.options.find((option) => option !== lineOn.standing);
    return {
      name: id.toUpperCase(), short: id.toUpperCase(),
      gauges: Object.fromEntries(gauges.map((g) => [g, { title: g, start: pick(10) / 10, drift: `${(pick(9) - 4) / 100} / week`, noise: `${pick(4) / 100} / week`, rises: { [(3 + pick(6)) / 10]: `${id}-${g}-past` }, ...(chance(0.3) ? { on: { refused: 0.05 } } : {}), assumed }])),
      worth: Object.fromEntries(allIssues.map((issue) => [issue.id, { weight: 1 + pick(50), scores: Object.fromEntries(issue.options.map((option) => [option, pick(101)])), assumed }])),
      ...(signs || helper.includes(id) ? { 'walk-away': { value: gauges.length > 0 && chance(0.5) ? `0.${2 + pick(4)} - 0.1 * ${gauges[0]}` : (1 + pick(5)) / 10, assumed } } : {}),
      manner: { ...tacticOf(id), sharpness: some<number | string>([8, 20, 'exact']), firmness: pick(3) / 20, spread: pick(3) / 50, ...(alternating && signs && chance(0.5) ? { prefers: 'others' } : {}), assumed },
      stances: Object.fromEntries(allIssues.filter(() => signs && chance(0.5)).map((issue) => [issue.id, stance(issue)])),
      ...(signs && crossing && chance(0.6) ? { 'red-lines': { limit: { title: 'A line', ...some([{}, {}, { stated: false }, { held: false }]), never: { [lineOn.id]: crossing }, assumed, states: { held: { on: { 'pressed.limit': edge('waived') } }, waived: {} } } } } : {}),
      ...(signs && chance(0.25) ? { ratifies: { stages: ['last'], support: gauges.length > 0 ? `0.4 + 0.4 * ${gauges[0]}` : `in_force.${allIssues[0].id} == '${allIssues[0].options[0]}' ? 0.3 : 0.7`, ...(chance(0.5) ? { takes: '2 weeks' } : {}), assumed } } : {}),
      ...(signs && peace && chance(0.3) ? { 'looks-ahead': { over: '2 years', war: 0.1, stages: ['last'], assumed } } : {}),
      ...(signs && chance(0.3) ? { leaves: { when: `refusals > ${2 + pick(4)}`, chance: 0.1, assumed } } : {}),
    };
  };

  /** Most go by the clock. Equilibrium is for two who sign. */
  function tacticOf(id: string): Record<string, unknown> {
    const exponent = some([0.5, 1, 2, 4]);
    const kind = signers.includes(id) && chance(0.5) ? some(['tit-for-tat', 'resource', 'random', ...(signers.length === 2 ? ['equilibrium'] : [])]) : 'time';
    if (kind === 'tit-for-tat') return { tactic: kind, kindness: pick(4) / 100 };
    if (kind === 'resource') return { tactic: kind, 'used-up': `round / ${8 + pick(8)}`, exponent };
    if (kind === 'equilibrium') return { tactic: kind, ...(chance(0.7) ? { discount: `${pick(30) / 100} / week` } : {}) };
    return kind === 'random' ? { tactic: kind } : { exponent };
  }

  const styleOf = (): Record<string, unknown> => some<Record<string, unknown>>([{}, { style: 'facilitate' }, { style: 'manipulate', leverage: { [signers[0]]: { worth: 0.2, hazard: 1.4, assumed } } }]);
  const mustBring = (of: readonly string[]): Record<string, unknown> => {
    const wanted = allIssues.filter(({ id, options, standing }) => of.includes(id) && options.some((option) => option !== standing)).slice(0, 1 + pick(2));
    return chance(0.35) ? { 'must-bring': Object.fromEntries(wanted.map(({ id, options, standing }) => [id, options.filter((option) => option !== standing)])) } : {};
  };
  const stage = (id: string, of: readonly string[]): unknown => ({ title: id, issues: of, signs: signers, ...mustBring(of), rounds: 4 + pick(8), ...(alternating ? { protocol: 'alternating-offers' } : { drafter: 'm', guess: (2 + pick(6)) / 10, bias: pick(3), fade: pick(4) / 50, ...styleOf() }), ...(truceIssue && id === 'first' ? { reopens: chance(0.5), upgradable: chance(0.4) } : {}), assumed });
  const parties = Object.fromEntries(all.map((id) => [id, party(id)]));
  // Only what somebody listens to is sent: anything else is a problem.
  const heard = JSON.stringify(parties);
  const news = events.map((e) => [e, { title: e, chance: chance(0.3) ? 'rate' : `0.${1 + pick(4)} / week`, ...(heard.includes(`"${e}-news"`) ? { sends: `${e}-news` } : {}), ...(chance(0.3) ? { times: 1 + pick(2) } : {}), assumed }] as const);
  const file = {
    winset: 1, id: `generated-${seed}`, title: 'Generated', question: 'Do both walkers agree?',
    calendar: { start: '2025-01-06', round: some(['1 week', '3 days', '2 weeks']), rounds: 6 + pick(10), ...(chance(0.4) ? { deadlines: { day: { title: 'A day', at: '2 weeks', near: '1 week', announced: chance(0.5), assumed } } } : {}) },
    ...(!news.some(([, event]) => event.chance === 'rate') ? {} : { levers: { rate: { title: 'A rate', value: 0.3, range: [0, 1], assumed } } }),
    issues: Object.fromEntries(allIssues.map((issue) => [issue.id, {
      title: issue.id, standing: issue.standing,
      options: Object.fromEntries(issue.options.map((option) => [option, { title: option, ...(issue.id === 'fire' && option === 'part' ? { brings: 'limited-truce' } : {}), ...(issue.id === 'fire' && option === 'all' ? { brings: 'ceasefire' } : {}), ...(performed?.issue === issue.id && performed.option === option ? { 'performed-by': 'h0' } : {}) }])),
    }])),
    parties,
    ...(alternating ? {} : { mediator: { party: 'm', ...(chance(0.4) ? { 'walks-away': { when: `round > ${3 + pick(6)}`, chance: '0.1 / week', assumed } } : {}) } }),
    tracks: chance(0.5) ? { one: { title: 'One', seats: all, assumed } } : { one: { title: 'One', seats: [signers[0], ...helper, 'm'], assumed }, two: { title: 'Two', seats: [...signers.slice(1), 'm'], ...(chance(0.4) ? { every: '2 weeks' } : {}), assumed } },
    stages: twoStages ? { first: stage('first', ['fire']), last: stage('last', allIssues.map((issue) => issue.id)) } : { last: stage('last', allIssues.map((issue) => issue.id)) },
    ...(news.length > 0 ? { events: Object.fromEntries(news) } : {}),
    ...(truceIssue || peace ? { peace: { ...(peace ? { horizon: '3 years', agreement: { rate: `${1 + pick(5)} / year`, assumed } } : {}), ...(truceIssue ? { 'limited-truce': { rate: `${1 + pick(20)} / year`, assumed }, ceasefire: { rate: `${1 + pick(10)} / year`, assumed } } : {}) } } : {}),
    outcomes: [...(peace ? [{ id: 'fell', title: 'Signed and fell', when: 'settled.last && collapsed' }] : []), { id: 'signed', title: 'Signed', when: 'settled.last' }, { id: 'none', title: 'Nothing signed', otherwise: true }],
  };
  return stringify(JSON.parse(JSON.stringify(file)));
}
