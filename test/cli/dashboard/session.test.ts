import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../cli/views/dashboard/decode.ts';
import { History } from '../../../cli/views/dashboard/history.ts';
import { anotherSeed } from '../../../cli/views/dashboard/naming.ts';
import { Session } from '../../../cli/views/dashboard/session.ts';
import type { Outside, Saving } from '../../../cli/views/dashboard/session.ts';
import { END, lookAt, scenario, walkers } from './fixture.ts';

interface Desk { readonly type: (text: string) => void; readonly session: Session<unknown>; readonly saved: { name: string; text: string; over: boolean }[]; readonly codes: number[] }

function desk(saving: Saving = { kind: 'saved', shown: 'file.jsonl' }): Desk {
  const saved: { name: string; text: string; over: boolean }[] = [];
  const codes: number[] = [];
  const outside: Outside = {
    save: (name, text, over) => { saved.push({ name, text, over }); return over ? { kind: 'saved', shown: name } : saving; },
    replay: (file) => `winset run april --replay ${file}`, suspend: () => undefined, edit: () => undefined, redraw: () => undefined, quit: (code) => { codes.push(code); },
  };
  const session: Session<unknown> = new Session(scenario, walkers, { seed: '42', choices: [], columns: 80, rows: 24 }, outside);
  const decoder = new Decoder();
  return { session, saved, codes, type: (text) => { session.press(decoder.feed(text)); session.press(decoder.flush()); } };
}

describe('walking a run back and forth', () => {
  it('shows at every moment what it showed the first time, also when looks are no longer kept', () => {
    const history = new History(walkers, '42');
    history.toEnd();
    expect(history.last).toBe(END);
    for (const at of [0, 3, 17, END]) {
      history.show(at);
      expect(history.look).toEqual(lookAt(at));
    }
  });
  it('steps by rounds in both directions', () => {
    const history = new History(walkers, '42');
    history.forwardRound();
    expect(history.at).toBe(8);
    history.forward();
    history.forwardRound();
    expect(history.at).toBe(16);
    history.show(20);
    history.toEnd();
    history.show(20);
    history.forwardRound();
    expect(history.at).toBe(24);
    history.backRound();
    expect(history.at).toBe(16);
  });
  it('forgets what came after a choice in the past, and keeps the choice', () => {
    const history = new History(walkers, '42');
    history.toEnd();
    history.show(12);
    expect(history.choose({ kind: 'answer', round: 2, party: 'ukraine', answer: 'accept' })).toBe(null);
    expect(history.last).toBe(12);
    expect(history.head.choices).toHaveLength(1);
    history.toEnd();
    history.show(3);
    history.show(12);
    expect(history.choose({ kind: 'answer', round: 2, party: 'russia', answer: 'refuse' })).toBe(null);
    expect(history.head.choices).toHaveLength(2);
  });
});

describe('a session', () => {
  it('steps to the end, back to the start and forward again', () => {
    const { session, type } = desk();
    type('G');
    expect(session.view().end?.outcome).toBe('war');
    type('g');
    expect(session.view()).toMatchObject({ at: 0, end: null, before: null });
    type('lll');
    expect(session.view().at).toBe(3);
    type('\u001b[D');
    expect(session.view().at).toBe(2);
  });
  it('tells what is new since the last step', () => {
    const { session, type } = desk();
    type('    ');
    expect(session.view().log.filter((line) => line.fresh).map((line) => line.text)).toEqual([expect.stringContaining('London')]);
    type('r');
    expect(session.view().log.filter((line) => line.fresh)).toEqual([]);
    type('g');
    expect(session.view().log).toEqual([]);
  });
  it('selects what stands most in the way until a person selects', () => {
    const { session, type } = desk();
    type('rrr    ');
    expect(session.view().ui).toMatchObject({ line: { text: 2 }, party: 0 });
    type('j');
    type('   ');
    expect(session.view().ui.line.text).toBe(3);
  });
  it('plays by itself and stops at the end', () => {
    const { session, type } = desk();
    type('p');
    for (let at = 0; at < END + 5; at += 1) session.tick();
    expect(session.playing).toBe(false);
    expect(session.view().at).toBe(END);
  });
  it('saves head and records as lines, and says how to play them again', () => {
    const { session, type, saved } = desk();
    type('rs\r');
    const lines = saved[0]?.text.trimEnd().split('\n').map((line): unknown => JSON.parse(line)) ?? [];
    expect(saved[0]?.name).toBe('april-seed42.run.jsonl');
    expect(lines[0]).toMatchObject({ winset: 1, seed: '42' });
    expect(lines[1]).toMatchObject({ kind: 'round', round: 1 });
    expect(session.view().ui.said).toBe('Saved. To play it again: winset run april --replay file.jsonl');
  });
  it('never writes over a file unasked', () => {
    const { type, saved } = desk({ kind: 'exists' });
    type('s\r');
    expect(saved.map((one) => one.over)).toEqual([false]);
    type('y');
    expect(saved.map((one) => one.over)).toEqual([false, true]);
  });
  it('answers for a party, and then asks before it quits', () => {
    const { session, type, codes } = desk();
    type('r    ');
    expect(session.view().seats.map((seat) => seat.party)).toContain('ukraine');
    type('ty');
    expect(session.view().ui.said).toContain('Ukraine: it accepts');
    expect(session.view().seats.map((seat) => seat.party)).not.toContain('ukraine');
    type('q');
    expect(codes).toEqual([]);
    type('s\rq');
    expect(codes).toEqual([0]);
  });
  it('begins again under another seed', () => {
    const { session, type } = desk();
    type('Gn');
    expect(session.view()).toMatchObject({ seed: '43', at: 0 });
    expect([anotherSeed('7'), anotherSeed('x'), anotherSeed('x-9')]).toEqual(['8', 'x-2', 'x-10']);
  });
});
