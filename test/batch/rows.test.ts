/** The rows of a batch, held against the runs played one by one, and read as others read them. */
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStepper, planChunks, type Scenario } from '../../engine/index.ts';
import { columnsOf } from '../../engine/batch/rows/columns.ts';
import { edit, modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';
import { keeping, place } from './helpers.ts';

const here = place();
afterAll(here.remove);
const model = modelFrom(edit(TWO_TRACKS, ['peace:\n', 'peace:\n  horizon: 5 years\n  agreement: { rate: 0.4 / year, assumed: test }\n']));
const RUNS = 130;
const file = here.file('rows.parquet');
type Row = Readonly<Record<string, unknown>>;
let rows: readonly Row[];

beforeAll(async () => {
  await keeping(model, file, { runs: RUNS, levers: { hazard: 4 } });
  rows = await parquetReadObjects({ file: readFileSync(file).buffer }) as Row[];
});

/** Worth as the design writes it, from the scenario itself. */
function worth(scenario: Scenario, party: string, terms: Readonly<Record<string, string>>): number {
  const all = scenario.parties.find((each) => each.id === party)?.worth ?? [];
  const value = (amount: { readonly value: number } | { readonly lever: string }): number => ('value' in amount ? amount.value : NaN);
  const total = all.reduce((sum, each) => sum + value(each.weight), 0);
  return all.reduce((sum, each) => sum + (value(each.weight) * value(each.scores[terms[each.issue]])) / 100, 0) / total;
}

describe('a row', () => {
  it('says what the run played alone says', () => {
    expect(rows).toHaveLength(RUNS);
    rows.forEach((row, at) => {
      const stepper = openStepper(model, { seed: 'rows', run: at + 1, levers: { hazard: 4 } });
      stepper.toEnd();
      const records = stepper.records;
      const ended = records.find((each) => each.kind === 'ended');
      const peace = records.find((each) => each.kind === 'peace');
      expect(row).toMatchObject({
        run: at + 1, seed: 'rows', outcome: ended?.outcome, ending: ended?.how, ended_by: ended?.party ?? null, rounds: ended?.round, lever__hazard: 4,
        truces_broken: records.filter((each) => each.kind === 'broke').length,
        peace_days: peace?.heldDays ?? null, peace_censored: peace?.censored ?? null,
        in_force__fire: ended?.inForce['fire'], in_force__land: ended?.inForce['land'], in_force__force: ended?.inForce['force'],
      });
      for (const stage of ['truce', 'settlement']) {
        const signed = records.filter((each) => each.kind === 'settled').findLast((each) => each.stage === stage);
        expect(row[`signed__${stage}`]).toBe(signed !== undefined);
        for (const issue of ['fire', 'force']) expect(row[`signed__${stage}__${issue}`]).toBe(signed?.terms[issue] ?? null);
      }
      for (const party of ['east', 'west', 'guarantor', 'envoy']) expect(row[`worth__${party}`]).toBeCloseTo(worth(model.scenario, party, ended?.inForce ?? {}), 12);
      expect(row['blocked_by'] === null || row['signed__settlement'] === false).toBe(true);
    });
    // All of it was met.
    expect(rows.some((row) => Number(row['truces_broken']) > 1)).toBe(true);
    expect(rows.some((row) => row['peace_censored'] === false)).toBe(true);
    expect(rows.some((row) => String(row['blocked_by']).includes('red-line') || String(row['blocked_by']).includes('not-good-enough'))).toBe(true);
  });

  it('is headed by what the batch is', () => {
    const { key_value_metadata: pairs = [], created_by: by, row_groups: groups } = parquetMetadata(readFileSync(file));
    const notes = Object.fromEntries(pairs.map(({ key, value }) => [key, JSON.parse(value ?? 'null') as unknown]));
    expect(by).toBe('winset version 1.2.3');
    expect(notes['winset']).toEqual({ winset: 1, version: '1.2.3', scenario: 'two-tracks', hash: model.scenario.hash, from: '2025-01-06', seed: 'rows', runs: RUNS, until: null, vary: false, view: null, set: { hazard: 4 }, shard: null });
    expect(groups.map((group) => Number(group.num_rows))).toEqual(planChunks(RUNS).map((chunk) => chunk.runs));
  });

  it('is read by DuckDB', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const ask = async (question: string): Promise<readonly Row[]> => (await connection.runAndReadAll(question.replace('ROWS', `'${file}'`))).getRowObjectsJson();
    expect(await ask('select count(*)::int as n, min(run) as first, max(run) as last, count(distinct seed)::int as seeds from ROWS')).toEqual([{ n: RUNS, first: 1, last: RUNS, seeds: 1 }]);
    const shares = await ask('select outcome, count(*)::int as n from ROWS group by outcome order by outcome');
    for (const { outcome, n } of shares) expect(rows.filter((row) => row['outcome'] === outcome)).toHaveLength(Number(n));
    expect(shares.reduce((sum, { n }) => sum + Number(n), 0)).toBe(RUNS);
    expect(await ask('select run, worth__east, peace_days, signed__truce__fire from ROWS where run in (51, 100) order by run')).toEqual(
      [50, 99].map((at) => ({ run: rows[at]['run'], worth__east: rows[at]['worth__east'], peace_days: rows[at]['peace_days'], signed__truce__fire: rows[at]['signed__truce__fire'] })),
    );
    expect(await ask("select decode(value)::json->>'scenario' as scenario from parquet_kv_metadata(ROWS) where decode(key) = 'winset'")).toEqual([{ scenario: 'two-tracks' }]);
    connection.closeSync();
  });
});

it('columns have different names even where ids run together', () => {
  const awkward = modelFrom(edit(SMALLEST, ['stages: { deal: {', 'stages: { deal--share: { title: Before, issues: [share], signs: [north, south], drafter: judge, rounds: 1, assumed: test }, deal: {']));
  const names = columnsOf(awkward, '1').map((column) => column.name);
  expect(names.filter((name) => name.startsWith('signed__deal__share'))).toEqual(['signed__deal__share', 'signed__deal__share__share', 'signed__deal__share_2']);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => /^[a-z][a-z0-9_]*$/u.test(name))).toBe(true);
});
