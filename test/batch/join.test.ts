/** Shards, joined, are the one batch; what does not belong together is refused, and what is missing is named. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchOptions, BatchResult } from '../../engine/index.ts';
import { joinParts } from '../../engine/batch/join.ts';
import { modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';
import { contents, hashOfFile, keeping, place } from './helpers.ts';

const here = place();
afterAll(here.remove);
const model = modelFrom(SMALLEST);
const OF = 3;
let whole: BatchResult;

const shard = (part: number, of: number, options: Partial<BatchOptions> = {}): Promise<BatchResult> => keeping(model, here.file(`${part}-${of}.parquet`), { shard: { part, of }, ...options }, { force: true });
const join = (names: readonly string[], out: string | null = null): BatchResult => joinParts(names.map((name) => ({ file: here.file(`${name}.parquet`), shown: `${name}.parquet` })), { out: out === null ? null : here.file(out) });

beforeAll(async () => {
  whole = await keeping(model, here.file('whole.parquet'));
  for (let part = 1; part <= OF; part++) await shard(part, OF);
});

describe('shards', () => {
  it('joined in any order give the result and the bytes of one batch', () => {
    expect(join(['2-3', '3-3', '1-3'], 'joined.parquet')).toEqual(whole);
    expect(hashOfFile(here.file('joined.parquet'))).toBe(hashOfFile(here.file('whole.parquet')));
    expect(join(['1-3', '2-3', '3-3'])).toEqual(whole);
  });
  it('say what part they are', async () => {
    expect(await shard(1, OF)).toMatchObject({ runs: 150, asked: 400, shard: { part: 1, of: OF } });
  });
  it.each<[readonly string[], string]>([
    [['1-3', '3-3'], 'Part 2 of 3 is missing.'],
    [['2-3'], 'Parts 1 and 3 of 3 are missing.'],
    [['1-3', '2-3', '2-3', '3-3'], 'are both part 2'],
    [['1-3', '2-3', 'nowhere'], 'There is no file “nowhere.parquet”.'],
    [['1-3', 'whole'], 'is a whole batch, not a part of one'],
  ])('%j are refused', (names, says) => {
    const before = contents(here.path);
    expect(() => join(names, 'never.parquet')).toThrow(says);
    expect(contents(here.path)).toEqual(before);
  });
  it.each<[string, Partial<BatchOptions>, string]>([
    ['seed', { seed: 'x' }, 'another seed (x, not rows)'],
    ['number of runs', { runs: 500 }, 'another number of runs (500, not 400)'],
    ['division', { shard: { part: 3, of: 4 } }, 'a part of 4'],
  ])('of another %s are refused', async (_, options, says) => {
    await keeping(model, here.file('other.parquet'), { shard: { part: 3, of: OF }, ...options }, { force: true });
    expect(() => join(['1-3', '2-3', 'other'])).toThrow(says);
  });
  it('of another scenario are refused', async () => {
    await keeping(modelFrom(TWO_TRACKS), here.file('other.parquet'), { shard: { part: 3, of: OF } }, { force: true });
    expect(() => join(['1-3', '2-3', 'other'])).toThrow('another scenario (two-tracks, not smallest)');
  });
  it('are never written over a file that is there', () => {
    writeFileSync(here.file('mine.parquet'), 'mine');
    expect(() => join(['1-3', '2-3', '3-3'], 'mine.parquet')).toThrow('is there already');
    expect(readFileSync(here.file('mine.parquet'), 'utf8')).toBe('mine');
  });
});

it('files of anybody are refused in words, whatever is in them', () => {
  const bytes = readFileSync(here.file('1-3.parquet'));
  const says = 'is no finished file of rows from winset batch --out, or it is damaged';
  for (const damaged of [Buffer.from(''), Buffer.from('PAR1'), Buffer.from('a file of text, longer than a footer'), bytes.subarray(0, bytes.length / 2), Buffer.concat([bytes.subarray(0, -8), Buffer.from([255, 255, 255, 15]), Buffer.from('PAR1')])]) {
    writeFileSync(here.file('damaged.parquet'), damaged);
    expect(() => join(['damaged'])).toThrow(says);
  }
  // Every byte of the footer in turn: refused, or harmless, and never anything but a KeepError.
  for (let back = 9; back < 3000; back += 37) {
    const turned = Buffer.from(bytes);
    turned[turned.length - back] ^= 0x15;
    writeFileSync(here.file('damaged.parquet'), turned);
    try { join(['damaged', '2-3', '3-3'], null); } catch (error) { expect(error).toMatchObject({ name: 'KeepError' }); }
  }
  copyFileSync(here.file('whole.parquet'), here.file('damaged.parquet'));
});
