/** Votes at home on what was signed: when they are taken, and what they outlast. */
import { describe, expect, it } from 'vitest';
import { batch, openStepper, type RunRecord } from '../../engine/index.ts';
import { only, play } from '../helpers/play.ts';
import { edit, modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const WALK = 'walk-away: { value: 0.3, assumed: test }';

describe('ratification at home', () => {
  const voted = (support: string, takes = ''): string => edit(SMALLEST, [WALK, `${WALK}\n    ratifies: { stages: [deal], support: "${support}", steepness: 8${takes}, assumed: test }`]);
  it('lets a text come into force after a yes, and sends it back after a no', () => {
    const runs = play(voted("in_force.share == 'half' ? 0.35 : 0.6"), 80).flat();
    const votes = only(runs, 'ratified');
    expect(votes.some((vote) => vote.yes)).toBe(true);
    expect(votes.some((vote) => !vote.yes)).toBe(true);
    for (const records of play(voted("in_force.share == 'half' ? 0.35 : 0.6"), 80)) {
      expect(only(records, 'settled').length).toBe(only(records, 'ratification').filter((each) => each.is === 'done').length);
    }
  });
  it('asks what was signed, not what is in force', () => {
    for (const vote of only(play(voted("in_force.share == 'all' ? 0 : 1"), 40).flat(), 'ratified')) expect(vote.support).toBe(1);
  });
  it('takes the time it takes', () => {
    for (const records of play(voted('0.9', ', takes: 2 weeks'), 30)) {
      const begun = only(records, 'ratification').find((each) => each.is === 'begun');
      const vote = only(records, 'ratified')[0];
      if (!begun || !vote) continue;
      expect(vote.round).toBe(begun.round + 2);
      expect(only(records, 'diplomacy').some((each) => each.round === begun.round && each.to === 'ratifying')).toBe(true);
      if (!vote.yes) expect(only(records, 'diplomacy').some((each) => each.round === vote.round && each.from === 'ratifying' && each.to === 'talks')).toBe(true);
    }
  });
});

/** From a ratification's beginning to its end: the records between, and the last. */
function pending(records: readonly RunRecord[]): readonly (readonly RunRecord[])[] {
  return records.flatMap((record, i) => {
    if (record.kind !== 'ratification' || record.is !== 'begun') return [];
    const end = records.findIndex((each, at) => at > i && each.kind === 'ratification');
    return [records.slice(i, end < 0 ? undefined : end + 1)];
  });
}

describe('a signed text that waits for its votes', () => {
  const late = (support: string): string => edit(SMALLEST, [WALK, `${WALK}\n    ratifies: { stages: [deal], support: "${support}", steepness: 8, takes: 4 weeks, assumed: test }`]);
  it('is voted on also after the calendar, in which nothing else is negotiated', () => {
    const runs = play(late('0.6'), 200);
    const over = runs.filter((records) => only(records, 'round').some((each) => each.round > 10));
    expect(over.length).toBeGreaterThan(5);
    for (const records of runs) for (const wait of pending(records)) expect(wait.at(-1)).toMatchObject({ kind: 'ratification', is: expect.stringMatching(/done|failed/u) as string });
    const ends = over.map((records) => [only(records, 'ratification').at(-1)?.is, only(records, 'ended')[0].how, only(records, 'ended')[0].outcome].join(' '));
    expect(new Set(ends)).toEqual(new Set(['done settled deal', 'failed time none']));
    for (const records of over) expect(records.some((each) => each.round > 10 && ['meeting', 'no-meeting', 'tabled', 'answer', 'no-text'].includes(each.kind))).toBe(false);
    for (const records of over) expect(only(records, 'ended')[0].round).toBe((only(records, 'ratification').findLast((each) => each.is === 'begun')?.round ?? 0) + 4);
  });
  it('leaves a person the vote, and nothing else, after the calendar', () => {
    const stepper = openStepper(modelFrom(late('0.6')), { seed: '1' });
    expect(stepper.choose({ kind: 'vote', round: 14, party: 'north', yes: true })).toBeNull();
    expect(stepper.choose({ kind: 'vote', round: 15, party: 'north', yes: true })).not.toBeNull();
    expect(stepper.choose({ kind: 'text', round: 11, terms: { share: 'half' } })).not.toBeNull();
  });
  it('is counted with the round in which it came into force', async () => {
    const result = await batch(modelFrom(late('0.9')), { runs: 300, seed: 'late' });
    expect(result.rounds?.signed).toBe(result.outcomes.find((each) => each.id === 'deal')?.count);
    expect(result.rounds?.high).toBeGreaterThan(10);
  });
  it('is not given up by a mediator who walks away, who may do so after a no', () => {
    const runs = play(edit(late('0.5'), ['takes: 4 weeks', 'takes: 2 weeks'], ['mediator: { party: judge }', 'mediator: { party: judge, walks-away: { when: round > 2, chance: 0.3 / week, assumed: test } }']), 300);
    const waited = runs.filter((records) => pending(records).length > 0);
    expect(waited.length).toBeGreaterThan(20);
    for (const records of waited) for (const wait of pending(records)) expect(only(wait, 'talks-ended')).toEqual([]);
    expect(waited.some((records) => only(records, 'ended')[0].how === 'walked-away')).toBe(true);
  });
  it('outlives the truce under which it was signed, whose stage opens again only after a no', () => {
    const voting = edit(TWO_TRACKS, ['value: 3,', 'value: 4,'], ['    walk-away: { value: 0.4 - 0.3 * (front - 0.5), assumed: test }', '    walk-away: { value: 0.4 - 0.3 * (front - 0.5), assumed: test }\n    ratifies: { stages: [settlement], support: 0.5, takes: 4 weeks, assumed: test }']);
    const broken = play(voting, 400).filter((records) => pending(records).some((wait) => only(wait, 'broke').length > 0));
    expect(broken.length).toBeGreaterThan(5);
    let reopened = 0;
    for (const records of broken) for (const wait of pending(records).filter((each) => only(each, 'broke').length > 0)) {
      expect(only(wait, 'stage')).toEqual([]);
      const end = wait.at(-1);
      if (end?.kind !== 'ratification' || end.is !== 'failed') continue;
      const after = records.slice(records.indexOf(end));
      if (only(after, 'stage')[0]?.is === 'reopened' && only(after, 'stage')[0].round === end.round) reopened++;
    }
    expect(reopened).toBeGreaterThan(0);
  });
  it('falls with a signatory that leaves, who is then named as what stood in the way', async () => {
    const leaving = edit(late('0.9'), ['    red-lines: { dignity', '    posture: { start: at-table, states: { at-table: { on: { storm: left } }, left: {} }, assumed: test }\n    red-lines: { dignity'], ['moves: { north.fatigue: 0.1 }', 'moves: { north.fatigue: 0.1 }, sends: storm']);
    const left = play(leaving, 100).filter((records) => pending(records).some((wait) => only(wait, 'talks-ended').length > 0));
    expect(left.length).toBeGreaterThan(3);
    for (const records of left) expect(only(records, 'ended')[0]).toMatchObject({ how: 'left', outcome: 'none' });
    expect((await batch(modelFrom(leaving), { runs: 100, seed: 'further' })).blockers.by.find((each) => each.kind === 'left')).toMatchObject({ party: 'south', count: left.length });
  });
});
