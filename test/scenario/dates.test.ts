/** Values by day: three starts give three scenarios, nothing breaks quietly, nothing rests on what nobody had read. */
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../engine/scenario/problem.ts';
import type { Problem } from '../../engine/scenario/problem.ts';
import { readScenarioText } from '../../engine/scenario/read.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import { GOOD, problemsOf, scenarioOf } from './helpers.ts';

const STARTS = 'calendar: { starts: [2024-03-15, 2024-04-01] }\n';
const read = (lines: string, from?: string): ReturnType<typeof readScenarioText> => readScenarioText(`extends: good.yaml\n${lines}`, { file: GOOD.replace('good.yaml', 'variant.yaml'), ...(from === undefined ? {} : { from }) });
function on(lines: string, from: string): Scenario {
  const result = read(lines, from);
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.scenario;
}
function problemsOfText(text: string): readonly Problem[] {
  const result = readScenarioText(text, { file: GOOD.replace('good.yaml', 'variant.yaml') });
  return result.ok ? [] : result.problems;
}
const told = (problems: readonly Problem[]): readonly string[] => problems.map((problem) => `${problem.code} ${problem.path}: ${problem.message}`);

describe('a file with days', () => {
  const lines = `${STARTS}parties:
  north:
    walk-away: { 2024-03-01: { value: 0.4, assumed: at first }, 2024-03-15: { value: 0.3, assumed: later } }
    stances: { toll: { start: { 2024-03-01: ours, 2024-04-01: shared }, states: { ours: { on: { freezing: shared } }, shared: { on: { riots: ours } } } } }
  south:
    red-lines: { no-toll: { title: No toll, never: { toll: north }, assumed: a try, since: 2024-03-15, until: 2024-04-01 } }
events: { flood: { title: A flood, chance: 0.1 / week, assumed: a try, since: 2024-04-01 } }
`;
  const days = ['2024-03-01', '2024-03-15', '2024-04-01'];
  it('is three tables on three starts', () => {
    const three = days.map((day) => on(lines, day));
    expect(three.map(({ from, calendar }) => [from, calendar.start])).toEqual(days.map((day) => [day, day]));
    expect(three.map(({ starts }) => starts)).toEqual([days, days, days]);
    expect(three.map(({ parties }) => parties[0]?.walkAway?.value.text)).toEqual(['0.4', '0.3', '0.3']);
    expect(three.map(({ parties }) => parties[0]?.stances[0]?.start)).toEqual(['ours', 'ours', 'shared']);
    expect(three.map(({ parties }) => parties[1]?.redLines.map(({ id }) => id))).toEqual([[], ['no-toll'], []]);
    expect(three.map(({ events }) => events.map(({ id }) => id))).toEqual([['brawl'], ['brawl'], ['brawl', 'flood']]);
    expect(new Set(three.map(({ hash }) => hash)).size).toBe(3);
  });
  it('starts at its first day, and on any day from then on', () => {
    expect(scenarioOf(lines)).toEqual(on(lines, '2024-03-01'));
    expect(on(lines, '2024-03-20').parties[1]?.redLines).toHaveLength(1);
    expect(on(lines, '2024-03-20').starts).toEqual(days);
    expect(on('', '2024-03-08')).toMatchObject({ from: '2024-03-08', calendar: { start: '2024-03-08', deadlines: [{ id: 'fair', day: 43 }] } });
    expect(read(lines, '2024-02-28')).toMatchObject({ ok: false, problems: [{ code: 'start-too-early', line: 1 }] });
    expect(read(lines, 'tomorrow')).toMatchObject({ ok: false, problems: [{ code: 'bad-date', line: 1 }] });
  });
  it('has the hash of what is in force, and of the day', () => {
    const dated = 'parties: { south: { walk-away: { 2024-03-01: { value: 0.4, assumed: it can wait } } } }';
    expect(scenarioOf(dated).hash).toBe(scenarioOf().hash);
    expect(on('', '2024-03-02').hash).not.toBe(scenarioOf().hash);
  });
  it('may end a value by an empty one, and date lists, expressions and maps of entries', () => {
    const some = `events: { brawl: { when: { 2024-03-01: anger > 0.5, 2024-03-15: ~ } } }
parties: { south: { stances: { 2024-03-15: { toll: { start: low, states: { low: { accepts: { 2024-03-15: [none], 2024-04-01: [none, shared] } } }, assumed: a try } } } } }`;
    expect(on(some, '2024-03-01')).toMatchObject({ events: [{ when: { text: 'anger > 0.5' } }], parties: [{}, { stances: [] }, {}] });
    expect(on(some, '2024-03-20')).toMatchObject({ events: [{ when: null }], parties: [{}, { stances: [{ states: [{ accepts: ['none'] }] }] }, {}] });
    expect(on(some, '2024-04-02')).toMatchObject({ parties: [{}, { stances: [{ states: [{ accepts: ['none', 'shared'] }] }] }, {}] });
  });
  it('lets deadlines that have passed be over', () => {
    const two = 'calendar: { deadlines: { eve: { title: The eve, at: 2024-03-10, because: ["news.1"] } } }';
    expect(scenarioOf(two).calendar.deadlines.map(({ id, day }) => [id, day])).toEqual([['fair', 50], ['eve', 9]]);
    expect(on(two, '2024-03-10').calendar.deadlines.map(({ id }) => id)).toEqual(['fair']);
    expect(told(problemsOf('calendar: { deadlines: { eve: { title: The eve, at: 2024-02-10, because: ["news.1"] } } }'))).toHaveLength(1);
  });
});

