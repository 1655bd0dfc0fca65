import { describe, expect, it } from 'vitest';
import { ACTIONS, actionOf, ALWAYS, KEYS, OFFERED } from '../../../cli/views/dashboard/keys.ts';
import { reduce } from '../../../cli/views/dashboard/reducer.ts';
import type { Next } from '../../../cli/views/dashboard/reducer.ts';
import { FIRST } from '../../../cli/views/dashboard/ui.ts';
import type { Facts, Todo, Ui } from '../../../cli/views/dashboard/ui.ts';

const FACTS: Facts = {
  lines: { text: 7, parties: 20, pressure: 5, log: 30 }, parties: 4, page: 10, scrollEnd: 12, ended: false, latest: true, atStart: false, unsaved: false, seats: ['ukraine', 'russia'], fileName: 'april-seed42.run.jsonl',
};
const special = new Set(['space', 'left', 'right', 'up', 'down', 'tab', 'shift-tab', 'enter', 'escape', 'backspace', 'ctrl-c', 'ctrl-z', 'home', 'end', 'page-down', 'paste']);
function press(keys: readonly string[], ui: Ui = FIRST, facts: Partial<Facts> = {}): Next {
  return keys.reduce<Next>((next, name) => reduce(next.ui, { name, text: special.has(name) ? '' : name }, { ...FACTS, ...facts }), { ui, todo: null });
}
const todo = (name: string, facts: Partial<Facts> = {}): Todo | null => press([name], FIRST, facts).todo;

describe('time', () => {
  it('steps, and goes back and forth', () => {
    expect(todo('space')).toEqual({ kind: 'phase' });
    expect(todo('r')).toEqual({ kind: 'round' });
    expect(todo('left')).toEqual({ kind: 'back' });
    expect(todo('R')).toEqual({ kind: 'back-round' });
    expect(todo('right', { latest: false })).toEqual({ kind: 'forward' });
    expect(todo('g')).toEqual({ kind: 'start' });
    expect(todo('end')).toEqual({ kind: 'end' });
  });
  it('says why it does not move', () => {
    expect(press(['left'], FIRST, { atStart: true })).toMatchObject({ todo: null, ui: { said: 'This is the start.' } });
    expect(press(['right'])).toMatchObject({ todo: null, ui: { said: expect.stringContaining('latest') } });
    expect(press(['space'], FIRST, { ended: true })).toMatchObject({ todo: null, ui: { said: expect.stringContaining('over') } });
  });
  it('plays and pauses, and any step pauses', () => {
    expect(press(['p']).ui.playing).toBe(true);
    expect(press(['p', 'p']).ui.playing).toBe(false);
    expect(press(['p', 'left']).ui.playing).toBe(false);
    expect(press(['-']).ui.pace).toBeGreaterThan(FIRST.pace);
    expect(press(['+', '+', '+', '+', '+']).ui.pace).toBe(150);
  });
  it('drops the welcome with the first step', () => {
    expect(press(['space']).ui.welcome).toBe(false);
  });
});

describe('looking', () => {
  it('goes through the panes in a circle', () => {
    expect(press(['tab']).ui.pane).toBe('parties');
    expect(press(['tab', 'tab', 'tab', 'tab']).ui.pane).toBe('text');
    expect(press(['shift-tab']).ui.pane).toBe('log');
    expect(press(['3'])).toMatchObject({ ui: { pane: 'pressure', side: 'pressure' } });
  });
  it('keeps the selection in the pane, and stops following once moved', () => {
    expect(press(['j', 'j']).ui).toMatchObject({ line: { text: 2 }, following: false });
    expect(press(['k']).ui.line.text).toBe(0);
    expect(press(['page-down', 'page-down']).ui.line.text).toBe(6);
    expect(press(['.', '.', '.', '.', '.']).ui.party).toBe(3);
    expect(press([',']).ui.party).toBe(0);
  });
  it('follows the log until a line is selected, and again from its end', () => {
    expect(press(['4', 'k']).ui.line.log).toBe(28);
    expect(press(['4', 'k', 'j']).ui.line.log).toBe(null);
    expect(press(['4', 'k', 'space']).ui.line.log).toBe(null);
  });
  it('opens pages, scrolls them within bounds, and closes them with any other key', () => {
    expect(press(['?', 'down', 'down']).ui.mode).toEqual({ kind: 'help', from: 2 });
    expect(press(['?', 'page-down', 'page-down', 'up']).ui.mode).toEqual({ kind: 'help', from: 11 });
    expect(press(['enter', 'q'])).toMatchObject({ todo: null, ui: { mode: { kind: 'look' } } });
  });
});

