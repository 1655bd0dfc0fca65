/** What the queue is made of, without one: addresses, places, scenarios that travel, jobs and parts of anybody. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readScenario, readScenarioText, type ReadResult } from '../../../engine/index.ts';
import { readAddress } from '../../../engine/batch/queue/address.ts';
import { MOST_STANDING, Places, standingFor, threadsOf, workerName } from '../../../engine/batch/queue/flow.ts';
import { jobSchema, nameOf, type Job } from '../../../engine/batch/queue/job.ts';
import { packScenario, unpackScenario } from '../../../engine/batch/queue/luggage.ts';
import { packBatch, packCells, unpackBatch, unpackCells } from '../../../engine/batch/queue/parts.ts';
import { ROOT } from '../../helpers/architecture/source.ts';
import { SMALLEST } from '../../helpers/world.ts';

function written(read: ReadResult) {
  if (!read.ok) throw new Error('no scenario');
  return read;
}

describe('an address', () => {
  it.each([
    ['redis://host', { host: 'host', port: 6379, tls: false, db: 0, username: null, password: null, shown: 'redis://host:6379' }],
    ['rediss://me:s%2Fecret@host:7000/3', { host: 'host', port: 7000, tls: true, db: 3, username: 'me', password: 's/ecret', shown: 'rediss://host:7000/3' }],
    ['redis://:secret@[::1]:6379', { host: '::1', port: 6379, tls: false, db: 0, username: null, password: 'secret', shown: 'redis://[::1]:6379' }],
  ])('is read: %s', (text, address) => { expect(readAddress(text)).toEqual(address); });
  it('takes what it does not say from elsewhere', () => {
    expect(readAddress('redis://host', { username: 'u', password: 'p' })).toMatchObject({ username: 'u', password: 'p' });
    expect(readAddress('redis://:own@host', { password: 'p' })).toMatchObject({ password: 'own' });
  });
  it.each(['', 'host:6379', 'http://secret@host', 'redis://', 'redis://secret@host/x', 'redis://host/1/2', 'redis://:secret@host?x=1', 'redis://host:99999'])('that is none is refused, and not repeated: %s', (text) => {
    expect(() => readAddress(text)).toThrow(/The address of a queue is redis:\/\/host:6379/u);
    expect(() => readAddress(text)).not.toThrow(/secret/u);
  });
});

describe('places', () => {
  it('are bounded, served in order, and grow with the threads', async () => {
    const places = new Places();
    const taken: number[] = [];
    const all = Array.from({ length: 20 }, async (_, at) => { await places.take(); taken.push(at); });
    await new Promise((resolve) => { setImmediate(resolve); });
    expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    places.give();
    places.resize(10);
    await new Promise((resolve) => { setImmediate(resolve); });
    expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    places.resize(100);
    await Promise.all(all);
    expect(standingFor(0)).toBe(8);
    expect(standingFor(16)).toBe(34);
    expect(standingFor(100_000)).toBe(MOST_STANDING);
    expect(threadsOf(`bull:cGllY2Vz:w:${workerName(16)}`)).toBe(16);
    expect(threadsOf('somebody')).toBe(0);
  });
});

describe('a scenario that travels', () => {
  it.each([['tutorial', undefined], ['london-april', undefined], ['ukraine-2025', undefined], ['ukraine-2025', '2025-02-17'], ['ukraine-2025', '2025-04-22']])('arrives as it was: %s from %s', (name, from) => {
    const read = written(readScenario(`${ROOT}scenarios/${name}.yaml`, from === undefined ? {} : { from }));
    expect(unpackScenario(packScenario(read)).hash).toBe(read.scenario.hash);
  });
  const read = written(readScenarioText(SMALLEST, { file: 'x.yaml' }));
  const luggage = packScenario(read);
  const text = (of: string): string => deflateSync(of).toString('base64');
  it.each([
    ['another', { ...luggage, text: text(read.text.replace('"value":0.3', '"value":0.31')) }, /is not the one that was named/u],
    ['no packed text', { ...luggage, text: 'AAAA' }, /cannot be unpacked/u],
    ['a text that swells', { ...luggage, text: text(' '.repeat(30_000_000)) }, /cannot be unpacked/u],
    ['problems', { ...luggage, text: text('winset: 1') }, /has problems/u],
    ['files of this machine', { ...luggage, text: text(`extends: ../secret.yaml\n${SMALLEST}`) }, /asks for other files/u],
    ['files of this machine, in JSON', { ...luggage, text: text(`{"extends":"figures.yaml",${read.text.slice(1)}`) }, /asks for other files/u],
  ])('with %s is refused', (_, sent, why) => { expect(() => unpackScenario(sent)).toThrow(why); });
});

describe('a job', () => {
  const scenario = packScenario(written(readScenarioText(SMALLEST, { file: 'x.yaml' })));
  const job: Job = { winset: 1, version: '1', kind: 'batch', scenario, options: { seed: '1', rows: null }, piece: { index: 0, first: 1, runs: 50 } };
  it('has a name that is its own', () => {
    expect(nameOf({ ...job, piece: { runs: 50, first: 1, index: 0 } })).toBe(nameOf(job));
    for (const other of [{ ...job, version: '2' }, { ...job, options: { seed: '2', rows: null } }, { ...job, piece: { index: 1, first: 51, runs: 50 } }]) expect(nameOf(other)).not.toBe(nameOf(job));
    expect(nameOf(job)).toMatch(/^[0-9a-f]{40}$/u);
  });
  it.each([
    ['an unknown key', { ...job, run: 'rm' }], ['a file to write', { ...job, options: { seed: '1', rows: null, out: '/tmp/x' } }], ['runs without end', { ...job, piece: { ...job.piece, runs: 1e12 } }],
    ['half a run', { ...job, piece: { ...job.piece, runs: 1.5 } }], ['a lever that is no number', { ...job, options: { seed: '1', rows: null, levers: { pace: 'x' } } }], ['another kind', { ...job, kind: 'shell' }], ['nothing', null],
  ])('with %s is refused', (_, wrong) => { expect(jobSchema.safeParse(wrong).success).toBe(false); });
  it('that is right is not', () => { expect(jobSchema.safeParse(JSON.parse(JSON.stringify(job))).success).toBe(true); });
});

describe('a part', () => {
  it('comes back as it was, also where a number is none', () => {
    const part = { index: 3, tally: { counts: Float64Array.of(1, 2.5, 1e300), blockers: [['a\tb\tc', 2]] as const, stood: [{ runs: 2, blockers: [['a\tb\tc', 2]] as const }] }, rows: Uint8Array.of(0, 255, 7) };
    expect(unpackBatch(JSON.parse(JSON.stringify(packBatch(part))))).toEqual(part);
    const cells = { cells: [{ first: 5, outcomes: Uint8Array.of(1, 0, 2), measures: [Float64Array.of(NaN, -0, 0.1)], texts: [['x', null, 'y']] }] };
    expect(unpackCells(JSON.parse(JSON.stringify(packCells(cells))))).toEqual(cells);
  });
  it.each([null, {}, { index: 1, counts: ['1'], blockers: [], stood: null, rows: null }, { index: 1, counts: [], blockers: [], stood: null, rows: '<script>' }, { index: 1, counts: [], blockers: [], stood: [{ runs: '1', blockers: [] }], rows: null }])('of another form is refused: %j', (wrong) => { expect(() => unpackBatch(wrong)).toThrow(/invalid_/u); });
});
