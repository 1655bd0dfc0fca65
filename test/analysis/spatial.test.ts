/** Simple baselines and the group decision model, on the case of the literature and on small ones. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { weightedMean, weightedMedian } from '../../engine/analysis/spatial/baselines.ts';
import { groupDecision } from '../../engine/analysis/spatial/group-decision.ts';
import { nearestOption, spatialIssueOf, type Actor } from '../../engine/analysis/spatial/line.ts';
import { importActors } from '../../engine/exchange/import.ts';
import { readScenario } from '../../engine/index.ts';
import { scenarioOf } from '../exchange/helpers.ts';
import { winset } from '../cli/fake-io.ts';

const FOLDER = fileURLToPath(new URL('../../scenarios/spatial/', import.meta.url));
const read = readScenario(`${FOLDER}emission-standards.yaml`);
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const emission = read.scenario;

/** Scholz, Calbert & Smith 2011: weighted medians and means by round. */
const PUBLISHED = { median: [8.4, 9.9, 9.9, 9.9, 9.9, 7.4, 8.8, 9.6], mean: [7.4, 7.5, 7.6, 7.3, 7.3, 7.4, 7.5, 7.6] };

const actors = (...of: readonly (readonly [position: number, capability: number, salience: number])[]): readonly Actor[] =>
  of.map(([position, capability, salience], at) => ({ id: `a${at}`, name: `A${at}`, position, capability, salience }));
const emissionActors = (): readonly Actor[] => spatialIssueOf(emission)?.actors ?? [];

describe('the simple baselines', () => {
  it('are those published for the emission standards', () => {
    expect(emissionActors()).toHaveLength(10);
    expect(weightedMean(emissionActors())).toBeCloseTo(7.39, 3);
    expect(weightedMedian(emissionActors())).toBe(7);
  });
  it('weigh by capability times salience', () => {
    const three = actors([0, 1, 0.5], [10, 0.5, 0.5], [20, 1, 0]);
    expect(weightedMean(three)).toBeCloseTo(10 / 3, 12);
    expect(weightedMedian(three)).toBe(0);
    expect(weightedMedian(actors([0, 1, 1], [10, 1, 1]))).toBe(5);
    expect(weightedMedian(actors([3, 1, 1], [1, 1, 1], [8, 1, 1]))).toBe(3);
  });
  it('belong to one issue that is a quantity', () => {
    const issue = emission.issues[0];
    expect(issue && nearestOption(issue, 7.39)).toBe('at-7-3');
    expect(spatialIssueOf({ ...emission, issues: emission.issues.map((each) => ({ ...each, options: each.options.map(({ id, title, performedBy }) => ({ id, title, performedBy })) })) })).toBeNull();
  });
});

describe('the group decision model', () => {
  it('is as far from the published rounds as scenarios/spatial/README.md says', () => {
    const rounds = groupDecision(emissionActors(), { rounds: 8 });
    const page = readFileSync(`${FOLDER}README.md`, 'utf8');
    rounds.forEach(({ mean, median }, nth) => { expect(page).toContain(`| ${nth + 1} | ${mean.toFixed(2)} | ${PUBLISHED.mean[nth]} | ${median.toFixed(1)} | ${PUBLISHED.median[nth]} |`); });
    const off = (of: 'mean' | 'median'): number => Math.max(...rounds.map((round, nth) => Math.abs(round[of] - (PUBLISHED[of][nth] ?? NaN))));
    expect(page).toContain(`within ${off('mean').toFixed(2)} of theirs, its median within ${off('median').toFixed(1)}`);
  });
  it('moves nobody who is alone or agrees, and minds neither unit nor side of the line', () => {
    expect(groupDecision(actors([4, 1, 1], [4, 2, 0.5]), { rounds: 5 })).toEqual([{ positions: [4, 4], mean: 4, median: 4, moved: 0 }]);
    const there = groupDecision(emissionActors(), { rounds: 3 });
    const turned = groupDecision(emissionActors().map((actor) => ({ ...actor, position: 100 - 5 * actor.position })), { rounds: 3 });
    there.forEach(({ positions }, nth) => { positions.forEach((position, at) => { expect(turned[nth]?.positions[at]).toBeCloseTo(100 - 5 * position, 9); }); });
  });
  it('brings the weak to the strong', () => {
    const rounds = groupDecision(actors([0, 0.1, 0.9], [10, 1, 0.9], [9, 1, 0.9]), { rounds: 10 });
    expect(rounds.at(-1)?.positions[0]).toBeGreaterThan(8);
    for (const { positions } of rounds) for (const position of positions) { expect(position).toBeGreaterThanOrEqual(0); expect(position).toBeLessThanOrEqual(10); }
  });
});

describe('outputs', () => {
  it('of a table of actors have its positions, and the shipped scenario is what the table gives', () => {
    const imported = scenarioOf(importActors([{ path: `${FOLDER}emission-standards.csv`, name: 'emission-standards.csv' }], { id: null, rounds: 26 }));
    const bare = (scenario: typeof emission): unknown => scenario.parties.map(({ id, worth, positions }) => ({ id, worth, positions: positions?.map(({ at, capability, salience }) => ({ at, capability, salience })) }));
    expect(bare(imported)).toEqual(bare(emission));
  });
  it('print the two simple baselines beside themselves', async () => {
    const file = `${FOLDER}emission-standards.yaml`;
    for (const line of [['batch', file, '--runs', '3'], ['run', file], ['analyze', file], ['baselines', file]]) {
      const { code, out } = await winset(line);
      expect(code).toBe(0);
      expect(out).toMatch(/Weighted mean +7\.39 {3}nearest: 7\.3/u);
      expect(out).toMatch(/Weighted median +7 {3}nearest: 7/u);
    }
    for (const line of [['batch', file, '--runs', '3', '--json'], ['analyze', file, '--json'], ['baselines', file, '--json']]) {
      expect(JSON.parse((await winset(line)).out)).toMatchObject({ winset: 1, baselines: { issue: 'place', actors: 10, median: 7, medianOption: 'at-7', meanOption: 'at-7-3' } });
    }
  });
  it('of a scenario without such an issue have none, and baselines says what is needed', async () => {
    expect((await winset('batch tutorial --runs 3')).out).not.toContain('baselines');
    const none = await winset('baselines tutorial');
    expect(none.code).toBe(1);
    expect(none.err).toContain('no single issue that is a quantity');
  });
});
