/** What stood in the way, by the stage in which the talks stood: recounted run by run, through files, and from files that do not say. */
import { afterAll, describe, expect, it } from 'vitest';
import { batch, type BatchResult, type Model } from '../../engine/index.ts';
import { blockersOf } from '../../engine/batch/blockers.ts';
import { resultOf } from '../../engine/batch/conclude.ts';
import { frameOf } from '../../engine/batch/frame.ts';
import { headOf } from '../../engine/batch/head.ts';
import { joinParts } from '../../engine/batch/join.ts';
import { readNotes, tallyOf } from '../../engine/batch/keep/notes.ts';
import { notesOf } from '../../engine/batch/play.ts';
import { count, emptyTally, merge, pack, shapeOf, unpack, type Tally } from '../../engine/batch/tally.ts';
import { STAGE } from '../../engine/model/state.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { modelFrom, TWO_TRACKS } from '../helpers/world.ts';
import { keeping, place } from './helpers.ts';

const here = place();
afterAll(here.remove);
const model = modelFrom(TWO_TRACKS);
const RUNS = 200;

/** Runs that ended unsigned, with where they stood (null: in nothing) and who blocked them. */
function ended(of: Model, seed: string): readonly { readonly stage: string | null; readonly keys: readonly string[] }[] {
  return Array.from({ length: RUNS }, (_, at) => playRun(of, at + 1, { seed }).state)
    .filter((state) => state.stages.at(-1) !== STAGE.settled)
    .map((state) => ({ stage: state.stages[state.stage] === STAGE.settled ? null : of.stages[state.stage].id, keys: blockersOf(of, state) }));
}
const times = (keys: readonly string[]): Readonly<Record<string, number>> => Object.fromEntries([...new Set(keys)].map((key) => [key, keys.filter((each) => each === key).length]));
const counted = (by: BatchResult['blockers']['by']): Readonly<Record<string, number>> => Object.fromEntries(by.map((one) => [[one.party ?? '', one.kind, one.of ?? ''].join('\t'), one.count]));

function tallied(first: number, runs: number): Tally {
  const tally = emptyTally(shapeOf(model));
  for (let run = first; run < first + runs; run++) count(model, tally, playRun(model, run, { seed: 'stood' }));
  return tally;
}
const blockersIn = (tally: Tally): BatchResult['blockers'] => resultOf(frameOf(model, shapeOf(model), { seed: 'stood' }), tally, { asked: RUNS, shard: null, until: null }).blockers;

describe('blockers by stage', () => {
  it('are those of the runs that ended there, and leave the whole as it was', async () => {
    const { blockers } = await batch(model, { seed: 'stood', runs: RUNS });
    const all = ended(model, 'stood');
    expect({ runs: blockers.runs, by: counted(blockers.by) }).toEqual({ runs: all.length, by: times(all.flatMap(({ keys }) => keys)) });
    expect(blockers.stages?.map(({ stage }) => stage)).toEqual(['truce', 'settlement']);
    for (const { stage, runs, by } of blockers.stages ?? []) {
      const there = all.filter((one) => one.stage === stage);
      expect(there.length, stage).toBeGreaterThan(10);
      expect({ runs, by: counted(by) }).toEqual({ runs: there.length, by: times(there.flatMap(({ keys }) => keys)) });
      expect(by[0].share).toBe(by[0].count / runs);
    }
  });
  it('are merged in any order, and survive a file and a thread', () => {
    const [whole, first, second, third] = [tallied(1, RUNS), tallied(1, 70), tallied(71, 1), tallied(72, RUNS - 71)];
    const merged = emptyTally(shapeOf(model));
    for (const part of [third, first, second]) merge(merged, unpack(shapeOf(model), structuredClone(pack(part))));
    expect(pack(merged)).toEqual(pack(whole));
    const head = JSON.stringify(headOf(model, { seed: 'stood', runs: RUNS, until: null, shard: null, version: '1' }));
    const notes = readNotes(Object.entries(notesOf(head, pack(whole))).map(([key, value]) => ({ key, value })));
    expect(notes?.tally).toEqual(pack(whole));
    expect(() => unpack(shapeOf(model), { ...pack(whole), stood: pack(whole).stood?.slice(1) ?? null })).toThrow(RangeError);
  });
  it('are joined from shards', async () => {
    const whole = await keeping(model, here.file('whole.parquet'), { runs: RUNS });
    for (const part of [1, 2]) await keeping(model, here.file(`${part}.parquet`), { runs: RUNS, shard: { part, of: 2 } });
    const joined = joinParts([2, 1].map((part) => ({ file: here.file(`${part}.parquet`), shown: String(part) })), { out: null });
    expect(joined.blockers.stages?.reduce((sum, { runs }) => sum + runs, 0)).toBeGreaterThan(50);
    expect(joined.blockers).toEqual(whole.blockers);
  });
  it('are not made up where a part does not say: the rest is counted as before', () => {
    const older = tallied(1, 70);
    const { stood, ...bare } = JSON.parse(notesOf('', pack(older))['winset.tally'] ?? '') as { stood: unknown; counts: readonly number[]; blockers: readonly unknown[] };
    expect(stood).toHaveLength(2);
    const head = JSON.stringify(headOf(model, { seed: 'stood', runs: RUNS, until: null, shard: null, version: '1' }));
    const notes = readNotes([{ key: 'winset', value: head }, { key: 'winset.tally', value: JSON.stringify(bare) }]);
    const read = notes && tallyOf(shapeOf(model), notes.tally);
    if (read === null) throw new Error('an older file must be read');
    expect(blockersIn(read)).toEqual({ ...blockersIn(older), stages: null });
    const merged = emptyTally(shapeOf(model));
    for (const part of [tallied(71, RUNS - 70), read]) merge(merged, part);
    expect(blockersIn(merged)).toEqual({ ...blockersIn(tallied(1, RUNS)), stages: null });
  });
});
