/** Tactics against tactics: who meets whom, what is counted, and what the literature would expect. */
import { describe, expect, it } from 'vitest';
import { contestOf, designOf, measuresOf } from '../../engine/analysis/round-robin/round-robin.ts';
import { CONTENDERS, playable } from '../../engine/analysis/round-robin/tactics.ts';
import { playCells } from '../../engine/batch/cells/cells.ts';
import type { CellRuns } from '../../engine/batch/cells/cell.ts';
import { camera, domainFile } from '../exchange/helpers.ts';
import { modelFrom, SMALLEST } from '../helpers/world.ts';
import { folder, winset } from '../cli/fake-io.ts';

const scenario = camera();
const stage = scenario.stages[0];
if (stage === undefined) throw new Error('no stage');

describe('the design', () => {
  it('has each tactic in each role against each other, once', () => {
    const { matches } = designOf([scenario], ['boulware', 'linear', 'conceder']);
    expect(matches).toHaveLength(9);
    expect(new Set(matches.map(({ tactics }) => JSON.stringify(tactics))).size).toBe(9);
    for (const { scenario: one, tactics } of matches) {
      for (const party of one.parties) expect(party.manner.exponent).toEqual({ value: { boulware: 4, linear: 1, conceder: 0.25 }[tactics[party.id] as 'boulware'] });
    }
  });
  it('leaves out what not all can play', () => {
    expect(playable(scenario, stage, CONTENDERS)).toEqual(['boulware', 'linear', 'conceder', 'tit-for-tat', 'equilibrium', 'random']);
    expect(playable(scenario, { ...stage, signs: [...stage.signs, 'third'] }, ['linear', 'equilibrium'])).toEqual(['linear']);
    const smallest = modelFrom(SMALLEST).scenario;
    const [first] = smallest.stages;
    expect(first && playable(smallest, first, ['resource'])).toEqual(smallest.parties.filter((party) => first?.signs.includes(party.id)).every((party) => party.gauges.length > 0) ? ['resource'] : []);
  });
  it('lets one meet others who all play alike where more than two sign', () => {
    const third = { ...scenario, parties: [...scenario.parties, { ...scenario.parties[0], id: 'third' }], stages: [{ ...stage, signs: [...stage.signs, 'third'] }], tracks: scenario.tracks.map((track) => ({ ...track, seats: [...track.seats, 'third'], needs: [...track.needs, 'third'] })) } as typeof scenario;
    // Two where all play alike, and three in which one is the odd one, twice.
    expect(designOf([third], ['boulware', 'linear']).matches).toHaveLength(8);
  });
});

describe('what is counted', () => {
  const design = designOf([scenario], ['boulware', 'conceder']);
  const [ground] = design.grounds;
  if (ground === undefined) throw new Error('no ground');
  it('is the share of the way from no deal to the best text, 0 without a signature', () => {
    const [floor, top] = [ground.floor, ground.top];
    const runs = (worths: readonly (readonly [number, number])[], signed: readonly number[]): CellRuns => ({
      first: 1, outcomes: new Uint8Array(signed.length), texts: [],
      measures: [Float64Array.from(signed, () => 10), Float64Array.from(signed), ...[0, 1].map((p) => Float64Array.from(worths, (pair) => (floor[p] ?? 0) + (pair[p] ?? 0) * ((top[p] ?? 0) - (floor[p] ?? 0))))],
    });
    const contest = contestOf(design, design.matches.map(() => runs([[0.5, 0.25], [0.9, 0.9]], [1, 0])), ['boulware', 'conceder']);
    expect(contest.rows[0]?.agreed.mean).toBe(0.5);
    // Each tactic is the first party in half of its entries: (0.25 + 0.125) / 2.
    expect(contest.rows[0]?.gain.mean).toBeCloseTo(0.1875, 12);
    expect(contest.rows[0]?.round).toBe(10);
    // Variances of the means: (0.5² / 2) / 2 and (0.25² / 2) / 2, of four entries, two of each.
    const error = Math.sqrt(2 * 0.0625 + 2 * 0.015625) / 4;
    expect((contest.rows[0]?.gain.high ?? 0) - 0.1875).toBeCloseTo(1.959964 * error, 6);
  });
  it('has those who hold out get more of those who give way', async () => {
    const played = await playCells(design.matches.map((match) => match.scenario), design.matches.map((_, at) => ({ scenario: at, runs: 2 })), { seed: '1', measures: measuresOf(ground) });
    const contest = contestOf(design, played ?? [], ['boulware', 'conceder']);
    const [[, against], [other]] = contest.gains as [[unknown, { mean: number }], [{ mean: number }, unknown]];
    expect(against.mean).toBeGreaterThan(0.7);
    expect(other.mean).toBeLessThan(0.3);
    expect(contest.rows.every((row) => row.agreed.mean === 1)).toBe(true);
  });
});

describe('winset round-robin', () => {
  const place = folder();
  it('prints a table of means with intervals, and the same as JSON', async () => {
    try {
      const made = await winset(['import', 'genius', ...['camera-domain.xml', 'camera-buyer.xml', 'camera-seller.xml'].map((name) => domainFile(name).path), '--out', 'camera.yaml', '--rounds', '30'], { cwd: place.path });
      expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
      const said = await winset('round-robin camera.yaml --runs 3', { cwd: place.path });
      expect(said.code).toBe(0);
      expect(said.out).toContain('Left out in A used camera, where not all who sign can play it: resource.');
      expect(said.out).toMatch(/\n {2}boulware +\d+ +\d+ to \d+ +\d+ % +\d+ to \d+ % +[\d.]+\n/u);
      expect(said.out).toContain('Again: winset round-robin camera.yaml --seed 1 --runs 3');
      const json: unknown = JSON.parse((await winset('round-robin camera.yaml --runs 2 --tactics linear,random --json', { cwd: place.path })).out);
      expect(json).toMatchObject({ winset: 1, runs: 2, assignments: 4, tactics: ['linear', 'random'], scenarios: [{ scenario: 'camera', stage: 'deal' }] });
      expect((await winset('round-robin camera.yaml --tactics stubborn', { cwd: place.path })).code).toBe(2);
    } finally {
      place.remove();
    }
  });
});