describe('leaving', () => {
  it('quits at once when nothing would be lost, else asks', () => {
    expect(todo('q')).toEqual({ kind: 'quit', code: 0 });
    expect(press(['q'], FIRST, { unsaved: true })).toMatchObject({ todo: null, ui: { mode: { kind: 'ask', question: 'quit' } } });
    expect(press(['q', 'n'], FIRST, { unsaved: true })).toMatchObject({ todo: null, ui: { mode: { kind: 'look' } } });
    expect(press(['q', 'y'], FIRST, { unsaved: true }).todo).toEqual({ kind: 'quit', code: 0 });
    expect(press(['q', 's'], FIRST, { unsaved: true }).ui.mode).toEqual({ kind: 'name', text: FACTS.fileName });
  });
  it('stops with 130 on Ctrl-C, whatever is open', () => {
    for (const keys of [[], ['?'], ['s'], ['t'], ['q']]) expect(press([...keys, 'ctrl-c'], FIRST, { unsaved: true }).todo).toEqual({ kind: 'quit', code: 130 });
    expect(todo('ctrl-z')).toEqual({ kind: 'suspend' });
  });
});

describe('saving', () => {
  it('asks for a name, with one proposed', () => {
    expect(press(['s']).ui.mode).toEqual({ kind: 'name', text: 'april-seed42.run.jsonl' });
    expect(press(['s', 'enter']).todo).toEqual({ kind: 'save', name: 'april-seed42.run.jsonl', over: false });
    expect(press(['s', 'backspace', 'q', 'enter']).todo).toEqual({ kind: 'save', name: 'april-seed42.run.jsonq', over: false });
    expect(press(['s', 'escape'])).toMatchObject({ todo: null, ui: { said: 'Not saved.' } });
  });
  it('takes pasted text only there, without its control characters', () => {
    expect(reduce(press(['s']).ui, { name: 'paste', text: 'a\u001b[2J\nb' }, FACTS).ui.mode).toEqual({ kind: 'name', text: 'april-seed42.run.jsonla[2Jb' });
    expect(reduce(FIRST, { name: 'paste', text: 'q' }, FACTS)).toEqual({ ui: FIRST, todo: null });
  });
  it('writes over a file only after a yes', () => {
    const asked: Ui = { ...FIRST, mode: { kind: 'ask', question: 'overwrite', name: 'a.jsonl' } };
    expect(press(['y'], asked).todo).toEqual({ kind: 'save', name: 'a.jsonl', over: true });
    expect(press(['n'], asked)).toMatchObject({ todo: null, ui: { mode: { kind: 'name', text: 'a.jsonl' } } });
    expect(press(['x'], asked)).toEqual({ ui: asked, todo: null });
  });
});

describe('taking a seat', () => {
  it('answers for the selected party', () => {
    expect(press(['t', 'a']).todo).toEqual({ kind: 'answer', party: 'ukraine', answer: 'accept' });
    expect(press(['t', 'down', 'r']).todo).toEqual({ kind: 'answer', party: 'russia', answer: 'refuse' });
    expect(press(['t', 'escape']).todo).toBe(null);
  });
  it('is offered only when answers come next', () => {
    expect(press(['t'], FIRST, { seats: [] })).toMatchObject({ todo: null, ui: { said: expect.stringContaining('answer') } });
  });
  it('asks before what came after is forgotten', () => {
    expect(press(['t'], FIRST, { latest: false }).ui.mode).toMatchObject({ kind: 'ask', question: 'rewrite' });
    expect(press(['t', 'y', 'l'], FIRST, { latest: false }).todo).toEqual({ kind: 'answer', party: 'ukraine', answer: 'leave' });
  });
});

describe('the key table', () => {
  it('has every action once, and no key twice', () => {
    expect(KEYS.map((line) => line.action).sort()).toEqual([...ACTIONS].sort());
    const all = KEYS.flatMap((line) => line.keys);
    expect(new Set(all).size).toBe(all.length);
  });
  it('reads what it shows', () => {
    for (const line of KEYS) for (const name of line.keys) expect(actionOf(name)).toBe(line.action);
    for (const action of [...OFFERED, ...ALWAYS]) expect(KEYS.find((line) => line.action === action)?.brief).not.toBe(null);
  });
});
