/** What red lines, stances and links cost: designs, and what is read from their runs. */
import { describe, expect, it } from 'vitest';
import { analyze, cellsOf, compile, costDesign, costsFrom, pairDesign, pairsFrom, playCells, THING_KINDS, type CellRuns, type CostDesign, type Costs, type Scenario } from '../../engine/index.ts';
import { effectOf } from '../../engine/analysis/costs/effect.ts';
import { bondAbsolute, eventHeldBack, lineAbsolute, lineWaived, moveHeldBack, stanceAbsolute, stanceWaived } from '../../engine/analysis/variants/variants.ts';
import { playRun } from '../../engine/run/kernel.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { edit, scenarioFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const LINKED = edit(SMALLEST,
  ['    worth: { share: { weight: 1, scores: { all: 0,', '    bonds: { dear: { when: { share: most }, worth: -0.2, assumed: test }, fair: { when: { share: half }, worth: 0.05, assumed: test } }\n    worth: { share: { weight: 1, scores: { all: 0,'],
  ['scores: { all: 0, most: 25, half: 50, little: 75, none: 100 }', 'scores: { all: 0, most: 45, half: 50, little: 75, none: 100 }']);

const RUNS = 60;
async function play(scenarios: readonly Scenario[], { measures, texts }: CostDesign): Promise<readonly CellRuns[]> {
  const played = await playCells(scenarios, cellsOf(scenarios, RUNS, {}), { seed: '1', measures, texts });
  if (played === null) throw new Error('stopped');
  return played;
}
const recordsOf = (scenario: Scenario, run: number): readonly RunRecord[] => {
  const records: RunRecord[] = [];
  playRun(compile(scenario), run, { seed: '1', emit: (record) => { records.push(record); } });
  return records;
};
const signs = (scenario: Scenario, run: number): boolean => recordsOf(scenario, run).some((record) => record.kind === 'settled');

describe('variants of a scenario', () => {
  const scenario = scenarioFrom(TWO_TRACKS);
  const runs = [...Array(25).keys()].map((run) => run + 1);
  const all = (of: Scenario): readonly RunRecord[] => runs.flatMap((run) => recordsOf(of, run));
  it('let a line go: nobody refuses over it', () => {
    const refusals = (of: Scenario): number => all(of).filter((record) => record.kind === 'answer' && record.because.kind === 'red-line').length;
    expect([refusals(scenario) > 0, refusals(lineWaived(lineWaived(scenario, 'west', 'no-cession'), 'guarantor', 'no-war-zone'))]).toEqual([true, 0]);
  });
  it('make a line or a stance absolute: it never moves again', () => {
    const moved = (of: Scenario, chart: string): number => all(of).filter((record) => record.kind === 'moved' && record.chart === chart).length;
    const small = scenarioFrom(edit(SMALLEST, ['never: { share: most }', 'never: { share: [most, half, little] }']));
    expect([moved(small, 'line') > 0, moved(lineAbsolute(small, 'south', 'dignity'), 'line')]).toEqual([true, 0]);
    expect([moved(small, 'stance') > 0, moved(stanceAbsolute(small, 'north', 'share'), 'stance')]).toEqual([true, 0]);
    expect(all(stanceWaived(small, 'north', 'share')).some((record) => record.kind === 'answer' && record.party === 'north' && record.outside.length > 0)).toBe(false);
  });
  it('hold back what happens, and nothing else before it would have', () => {
    const held = eventHeldBack(scenario, 'storm');
    for (const run of runs) {
      const [before, after] = [recordsOf(scenario, run), recordsOf(held, run)];
      const first = before.findIndex((record) => record.kind === 'event' && record.event === 'storm');
      expect(after.slice(0, first < 0 ? after.length : first)).toEqual(first < 0 ? before : before.slice(0, first));
      expect(after.some((record) => record.kind === 'event' && record.event === 'storm')).toBe(false);
    }
    const never = moveHeldBack(scenario, 'east', { kind: 'stance', of: 'land' }, 'ours', 'half');
    expect([all(scenario), all(never)].map((records) => records.some((record) => record.kind === 'moved' && record.party === 'east' && record.to === 'half'))).toEqual([true, false]);
  });
  it('refuse outright what a link makes worse', () => {
    const linked = scenarioFrom(LINKED);
    const over = all(bondAbsolute(linked, 'south', 'dear')).filter((record) => record.kind === 'answer' && record.because.kind === 'red-line' && record.because.line === 'link:dear');
    const texts = all(bondAbsolute(linked, 'south', 'dear')).filter((record) => record.kind === 'settled');
    expect(over.length + texts.length).toBeGreaterThan(0);
    expect(texts.every((record) => record.kind === 'settled' && record.terms['share'] !== 'most')).toBe(true);
  });
  it('of what is not there are refused', () => {
    expect(() => lineWaived(scenario, 'nobody', 'x')).toThrow(RangeError);
    expect(() => lineWaived(scenario, 'west', 'x')).toThrow(RangeError);
    expect(() => stanceWaived(scenario, 'west', 'force')).toThrow(RangeError);
    expect(() => eventHeldBack(scenario, 'x')).toThrow(RangeError);
  });
});

