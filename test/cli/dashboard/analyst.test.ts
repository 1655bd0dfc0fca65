/** An analyst at the screen, on the engine's own runs: what is decided, where it goes, and that nothing is lost. */
import { describe, expect, it } from 'vitest';
import type { RunHead } from '../../../engine/index.ts';
import { modelFrom, SMALLEST } from '../../helpers/world.ts';
import { desk, expectReplay } from './desk.ts';

const smallest = modelFrom(SMALLEST);

describe('an analyst', () => {
  it('writes for the drafter with everybody’s marks, fires and holds back, and changes an assumption', () => {
    const { type, view, saved } = desk(smallest, []);
    type('vf');
    type('Lllll\r');
    type('   ');
    type('tw');
    expect(view().ui.mode.kind).toBe('draft');
    expect(Object.keys(view().look.text?.marks['share'] ?? {})).toEqual(['north', 'south', 'judge']);
    type('ll\r ');
    const log = view().log.map((line) => line.text).join('\n');
    expect(log).toContain('A storm (assumed). (Decided by a person.)');
    expect(log).toContain('An assumption is changed: Pace of fatigue, from 0.05 to 0.09.');
    expect(log).toMatch(/The judge tables a first text.*\(Decided by a person\.\)/);
    type('r');
    type('vh ');
    expect(view().log.map((line) => line.text)).toContain('Held back in this round: “A storm”. (Decided by a person.)');
    type('s\r');
    expect((saved()[0] as RunHead).choices.map((choice) => choice.kind).sort()).toEqual(['event', 'event', 'lever', 'text']);
    expectReplay(smallest, saved());
  });
  it('takes any seat, is asked whenever it is its turn with an analyst’s view, and gives it back', () => {
    const { type, view, screen } = desk(smallest, []);
    type('tj');
    expect(screen()).toContain('▸South');
    type('\r');
    expect(view().ui.sits).toEqual(['south']);
    expect(view().ui.said).toContain('You sit for South');
    type('G');
    expect(view().ui.mode).toMatchObject({ kind: 'question', asked: { kind: 'answer', party: 'south' } });
    expect(view().look.parties.every((party) => party.walkAway !== null || party.party === 'judge')).toBe(true);
    type('n');
    expect(view().look.nextPhase).toBe('movement');
    type('G');
    expect(view().ui.mode.kind).toBe('question');
    type('\u001b');
    expect(view().ui.mode.kind).toBe('look');
    type(' ');
    expect(view().ui.mode.kind).toBe('question');
    type('t');
    expect(view().ui).toMatchObject({ sits: [], said: expect.stringContaining('given back') });
    type('G');
    expect(view().end).not.toBe(null);
  });
  it('may have another text answered in the past: both runs stay, and both are saved as they went', () => {
    const { type, view, saved, screen } = desk(smallest, []);
    type('rr');
    while (view().look.nextPhase !== 'answers' || view().look.round !== 1) type('h');
    type('ty');
    const grown = view();
    expect(grown.ui.said).toContain('A branch begins here, “North accepts”; “main” is kept.');
    expect(grown.branches.map(({ name, strokes, from }) => ({ name, strokes, from }))).toEqual([{ name: 'main', strokes: '', from: null }, { name: 'North accepts', strokes: '└─ ', from: 1 }]);
    type('rs\r');
    expect((saved()[0] as RunHead).choices).toHaveLength(1);
    expectReplay(smallest, saved());
    type('bk\r');
    expect(view().last).toBe(16);
    type('Gs\r');
    expect((saved()[0] as RunHead).choices).toHaveLength(0);
    expectReplay(smallest, saved());
    type('B');
    expect(screen()).toContain('they part in round 1, answers');
    expect(screen()).toContain('North accepts (round 1)');
  });
});
