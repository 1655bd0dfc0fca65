/** Designs of cells: the same runs as one by one, on any number of threads, in pieces of any size. */
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { crewOf, openStepper, openTeam, playCells, threadCrew, WorkerError, type Cell } from '../../engine/index.ts';
import { cutCells } from '../../engine/batch/cells/cut.ts';
import { worthOf } from '../../engine/model/worth.ts';
import { openKernel, playRun } from '../../engine/run/kernel.ts';
import { modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const models = [modelFrom(SMALLEST), modelFrom(TWO_TRACKS)];
const scenarios = models.map((model) => model.scenario);
const asked = { seed: 'cells', measures: ['rounds', 'peace_days', 'signed__settlement', 'worth__east', 'in_force__land=shared'], texts: ['ending', 'blocked_by'] };
/** More runs than a piece holds, and cells that share pieces. */
const cells: readonly Cell[] = [{ scenario: 1, runs: 110 }, { scenario: 1, runs: 7, levers: { hazard: 9 } }, { scenario: 1, runs: 40, first: 31, vary: true }];

describe('a design', () => {
  it('plays the runs that are played alone, whatever cells stand beside them', async () => {
    const [whole, , later] = (await playCells(scenarios, cells, asked)) ?? [];
    const model = models[1];
    for (const [found, options] of [[whole, {}], [later, { vary: true }]] as const) {
      found?.outcomes.forEach((outcome, at) => {
        const alone = playRun(model, found.first + at, { seed: 'cells', ...options });
        expect(outcome).toBe(alone.outcome);
        const [rounds, peace, signed, worth, shared] = found.measures.map((each) => each[at]);
        expect(rounds).toBe(alone.state.round);
        expect(peace).toBe(alone.state.peaceDays > 0 ? alone.state.peaceDays : NaN);
        expect(signed).toBe(alone.state.signed[model.stages.findIndex(({ id }) => id === 'settlement')]);
        expect(worth).toBe(worthOf(model, model.worth(alone.state.levers), model.parties.findIndex(({ id }) => id === 'east'), alone.state.inForce));
        const land = model.issues.findIndex(({ id }) => id === 'land');
        expect(shared).toBe(model.issues[land].options[alone.state.inForce[land]] === 'shared' ? 1 : 0);
      });
    }
    expect(later?.first).toBe(31);
    expect(new Set(whole?.texts[0]).size).toBeGreaterThan(1);
  });

  it('is the same on threads, and on a team that has played before', async () => {
    const alone = await playCells(scenarios, cells, asked);
    const team = openTeam(crewOf(2));
    try {
      const [smallest, tracks] = scenarios.map((scenario) => team.add(scenario));
      expect([smallest, tracks]).toEqual([0, 1]);
      expect(await team.play([{ scenario: 0, runs: 60 }], { seed: '1' })).toEqual(await playCells(scenarios, [{ scenario: 0, runs: 60 }], { seed: '1' }));
      expect(await team.play(cells, asked)).toEqual(alone);
      const added = team.add(modelFrom(SMALLEST).scenario);
      expect((await team.play([{ scenario: added, runs: 30 }], { seed: '1' }))?.[0].outcomes).toEqual((await playCells(scenarios, [{ scenario: 0, runs: 30 }], { seed: '1' }))?.[0].outcomes);
    } finally {
      await team.end();
    }
  }, 60_000);

  it('plays on from a moment, with the moves of a person', async () => {
    const model = models[0];
    const stepper = openStepper(model, { seed: 'moment' });
    for (let round = 0; round < 3; round++) stepper.round();
    const saved = stepper.save().state;
    const choices = [{ kind: 'event', round: 5, event: 'storm', happens: true }] as const;
    const [found] = (await playCells(scenarios, [{ scenario: 0, runs: 40, saved, choices }], { seed: 'on' })) ?? [];
    expect([...(found?.outcomes ?? [])]).toEqual(Array.from({ length: 40 }, (_, at) => openKernel(model, { seed: 'on', choices }).playOn(saved, at + 1).outcome));
  });

  it('gives equal numbers equal luck in all cells', async () => {
    const [one, same, other] = (await playCells(scenarios, [{ scenario: 1, runs: 80 }, { scenario: 1, runs: 80, levers: { hazard: 3 } }, { scenario: 1, runs: 80, first: 81 }], { seed: '1' })) ?? [];
    expect(same?.outcomes).toEqual(one?.outcomes);
    expect(other?.outcomes).not.toEqual(one?.outcomes);
  });

  it('tells runs as they come, and how many are done', async () => {
    const told: number[] = [];
    const seen = new Map<number, number>();
    await playCells(scenarios, cells, { seed: '1', onProgress: (done) => { told.push(done); }, onRuns: (cell, runs) => { seen.set(cell, (seen.get(cell) ?? 0) + runs.outcomes.length); } });
    expect(told.at(-1)).toBe(157);
    expect([...seen].sort(([a], [b]) => a - b)).toEqual([[0, 110], [1, 7], [2, 40]]);
  });

  it('stops when told, and plays again', async () => {
    const stop = new AbortController();
    const team = openTeam(crewOf(0));
    team.add(scenarios[0]);
    expect(await team.play([{ scenario: 0, runs: 5000 }], { seed: '1', signal: stop.signal, onProgress: (done) => { if (done > 20) stop.abort(); } })).toBeNull();
    expect((await team.play([{ scenario: 0, runs: 5 }], { seed: '1' }))?.[0].outcomes).toHaveLength(5);
    await team.end();
  });

  it.each(['no-such', 'rounds=3', 'ending', 'signed__settlement__land'])('refuses a measure that rows have not: %s', async (measure) => {
    await expect(playCells(scenarios, [{ scenario: 1, runs: 3 }], { seed: '1', measures: [measure] })).rejects.toThrow(RangeError);
  });

  it('names the runs on which threads die twice', async () => {
    vi.stubEnv('CRASHING_WORKER', JSON.stringify({ chunk: 1 }));
    const team = openTeam(threadCrew(1, pathToFileURL('test/batch/crashing-worker.mjs')));
    team.add(scenarios[0]);
    const failed = team.play([{ scenario: 0, runs: 60 }], { seed: '1' });
    await expect(failed).rejects.toThrow(WorkerError);
    await expect(failed).rejects.toThrow('on the runs 26 to 50');
  });
});

describe('the pieces of a design', () => {
  it('hold every run of every cell once, and are neither many nor large', () => {
    for (const counts of [[1], [3, 0, 4], [1000, 1, 1], [20_000, 20_000], Array.from({ length: 3000 }, () => 4)]) {
      const cuts = cutCells(counts.map((runs) => ({ scenario: 0, runs })), asked);
      const held = counts.map(() => 0);
      for (const { piece, of } of cuts) {
        expect(piece.runs).toBe(piece.cells.reduce((sum, cell) => sum + cell.runs, 0));
        expect(piece.runs).toBeLessThanOrEqual(500);
        piece.cells.forEach((cell, at) => { expect(cell.first).toBe(held[of[at]] + 1); held[of[at]] += cell.runs; });
      }
      expect(held).toEqual(counts);
      expect(cuts.map(({ piece }) => piece.index)).toEqual(cuts.map((_, at) => at));
    }
  });
});
