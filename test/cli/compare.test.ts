/** `winset compare`: what differs in the words of the scenario, which runs changed sides, and whether it is more than luck. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { comparePage } from '../../cli/views/plain/compare.ts';
import { differenceWords } from '../../cli/views/plain/compare-words.ts';
import { verdict } from '../../cli/views/plain/paired.ts';
import { UNPAINTED } from '../../cli/views/plain/paint.ts';
import { differencesBetween, paired } from '../../engine/index.ts';
import { edit, scenarioFrom } from '../helpers/world.ts';
import { folder, winset } from './fake-io.ts';
import { poisoned, SENT } from './poisoned.ts';
import { RICH } from './rich.ts';

const place = folder();
afterAll(place.remove);
const write = (name: string, text: string): string => {
  writeFileSync(place.file(name), text);
  return place.file(name);
};
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');
const tutorial = readFileSync('scenarios/tutorial.yaml', 'utf8');
const edited = write('edited.yaml', edit(tutorial, ['0.56 + 0.15 * drought', '0.36 + 0.15 * drought'], ['weary: { to: half, chance: 0.3 }', 'weary: { to: half, chance: 0.6 }'], ['no-foreign-dam:', 'own-dam:']));
const retitled = write('retitled.yaml', edit(tutorial, ['A storm fills the river', 'A gale fills the river'], ['an ordinary spring', 'a usual spring']));
const broken = write('broken.yaml', edit(tutorial, ['standing: none', 'standing: nothing']));
const rich = write('rich.yaml', RICH);

async function said(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await winset(['compare', ...words]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}
const json = async (...words: readonly string[]): Promise<Record<string, unknown>> => JSON.parse(await said(...words, '--json')) as Record<string, unknown>;

describe('compare', () => {
  it('tells an edit in the words of the scenario, and what it changes', async () => {
    const out = flat(await said('tutorial', edited, '-n', '60'));
    for (const part of [
      '- The upper village, walk-away value: 0.56 + 0.15 * drought - 0.2 * fatigue → 0.36 + 0.15 * drought - 0.2 * fatigue',
      '- The upper village, stance on “Who gets the water”, state “The water is ours”, moves to “Half each will do” when Weary of the quarrel (the upper village) is above 50 %, chance: 0.3 → 0.6',
      '- The lower village, red line “No dam that the other village runs alone”: gone',
      'How 60 runs ended under A and under B, with the same luck',
      'The season ends without a signature → They sign (first: run ',
      'The difference is more than luck: “They sign” is more frequent under B',
      `Again: winset compare tutorial ${edited} --seed 1 --runs 60`,
    ]) expect(out).toContain(part);
  });
  it.each([['tutorial', 'tutorial'], ['tutorial', './scenarios/tutorial.yaml']])('of %s with %s is exactly nothing', async (one, other) => {
    const out = await said(one, other, '-n', '20');
    expect(out).toContain('The two are the same: they differ by exactly nothing.');
    expect(out).toContain('exactly\n');
    const result = await json(one, other, '-n', '20');
    expect(result).toMatchObject({ same: true, alike: 20, edits: [], crossings: [], beyondLuck: [], differences: [{ difference: 0, low: 0, high: 0 }, { difference: 0, low: 0, high: 0 }] });
  });
  it('knows what no run reads', async () => {
    const out = flat(await said('tutorial', retitled, '-n', '20'));
    expect(out).toContain('Nothing that bears on a run.');
    expect(out).toContain('Event “A storm fills the river”, title: “A storm fills the river” → “A gale fills the river”');
    expect(out).toContain('Lever “How dry the spring is”, rests on: in other words');
    expect(out).toContain('the outcomes differ by exactly nothing.');
  });
  it('sets a lever on one side, and counts it among what differs', async () => {
    const out = await said('tutorial', '--set-b', 'drought=0.9', '-n', '30');
    expect(flat(out)).toContain('- Lever “How dry the spring is”: 0.4 → 0.9');
    expect(out).toContain('with drought=0.9.');
    expect(out).toContain('Again: winset compare tutorial --seed 1 --runs 30 --set-b drought=0.9\n');
    expect((await said('tutorial', '--set-b', 'drought=0.9', '-n', '30'))).toBe(out);
    expect(await json('tutorial', '--set-a', 'drought=0.7', '--set-b', 'drought=0.7', '-n', '5')).toMatchObject({ same: true, edits: [] });
  });
  it('has the shares of two batches', async () => {
    const result = await json('tutorial', edited, '-n', '40', '--set', 'drought=0.2', '--seed', 'x');
    for (const [side, name] of [['first', 'tutorial'], ['second', edited]] as const) {
      const batch = JSON.parse((await winset(['batch', name, '-n', '40', '--set', 'drought=0.2', '--seed', 'x', '--json'])).out) as { outcomes: { id: string; count: number }[] };
      const outcomes = result['differences'] as Record<'first' | 'second', { count: number }>[];
      expect(outcomes.map((one) => one[side].count)).toEqual(batch.outcomes.map((one) => one.count));
      expect(result[side]).toMatchObject({ name, scenario: 'tutorial', levers: { drought: 0.2 } });
    }
    expect(Object.keys(result)).toEqual(['winset', 'first', 'second', 'seed', 'runs', 'vary', 'view', 'edits', 'same', 'alike', 'beyondLuck', 'differences', 'crossings']);
    for (const one of result['differences'] as { low: number; difference: number; high: number }[]) expect(one.low <= one.difference && one.difference <= one.high).toBe(true);
  });
  it('takes a day, a view and draws for both sides', async () => {
    const out = flat(await said(rich, '--from', '2025-02-17', '--view', 'hopeful', '--vary', '--set-b', 'weather=0.9', '-n', '5'));
    expect(out).toContain('from Mon 17 Feb 2025');
    expect(out).toContain('--from 2025-02-17 --seed 1 --runs 5 --view hopeful --vary --set-b weather=0.9');
    expect(await json(rich, '--view', 'hopeful', '--set-b', 'weather=0.9', '-n', '5')).toMatchObject({ view: 'hopeful', first: { levers: { aid: 0.9, weather: 0.5 } }, second: { levers: { aid: 0.9, weather: 0.9 } }, edits: [{ path: 'levers.weather.value' }] });
  });
  it.each([40, 60, 80])('fits %i columns', async (columns) => {
    for (const pair of [['tutorial', edited], ['london-april', 'ukraine-2025']] as const) {
      const { out } = await winset(['compare', ...pair.map((one) => (one === edited ? 'edited.yaml' : one)), '-n', '2'], { columns, cwd: place.path });
      expect(out.split('\n').filter((line) => !line.startsWith('Again: ') && [...line].length > columns)).toEqual([]);
    }
  });
  it('stops on an interruption with nothing half-said', async () => {
    const stop = new AbortController();
    stop.abort('interrupt');
    expect(await winset('compare tutorial tutorial', { stop })).toEqual({ code: 130, out: '', err: '' });
  });
});

describe('what differs in words', () => {
  it.each([
    ['accepts: [coast, joint]', 'accepts: [joint]', 'The coast, stance on “The lighthouse”, state “Run together”, accepts: no longer “The coast keeps it”'],
    ['accepts: [coast, joint]', 'accepts: [coast, joint, island]', 'The coast, stance on “The lighthouse”, state “Run together”, accepts: also “Handed to the island”'],
    ['accepts: [coast, joint]', 'accepts: [coast, island]', 'The coast, stance on “The lighthouse”, state “Run together”, accepts: “The coast keeps it” and “Run together” → “The coast keeps it” and “Handed to the island”'],
    ['signs: [coast, island]', 'signs: [island, coast]', 'Stage “An agreement on the strait”, who signs: the coast and the island → the island and the coast'],
    ['takes: 1 week', 'takes: 2 weeks', 'The coast, its vote at home, takes: 1 week → 2 weeks'],
    ['over: 2 years', 'over: 3 years', 'The island, looking ahead, how far: 2 years → 3 years'],
    ['never: { light: island }', 'never: { light: [joint, island] }', 'The coast, red line “No handover of the lighthouse”, what it never signs: The lighthouse: “Handed to the island” → The lighthouse: “Run together” or “Handed to the island”'],
    ['ratio: 0.6', 'ratio: 0.5', 'How an agreement breaks, with Patrols: “Shared patrols”, ratio: 0.6 → 0.5'],
    ['ceasefire: { rate: 0.4 / year', 'ceasefire: { rate: 0.3 / year', 'How a ceasefire breaks, base, rate: 0.4 a year → 0.3 a year'],
    ['light: { weight: 60', 'light: { weight: 70', 'The coast, worth of “The lighthouse”, weight: 60 → 70'],
    ['island: 10 }, because: ["A.1"]', 'island: 10 }, because: ["A.2"]', 'The coast, worth of “The lighthouse”, rests on: A.1; rest assumed → A.2; rest assumed'],
    ['refused: -0.03', 'refused: -0.05', 'The envoy, pressure “Patience”, when a text was refused, what is added: -0.03 → -0.05'],
    ['rises: { 0.5: tired }', 'rises: { 0.6: tired }', 'The coast, pressure “Cost of the quarrel”, threshold “tired”, at: 0.5 → 0.6'],
    ['hazard: 1.4', 'hazard: 1.2', 'Stage “An agreement on the strait”, leverage on the coast, hazard: 1.4 → 1.2'],
  ])('%s → %s', (before, after, words) => {
    const [one, other] = [scenarioFrom(RICH), scenarioFrom(edit(RICH, [before, after]))] as const;
    const said = differencesBetween(one, other).map((each) => differenceWords(each, one, other));
    expect(said.some((line) => line.startsWith(words)), said.join('\n')).toBe(true);
  });
});

describe('mistakes', () => {
  it.each([
    ['compare', 'Name a scenario'],
    ['compare tutorial', 'winset compare tutorial --set-b lever=value'],
    ['compare tutorial --set drought=0.3', 'change a lever on one side'],
    ['compare tutoral tutorial', 'Did you mean tutorial?'],
    ['compare tutorial tutoral', 'Did you mean tutorial?'],
    ['compare tutorial tutorial tutorial', 'one word too many'],
    ['compare tutorial --set-b drougt=1', 'Did you mean drought?'],
    ['compare tutorial --set-a drought', '--set-a takes lever=value'],
    ['compare tutorial --set-b drought=2', 'goes from 0 to 1'],
    ['compare tutorial --set-b', '--set-b needs a value'],
    ['compare tutorial --set drought=0.1 --set-b drought=0.2', 'set more than once'],
    ['compare tutorial london-april --set drought=0.1', 'no lever “drought”'],
    ['compare ukraine-2025 tutorial --from 2025-03-01 --view nobody', 'no view “nobody”'],
    ['compare tutorial tutorial --view x', 'has no views'],
    ['compare tutorial tutorial --from 2020-01-01', 'Did you mean 2024-03-01?'],
    ['compare tutorial tutorial -n 0', 'from 1 to'],
    ['compare tutorial tutorial --set-c drought=1', 'Did you mean --set-'],
    ['batch tutorial --set-a drought=1', 'It does not take --set-a'],
  ])('winset %s', async (line, says) => {
    const { code, out, err } = await winset(line);
    expect(err).toContain(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
  it('in a file are its problems, on either side', async () => {
    for (const pair of [[broken, 'tutorial'], ['tutorial', broken]]) {
      const { code, out, err } = await winset(['compare', ...pair]);
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toContain('has a problem');
    }
  });
});

describe('the verdict', () => {
  const outcome = { id: 'a', title: 'Peace', onlyFirst: 0, onlySecond: 0, difference: 0.1, low: 0, high: 0, first: { count: 0, share: 0, low: 0, high: 1 }, second: { count: 0, share: 0, low: 0, high: 1 } };
  const result = { runs: 100, alike: 90, crossings: [], outcomes: [outcome] };
  it('says plainly what is known', () => {
    expect(verdict({ found: [], same: true, beyond: [], result })).toContain('exactly nothing');
    expect(verdict({ found: [], same: false, beyond: [], result: { ...result, alike: 100 } })).toContain('not ruled out');
    expect(verdict({ found: [], same: false, beyond: [], result })).toContain('no more than luck could make it');
    expect(verdict({ found: [], same: false, beyond: ['a'], result })).toBe('The difference is more than luck: “Peace” is more frequent under B.');
  });
});

describe('hostile titles', () => {
  it('are harmless here', async () => {
    const plainly = scenarioFrom(RICH);
    const hostile = poisoned(plainly);
    const bare = { ...hostile, levers: [], views: [], gauges: [], events: [], tracks: [], parties: hostile.parties.map((party) => ({ ...party, redLines: [], stances: [], bonds: [], leaves: null, ratifies: null, looksAhead: null, gauges: [] })) };
    const result = await paired(plainly, plainly, { seed: '1', runs: 2 });
    if (result === null) throw new Error('it was not stopped');
    const outcomes = result.outcomes.map((one) => ({ ...one, title: `${one.title}\u001b[2J` }));
    const crossings = [{ from: 'lasting', to: 'none\u202e', count: 3, run: 1 }];
    const asked = { from: undefined, view: undefined, vary: undefined, set: ['a=1\u001b[2J'], setA: [], setB: [] };
    for (const [one, other] of [[plainly, hostile], [hostile, bare], [bare, hostile]] as const) {
      const found = differencesBetween(one, other);
      expect(found.length).toBeGreaterThan(10);
      for (const each of found) expect(differenceWords(each, one, other)).not.toMatch(SENT);
      const side = (scenario: typeof hostile) => ({ name: 'x\u001b[2J', scenario, levers: {} });
      const page = comparePage({ sides: [side(one), side(other)], found, result: { ...result, outcomes, crossings }, same: false, beyond: ['lasting'], seed: '1\u001b', asked }, { width: 80, paint: UNPAINTED });
      expect(page).toContain('[2J');
      expect(page).not.toMatch(SENT);
    }
  });
});
