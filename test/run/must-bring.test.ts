/** Stages whose texts must bring something: nobody tables another, asks for one or holds out for one. */
import { describe, expect, it } from 'vitest';
import { openStepper, type RunRecord } from '../../engine/index.ts';
import { boardOf } from '../../engine/model/board.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { only, play } from '../helpers/play.ts';
import { edit, modelFrom, TWO_TRACKS } from '../helpers/world.ts';

describe('a stage whose texts must bring something', () => {
  /** The fighting and a force are negotiated; without `must` a force alone may be sent. */
  const bare = edit(TWO_TRACKS, ['rounds: 8, reopens: true', 'rounds: 12, reopens: true'], ['    red-lines: { no-war-zone: { title: No force into a war, never: { force: sent, fire: [goes-on, sea] }, assumed: test } }\n', ''],
    ['force: { weight: 20, scores: { none: 100, sent: 30 }', 'force: { weight: 20, scores: { none: 10, sent: 100 }'], ['scores: { goes-on: 20, sea: 60, all: 100 }', 'scores: { goes-on: 100, sea: 40, all: 0 }']);
  const must = edit(bare, ['issues: [fire, force], signs', 'issues: [fire, force], must-bring: { fire: [sea, all] }, signs']);
  const ofTruce = (runs: readonly (readonly RunRecord[])[]): readonly Extract<RunRecord, { kind: 'tabled' }>[] => runs.flatMap((records) => {
    let stage = 'truce';
    return records.flatMap((record) => {
      if (record.kind === 'round' || (record.kind === 'stage' && record.is !== 'failed')) stage = record.stage;
      return record.kind === 'tabled' && stage === 'truce' ? [record] : [];
    });
  });
  it.each([['formulates', must], ['facilitates', edit(must, ['drafter: envoy, rounds: 12', 'drafter: envoy, style: facilitate, rounds: 12'])], ['is not there', edit(must, ['drafter: envoy, rounds: 12, reopens: true, guess: 0.4', 'protocol: alternating-offers, rounds: 12, reopens: true'], ['lake: { title: The lake, seats: [east, envoy]', 'lake: { title: The lake, seats: [east, west, envoy]'])]])('has no other texts where a mediator %s', (_, text) => {
    const texts = ofTruce(play(text, 60));
    expect(texts.length).toBeGreaterThan(60);
    for (const each of texts) expect(each.terms.fire).not.toBe('goes-on');
  });
  it('had others without', () => {
    expect(ofTruce(play(bare, 60)).some((each) => each.terms.fire === 'goes-on')).toBe(true);
  });
  it('is not asked for what could not be tabled, and nobody holds out for that', () => {
    const asked = (text: string): readonly unknown[] => play(text, 60).flatMap((records) => {
      const end = records.findIndex((record) => record.kind === 'stage');
      return only(records.slice(0, end < 0 ? undefined : end), 'answer').flatMap(({ amendment }) => (amendment?.issue === 'fire' ? [amendment.to] : []));
    });
    expect(asked(must).length).toBeGreaterThan(0);
    expect(asked(must)).not.toContain('goes-on');
    const top = (text: string): number => {
      const model = modelFrom(edit(text, ['scores: { goes-on: 0, sea: 50, all: 100 }', 'scores: { goes-on: 100, sea: 50, all: 0 }']));
      const { state } = openStepper(model, { seed: '1' }).world;
      return boardOf(model, 0, state.inForce, state.levers).top[model.parties.findIndex((party) => party.id === 'west')];
    };
    expect(top(bare) - top(must)).toBeCloseTo(0.15, 10); // half of the weight of the fighting, which is 30 of 100
  });
  it('does not take one from a person, and says what it must bring', () => {
    const stepper = openStepper(modelFrom(must), { seed: '1' });
    expect(stepper.choose({ kind: 'text', round: 1, terms: { force: 'sent' } })).toBe('a text of “A truce” must bring “The fighting”: “Truce at sea” or “Ceasefire”, where that is not in force already');
    expect(stepper.choose({ kind: 'text', round: 1, terms: { fire: 'sea', force: 'sent' } })).toBeNull();
    expect(only(stepper.round(), 'tabled')[0]).toMatchObject({ byChoice: true, terms: { fire: 'sea', force: 'sent' } });
  });
  it('does not table one that was written ahead, and goes on without it, in both walkers', () => {
    const model = modelFrom(must);
    const choices = [{ kind: 'text', round: 2, terms: { fire: 'goes-on', force: 'sent' } }] as const;
    const stepper = openStepper(model, { seed: '1', choices });
    stepper.toEnd();
    const records: RunRecord[] = [];
    playRun(model, 1, { seed: '1', choices, emit: (record) => records.push(record) });
    expect(records).toEqual(stepper.records);
    expect(only(records, 'not-admitted')).toEqual([{ kind: 'not-admitted', round: 2, phase: 'table', by: 'envoy', stage: 'truce', terms: { fire: 'goes-on', force: 'sent' } }]);
    expect(only(records, 'tabled').every((each) => !each.byChoice)).toBe(true);
  });
});