describe('a day in another file', () => {
  it('is merged with days, and replaces what has none', () => {
    expect(scenarioOf('parties: { north: { walk-away: { 2024-03-01: { value: 0.3, assumed: by day } } } }').parties[0]?.walkAway?.value.text).toBe('0.3');
    expect(scenarioOf('parties: { north: { walk-away: { value: 0.2 } } }').parties[0]?.walkAway).toMatchObject({ value: { text: '0.2' }, evidence: { assumed: 'it can wait' } });
  });
});

describe('problems of days', () => {
  it('are told for each start, and only of those on which they are', () => {
    expect(told(problemsOf(`${STARTS}tracks: { court: { seats: { 2024-03-01: [north, south, judge], 2024-04-01: [north, judge] } } }`))).toEqual([
      'never-seated stages.quiet.signs.1: "south" signs and sits on no track, so it never meets the others. So it is when it starts on 2024-04-01.',
    ]);
    expect(told(problemsOf(`${STARTS}parties: { north: { stances: { toll: { start: oours } } } }`)).map((one) => one.includes('So it is'))).toEqual([false]);
  });
  it('are not told of what matters on one of the starts', () => {
    const late = `${STARTS}events: { brawl: { breaks-truce: null } }\npeace: { ceasefire: null }\nissues: { calm: { options: { yes: { brings: { 2024-04-01: ceasefire } } } } }\nstages: { quiet: { reopens: true } }`;
    expect(told(problemsOf(late))).toEqual([]);
    expect(told(problemsOf(late.replace('2024-04-01: ceasefire', '2025-04-01: ceasefire')))).toHaveLength(1);
  });
  it('say of a missing name when it is there', () => {
    const lines = `${STARTS}parties: { north: { red-lines: { no-bare-bridge: { since: 2024-03-15 } } } }\noutcomes: [{ id: firm, title: It is firm, when: "north.line.no_bare_bridge == 'held'" }, { id: other, title: Other, otherwise: true }]`;
    expect(told(problemsOf(lines))).toEqual(['absent-then outcomes.0.when: On 2024-03-01 there is no "no-bare-bridge": it begins on 2024-03-15.']);
    expect(told(problemsOf(lines.replace('{ id: firm,', '{ id: firm, since: 2024-03-15,')))).toEqual([]);
  });
  it('know places where a time may not be said', () => {
    expect(told(problemsOf('parties: { north: { walk-away: { since: 2024-03-15 } } }'))).toEqual(['unknown-key parties.north.walk-away.since: "walk-away" has no "since".']);
    expect(told(problemsOf('claims: { "news.1": { since: 2024-03-15 } }'))).toHaveLength(1);
    expect(told(problemsOf('calendar: { start: { 2024-03-01: 2024-03-01 } }'))[0]).toMatch(/^wrong-kind calendar\.start/u);
  });
  it('do not come from what holds nothing on a day', () => {
    const late = 'parties: { south: { bonds: { late: { when: { bridge: open, toll: shared }, worth: 5, assumed: a try, since: 2024-03-15 } } } }\npeace: { ceasefire: { ratios: [{ when: { toll: shared }, ratio: 0.5, assumed: a try, since: 2024-03-15 }] } }';
    expect([scenarioOf(late), on(late, '2024-03-15')].map(({ parties, peace }) => [parties[1]?.bonds.length, peace.ceasefire?.ratios.length])).toEqual([[0, 0], [1, 1]]);
  });
  it('know which files are merged before any day', () => {
    expect(told(problemsOfText('extends: { 2024-03-01: good.yaml }\n')).some((one) => one.startsWith('wrong-kind extends'))).toBe(true);
  });
  it('are few starts', () => {
    expect(told(problemsOf(`calendar: { starts: [${Array.from({ length: 13 }, (_, day) => `2024-03-${String(day + 2).padStart(2, '0')}`).join(', ')}] }`))[0]).toMatch(/^too-long calendar\.starts/u);
  });
  it('know days that are none', () => {
    expect(told(problemsOf(`calendar: { starts: [2024-03-32, 2024-03-15, 2024-03-15] }`)).map((one) => one.split(':')[0])).toEqual(['bad-date calendar.starts.0', 'listed-twice calendar.starts.2']);
    expect(told(problemsOf('events: { brawl: { since: soon } }'))).toEqual(['bad-date events.brawl.since: "since" needs a day of the calendar.']);
    expect(told(problemsOf('parties: { north: { stances: { toll: { start: { 2024-03-01: ours, 2024-13-01: shared } } } } }')).map((one) => one.split(':')[0])).toEqual(['bad-date parties.north.stances.toll.start.2024-13-01']);
  });
});

