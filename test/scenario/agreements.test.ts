/** What a file says of offers in turn, mediators, homes, the years after and of what nobody knows. */
import { describe, expect, it } from 'vitest';
import { problemsOf, scenarioOf } from './helpers.ts';

const codes = (lines: string): readonly (readonly [string, string])[] => problemsOf(lines).map((problem) => [problem.code, problem.path] as const);
const LASTING = 'peace: { agreement: { rate: 0.1 / year, assumed: a try }, horizon: 5 years }';

describe('a walk-away value', () => {
  it('is a worth, not a number of a hundred', () => {
    expect(codes('parties: { south: { walk-away: { value: 48 - 30 * 0.5, assumed: a try } } }')).toEqual([['out-of-range', 'parties.south.walk-away.value']]);
    expect(codes('parties: { south: { walk-away: { value: 0.48, assumed: a try } } }')).toEqual([]);
  });
});

describe('a stage', () => {
  it('of offers in turn has no drafter and needs none', () => {
    const { stages, parties } = scenarioOf('stages: { opening: { protocol: alternating-offers, drafter: null } }\nparties: { south: { manner: { slack: 0.001, prefers: others, rational-only: false, assumed: a try } } }');
    expect(stages[1]).toMatchObject({ protocol: 'alternating-offers', drafter: null, style: 'formulate', leverage: [], binds: [], when: null, upgradable: false });
    expect(parties[1]?.manner).toMatchObject({ slack: { value: 0.001 }, prefers: 'others', rationalOnly: false });
    expect(parties[0]?.manner).toMatchObject({ slack: { value: 0 }, prefers: 'own', rationalOnly: true });
    expect(codes('stages: { opening: { protocol: alternating-offers, drafter: null, signs: [north] } }')).toEqual([['too-few', 'stages.opening.signs']]);
  });
  it('of one text needs a drafter', () => {
    expect(codes('stages: { opening: { drafter: null } }')).toEqual([['missing-key', 'stages.opening']]);
  });
  it('has leverage if its mediator manipulates, and only then', () => {
    expect(scenarioOf('stages: { opening: { style: manipulate, leverage: { north: { worth: rain, hazard: 2, assumed: a try } } } }').stages[1]).toMatchObject({ style: 'manipulate', leverage: [{ party: 'north', worth: { lever: 'rain' }, hazard: { value: 2 } }] });
    expect(scenarioOf('stages: { opening: { style: manipulate, leverage: { north: { worth: 0.1, assumed: a try } } } }').stages[1]?.leverage[0]?.hazard).toEqual({ value: 1 });
    expect(codes('stages: { opening: { style: manipulate } }')).toEqual([['missing-key', 'stages.opening.style']]);
    expect(codes('stages: { opening: { style: facilitate, leverage: { north: { worth: 0.1, assumed: a try } } } }')).toEqual([['does-not-apply', 'stages.opening.leverage']]);
    expect(codes('stages: { opening: { style: manipulate, leverage: { norht: { worth: 0.1, assumed: a try } } } }')).toEqual([['unknown-party', 'stages.opening.leverage.norht']]);
    expect(codes('stages: { opening: { style: manipulate, leverage: { judge: { worth: 0.1, assumed: a try } } } }')).toEqual([['does-not-apply', 'stages.opening.leverage.judge']]);
  });
  it('may bind those who do not sign, and open on a condition', () => {
    expect(scenarioOf('parties: { judge: { walk-away: { value: 0.3, assumed: a try } } }\nstages: { opening: { binds: [judge], when: settled.quiet } }').stages[1]).toMatchObject({ binds: ['judge'], when: { type: 'truth', text: 'settled.quiet' } });
    expect(codes('stages: { opening: { binds: [south] } }')).toEqual([['listed-twice', 'stages.opening.binds']]);
    expect(codes('stages: { opening: { when: anger > 2 } }')).toEqual([['never-true', 'stages.opening.when']]);
  });
});

