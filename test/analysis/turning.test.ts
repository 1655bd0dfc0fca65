/** Where one run turned, and what comes before a turn over many runs, with that one thing held back. */
import { describe, expect, it } from 'vitest';
import { addRun, compile, courseOf, emptyTally, followingSeed, heldBackDesign, momentCells, phasesOf, playCells, playRun, roundsOf, turningFrom, turnsOf, type Model, type TurnTally } from '../../engine/index.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { addRuns } from '../../engine/analysis/outlook.ts';
import { eventHeldBack } from '../../engine/analysis/variants/variants.ts';
import { edit, modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const recordsOf = (model: Model, run: number): readonly RunRecord[] => {
  const records: RunRecord[] = [];
  playRun(model, run, { seed: '1', emit: (record) => { records.push(record); } });
  return records;
};
function tallyOf(model: Model, runs: number): TurnTally {
  const tally = emptyTally(model.scenario);
  for (let run = 1; run <= runs; run++) addRun(tally, run, recordsOf(model, run));
  return tally;
}

describe('where one run turned', () => {
  const model = modelFrom(TWO_TRACKS);
  const choice = { seed: '1', run: 4 };
  const RUNS = 30;
  const course = async (moments: ReturnType<typeof roundsOf>) => {
    const played = await playCells([model.scenario], momentCells(moments, RUNS), { seed: followingSeed('1') });
    if (played === null) throw new Error('stopped');
    return courseOf(model, moments, played);
  };

  it('is told from the outlook at the end of each round', async () => {
    const moments = roundsOf(model, choice);
    const { movements, before, turn, runs } = await course(moments);
    expect([runs, movements.map(({ round }) => round)]).toEqual([RUNS, moments.slice(1).map(({ round }) => round)]);
    moments.forEach(({ saved }, at) => {
      const counts = new Float64Array(model.outcomes.length);
      addRuns(model, saved, '1', [], 1, RUNS, counts);
      const shares = at === 0 ? before : movements[at - 1]?.outcomes.map(({ id, share }) => ({ id, ...share }));
      expect(shares?.map(({ count }) => count)).toEqual([...counts]);
    });
    // At the end all runs are the run itself.
    const { outcome } = playRun(model, choice.run, { seed: choice.seed });
    expect(movements.at(-1)?.outcomes[outcome]?.share.share).toBe(1);
    const sizes = movements.map(({ moved }) => moved);
    expect(sizes[turn]).toBe(Math.max(...sizes));
    for (const { moved, otherwise, outcomes } of movements) {
      expect(moved).toBeLessThanOrEqual(otherwise + 1e-9);
      expect(outcomes.reduce((sum, { difference }) => sum + difference, 0)).toBeCloseTo(0, 9);
    }
    expect(movements.flatMap(({ records }) => records)).toEqual(recordsOf(model, choice.run));
  });

  it('and in which of its phases: they make up the round', async () => {
    const rounds = await course(roundsOf(model, choice));
    const round = rounds.movements[rounds.turn]?.round ?? 1;
    const moments = phasesOf(model, choice, round);
    const { movements } = await course(moments);
    expect(movements.every(({ round: of }) => of === round)).toBe(true);
    rounds.movements[rounds.turn]?.outcomes.forEach(({ difference }, o) => {
      expect(movements.reduce((sum, { outcomes }) => sum + (outcomes[o]?.difference ?? 0), 0)).toBeCloseTo(difference, 9);
    });
    expect(movements.flatMap(({ records }) => records)).toEqual(rounds.movements[rounds.turn]?.records);
  });

  it('is nowhere where nothing can change', async () => {
    const fixed = modelFrom(edit(SMALLEST, ['walk-away: { value: 0.3, assumed: test }\n    stances', 'walk-away: { value: 1, assumed: test }\n    stances']));
    const moments = roundsOf(fixed, choice);
    const played = await playCells([fixed.scenario], momentCells(moments, 5), { seed: followingSeed('1') });
    expect(courseOf(fixed, moments, played ?? []).turn).toBe(-1);
  });
});

describe('what comes before a turn', () => {
  const model = modelFrom(TWO_TRACKS);

  it('knows the turns that a scenario may come to', () => {
    expect(turnsOf(model.scenario)).toEqual([{ kind: 'signed', stage: 'truce' }, { kind: 'signed', stage: 'settlement' }, { kind: 'truce-broken' }]);
    expect(turnsOf(modelFrom(SMALLEST).scenario)).toEqual([{ kind: 'signed', stage: 'deal' }]);
  });

  it('counts only what came before, against runs that were still going by then', () => {
    const tally = emptyTally(modelFrom(SMALLEST).scenario);
    const storm = (round: number): RunRecord => ({ kind: 'event', round, phase: 'news', event: 'storm', byChoice: false });
    const signed = (round: number): RunRecord => ({ kind: 'settled', round, phase: 'settlement', stage: 'deal', terms: {}, consenters: [] });
    const end = (round: number): RunRecord => ({ kind: 'round', round, phase: 'news', date: '2025-01-06', stage: 'deal' });
    // Five that sign in round 3, four of them after a storm; a storm after the signature does not count.
    for (let run = 1; run <= 5; run++) addRun(tally, run, run === 5 ? [signed(3), storm(3)] : [storm(2), signed(3)]);
    // Five that never sign: a storm by round 3 in one of them, later in three, and one that was over before round 3.
    addRun(tally, 6, [storm(1), end(10)]);
    for (let run = 7; run <= 9; run++) addRun(tally, run, [storm(8), end(10)]);
    addRun(tally, 10, [storm(1), end(2)]);
    const { candidates, cells } = heldBackDesign(model.scenario, tally, 5, {});
    expect(candidates).toHaveLength(1);
    expect(candidates[0]).toMatchObject({ happening: { kind: 'event', event: 'storm' }, before: { count: 4, share: 0.8 }, otherwise: 0.25 });
    expect(cells.map(({ first, choices }) => [first, choices?.[0]?.round])).toEqual([[1, 2], [2, 2], [3, 2], [4, 2], [6, 1], [7, 8], [8, 8], [9, 8], [10, 1]]);
  });

  it('is held back in the same runs and nowhere else', async () => {
    const tally = tallyOf(model, 80);
    const design = heldBackDesign(model.scenario, tally, 4, {});
    const played = await playCells(design.scenarios, design.cells, { seed: '1', measures: design.measures });
    const turning = turningFrom(tally, design, played ?? []);
    expect(turning.map(({ turn }) => turn)).toEqual(turnsOf(model.scenario));
    const points = turning.flatMap(({ points: all }) => all);
    expect(points.length).toBeGreaterThan(4);
    for (const { heldBack, asItWas } of points) expect(heldBack.share.count).toBe(asItWas.count + heldBack.gained - heldBack.lost);
    // As it was, in just those runs.
    const signed = turning[1]?.points[0];
    expect(signed?.asItWas.count).toBe(design.candidates.find(({ turn }) => turn === 1)?.occurrences.filter(({ run }) => recordsOf(model, run).some((record) => record.kind === 'settled' && record.stage === 'settlement')).length);
  });

  it('finds that one thing which everything hangs on', async () => {
    // North comes down only after a storm; without it nobody signs.
    const hangs = modelFrom(edit(SMALLEST, ['firm: { title: Keeps most, accepts: [all, most], on: { weary: open } }', 'firm: { title: Keeps most, accepts: [all, most], firm: true, on: { storm: open } }'],
      ['noise: 0.02 / week, rises: { 0.4: weary }, ', ''], ['    short: N\n', '    short: N\n    manner: { exponent: 0.1, spread: 0, assumed: test }\n'], ['    short: S\n', '    short: S\n    manner: { exponent: 0.1, spread: 0, assumed: test }\n'], ['{ held: { on: { pressed.dignity: { to: waived, chance: 0.3 } } }, waived: {} }', '{ held: {} }'], ['storm: { title: A storm, chance: 0.2 / week', 'storm: { title: A storm, chance: 0.1 / week, times: 1, sends: storm']));
    const tally = tallyOf(hangs, 60);
    const design = heldBackDesign(hangs.scenario, tally, 4, {});
    const played = await playCells(design.scenarios, design.cells, { seed: '1', measures: design.measures });
    const [signed] = turningFrom(tally, design, played ?? []);
    const move = signed?.points.find(({ happening }) => happening.kind === 'move' && happening.to === 'open');
    expect(move).toMatchObject({ before: { share: 1 }, heldBack: { share: { count: 0 }, beyondLuck: true } });
    // Without any storm nobody ever signs.
    const without = tallyOf(compile(eventHeldBack(hangs.scenario, 'storm')), 60);
    expect([...without.runs.values()].every(({ turned }) => turned[0] === Infinity)).toBe(true);
  });
});
