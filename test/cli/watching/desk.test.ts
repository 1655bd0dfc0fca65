/** Versions of a scenario: what is played, what is kept, and what is held against what. */
import { describe, expect, it } from 'vitest';
import { asTaken } from '../../../cli/open.ts';
import { Desk } from '../../../cli/watching/desk.ts';
import type { Reading } from '../../../cli/watching/desk.ts';
import { crewOf, openTeam } from '../../../engine/index.ts';
import type { Team } from '../../../engine/index.ts';
import { pair } from '../../helpers/pairs.ts';
import { edit, modelFrom, scenarioFrom, SMALLEST } from '../../helpers/world.ts';

const EDITED = edit(SMALLEST, ['walk-away: { value: 0.3, assumed: test }\n    stances', 'walk-away: { value: 0.6, assumed: test }\n    stances']);
const RUNS = 450;
const never = new AbortController().signal;
const read = (text: string): Reading => ({ ok: true, bases: [], scenario: scenarioFrom(text), taken: {} });
const broken: Reading = { ok: false, bases: [], problems: [], says: 'It cannot be.' };

/** A desk whose team counts the runs that it plays. */
function counting(): { readonly desk: Desk; readonly played: number[]; readonly team: Team } {
  const inner = openTeam(crewOf(0));
  const played: number[] = [];
  let time = 0;
  const team: Team = {
    add: inner.add, end: inner.end,
    play: (cells, options) => {
      for (const cell of cells) played[cell.scenario] = (played[cell.scenario] ?? 0) + cell.runs;
      return inner.play(cells, options);
    },
  };
  return { desk: new Desk({ team, seed: '3', runs: RUNS, now: () => time++ }), played, team };
}

describe('a desk', () => {
  it('holds each save against the one before, with the runs of a comparison', async () => {
    const { desk, played } = counting();
    expect(desk.take(read(SMALLEST), asTaken)).toBe(true);
    expect(desk.comparison(0)).toBeNull();
    expect(await desk.play(never, never, () => {})).toBe(true);
    expect(desk.alone(0)).toMatchObject({ runs: RUNS, alike: RUNS });
    expect(played).toEqual([RUNS]);
    desk.take(read(EDITED), asTaken);
    expect(await desk.play(never, never, () => {})).toBe(true);
    // The side that did not change is kept.
    expect(played).toEqual([RUNS, RUNS]);
    const comparison = desk.comparison(1);
    expect(comparison?.result).toEqual(await pair(modelFrom(SMALLEST), modelFrom(EDITED), { seed: '3', runs: RUNS }));
    expect(comparison?.same).toBe(false);
    expect(comparison?.found.map(({ path }) => path)).toHaveLength(1);
    // What is undone was played before, and differs from the start by exactly nothing.
    desk.take(read(SMALLEST), asTaken);
    expect(await desk.play(never, never, () => {})).toBe(true);
    expect(played).toEqual([RUNS, RUNS]);
    expect(desk.comparison(2, 'start')).toMatchObject({ same: true, found: [], beyond: [], result: { alike: RUNS } });
    for (const one of desk.comparison(2, 'start')?.result.outcomes ?? []) expect(one).toMatchObject({ difference: 0, low: 0, high: 0 });
    expect(desk.comparison(2)?.result.crossings.map(({ from, to, count }) => [to, from, count])).toEqual(comparison?.result.crossings.map(({ from, to, count }) => [from, to, count]));
  });

  it('stops between portions, and goes on where it stopped', async () => {
    const { desk, played } = counting();
    desk.take(read(SMALLEST), asTaken);
    const stop = new AbortController();
    expect(await desk.play(stop.signal, never, () => stop.abort())).toBe(false);
    const { runs = 0 } = desk.alone(0) ?? {};
    expect(runs).toBeGreaterThan(0);
    expect(runs).toBeLessThan(RUNS);
    // Saved before the first had its runs: both come to have them.
    desk.take(read(EDITED), asTaken);
    expect(await desk.play(never, never, () => {})).toBe(true);
    expect(played).toEqual([RUNS, RUNS]);
    expect(desk.comparison(1)?.result).toEqual(await pair(modelFrom(SMALLEST), modelFrom(EDITED), { seed: '3', runs: RUNS }));
  });

  it('keeps what it has while the file cannot be played', async () => {
    const { desk, played } = counting();
    desk.take(read(SMALLEST), asTaken);
    expect(desk.take(broken, asTaken)).toBe(true);
    expect(desk.take(broken, asTaken)).toBe(false);
    expect(desk.trouble).toEqual({ nth: 1, problems: [], says: 'It cannot be.' });
    expect(await desk.play(never, never, () => {})).toBe(false);
    expect(played).toEqual([]);
    // Mended without another change: no new version.
    expect(desk.take(read(SMALLEST), asTaken)).toBe(true);
    expect(desk.trouble).toBeNull();
    expect(desk.versions).toHaveLength(1);
    expect(desk.take(read(`# a comment\n${SMALLEST}`), asTaken)).toBe(false);
    desk.take(read(EDITED), asTaken);
    expect(desk.versions.map(({ nth }) => nth)).toEqual([0, 2]);
  });

  it('begins with a file that cannot be played', async () => {
    const { desk } = counting();
    expect(desk.take(broken, asTaken)).toBe(true);
    expect(await desk.play(never, never, () => {})).toBe(false);
    desk.take(read(SMALLEST), asTaken);
    expect(desk.versions.map(({ nth, found }) => [nth, found])).toEqual([[1, []]]);
  });
});
