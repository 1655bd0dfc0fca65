/** Nothing lost: what was finished is not played again, and what was there stays whole when something goes wrong. */
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchOptions, KeepOptions } from '../../engine/index.ts';
import { KeepError } from '../../engine/index.ts';
import { realDisk, type Disk } from '../../engine/batch/keep/disk.ts';
import { edit, modelFrom, SMALLEST } from '../helpers/world.ts';
import { contents, hashOfFile, keeping, place, stopAfter, type Place } from './helpers.ts';

const model = modelFrom(SMALLEST);
let here: Place;
let file: string;
beforeEach(() => { here = place(); file = here.file('rows.parquet'); });
afterEach(() => { here.remove(); });

async function uninterrupted(options: Partial<BatchOptions> = {}): Promise<string> {
  await keeping(model, here.file('other.parquet'), options);
  return hashOfFile(here.file('other.parquet'));
}
const interrupted = (runs: number, options: Partial<BatchOptions> = {}, keep: Partial<KeepOptions> = {}): Promise<unknown> => keeping(model, file, { ...options, ...stopAfter(runs) }, keep);

describe('an interrupted batch', () => {
  it('leaves what is finished, and goes on to the same bytes and the same result', async () => {
    const whole = await keeping(model, here.file('other.parquet'));
    await interrupted(170);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(`${file}.partial`).filter((name) => name.startsWith('chunk-'))).toHaveLength(3);
    await interrupted(300, {}, { resume: true });
    expect(await keeping(model, file, {}, { resume: true })).toEqual(whole);
    expect(hashOfFile(file)).toBe(hashOfFile(here.file('other.parquet')));
    expect(existsSync(`${file}.partial`)).toBe(false);
  });
  it('plays nothing twice', async () => {
    await interrupted(250);
    const before = contents(`${file}.partial`);
    let first: number | null = null;
    await keeping(model, file, { onProgress: (done) => { first ??= done; } }, { resume: true });
    expect(first).toBeGreaterThanOrEqual(250);
    expect(Object.keys(before).length).toBeGreaterThan(4);
  });
  it('plays again what was damaged since', async () => {
    await interrupted(250);
    writeFileSync(`${file}.partial/chunk-000002.parquet`, readFileSync(`${file}.partial/chunk-000002.parquet`).subarray(0, 900));
    writeFileSync(`${file}.partial/chunk-000001.parquet`, '');
    await keeping(model, file, {}, { resume: true });
    expect(hashOfFile(file)).toBe(await uninterrupted());
  });
  it('is not begun anew by mistake, only by force', async () => {
    await interrupted(150);
    const before = contents(here.path);
    await expect(keeping(model, file)).rejects.toThrow('An unfinished batch is in “rows.parquet.partial”.');
    expect(contents(here.path)).toEqual(before);
    await keeping(model, file, {}, { force: true });
    expect(hashOfFile(file)).toBe(await uninterrupted());
  });
  it('that stops by itself goes on to the same stop', async () => {
    const until = { until: 0.05, runs: 5000 };
    const whole = await keeping(model, here.file('other.parquet'), until);
    expect(whole.until).toMatchObject({ reached: true });
    await interrupted(200, until);
    expect(await keeping(model, file, until, { resume: true })).toEqual(whole);
    expect(hashOfFile(file)).toBe(hashOfFile(here.file('other.parquet')));
  });
  it.each<[string, Partial<BatchOptions>, Partial<KeepOptions>, string]>([
    ['seed', { seed: 'x' }, {}, 'another seed (rows, not x)'],
    ['number of runs', { runs: 500 }, {}, 'another number of runs (400, not 500)'],
    ['lever', { levers: { pace: 0.1 } }, {}, 'another setting of levers'],
    ['version', {}, { version: '2.0.0' }, 'another version of the program (1.2.3, not 2.0.0)'],
    ['shard', { shard: { part: 1, of: 2 } }, {}, 'another shard'],
  ])('of another %s is left alone', async (_, options, keep, says) => {
    await interrupted(150);
    const before = contents(here.path);
    await expect(keeping(model, file, options, { resume: true, ...keep })).rejects.toThrow(says);
    expect(contents(here.path)).toEqual(before);
  });
  it('of another scenario is left alone', async () => {
    await interrupted(150);
    const before = contents(here.path);
    const other = modelFrom(edit(SMALLEST, ['value: 0.05', 'value: 0.06']));
    await expect(keeping(other, file, {}, { resume: true })).rejects.toThrow('another state of the scenario file');
    expect(contents(here.path)).toEqual(before);
  });
});

