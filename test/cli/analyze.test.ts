/** analyze, redlines and turning-points: what they print, their JSON, and what they refuse. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { analyzePage } from '../../cli/views/plain/analyze/page.ts';
import { costsPage } from '../../cli/views/plain/costs/page.ts';
import { UNPAINTED } from '../../cli/views/plain/paint.ts';
import { turnedRunPage } from '../../cli/views/plain/turning/run.ts';
import { turnedRunsPage } from '../../cli/views/plain/turning/runs.ts';
import { addRun, analyze, cellsOf, compile, costDesign, costsFrom, courseOf, emptyTally, followingSeed, heldBackDesign, momentCells, pairDesign, pairsFrom, playCells, playRun, readScenario, roundsOf, THING_KINDS, turningFrom, type CellRuns } from '../../engine/index.ts';
import type { RunRecord } from '../../engine/record/record.ts';
import { edit, TWO_TRACKS } from '../helpers/world.ts';
import { folder, winset } from './fake-io.ts';
import { poisoned, SENT } from './poisoned.ts';

const place = folder();
afterAll(place.remove);
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');
async function said(line: string): Promise<string> {
  const { code, out, err } = await winset(line);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}
const json = async (line: string): Promise<Record<string, unknown>> => JSON.parse(await said(`${line} --json`)) as Record<string, unknown>;

describe('analyze', () => {
  it('says in plain words that there is no zone of agreement, and what would have to give', async () => {
    const out = flat(await said('analyze tutorial'));
    for (const part of [
      'At the opening, Fri 1 Mar 2024', 'There is no zone of agreement for “An agreement on the river”.', '8 texts could be tabled; none suits all whose consent it needs.',
      'The upper village, which must sign, could live with 3 (it walks away below 56 of 100).',
      '1. The lower village waives its red line “No dam that the other village runs alone” (opens 1 text).', '2. The upper village signs for 50 of 100 where it would walk away below 56 (opens 4 texts).',
      'In line 2 the upper village 55 would be enough where, besides, the upper village takes “Half each” (Who gets the water) into its stance.',
      'Line 1 would make possible, all else as it stands: Who gets the water Half each The new dam A dam of the upper village',
      'As things stand there is no deal; not all would stay, by any of the four concepts.', 'With line 1 a text is signed', 'Again: winset analyze tutorial',
    ]) expect(out).toContain(part);
  });
  it('tells a zone, what is open in it, and which texts the solutions pick, later in a run', async () => {
    const out = flat(await said('analyze tutorial --round 8 --seed 7 --run 2'));
    expect(out).toContain('After round 8 of run 2 under the seed 7');
    expect(out).toContain('a zone of agreement of 1 text');
    expect(out).toContain('All of them: worth the lower village');
    expect(out).toContain('Again: winset analyze tutorial --seed 7 --round 8 --run 2');
    const wide = place.file('wide.yaml');
    writeFileSync(wide, edit(readFileSync('scenarios/tutorial.yaml', 'utf8'), ['value: 0.56 + 0.15', 'value: 0.3 + 0.15']));
    const open = flat(await said(`analyze ${wide}`));
    expect(open).toContain('There is a zone of agreement for “An agreement on the river”.');
    expect(open).toMatch(/Open between them: .*\(in \d\)/u);
    expect(open).toMatch(/on the Pareto frontier; without a deal they have the lower village \d+, the upper village \d+ of 100\./u);
    expect(open).toMatch(/If nobody holds out for its own best text, the middle one is signed/u);
  });
  it.each(['2025-02-03', '2025-02-17', '2025-04-22'])('answers for the flagship from %s', async (from) => {
    const out = flat(await said(`analyze ukraine-2025 --from ${from}`));
    expect(out).toMatch(/There is (a zone of agreement for .*\. There is none|no zone of agreement) for “A truce” and “A settlement”\./u);
    expect(out).toContain('What would have to give before one does');
  });
  it('holds the texts of runs against the frontier', async () => {
    expect(flat(await said('analyze tutorial --runs 40'))).toMatch(/Texts that runs sign \d+ of 40 runs signed one, \d texts? in all\. All of them lie on the frontier of worth/u);
    const { runs, stages } = await json('analyze tutorial --runs 40');
    const [stage] = stages as { signed: { runs: number; texts: { runs: number }[] } }[];
    expect(runs).toBe(40);
    expect(stage?.signed.texts.reduce((sum, each) => sum + each.runs, 0)).toBe(stage?.signed.runs);
  });
  it('as JSON has all of it', async () => {
    const result = await json('analyze tutorial --size 2 --set drought=0.2');
    expect(Object.keys(result)).toEqual(['winset', 'scenario', 'hash', 'from', 'seed', 'run', 'round', 'date', 'over', 'open', 'levers', 'inForce', 'stages']);
    expect(result).toMatchObject({ round: 0, levers: { drought: 0.2 } });
    const [stage] = result['stages'] as Record<string, unknown>[];
    expect(Object.keys(stage ?? {})).toEqual(['stage', 'signed', 'texts', 'parties', 'zone', 'openings', 'bargain', 'stability']);
  });
  it.each([
    ['analyze tutorial --stage agrement', 'There is no stage “agrement”. Did you mean agreement?'],
    ['analyze tutorial --run 3', '--run says in which run the round of --round is'],
    ['analyze tutorial --seed 3', '--seed is of the run for --round or --vary'],
    ['analyze tutorial --workers 2', '--workers is for the runs of --runs'],
    ['analyze tutorial --round x', '--round takes a whole number'],
    ['analyze tutorial --size 9', '--size takes a whole number from 1 to 6'],
    ['redlines tutorial --of redlines', '--of takes red-lines, stances, links, all, not “redlines”. Did you mean red-lines?'],
    ['redlines tutorial -n 0', '--runs takes a whole number'],
    ['turning-points tutorial --run 0', '--run takes a whole number'],
  ])('refuses: winset %s', async (line, why) => {
    const { code, out, err } = await winset(line);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(why);
  });
});

describe('redlines', () => {
  it('tells what each costs, with an interval, and in how many runs it alone stood in the way', async () => {
    const out = flat(await said('redlines tutorial -n 100'));
    expect(out).toMatch(/“An agreement on the river”: signed in \d+ % of the runs as it is/u);
    expect(out).toMatch(/The lower village, “No dam .*\+\S+ \(\S+ to \S+\)/u);
    expect(out).toMatch(/it alone stood in the way in \d+ runs? of 100/u);
    expect(out).toContain('Again: winset redlines tutorial --seed 1 --runs 100');
  });
  it('does so for stances and links, and says when nothing is to be told', async () => {
    expect(flat(await said('redlines tutorial --of stances -n 40'))).toMatch(/The upper village, on Who gets .*the water/u);
    expect(flat(await said('redlines tutorial --of links -n 5'))).toContain('The scenario has no links.');
  });
  it.each([40, 60, 80, 100])('fits %d columns', async (columns) => {
    for (const line of ['redlines tutorial --of all -n 20', 'analyze tutorial', 'turning-points tutorial -n 30', 'turning-points tutorial --run 3 -n 5']) {
      const { out } = await winset(line, { columns });
      for (const one of out.split('\n').filter((each) => !each.startsWith('Again: '))) expect([line, one, one.length <= columns]).toEqual([line, one, true]);
    }
  });
  it('keeps to one stage where asked to', async () => {
    const two = place.file('two.yaml');
    writeFileSync(two, TWO_TRACKS);
    const kinds = ((await json(`redlines ${two} --stage settlement -n 4`))['measures'] as { kind: string; id: string }[]).filter(({ kind }) => kind === 'signed').map(({ id }) => id);
    expect(kinds).toEqual(['settlement']);
  });
  it('as JSON has every measure of every variant', async () => {
    const result = await json('redlines tutorial -n 30');
    expect(Object.keys(result)).toEqual(['winset', 'scenario', 'hash', 'from', 'seed', 'vary', 'view', 'set', 'of', 'runs', 'measures', 'things', 'pairs']);
    const [thing] = result['things'] as { variants: Record<string, unknown[] | null> }[];
    expect([thing?.variants['waived']?.length, thing?.variants['held'], thing?.variants['absolute']?.length]).toEqual([3, null, 3]);
  });
});

describe('turning-points', () => {
  it('tells what comes before a signature, and what becomes of it when that is held back', async () => {
    const out = flat(await said('turning-points tutorial -n 80'));
    expect(out).toMatch(/“An agreement on the river” is signed: \d+ % of the runs/u);
    expect(out).toMatch(/The upper village's stance on Who gets the water: from “The water is ours” to “Half each will do” before it in \d+ %, by then elsewhere in \d+ %; held back, \d+ % in place of \d+ %/u);
    expect(Object.keys(await json('turning-points tutorial -n 20'))).toEqual(['winset', 'scenario', 'hash', 'from', 'seed', 'vary', 'view', 'set', 'runs', 'turns']);
  });
  it('tells where one run turned, and what happened there', async () => {
    const out = flat(await said('turning-points tutorial --run 3 -n 40'));
    expect(out).toContain('Run 3 under the seed 1');
    expect(out).toMatch(/The turn: round \d+ “They sign” [+−]/u);
    expect(out).toMatch(/With the answers, by \d+ points: .* - The upper village refuses/u);
    const result = await json('turning-points tutorial --run 3 -n 10');
    expect(Object.keys(result)).toEqual(['winset', 'scenario', 'hash', 'from', 'seed', 'vary', 'view', 'set', 'run', 'course', 'turn', 'phases']);
  });
});

describe('stopped on the way', () => {
  it.each(['analyze tutorial --runs 100000', 'redlines tutorial', 'turning-points tutorial', 'turning-points tutorial --run 2'])('winset %s leaves nothing half said', async (line) => {
    const stop = new AbortController();
    stop.abort('interrupt');
    const { code, out } = await winset(line, { stop });
    expect([code, out]).toEqual([130, '']);
  });
});

describe('hostile titles', () => {
  it('are harmless on all of these pages', async () => {
    const read = readScenario('scenarios/tutorial.yaml');
    if (!read.ok) throw new Error('the tutorial does not read');
    const scenario = poisoned(read.scenario);
    const model = compile(scenario);
    const page = { width: 80, paint: UNPAINTED };
    const done = (runs: readonly CellRuns[] | null): readonly CellRuns[] => runs ?? [];
    const design = costDesign(scenario, THING_KINDS);
    const played = done(await playCells(design.scenarios, cellsOf(design.scenarios, 12, {}), { seed: '1', measures: design.measures, texts: design.texts }));
    const couples = pairDesign(design, played, 6, []);
    const together = done(await playCells(couples.scenarios, cellsOf(couples.scenarios, 12, {}), { seed: '1', measures: design.measures, texts: design.texts }));
    const tally = emptyTally(scenario);
    for (let run = 1; run <= 40; run++) {
      const records: RunRecord[] = [];
      playRun(model, run, { seed: '1', emit: (record) => { records.push(record); } });
      addRun(tally, run, records);
    }
    const back = heldBackDesign(scenario, tally, 4, {});
    const turning = turningFrom(tally, back, done(await playCells(back.scenarios, back.cells, { seed: '1', measures: back.measures })));
    const moments = roundsOf(model, { seed: '1', run: 3 });
    const course = courseOf(model, moments, done(await playCells([scenario], momentCells(moments, 5), { seed: followingSeed('1') })));
    for (const text of [
      analyzePage({ analysis: analyze(model), signed: null, runs: 0, seed: 'x\u001b[2J', run: 1, vary: true, set: ['a=\u001b[2J'], levers: {}, again: '' }, scenario, page),
      analyzePage({ analysis: analyze(model, { seed: '7', run: 2, round: 8 }), signed: null, runs: 0, seed: '7', run: 2, vary: false, set: [], levers: {}, again: '' }, scenario, page),
      costsPage({ costs: costsFrom(design, played), kinds: THING_KINDS, pairs: pairsFrom(design, couples, played, together), tried: couples.pairs.length, seed: '1', set: [], again: '' }, scenario, page),
      turnedRunsPage({ turning, runs: 40, seed: '1', set: [], again: '' }, scenario, page),
      turnedRunPage({ course, phases: course, seed: '1', run: 3, set: [], again: '' }, scenario, page),
    ]) {
      expect(text).toContain('[2J');
      expect(text).not.toMatch(SENT);
    }
  });
});
