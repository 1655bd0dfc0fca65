/** People in seats, on the engine's own runs: who is asked what, when, and what the screen gives away. */
import { describe, expect, it } from 'vitest';
import type { View } from '../../../cli/views/dashboard/view.ts';
import { openStepper } from '../../../engine/index.ts';
import type { RunHead } from '../../../engine/index.ts';
import { edit, modelFrom, SMALLEST } from '../../helpers/world.ts';
import { desk, expectReplay } from './desk.ts';
import type { Desk } from './desk.ts';

const smallest = modelFrom(SMALLEST);
const OFFERS = edit(SMALLEST, ['drafter: judge, rounds: 10', 'protocol: alternating-offers, rounds: 10']);

describe('one person in a seat', () => {
  it('is asked when its answer is due, and what it says is played at once', () => {
    const { type, view, screen } = desk(smallest, ['south']);
    type('r');
    expect(view()).toMatchObject({ ui: { mode: { kind: 'question', asked: { kind: 'answer', party: 'south' } } }, look: { nextPhase: 'answers' } });
    expect(screen()).toContain('What does South say to the text on the table?');
    type('n');
    expect(view().look.nextPhase).toBe('movement');
    expect(view().log.some((line) => line.text.startsWith('South refuses') && line.text.endsWith('(Decided by a person.)'))).toBe(true);
  });
  it('stops on the way to the end at each of its turns', () => {
    const { type, view } = desk(smallest, ['south']);
    type('G');
    expect(view().ui.mode.kind).toBe('question');
    for (let turns = 0; turns < 30 && view().end === null; turns += 1) type('mG');
    expect(view().end).not.toBe(null);
  });
  it('looks around before it answers, and is asked again', () => {
    const { type, view } = desk(smallest, ['south']);
    type('r\u001b');
    expect(view().ui.mode.kind).toBe('look');
    type('3j1t');
    expect(view().ui.mode.kind).toBe('question');
    type('\u001b ');
    expect(view().ui.mode.kind).toBe('question');
  });
  it('plays as the model would when the model speaks for it', () => {
    const { type, view } = desk(smallest, ['south']);
    for (let turns = 0; turns < 40 && view().end === null; turns += 1) type('Gm');
    const alone = openStepper(smallest, { seed: '7' });
    alone.toEnd();
    expect(view().look.inForce).toEqual(alone.look().inForce);
    expect(view().look.round).toBe(alone.look().round);
  });
  it('may answer otherwise in the past, which begins a branch and loses nothing', () => {
    const { type, view } = desk(smallest, ['south']);
    type('rnr');
    while (view().look.nextPhase !== 'answers' || view().look.round !== 1) type('h');
    type('l');
    expect(view().ui.mode.kind).toBe('look');
    type('ht');
    expect(view().ui.mode).toMatchObject({ kind: 'question', asked: { party: 'south' } });
    type('y');
    expect(view().at).toBe(view().last);
    expect(view().branches.map((one) => one.name)).toEqual(['main', 'branch 2']);
    expect(view().log.filter((line) => line.text.startsWith('South')).map((line) => line.text)).toEqual(['South accepts the text. (Decided by a person.)']);
  });
  it('writes the text where it drafts', () => {
    const { type, view, screen } = desk(smallest, ['judge']);
    type('r');
    expect(view().ui.mode).toMatchObject({ kind: 'draft', terms: { share: 'all' } });
    type('ll');
    expect(screen()).toContain('◂ Half ▸ 3/5');
    expect(Object.keys(view().look.text?.marks['share'] ?? {})).toEqual(['judge']);
    type('\r');
    expect(view().look.text?.terms).toEqual({ share: 'half' });
  });
  it('votes at home, and may repudiate what binds it', () => {
    const text = edit(SMALLEST, ['walk-away: { value: 0.3, assumed: test }', 'walk-away: { value: 0.3, assumed: test }\n    ratifies: { stages: [deal], support: "0.9", assumed: test }'],
      ['rounds: 10, assumed: test } }', 'rounds: 10, binds: [judge], assumed: test } }'], ['none: 0 }, assumed: test } }\nmediator', 'none: 0 }, assumed: test } }\n    walk-away: { value: 0.1, assumed: test }\nmediator']);
    const { type, view, saved } = desk(modelFrom(text), ['north']);
    const asked: string[] = [];
    for (let turns = 0; turns < 60 && view().end === null; turns += 1) {
      type('G');
      const { mode } = view().ui;
      if (mode.kind === 'question') asked.push(mode.asked.kind);
      type(mode.kind === 'question' && mode.asked.kind === 'vote' ? 'n' : 'm');
    }
    expect(asked).toContain('vote');
    type('s\r');
    expect((saved()[0] as RunHead).choices).toContainEqual(expect.objectContaining({ kind: 'vote', party: 'north', yes: false }));
    expect(saved()).toContainEqual(expect.objectContaining({ kind: 'ratified', party: 'north', yes: false }));
    expectReplay(modelFrom(text), saved());
    const bound = desk(modelFrom(text), ['judge']);
    const questions: string[] = [];
    for (let turns = 0; turns < 60 && bound.view().end === null; turns += 1) {
      bound.type('G');
      const { mode } = bound.view().ui;
      if (mode.kind === 'question') questions.push(mode.asked.kind);
      bound.type(mode.kind === 'question' ? 'n' : 'm');
    }
    expect(questions).toEqual(['bound']);
  });
});

