/** `winset evidence`: what a scenario rests on, what rests on a claim, and what changes without it. */
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { claimPage, evidencePage } from '../../cli/views/plain/evidence.ts';
import { points, withoutPage } from '../../cli/views/plain/evidence-without.ts';
import { UNPAINTED } from '../../cli/views/plain/paint.ts';
import { compile, evidenceReport, restingOn, valuesOf } from '../../engine/index.ts';
import { pair } from '../helpers/pairs.ts';
import { scenarioFrom } from '../helpers/world.ts';
import { folder, winset } from './fake-io.ts';
import { poisoned, SENT } from './poisoned.ts';
import { RICH } from './rich.ts';

const place = folder();
afterAll(place.remove);
const rich = place.file('rich.yaml');
writeFileSync(rich, RICH);
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');
async function json(...words: readonly string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await winset(['evidence', rich, ...words, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
}

describe('evidence', () => {
  it('counts, and names claims, sources and contradictions', async () => {
    const { code, out, err } = await winset(['evidence', rich]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const part of ['IN ALL', 'WHOSE VOICE', 'BY PARTY', 'BY ISSUE', 'RED LINES AND THEIR CLAIMS', 'SOURCE BY SOURCE', 'CLAIMS THAT CONTRADICT EACH OTHER', 'CLAIMS OF LATER DAYS']) expect(out).toContain(part);
    expect(flat(out)).toContain('Claims of documents: 12 (36 %); 8 of them assume a size besides');
    expect(flat(out)).toContain('A.1 and A.2 contradict each other A.1 The coast will not hand over the lighthouse. (on record, Thu 30 Jan 2025)');
    expect(flat(out)).toContain('No patrols without a share in the lighthouse (not stated: the drafter learns of it only by pressing it)');
  });
  it('is of the day of --from', async () => {
    const { out } = await winset(['evidence', rich, '--from', '2025-02-17']);
    expect(flat(out)).toContain('Nothing without the whole lighthouse (stated and not held: it would not refuse over it)');
    expect(out).not.toContain('CLAIMS OF LATER DAYS');
  });
  it('as JSON has counts that add up', async () => {
    const report = await json();
    expect(Object.keys(report)).toEqual(['winset', 'scenario', 'hash', 'from', 'values', 'claims', 'figures', 'assumed', 'sized', 'voices', 'parties', 'issues', 'redLines', 'sources', 'contradictions', 'unused', 'later', 'toCheck']);
    expect(report).toMatchObject({ values: 33, claims: 12, figures: 1, assumed: 20 });
  });
  it.each(['tutorial', 'london-april'])('of %s fits the page', async (name) => {
    for (const columns of [40, 60, 80]) {
      const { out } = await winset(`evidence ${name}`, { columns });
      expect(out.split('\n').filter((line) => [...line].length > columns)).toEqual([]);
    }
  });
  it.each([
    [['--claim', 'A.9'], 'Did you mean'],
    [['--without', 'C'], 'no claim and no source “C”'],
    [['--claim', 'A.1', '--without', 'B'], 'exclude each other'],
    [['--runs', '10'], '--runs goes with --without'],
    [['--claim', 'A.1', '--seed', '3'], '--seed goes with --without'],
    [['--without', 'A', '-n', '0'], 'from 1 to'],
  ])('%j is wrong usage', async (words, says) => {
    const { code, out, err } = await winset(['evidence', rich, ...words]);
    expect(err).toContain(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('--claim', () => {
  it('lists what rests on it, and what else that rests on', async () => {
    const { out } = await winset(['evidence', rich, '--claim', 'A.1']);
    expect(flat(out)).toContain('5 values rest on it, and on no other claim.');
    expect(flat(out)).toContain('- The coast: stance on “The lighthouse” (also on an assumption)');
    expect(flat(out)).toContain('- The coast: red line “No handover of the lighthouse” (on nothing else)');
    expect(flat(out)).toContain('A.1 is contradicted by A.2');
  });
  it('takes a source too, and tells when nothing rests on it', async () => {
    expect(flat((await winset(['evidence', rich, '--claim', 'A'])).out)).toContain('12 values rest on it, and on no other source.');
    expect(flat((await winset(['evidence', rich, '--claim', 'B.1'])).out)).toContain('Nothing in this scenario rests on it, as it stands on Mon 3 Feb 2025. It counts on Mon 17 Feb 2025 (1 value, --from 2025-02-17).');
    expect(await json('--claim', 'B.1')).toMatchObject({ values: [], starts: [{ from: '2025-02-17', values: 1 }] });
    expect(await json('--claim', 'A.2')).toMatchObject({ claim: 'A.2', values: [{ path: 'parties.coast.red-lines.secret-quiet', party: 'coast', alone: true, because: ['A.2'] }] });
  });
});

describe('--without', () => {
  it('tells what goes, what stays, and how the runs end', async () => {
    const { code, out, err } = await winset(['evidence', rich, '--without', 'A.1', '-n', '30']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(flat(out)).toContain('- The coast: red line “No handover of the lighthouse” (A.1)');
    expect(flat(out)).toContain('How 30 runs ended with it and without it, under the same luck');
    expect(out).toContain(`Again: winset evidence ${rich} --seed 1 --runs 30 --without A.1`);
    expect((await winset(['evidence', rich, '--without', 'A.1', '-n', '30'])).out).toBe(out);
  });
  it('as JSON has the paired shares, which are those of two batches', async () => {
    const result = await json('--without', 'A.1', '--without', 'B', '-n', '30', '--set', 'aid=0.5');
    expect(Object.keys(result)).toEqual(['winset', 'scenario', 'hash', 'from', 'seed', 'vary', 'view', 'levers', 'without', 'hashWithout', 'struck', 'starts', 'runs', 'alike', 'crossings', 'outcomes']);
    expect(result).toMatchObject({ without: ['A.1', 'B'], runs: 30, levers: { aid: 0.5 } });
    const batch = JSON.parse((await winset(['batch', rich, '-n', '30', '--set', 'aid=0.5', '--json'])).out) as { outcomes: { id: string; count: number }[] };
    const outcomes = result['outcomes'] as { id: string; with: { count: number }; difference: number; low: number; high: number }[];
    expect(outcomes.map((one) => [one.id, one.with.count])).toEqual(batch.outcomes.map((one) => [one.id, one.count]));
    for (const one of outcomes) expect(one.low <= one.difference && one.difference <= one.high).toBe(true);
  });
  it('of a source that counts on a later day says on which', async () => {
    expect(flat((await winset(['evidence', 'ukraine-2025', '--without', '002', '-n', '1'])).out)).toMatch(/no value rests on it\. It counts on Tue 22 Apr 2025 \(\d+ values, --from 2025-04-22\)\./u);
  });
  it('of a claim on which nothing rests changes nothing', async () => {
    const { out } = await winset(['evidence', rich, '--without', 'B.1', '-n', '20']);
    expect(out).toContain('No run ended otherwise.');
    expect(flat(out)).toContain('Nothing: on the day on which this starts, no value rests on it.');
    expect(flat((await winset(['evidence', rich, '--without', 'B.1', '-n', '20', '--from', '2025-02-17'])).out)).toContain('Nothing: whatever rests on it rests on other claims too.');
  });
  it('stops on an interruption with nothing half-said', async () => {
    const stop = new AbortController();
    stop.abort('interrupt');
    expect(await winset(['evidence', rich, '--without', 'A'], { stop })).toEqual({ code: 130, out: '', err: '' });
  });
  it('writes differences in points, with their sign', () => {
    expect([0, 0.12, -0.004, 0.0004, -0.25].map(points)).toEqual(['0', '+12', '−0.4', '0', '−25']);
  });
});

describe('hostile titles', () => {
  it('are harmless on these pages', async () => {
    const hostile = poisoned(scenarioFrom(RICH));
    const page = { width: 80, paint: UNPAINTED };
    const model = compile(hostile);
    const result = await pair(model, model, { seed: '1', runs: 2 });
    const struck = [{ path: 'x', what: 'red line: x\u001b[2J', lost: ['A.1\u202e'], left: 'nothing', removed: true }] as const;
    const values = valuesOf(hostile);
    for (const said of [
      evidencePage(evidenceReport(hostile), values, hostile, 'x\u001b[2J', page),
      claimPage('A', restingOn(hostile, 'A'), [{ from: '2025-04-22\u001b[2J', values: 1 }], hostile, page),
      withoutPage({ ids: ['A\u001b[2J'], starts: [], struck, values, result, seed: '1\u001b', levers: {} }, hostile, { name: 'x\u001b[2J', levers: {} }, page),
    ]) {
      expect(said).toContain('[2J');
      expect(said).not.toMatch(SENT);
    }
  });
});