describe('a party', () => {
  it('ratifies what it has to do with', () => {
    const lines = (more: string): string => `parties: { south: { ratifies: { stages: [opening], assumed: a try, ${more} } } }`;
    expect(scenarioOf(lines('support: "in_force.toll == \'shared\' ? 0.7 : 0.3"')).parties[1]?.ratifies).toMatchObject({ stages: ['opening'], support: { type: 'number' }, steepness: { value: 8 }, takes: { days: 0 } });
    expect(scenarioOf(lines('support: 0.5, steepness: 4, takes: 3 weeks')).parties[1]?.ratifies).toMatchObject({ steepness: { value: 4 }, takes: { days: 21 } });
    expect(codes(lines('support: settled.quiet'))).toEqual([['expression-type', 'parties.south.ratifies.support']]);
    expect(codes(lines('support: 55'))).toEqual([['out-of-range', 'parties.south.ratifies.support']]);
  });
  it('looks ahead where the peace is followed', () => {
    const ahead = 'parties: { south: { looks-ahead: { over: 2 years, war: 0.1, assumed: a try } } }';
    expect(scenarioOf(`${ahead}\n${LASTING}`).parties[1]?.looksAhead).toMatchObject({ stages: ['opening'], over: { days: 730.5 }, war: { value: 0.1 }, doubt: { value: 1 } });
    expect(codes(ahead)).toEqual([['does-not-apply', 'parties.south.looks-ahead']]);
  });
  it('may keep a line private, or bluff', () => {
    const line = (more: string): string => `parties: { north: { red-lines: { no-bare-bridge: { ${more} } } } }`;
    expect(scenarioOf(line('stated: false')).parties[0]?.redLines[0]).toMatchObject({ stated: false, held: true });
    expect(scenarioOf(line('held: false')).parties[0]?.redLines[0]).toMatchObject({ stated: true, held: false });
  });
});

describe('the years after', () => {
  it('are followed to a horizon', () => {
    const { peace, horizon } = scenarioOf(LASTING);
    expect(peace.agreement?.base).toEqual({ rate: { amount: { value: 0.1 }, per: 'year' } });
    expect(horizon?.days).toBe(5 * 365.25);
    expect(scenarioOf().horizon).toBeNull();
    expect(codes('peace: { agreement: { rate: 0.1 / year, assumed: a try } }')).toEqual([['missing-key', 'peace.agreement']]);
  });
  it('have names in expressions where they are followed', () => {
    const outcome = (when: string): string => `outcomes: [{ id: short, title: It fails soon, when: "${when}" }, { id: other, title: Other, otherwise: true }]`;
    expect(scenarioOf(`${LASTING}\n${outcome('collapsed && peace_days < 365')}`).outcomes[0]?.when?.type).toBe('truth');
    expect(codes(outcome('collapsed'))).toEqual([['expression-name', 'outcomes.0.when']]);
    expect(codes(outcome('peace_days > 3'))).toEqual([['expression-name', 'outcomes.0.when']]);
    expect(codes(outcome('ratified.opening'))).toEqual([['expression-name', 'outcomes.0.when']]);
    expect(codes(outcome('repudiated.opening'))).toEqual([['expression-name', 'outcomes.0.when']]);
    expect(codes(`parties: { south: { ratifies: { stages: [opening], support: 0.5, assumed: a try } } }\n${outcome('ratified.opening')}`)).toEqual([]);
  });
});

describe('signals of agreements', () => {
  const on = (signal: string, more = ''): string => `parties: { north: { stances: { toll: { states: { ours: { on: { ${signal}: shared } } } } } }, south: { name: The south, ${more} } }`;
  const RATIFIES = 'ratifies: { stages: [opening], support: 0.5, assumed: a try }';
  it('are known where something sends them', () => {
    for (const signal of ['ratified.opening', 'rejected.opening', 'south.ratified', 'south.rejected']) {
      expect(codes(on(signal))).toEqual([['silent-signal', `parties.north.stances.toll.states.ours.on.${signal}`]]);
      expect(codes(on(signal, RATIFIES))).toEqual([]);
    }
    for (const signal of ['repudiated.opening', 'judge.repudiated']) {
      expect(codes(on(signal))).toEqual([['silent-signal', `parties.north.stances.toll.states.ours.on.${signal}`]]);
      expect(codes(`${on(signal)}\nstages: { opening: { binds: [judge] } }`.replace('south: { name: The south,  }', 'judge: { walk-away: { value: 0.2, assumed: a try } }'))).toEqual([]);
    }
    const line = (held: string): string => `red-lines: { no-toll: { title: No toll, never: { toll: north }, ${held}, assumed: a try } }`;
    expect(codes(on('south.called.no-toll', line('held: true')))).toEqual([['silent-signal', 'parties.north.stances.toll.states.ours.on.south.called.no-toll']]);
    expect(codes(on('south.called.no-toll', line('held: false')))).toEqual([]);
    expect(codes(on('ratified.openning'))).toEqual([['unknown-signal', 'parties.north.stances.toll.states.ours.on.ratified.openning']]);
  });
});

