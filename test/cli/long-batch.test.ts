/** The options of long batches and `winset merge`, as words on the command line. */
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { folder, winset } from './fake-io.ts';

const place = folder();
afterAll(place.remove);
const at = { cwd: place.path };

describe('wrong usage of long batches', () => {
  it.each([
    ['batch tutorial --workers 0', 'from 1 to'],
    ['batch tutorial --workers two', 'not “two”'],
    ['batch tutorial --shard 3', 'from 1/8 to 8/8'],
    ['batch tutorial --shard 9/8', 'not “9/8”'],
    ['batch tutorial --shard 0/8', 'not “0/8”'],
    ['batch tutorial --shard 30/40', '1000 runs can be parted into at most 20'],
    ['batch tutorial --until 0.5', 'as in 0.5%'],
    ['batch tutorial --until 0%', 'from 0.01% to 50%'],
    ['batch tutorial --until 80%', 'from 0.01% to 50%'],
    ['batch tutorial --until 1% --shard 1/2', 'exclude each other'],
    ['batch tutorial --resume', '--resume is about the file of --out'],
    ['batch tutorial --force', '--force is about the file of --out'],
    ['batch tutorial --resum', 'Did you mean --resume?'],
    ['merge', 'Name the parts'],
  ])('%s', async (line, says) => {
    const { code, out, err } = await winset(line, at);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });
});

describe('rows and shards', () => {
  it('refuse to write over a file, and say how to', async () => {
    writeFileSync(place.file('mine.parquet'), 'mine');
    const { code, err } = await winset('batch tutorial -n 60 -o mine.parquet', at);
    expect({ code, err }).toEqual({ code: 1, err: 'winset batch: “mine.parquet” is there already. --force writes over it.\n' });
  });
  it('in a folder that does not exist are a clear failure', async () => {
    const { code, err } = await winset('batch tutorial -n 60 --out no/rows.parquet', at);
    expect({ code, err }).toEqual({ code: 1, err: 'winset batch: The rows cannot be kept in “no/rows.parquet”: its folder does not exist.\n' });
  });
  it('become one batch again', async () => {
    for (const part of [1, 2]) expect(await winset(`batch tutorial -n 200 --shard ${part}/2 --out part-${part}.parquet --json`, at)).toMatchObject({ code: 0, err: '' });
    expect(await winset('merge part-1.parquet', at)).toMatchObject({ code: 1, out: '', err: 'winset merge: Part 2 of 2 is missing.\n' });
    const whole = await winset('batch tutorial -n 200 --json', at);
    expect((await winset('merge part-2.parquet part-1.parquet -o whole.parquet --json', at)).out).toBe(whole.out);
    const page = await winset('merge part-1.parquet part-2.parquet', at);
    expect(page.out).toContain('How 200 runs ended');
    expect(page.out).toContain('They sign');
  });
  it('say on the page which part they are, and how to play it again', async () => {
    const { out } = await winset('batch tutorial -n 200 --shard 2/2', at);
    expect(out).toContain('Part 2 of 2 of 200 runs.');
    expect(out).toContain('Again: winset batch tutorial --seed 1 --runs 200 --shard 2/2\n');
  });
});

describe('--until', () => {
  it('says how often it looked, and the command that plays the same runs', async () => {
    const { code, out } = await winset('batch tutorial --until 8% --workers 1', at);
    expect(code).toBe(0);
    const runs = /How (\d+) runs ended/u.exec(out)?.[1];
    expect(out.replaceAll(/\s+/gu, ' ')).toMatch(/Enough: the interval of every outcome is within ±8 points \(looked at \d+ of \d+ times, at 9\d(\.\d+)? % each\)\./u);
    expect(out).toContain(`Again: winset batch tutorial --seed 1 --runs ${runs}\n`);
  });
  it('says when the runs were not enough', async () => {
    expect((await winset('batch tutorial --until 1% -n 200 --workers 1', at)).out).toContain('Not enough');
  });
});