describe('a claim', () => {
  const late = 'sources: { herald: { title: The herald, date: 2024-03-20 } }\nclaims: { herald.1: { says: The north gives way., voice: reporter, date: 2024-03-18 } }\n';
  const line = (more: string): string => `${late}parties: { south: { red-lines: { no-toll: { title: No toll, never: { toll: north }, ${more} } } } }`;
  it('may carry what begins with it, and nothing that begins before', () => {
    expect(told(problemsOf(line('because: ["herald.1"]')))).toEqual(['claim-too-late parties.south.red-lines.no-toll.because.0: The claim "herald.1" is of 2024-03-18; on 2024-03-01, when the scenario starts, nobody had read it.']);
    expect(told(problemsOf(line('because: ["herald.1"], since: 2024-03-17')))).toEqual(['claim-too-late parties.south.red-lines.no-toll.because.0: The claim "herald.1" is of 2024-03-18; on 2024-03-17, when this begins, nobody had read it.']);
    expect(told(problemsOf(line('because: ["herald.1"], since: 2024-03-18')))).toEqual([]);
    expect(told(problemsOf(line('because: { 2024-03-01: ["news.1"], 2024-03-18: ["herald.1"] }')))).toEqual([]);
    expect(told(problemsOf(line('because: { 2024-03-01: ["herald.1"] }')))).toHaveLength(1);
  });
  it('is looked at on every day of the file, not only on the starts', () => {
    const dated = (day: string): string => `${late}parties: { north: { walk-away: { 2024-03-01: { value: 0.4, assumed: a try }, ${day}: { value: 0.3, because: ["herald.1"], assumed: a try } } } }`;
    expect(told(problemsOf(dated('2024-03-19')))).toEqual([]);
    expect(told(problemsOf(dated('2024-03-17')))).toEqual(['claim-too-late parties.north.walk-away.because.0: The claim "herald.1" is of 2024-03-18; on 2024-03-17, when this begins, nobody had read it.']);
  });
});
