/** All cores: the same bytes for any number of workers, also when one dies; what is finished, in order, when stopped. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { batch, planChunks, threadCrew, WorkerError } from '../../engine/index.ts';
import { modelFrom, TWO_TRACKS } from '../helpers/world.ts';
import { hashOfFile, keeping, place, stopAfter } from './helpers.ts';

const here = place();
afterAll(here.remove);
const model = modelFrom(TWO_TRACKS);
const whole = batch(model, { seed: 'rows', runs: 400 });

describe('workers', () => {
  it.each([2, 3, 7])('%i give the same result and rows as one', async (workers) => {
    if (!existsSync(here.file('1.parquet'))) await keeping(model, here.file('1.parquet'));
    expect(await keeping(model, here.file(`${workers}.parquet`), { workers })).toEqual(await whole);
    expect(hashOfFile(here.file(`${workers}.parquet`))).toBe(hashOfFile(here.file('1.parquet')));
  }, 60_000);

  it('play levers that are set, drawn and seen as one does', async () => {
    const options = { seed: 'x', runs: 120, levers: { hazard: 9 }, vary: true };
    expect(await batch(model, { ...options, workers: 2 })).toEqual(await batch(model, options));
  });

  it('tell how far they are, never backwards, up to the end', async () => {
    const told: number[] = [];
    await batch(model, { seed: '1', runs: 400, workers: 2, onProgress: (done) => { told.push(done); } });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(400);
  });

  it.each([1, 2])('stop (%i) with whole chunks from the first on', async (workers) => {
    const result = await batch(model, { seed: 'rows', runs: 100_000, workers, ...stopAfter(230) });
    expect(result).toMatchObject({ asked: 100_000, shard: null, until: null });
    const ends = [0, ...planChunks(100_000).map((chunk) => chunk.first + chunk.runs - 1)];
    expect(ends).toContain(result.runs);
    expect(result.runs).toBeLessThan(1000);
    expect(result).toEqual({ ...(await batch(model, { seed: 'rows', runs: result.runs || 1 })), ...(result.runs === 0 ? result : {}), asked: 100_000 });
  });
});

/** Workers get a copy of the environment that they are started in. */
function crashing(how: { readonly chunk: number; readonly how?: 'exit'; readonly mark?: string }): URL {
  vi.stubEnv('CRASHING_WORKER', JSON.stringify(how));
  return pathToFileURL('test/batch/crashing-worker.mjs');
}

describe('a worker that dies', () => {
  it.each(['exit', undefined] as const)('once is replaced, and its chunk played again (%s)', async (how) => {
    const mark = here.file(`mark-${how}`);
    const result = await batch(model, { seed: 'rows', runs: 400, crew: threadCrew(2, crashing({ chunk: 3, mark, ...(how ? { how } : {}) })) });
    expect(existsSync(mark)).toBe(true);
    expect(result).toEqual(await whole);
  });
  it('twice on the same runs is a clear failure', async () => {
    const failed = batch(model, { seed: 'rows', runs: 400, crew: threadCrew(2, crashing({ chunk: 3 })) });
    await expect(failed).rejects.toThrow(WorkerError);
    await expect(failed).rejects.toThrow('A worker died twice on the runs 151 to 200: out of luck');
  });
});