describe('what nobody knows', () => {
  const rain = (distribution: string): string => `levers: { rain: { distribution: { ${distribution} } } }`;
  it('is drawn from a distribution inside of the range', () => {
    expect(scenarioOf().levers[0]?.distribution).toBeNull();
    expect(scenarioOf(rain('uniform: [0.1, 0.9]')).levers[0]?.distribution).toEqual({ kind: 'uniform', low: 0.1, high: 0.9 });
    expect(scenarioOf(rain('triangular: [0.1, 0.4, 0.9]')).levers[0]?.distribution).toEqual({ kind: 'triangular', low: 0.1, mode: 0.4, high: 0.9 });
    expect(scenarioOf(rain('pert: [0.1, 0.4, 0.9]')).levers[0]?.distribution).toEqual({ kind: 'pert', low: 0.1, mode: 0.4, high: 0.9 });
    expect(scenarioOf(rain('normal: [0.5, 0.2]')).levers[0]?.distribution).toEqual({ kind: 'normal', mean: 0.5, sd: 0.2 });
    expect(scenarioOf(rain('discrete: [[0, 3], [1, 1]]')).levers[0]?.distribution).toEqual({ kind: 'discrete', values: [[0, 3], [1, 1]] });
    for (const wrong of ['uniform: [0, 2]', 'uniform: [0.9, 0.1]', 'pert: [0.4, 0.1, 0.9]', 'normal: [0.5, -1]', 'normal: [3, 1]', 'discrete: [[0, 0]]', 'discrete: [[2, 1]]', 'discrete: [[0, -1], [1, 2]]']) {
      expect(codes(rain(wrong)).map(([code]) => code)).toEqual(['out-of-range']);
    }
    expect(codes(rain('uniform: [0, 1], pert: [0, 0.5, 1]'))).toEqual([['one-of', 'levers.rain.distribution']]);
    expect(codes(rain(''))).toEqual([['one-of', 'levers.rain.distribution']]);
    expect(codes(rain('triangular: [0, 1]'))).toEqual([['too-few', 'levers.rain.distribution.triangular']]);
  });
  it('is what experts disagree about', () => {
    const view = (more: string): string => `views: { wet: { title: A wet spring, assumed: a try, ${more} } }`;
    expect(scenarioOf(view('source: news, levers: { rain: 0.9 }')).views).toEqual([{ id: 'wet', title: 'A wet spring', source: 'news', levers: { rain: 0.9 }, weight: 1, evidence: { because: [], assumed: 'a try' } }]);
    expect(scenarioOf(view('role: a farmer, weight: 2, levers: { rain: 0.9 }')).views[0]).toMatchObject({ source: 'a farmer', weight: 2 });
    expect(codes(view('levers: { rain: 0.9 }'))).toEqual([['one-of', 'views.wet']]);
    expect(codes(view('source: nwes, levers: { rain: 0.9 }'))).toEqual([['unknown-source', 'views.wet.source']]);
    expect(codes(view('role: a farmer, levers: { rian: 0.9 }'))).toEqual([['unknown-lever', 'views.wet.levers.rian']]);
    expect(codes(view('role: a farmer, levers: { rain: 1.9 }'))).toEqual([['out-of-range', 'views.wet.levers.rain']]);
    expect(codes(view('role: a farmer, levers: {}'))).toEqual([['too-few', 'views.wet.levers']]);
    expect(codes(view('role: a farmer, weight: 0, levers: { rain: 0.9 }'))).toEqual([['out-of-range', 'views.wet.weight']]);
  });
  it('is kept apart from worth: raw worth has no bounds', () => {
    const lines = 'parties: { south: { worth: { toll: { scores: { none: 300, north: -2.5 } } } } }';
    expect(codes(lines).map(([code]) => code)).toEqual(['out-of-range', 'out-of-range']);
    expect(scenarioOf(`normalise: false\n${lines}`)).toMatchObject({ normalise: false });
    expect(scenarioOf().normalise).toBe(true);
  });
});
