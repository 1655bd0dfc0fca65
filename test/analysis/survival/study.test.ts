/** What is simulated lasts as long as the figures say that it was drawn from, and as long as the terms make it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { normalQuantile } from '../../../engine/chance/normal.ts';
import { kaplanMeier, playCells, survivalAt, survivalStudy, type Scenario, type Survival } from '../../../engine/index.ts';
import { edit, scenarioFrom, SMALLEST, TWO_TRACKS } from '../../helpers/world.ts';

/** Every survival curve of the published figures that ship, as a scenario takes it in. */
const figures = (parse(readFileSync('scenarios/figures.yaml', 'utf8')) as { figures: Record<string, { title: string; source: string; survival?: Record<string, number> }> }).figures;
const curves = Object.keys(figures).filter((id) => figures[id]?.survival !== undefined);
const listed = JSON.stringify(Object.fromEntries(curves.map((id) => [id, { status: 'computed', ...figures[id] }])));

/** Two parties that sign soon, and an agreement whose end is drawn from a figure. */
const world = (peace: string): Scenario => scenarioFrom(edit(SMALLEST, ['most: Most, half: Half', 'most: Most, half: { title: Half, brings: ceasefire }'], ['outcomes:', `figures: ${listed}\npeace: ${peace}\noutcomes:`]));

async function lasting(scenario: Scenario, runs: number, of: Survival['of']): Promise<Survival> {
  const study = survivalStudy({ scenario, runs });
  const played = await playCells([scenario], study.cells, { seed: 'lasting', measures: study.measures, texts: study.texts });
  const found = study.evaluate(played ?? []).find((each) => each.of === of);
  if (found === undefined) throw new Error('nothing lasted');
  return found;
}

describe('agreements', () => {
  it.each(curves)('last as %s has it, at each time that it lists: inside the band that holds at all of them together in 95 of 100 cases', async (id) => {
    const { all, times, figures: beside } = await lasting(world(`{ agreement: { figure: ${id}, assumed: test }, horizon: 20 years }`), 1500, 'agreement');
    expect(all.spells).toBeGreaterThan(700);
    const points = beside.find(({ drawnFrom }) => drawnFrom)?.points ?? [];
    expect(points.length).toBeGreaterThan(1);
    // Bonferroni: all listed times are asked at once.
    const z = normalQuantile(1 - 0.025 / points.length);
    const scaled = kaplanMeier(spellsFrom(all), z);
    for (const { days, survival } of points) {
      const there = survivalAt(scaled, days, z);
      expect(times).toContain(days);
      expect(there?.low, `${id} after ${days} days`).toBeLessThanOrEqual(survival);
      expect(there?.high, `${id} after ${days} days`).toBeGreaterThanOrEqual(survival);
      // The band says something: it is no wider than a tenth.
      expect((there?.high ?? 1) - (there?.low ?? 0)).toBeLessThan(0.13);
    }
  });
  it('would be seen outside of the band of another figure', async () => {
    const { all } = await lasting(world('{ agreement: { figure: fortna-settlements, assumed: test }, horizon: 5 years }'), 1500, 'agreement');
    const other = figures['fortna-truces']?.survival?.['1 year'] ?? NaN;
    expect(survivalAt(all.curve, 365.25)?.low).toBeGreaterThan(other);
  });
  it('last longer under terms whose hazard is lower, told apart by those terms', async () => {
    const { groups, all } = await lasting(world('{ agreement: { rate: 0.5 / year, assumed: test, ratios: [{ when: { share: half }, ratio: 0.3, assumed: test }] }, horizon: 5 years }'), 1500, 'agreement');
    expect(groups.every(({ issue }) => issue === 'share')).toBe(true);
    expect(groups.reduce((sum, { spells }) => sum + spells, 0)).toBe(all.spells);
    const of = (option: string): number => survivalAt(groups.find((group) => group.option === option)?.curve ?? kaplanMeier([]), 365.25)?.survival ?? NaN;
    expect(of('half')).toBeCloseTo(Math.exp(-0.15), 1);
    expect(all.at.every((at) => at !== null && at.atRisk <= all.spells)).toBe(true);
  });
});

describe('truces', () => {
  it('are followed from the first of a run until it breaks or the run ends', async () => {
    const scenario = scenarioFrom(TWO_TRACKS);
    const study = survivalStudy({ scenario, runs: 300 });
    const [played] = (await playCells([scenario], study.cells, { seed: 'truces', measures: [...study.measures, 'truces_broken', 'rounds'], texts: study.texts })) ?? [];
    const [days, censored, , , broken, rounds] = played?.measures ?? [];
    const terms = played?.texts[scenario.issues.findIndex(({ id }) => id === 'fire')] ?? [];
    let [broke, held] = [0, 0];
    for (const [run, lasted] of (days ?? []).entries()) {
      if (Number.isNaN(lasted)) continue;
      expect(censored?.[run]).toBe((broken?.[run] ?? 0) > 0 ? 0 : 1);
      expect(lasted).toBeLessThanOrEqual(7 * (rounds?.[run] ?? 0));
      // What was in force when it began, though a break has taken it back since.
      expect(['sea', 'all']).toContain(terms[run]);
      if (censored?.[run] === 0) broke++;
      else held++;
    }
    expect(broke).toBeGreaterThan(10);
    expect(held).toBeGreaterThan(10);
  });
});

/** The spells behind a curve, so that it can be drawn with other intervals. */
function spellsFrom({ curve, spells }: Survival['all']): readonly { readonly days: number; readonly ended: boolean }[] {
  const ended = curve.steps.flatMap(({ days, ended: many }) => Array.from({ length: many }, () => ({ days, ended: true })));
  const left = new Map<number, number>();
  for (const { days } of ended) left.set(days, (left.get(days) ?? 0) + 1);
  const censored = Array.from(curve.lengths).flatMap((days) => {
    const many = left.get(days) ?? 0;
    if (many === 0) return [{ days, ended: false }];
    left.set(days, many - 1);
    return [];
  });
  if (ended.length + censored.length !== spells) throw new Error('spells were lost');
  return [...ended, ...censored];
}
