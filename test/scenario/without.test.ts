/** A scenario without one of its sources: what that leaves, and what it says of it. */
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../engine/scenario/problem.ts';
import { readScenarioText } from '../../engine/scenario/read.ts';
import type { ReadResult } from '../../engine/scenario/read.ts';
import { GOOD } from './helpers.ts';

const LINES = `extends: good.yaml
sources: { herald: { title: The herald, date: 2024-02-25 } }
claims:
  "herald.1": { says: The south will pay no toll., voice: unnamed, date: 2024-02-25 }
  "herald.2": { says: The north is cold., voice: reporter, date: 2024-02-25 }
views: { wet: { title: A wet spring, source: herald, levers: { rain: 0.9 }, assumed: size ours } }
parties:
  north:
    walk-away: { because: ["herald.2"] }
    red-lines: { no-bare-bridge: { because: ["news.1", "herald.2"] } }
  south:
    red-lines: { no-toll: { title: No toll, never: { toll: north }, because: ["herald.1"] } }
    stances: { toll: { start: low, states: { low: { accepts: [none], on: { riots: { to: high, because: ["herald.2"] } } }, high: { accepts: [none, shared] } }, because: ["herald.1", "news.1"] } }
`;
type Read = Extract<ReadResult, { ok: true }>;
function without(ids: readonly string[], more = ''): Read {
  const result = readScenarioText(LINES + more, { file: GOOD.replace('good.yaml', 'variant.yaml'), without: ids });
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result;
}

describe('without a source', () => {
  it('nothing changes if none is struck out', () => {
    expect(without([]).struck).toEqual([]);
  });
  it('its claims are gone, and what has no others is told', () => {
    const { scenario, struck } = without(['herald.1']);
    expect(struck).toEqual([{ path: 'parties.south.red-lines.no-toll', what: 'red line: No toll (The south)', lost: ['herald.1'], left: 'nothing', removed: true }]);
    expect(scenario.claims.map(({ id }) => id)).toEqual(['news.1', 'herald.2']);
    expect(scenario.parties[1]?.redLines).toEqual([]);
    expect(scenario.parties[1]?.stances[0]?.evidence.because).toEqual(['news.1']);
  });
  it('what has an assumption stays; a view goes with its source', () => {
    const { scenario, struck } = without(['herald']);
    expect(struck.map(({ path, left, lost }) => [path, left, lost])).toEqual([
      ['parties.north.walk-away', 'assumed', ['herald.2']],
      ['parties.south.red-lines.no-toll', 'nothing', ['herald.1']],
      ['parties.south.stances.toll.states.low.on.riots', 'nothing', ['herald.2']],
      ['views.wet', 'nothing', ['herald']],
    ]);
    expect(scenario.views).toEqual([]);
    expect(scenario.parties[0]).toMatchObject({ walkAway: { evidence: { because: [], assumed: 'it can wait' } }, redLines: [{ id: 'no-bare-bridge', evidence: { because: ['news.1'] } }] });
  });
  it('what others name cannot go, and says that it was kept', () => {
    const more = 'outcomes: [{ id: firm, title: The south is firm, when: "south.line.no_toll == \'held\'" }, { id: other, title: Other, otherwise: true }]\n';
    const { scenario, struck } = without(['herald'], more);
    expect(struck.map(({ path, removed }) => [path, removed])).toEqual([
      ['parties.north.walk-away', false], ['parties.south.red-lines.no-toll', false], ['parties.south.stances.toll.states.low.on.riots', true], ['views.wet', true],
    ]);
    expect(scenario.parties[1]?.redLines[0]?.evidence).toEqual({ because: [], assumed: 'kept although its source was struck out' });
  });
  it('leaves a scenario of another hash, and what is named must be there', () => {
    expect(without(['herald.1']).scenario.hash).not.toBe(without([]).scenario.hash);
    expect(readScenarioText(LINES, { file: GOOD, without: ['herold'] })).toMatchObject({ ok: false });
    const result = readScenarioText(LINES, { file: GOOD.replace('good.yaml', 'variant.yaml'), without: ['herold'] });
    expect(result.ok ? [] : result.problems).toMatchObject([{ code: 'unknown-source', hint: 'did you mean "herald"?' }]);
  });
});