describe('a seat', () => {
  /** Every pane, and every page of reasons, as it stands. */
  function everything({ type, screen, view }: Desk): string {
    const shown: string[] = [];
    for (const pane of ['1', '2', '3', '4']) {
      type(pane);
      for (let line = 0; line < 12; line += 1) {
        shown.push(screen());
        type('\r');
        shown.push(screen());
        type('c');
        shown.push(screen());
        type(view().ui.pane === 'text' && line % 3 === 2 ? 'x.' : 'xj');
      }
      type('kkkkkkkkkkkk,,,');
    }
    return shown.join('\n');
  }

  it('never shows a line that nobody has stated before it has come out, on any page', () => {
    const hidden = modelFrom(edit(SMALLEST, ['title: Not all to the north,', 'stated: false, title: Not all to the north,'], ['never: { share: most }', 'never: { share: half }']));
    let cameOut = 0;
    for (const seed of ['1', '2', '3', '4']) {
      const at = desk(hidden, ['north'], seed);
      for (let turns = 0; turns < 12 && view(at).end === null; turns += 1) {
        at.type('rm');
        const out = view(at).log.some((line) => line.record.kind === 'learned');
        if (out) {
          cameOut += 1;
          expect(at.screen()).toContain('Not all to the north');
          break;
        }
        expect(everything(at)).not.toContain('Not all to the north');
      }
    }
    expect(cameOut).toBeGreaterThan(0);
  });
  it('never shows a gauge of another, nor the worth of a text to it', () => {
    const at = desk(smallest, ['south']);
    for (let turns = 0; turns < 5; turns += 1) {
      at.type('rm');
      const shown = everything(at);
      expect(shown).not.toContain('Fatigue');
      expect(shown).not.toMatch(/worth \d+ to North|Keeps most.*Half will do/);
    }
  });
});

const view = (at: Desk): View => at.view();

describe('two people who share a keyboard', () => {
  it('each see their own over a cover, and nobody the other’s', () => {
    const { type, view, screen } = desk(smallest, ['north', 'south']);
    expect(view()).toMatchObject({ viewer: null, people: ['north', 'south'] });
    type('r');
    expect(screen()).toContain('Hand the keyboard to North.');
    expect(screen()).not.toMatch(/Fatigue|share|%/);
    type('\r');
    expect(view().viewer).toBe('north');
    expect(screen()).toContain('Fatigue');
    type('n');
    expect(screen()).toContain('Hand the keyboard to South.');
    expect(view().viewer).toBe(null);
    type('\r');
    expect(view().viewer).toBe('south');
    expect(screen()).not.toContain('Fatigue');
    type('y');
    expect(screen()).toContain('All who are asked have spoken.');
    type('\r');
    expect(view()).toMatchObject({ viewer: null, look: { nextPhase: 'movement' } });
    expect(view().log.filter((line) => line.record.kind === 'answer')).toHaveLength(2);
    expect(screen()).toContain('what all may see');
  });
  it('do not read each other’s answers before both have answered', () => {
    const { type, view } = desk(smallest, ['north', 'south']);
    type('r\rn\r');
    expect(view().viewer).toBe('south');
    expect(view().log.some((line) => line.record.kind === 'answer')).toBe(false);
    expect(view().look.text?.verdicts.find((verdict) => verdict.party === 'north')).toMatchObject({ answer: null, would: null });
  });
  it('make offers in turn, the second in answer to the first', () => {
    const { type, view, saved } = desk(modelFrom(OFFERS), ['north', 'south']);
    type('r\r');
    expect(view().ui.mode).toMatchObject({ kind: 'draft', asked: { party: 'north', offer: true } });
    type('l\r\r');
    expect(view()).toMatchObject({ viewer: 'south', ui: { mode: { kind: 'question', asked: { text: { terms: { share: 'most' }, by: 'north' } } } }, look: { text: { by: 'north', terms: { share: 'most' } } } });
    type('n');
    expect(view().ui.mode).toMatchObject({ kind: 'draft', asked: { party: 'south', offer: true }, terms: { share: 'most' } });
    type('lll\r\r');
    expect(view().look.text).toMatchObject({ by: 'south', terms: { share: 'none' } });
    type('s\r');
    expectReplay(modelFrom(OFFERS), saved());
  });
  it('find nothing of the other’s after a step back, or when one gives up quitting', () => {
    const { type, view, screen } = desk(smallest, ['north', 'south']);
    type('r\r\u001b');
    expect(view().viewer).toBe('north');
    type('t');
    expect(view().viewer).toBe(null);
    expect(screen()).not.toContain('Fatigue');
    type('r\rnq');
    expect(view().ui.mode).toMatchObject({ kind: 'ask', question: 'quit' });
    expect(screen()).not.toContain('Fatigue');
    type('n');
    expect(view()).toMatchObject({ viewer: null, ui: { mode: { kind: 'look' } } });
    type(' \r');
    expect(view()).toMatchObject({ viewer: 'south', ui: { mode: { kind: 'question' } } });
    type('\u001bh');
    expect(view().viewer).toBe('south');
    expect(screen()).not.toContain('Fatigue');
  });
  it('save a file that holds everything, and are told so', () => {
    const { type, view, saved } = desk(smallest, ['north', 'south']);
    type('r\ry\ry\rs\r');
    expect(view().ui.said).toContain('The file holds everything');
    expect((saved()[0] as RunHead).choices).toHaveLength(2);
    expect(saved()).toContainEqual(expect.objectContaining({ kind: 'answer', party: 'south', threshold: expect.any(Number) }));
  });
});