describe('an effect', () => {
  const row = (text: string): Uint8Array => Uint8Array.from(text, Number);
  it('counts the runs that differ, both ways', () => {
    expect(effectOf(row('0011010000'), row('1011000100'), 1)).toMatchObject({ gained: 2, lost: 1, difference: 0.1, share: { count: 4, share: 0.4 }, beyondLuck: false });
  });
  it('that changes nothing is exactly nothing', () => {
    expect(effectOf(row('0110'), row('0110'), 1)).toMatchObject({ difference: 0, low: 0, high: 0, gained: 0, lost: 0, beyondLuck: false });
  });
  it('must be larger to be more than luck the more are asked about', () => {
    const [now, then] = [new Uint8Array(100), Uint8Array.from({ length: 100 }, (_, run) => (run < 9 ? 1 : 0))];
    expect([1, 1000].map((asked) => effectOf(now, then, asked).beyondLuck)).toEqual([true, false]);
  });
});

describe('costs', () => {
  it('are those of run by run, with and without', async () => {
    const scenario = scenarioFrom(LINKED);
    const design = costDesign(scenario, THING_KINDS);
    expect(design.things.map(({ thing, places }) => [thing.kind, thing.of, ...Object.values(places).map((place) => place !== null)])).toEqual([
      ['red-line', 'dignity', true, false, true], ['stance', 'share', true, false, true], ['link', 'dear', true, false, true], ['link', 'fair', true, false, false],
    ]);
    const costs = costsFrom(design, await play(design.scenarios, design));
    const [line] = costs.things;
    const effect = line?.variants.waived?.[0];
    const counts = { gained: 0, lost: 0, now: 0 };
    for (let run = 1; run <= RUNS; run++) {
      const [now, then] = [signs(scenario, run), signs(lineWaived(scenario, 'south', 'dignity'), run)];
      if (now) counts.now++;
      if (then && !now) counts.gained++;
      if (now && !then) counts.lost++;
    }
    expect([costs.measures[0]?.asItIs.count, effect?.gained, effect?.lost]).toEqual([counts.now, counts.gained, counts.lost]);
    expect(costs.measures.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['signed deal', 'outcome deal', 'outcome none']);
    for (const one of costs.things) expect([one.variants.waived?.[0]?.difference, one.variants.waived?.[2]?.difference]).toEqual([one.variants.waived?.[1]?.difference, 0 - (one.variants.waived?.[1]?.difference ?? 0)]);
  });
  it('of a line that never bites are exactly nothing, and of a bluff tell what it would be if it were meant', async () => {
    const never = lineWaived(scenarioFrom(SMALLEST), 'south', 'dignity');
    const costsOf = async (scenario: Scenario): Promise<Costs> => { const design = costDesign(scenario, ['red-line']); return costsFrom(design, await play(design.scenarios, design)); };
    const [idle] = (await costsOf(never)).things;
    for (const effect of idle?.variants.waived ?? []) expect(effect).toMatchObject({ difference: 0, low: 0, high: 0 });
    const [bluff] = (await costsOf(scenarioFrom(edit(SMALLEST, ['never: { share: most }, states', 'never: { share: [most, half, little] }, held: false, states'])))).things;
    expect(bluff?.variants.held?.[0]?.lost).toBeGreaterThan(0);
  });
  it('of pairs count the runs that neither opens alone', async () => {
    const two = scenarioFrom(edit(SMALLEST, ['red-lines: { dignity: { title: Not all to the north, never: { share: most }, states: { held: { on: { pressed.dignity: { to: waived, chance: 0.3 } } }, waived: {} }, assumed: test } }', 'red-lines: { first: { title: A, never: { share: [most, half] }, assumed: test }, second: { title: B, never: { share: [most, half, little] }, assumed: test } }']));
    const design = costDesign(two, ['red-line']);
    const played = await play(design.scenarios, design);
    const couples = pairDesign(design, played, 6, analyze(compile(two)).stages.flatMap((stage) => stage.openings.ways));
    expect(couples.pairs).toEqual([{ first: 0, second: 1 }]);
    const [pair] = pairsFrom(design, couples, played, await play(couples.scenarios, design));
    const both = lineWaived(lineWaived(two, 'south', 'first'), 'south', 'second');
    const only = [...Array(RUNS).keys()].filter((run) => signs(both, run + 1) && ![two, ...['first', 'second'].map((line) => lineWaived(two, 'south', line))].some((one) => signs(one, run + 1)));
    expect([pair?.first.of, pair?.second.of, pair?.onlyTogether[0]?.count]).toEqual(['first', 'second', only.length]);
    expect(only.length).toBeGreaterThan(0);
  });
});