describe('a file that is there', () => {
  it('is not written over, unless told to', async () => {
    writeFileSync(file, 'mine');
    await expect(keeping(model, file)).rejects.toThrow('“rows.parquet” is there already.');
    await expect(keeping(model, file, {}, { resume: true })).rejects.toThrow('“rows.parquet” is there already.');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await interrupted(150, {}, { force: true });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await keeping(model, file, {}, { resume: true, force: true });
    expect(hashOfFile(file)).toBe(await uninterrupted());
  });
  it('goes on with its own unfinished batch, and begins anew in place of another’s, when told to do both', async () => {
    await interrupted(150, { seed: 'another' });
    await expect(keeping(model, file, {}, { resume: true })).rejects.toThrow('another seed');
    await keeping(model, file, {}, { resume: true, force: true });
    expect(hashOfFile(file)).toBe(await uninterrupted());
  });
  it('that is this very batch, finished, is its result', async () => {
    const whole = await keeping(model, file);
    const { mtimeMs } = statSync(file);
    expect(await keeping(model, file, {}, { resume: true })).toEqual(whole);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
    await expect(keeping(model, file, { seed: 'x' }, { resume: true })).rejects.toThrow('is there already, and holds another seed (rows, not x)');
  });
  it('that came while the runs were played is not written over', async () => {
    const failed = keeping(model, file, { onProgress: (done) => { if (done === 200) writeFileSync(file, 'mine'); } });
    await expect(failed).rejects.toThrow('is there already');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

/** A disk on which the `nth` file to be written finds no more room. */
function fullAfter(nth: number): Disk {
  const disk = realDisk('test');
  let written = 0;
  return {
    ...disk,
    write(at, pieces) {
      if (++written >= nth) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      disk.write(at, pieces);
    },
  };
}

describe('a disk', () => {
  // The head, eight chunks, the whole.
  it.each([1, 2, 5, 10])('that is full at file %i fails the batch, which goes on when there is room', async (nth) => {
    const failed = keeping(model, file, {}, { disk: fullAfter(nth) });
    await expect(failed).rejects.toThrow(KeepError);
    await expect(failed).rejects.toMatchObject({ problem: 'disk', message: 'The rows cannot be kept in “rows.parquet”', cause: { code: 'ENOSPC' } });
    expect(existsSync(file)).toBe(false);
    await keeping(model, file, {}, { resume: true });
    expect(hashOfFile(file)).toBe(await uninterrupted());
  });
  it('that is full leaves the file that was to be written over', async () => {
    writeFileSync(file, 'mine');
    await expect(keeping(model, file, {}, { force: true, disk: fullAfter(10) })).rejects.toThrow(KeepError);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
  it('without the folder, or without leave to write there, fails before a run is played', async () => {
    let played = 0;
    const counting = { onProgress: (): void => { played++; } };
    await expect(keeping(model, here.file('no/where.parquet'), counting)).rejects.toMatchObject({ cause: { code: 'ENOENT' } });
    mkdirSync(here.file('folder.parquet'));
    await expect(keeping(model, here.file('folder.parquet'), counting)).rejects.toThrow('is not a file that can be written');
    mkdirSync(here.file('closed'));
    chmodSync(here.file('closed'), 0o500);
    // Who may do everything may write there too.
    if (process.getuid?.() !== 0) await expect(keeping(model, here.file('closed/rows.parquet'), counting)).rejects.toMatchObject({ cause: { code: 'EACCES' } });
    expect(played).toBe(0);
  });
  it('keeps what is not ours in the folder of the unfinished batch', async () => {
    await interrupted(150);
    writeFileSync(`${file}.partial/notes.txt`, 'mine');
    await keeping(model, file, {}, { resume: true });
    expect(readFileSync(`${file}.partial/notes.txt`, 'utf8')).toBe('mine');
    expect(hashOfFile(file)).toBe(await uninterrupted());
  });
});
