/** What differs between two scenarios: by ids, nothing overlooked, and nothing where only the writing differs. */
import { describe, expect, it } from 'vitest';
import { beyondLuck, differencesBetween } from '../../engine/index.ts';
import type { PairedResult, Scenario } from '../../engine/index.ts';
import { pair } from '../helpers/pairs.ts';
import { edit, modelFrom, scenarioFrom, SMALLEST } from '../helpers/world.ts';
import { RICH } from '../cli/rich.ts';

const rich = scenarioFrom(RICH);
const small = scenarioFrom(SMALLEST);
const between = (text: string, ...changes: readonly (readonly [string, string])[]) => differencesBetween(scenarioFrom(text), scenarioFrom(edit(text, ...changes)));
const short = (found: ReturnType<typeof differencesBetween>) => found.map(({ path, change, plays }) => [path, change, plays]);

/** The scenario with one of its values changed, once for each value in it. */
function* mutants(scenario: Scenario): Generator<{ readonly at: string; readonly mutant: Scenario }> {
  const paths: string[][] = [];
  const walk = (node: unknown, path: string[]): void => {
    if (typeof node === 'object' && node !== null) for (const [key, child] of Object.entries(node)) walk(child, [...path, key]);
    else if (node !== null) paths.push(path);
  };
  walk(scenario, []);
  for (const path of paths) {
    const mutant = structuredClone(scenario);
    let node = mutant as unknown as Record<string, unknown>;
    for (const key of path.slice(0, -1)) node = node[key] as Record<string, unknown>;
    const last = path.at(-1) ?? '';
    const old = node[last];
    node[last] = typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${String(old)}-x`;
    yield { at: path.join('.'), mutant };
  }
}

describe('what differs', () => {
  it('is nothing between a scenario and itself, read twice', () => {
    expect(differencesBetween(rich, scenarioFrom(RICH))).toEqual([]);
  });
  it('is nothing where only blanks, brackets and the order of terms differ', () => {
    expect(between(RICH, ['0.5 - 0.3 * cost', '0.5  -  (0.3 * cost)'], ['{ light: joint, patrol: none }', '{ patrol: none,   light: joint }'])).toEqual([]);
  });
  it('is found by id, with its kind and both values', () => {
    const [only, ...others] = between(SMALLEST, ['walk-away: { value: 0.3, assumed: test }\n    stances', 'walk-away: { value: 0.6, assumed: test }\n    stances']);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ path: 'parties.north.walk-away.value', change: 'changed', plays: true, before: { is: 'expression', of: '0.3' }, after: { is: 'expression', of: '0.6' } });
    expect(only?.steps).toEqual([{ list: 'parties', id: 'north', title: 'North' }, { field: 'walkAway' }, { field: 'value' }]);
  });
  it.each([
    [['    red-lines: { dignity:', '    red-lines: { pride:'], ['pressed.dignity', 'pressed.pride'], [['parties.south.red-lines.dignity', 'gone', true], ['parties.south.red-lines.pride', 'added', true]]],
    [['half: 50, little: 25', 'half: 55, little: 25'], ['Five steps', 'Five Steps'], [['parties.north.worth.share.scores.half', 'changed', true]]],
    [['title: A storm', 'title: A gale'], ['- { id: deal, title: They', '- { id: deal, title: Both'], [['events.storm.title', 'changed', false], ['outcomes.deal.title', 'changed', false]]],
    [['chance: 0.2 / week', 'chance: 0.2 / month'], ['north.fatigue: 0.1', 'north.fatigue: 0.2'], [['events.storm.chance', 'changed', true], ['events.storm.moves.north.fatigue.adds', 'changed', true]]],
  ] as const)('%j and %j', (one, other, found) => {
    expect(short(between(SMALLEST, one, other))).toEqual(found);
  });
  it('may be the order of things alone', () => {
    const turned = { ...small, parties: small.parties.toReversed() };
    expect(short(differencesBetween(small, turned))).toEqual([['parties', 'order', true]]);
  });
  it('may be a whole part that one of them has', () => {
    const mute = { ...rich, mediator: null, parties: rich.parties.map((party) => ({ ...party, ratifies: null })) };
    expect(short(differencesBetween(rich, mute))).toEqual([['parties.coast.ratifies', 'gone', true], ['mediator', 'gone', true]]);
    expect(short(differencesBetween(mute, rich)).map(([, change]) => change)).toEqual(['added', 'added']);
  });
  it('overlooks no value of the format', () => {
    const unseen = [...mutants(rich)].filter(({ mutant }) => differencesBetween(rich, mutant).length === 0).map(({ at }) => at);
    // Told elsewhere: name and hash of the file, the days it is meant for; an expression is its tree, and neither its text nor its type.
    expect(unseen.filter((at) => !/^(?:id|hash|title|starts\.\d+|calendar\.start)$|\.(?:text|type)$/u.test(at))).toEqual([]);
  });
});

describe('more than luck', () => {
  const result = (runs: number, cells: readonly (readonly [number, number])[]): PairedResult => ({
    runs, alike: 0, crossings: [],
    outcomes: cells.map(([onlyFirst, onlySecond], at) => ({ id: `o${at}`, title: '', onlyFirst, onlySecond, difference: 0, low: 0, high: 0, first: { count: 0, share: 0, low: 0, high: 1 }, second: { count: 0, share: 0, low: 0, high: 1 } })),
  });
  it('is asked of all outcomes together', () => {
    expect(beyondLuck(result(1000, [[0, 6], [6, 0]]))).toEqual(['o0', 'o1']);
    expect(beyondLuck(result(1000, [[0, 6], [3, 0], [2, 0], [1, 0]]))).toEqual([]);
    expect(beyondLuck(result(1000, [[0, 60], [30, 0], [30, 0], [10, 10]]))).toEqual(['o0', 'o1', 'o2']);
    expect(beyondLuck(result(0, [[0, 0]]))).toEqual([]);
  });
  it('is seldom found where there is nothing but luck', async () => {
    // Each side of a coin as likely: 400 samples of 100 runs, of which some end otherwise, among four outcomes.
    let state = 7;
    const uniform = (): number => { state = (state * 48_271) % 2_147_483_647; return state / 2_147_483_647; };
    let wrong = 0;
    for (let sample = 0; sample < 400; sample++) {
      const cells = [[0, 0], [0, 0], [0, 0], [0, 0]] as [number, number][];
      for (let run = 0; run < 100; run++) {
        const [one, other] = [Math.floor(uniform() * 4), Math.floor(uniform() * 4)];
        if (one !== other) { cells[one][0]++; cells[other][1]++; }
      }
      if (beyondLuck(result(100, cells)).length > 0) wrong++;
    }
    expect(wrong / 400).toBeLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / 400));
    expect(wrong).toBeGreaterThan(0);
  });
});

describe('runs that changed sides', () => {
  it('are counted from what to what, and one of each is named', async () => {
    const [first, second] = [modelFrom(SMALLEST), modelFrom(edit(SMALLEST, ['walk-away: { value: 0.3, assumed: test }\n    stances', 'walk-away: { value: 0.6, assumed: test }\n    stances']))];
    const { runs, alike, crossings, outcomes } = await pair(first, second, { seed: '3', runs: 60 });
    expect(crossings.reduce((sum, one) => sum + one.count, 0)).toBe(runs - alike);
    for (const one of outcomes) {
      expect(crossings.filter(({ from }) => from === one.id).reduce((sum, { count }) => sum + count, 0)).toBe(one.onlyFirst);
      expect(crossings.filter(({ to }) => to === one.id).reduce((sum, { count }) => sum + count, 0)).toBe(one.onlySecond);
    }
    expect((await pair(first, first, { seed: '3', runs: 20 })).crossings).toEqual([]);
  });
  it('may come from a lever that is set on the second side alone', async () => {
    const model = modelFrom(SMALLEST);
    const { outcomes } = await pair(model, model, { seed: '3', runs: 60, levers: { pace: 0 }, secondLevers: { pace: 0.2 } });
    const alone = await pair(model, model, { seed: '3', runs: 60, levers: { pace: 0.2 } });
    expect(outcomes.map((one) => one.second.count)).toEqual(alone.outcomes.map((one) => one.first.count));
  });
});
