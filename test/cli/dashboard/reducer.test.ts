import { describe, expect, it } from 'vitest';
import { actionIn, ALWAYS, CONTEXTS, KEYS, OFFERED, rowsOf } from '../../../cli/views/dashboard/keys.ts';
import type { Asked } from '../../../cli/views/dashboard/asked.ts';
import { ask } from '../../../cli/views/dashboard/choosing.ts';
import { reduce } from '../../../cli/views/dashboard/reducer.ts';
import { FIRST } from '../../../cli/views/dashboard/ui.ts';
import type { Facts, Todo, Ui } from '../../../cli/views/dashboard/ui.ts';
import { answerOf, FACTS, press } from './pressing.ts';

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
  it('hides the outlook and shows it again, and says why a seat has none', () => {
    expect(press(['o'])).toMatchObject({ todo: null, ui: { outlook: false } });
    expect(press(['o', 'o']).ui).toMatchObject({ outlook: true, said: null });
    expect(press(['o'], FIRST, { people: ['ukraine'] }).ui).toMatchObject({ outlook: true, said: expect.stringContaining('From a seat') });
  });
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
    expect(press(['q', 's'], FIRST, { unsaved: true }).ui.mode).toEqual({ kind: 'name', for: { what: 'file' }, text: FACTS.fileName });
  });
  it('stops with 130 on Ctrl-C, whatever is open', () => {
    for (const keys of [[], ['?'], ['s'], ['t'], ['q']]) expect(press([...keys, 'ctrl-c'], FIRST, { unsaved: true }).todo).toEqual({ kind: 'quit', code: 130 });
    expect(todo('ctrl-z')).toEqual({ kind: 'suspend' });
  });
});

describe('saving', () => {
  it('asks for a name, with one proposed', () => {
    expect(press(['s']).ui.mode).toEqual({ kind: 'name', for: { what: 'file' }, text: 'april-seed42.run.jsonl' });
    expect(press(['s', 'enter']).todo).toEqual({ kind: 'save', name: 'april-seed42.run.jsonl', over: false });
    expect(press(['s', 'backspace', 'q', 'enter']).todo).toEqual({ kind: 'save', name: 'april-seed42.run.jsonq', over: false });
    expect(press(['s', 'escape'])).toMatchObject({ todo: null, ui: { said: 'Not saved.' } });
  });
  it('takes pasted text only there, without its control characters', () => {
    expect(reduce(press(['s']).ui, { name: 'paste', text: 'a\u001b[2J\nb' }, FACTS).ui.mode).toEqual({ kind: 'name', for: { what: 'file' }, text: 'april-seed42.run.jsonla[2Jb' });
    expect(reduce(FIRST, { name: 'paste', text: 'q' }, FACTS)).toEqual({ ui: FIRST, todo: null });
  });
  it('writes over a file only after a yes', () => {
    const asked: Ui = { ...FIRST, mode: { kind: 'ask', question: 'overwrite', name: 'a.jsonl' } };
    expect(press(['y'], asked).todo).toEqual({ kind: 'save', name: 'a.jsonl', over: true });
    expect(press(['n'], asked)).toMatchObject({ todo: null, ui: { mode: { kind: 'name', for: { what: 'file' }, text: 'a.jsonl' } } });
    expect(press(['x'], asked)).toEqual({ ui: asked, todo: null });
  });
});

describe('taking a seat', () => {
  it('offers all parties, those first who are about to speak, and speaks for one this once', () => {
    expect(press(['t']).ui.mode).toEqual({ kind: 'seat', chosen: 1 });
    expect(press(['t', 'y']).todo).toEqual({ kind: 'answer', party: 'ukraine', answer: 'accept' });
    expect(press(['t', 'down', 'n']).todo).toEqual({ kind: 'answer', party: 'russia', answer: 'refuse' });
    expect(press(['t', 'j', 'x']).todo).toEqual({ kind: 'answer', party: 'russia', answer: 'leave' });
    expect(press(['t', 'escape']).todo).toBe(null);
  });
  it('sits for any party, whoever speaks next, and gets up again', () => {
    expect(press(['t', 'j', 'j', 'enter']).todo).toEqual({ kind: 'sit', party: 'europe' });
    expect(press(['t', 'enter'], FIRST, { seats: [] }).todo).toEqual({ kind: 'sit', party: 'us' });
    expect(press(['t', 'y'], FIRST, { seats: [] })).toMatchObject({ todo: null, ui: { said: expect.stringContaining('not asked now') } });
    expect(press(['t', 'enter'], { ...FIRST, sits: ['russia'] }, { seats: [] }).todo).toEqual({ kind: 'sit', party: 'russia' });
  });
  it('asks again for a seat that is taken, and gives it back from the question', () => {
    const sitting: Ui = { ...FIRST, sits: ['russia'] };
    expect(press(['t'], sitting).todo).toEqual({ kind: 'ask' });
    const asked: Ui = { ...sitting, mode: { kind: 'question', asked: answerOf('russia') } };
    expect(press(['t'], asked).todo).toEqual({ kind: 'sit', party: 'russia' });
    for (const key of ['r', 'l', 'space', 'p', 'enter', 'h']) expect(press([key], asked)).toMatchObject({ todo: null, ui: { mode: asked.mode } });
  });
  it('needs no question in the past: what is decided there begins a branch', () => {
    expect(press(['t', 'n'], FIRST, { latest: false }).todo).toEqual({ kind: 'answer', party: 'ukraine', answer: 'refuse' });
    expect(press(['t'], FIRST, { latest: true, ended: true }).ui.said).toContain('over');
  });
});

describe('a question to a seat', () => {
  const seated: Partial<Facts> = { people: ['ukraine'], seats: [answerOf('ukraine')] };
  const asked: Ui = { ...FIRST, mode: { kind: 'question', asked: answerOf('ukraine') } };
  it('is answered by keys of its own: none that steps', () => {
    expect(press(['y'], asked, seated).todo).toEqual({ kind: 'answer', party: 'ukraine', answer: 'accept' });
    expect(press(['n'], asked, seated).todo).toEqual({ kind: 'answer', party: 'ukraine', answer: 'refuse' });
    expect(press(['x'], asked, seated).todo).toEqual({ kind: 'answer', party: 'ukraine', answer: 'leave' });
    for (const key of ['r', 'l', 'space', 'p', 'enter']) expect(press([key], asked, seated)).toMatchObject({ todo: null, ui: { mode: asked.mode } });
  });
  it('may be left to the model, or wait until one has looked around', () => {
    expect(press(['m'], asked, seated).todo).toMatchObject({ kind: 'leave-it' });
    expect(press(['escape'], asked, seated)).toMatchObject({ todo: null, ui: { mode: { kind: 'look' } } });
    expect(press(['t'], FIRST, seated).todo).toEqual({ kind: 'ask' });
  });
  it('may be a vote at home, or whether to stand by what binds', () => {
    const vote: Ui = { ...FIRST, mode: { kind: 'question', asked: { ...answerOf('ukraine'), kind: 'vote' } } };
    expect(press(['n'], vote, seated).todo).toEqual({ kind: 'vote', party: 'ukraine', yes: false });
    expect(press(['x'], vote, seated).todo).toBe(null);
    expect(press(['y'], { ...FIRST, mode: { kind: 'question', asked: { ...answerOf('europe'), kind: 'bound' } } }, seated).todo).toEqual({ kind: 'vote', party: 'europe', yes: true });
  });
  it('gives no hold on events and assumptions', () => {
    for (const key of ['v', 'L']) expect(press([key], FIRST, seated)).toMatchObject({ todo: null, ui: { mode: { kind: 'look' }, said: expect.stringContaining('seat') } });
  });
});

describe('passing the keyboard', () => {
  const two: Partial<Facts> = { people: ['ukraine', 'russia'] };
  const covered: Ui = { ...FIRST, mode: { kind: 'cover', party: 'russia' } };
  it('takes the cover away with Enter alone', () => {
    expect(press(['enter'], covered, two).todo).toEqual({ kind: 'uncover', party: 'russia' });
    for (const key of ['space', 'r', 'y', 'escape', '?', 's', 'tab', 'x']) expect(press([key], covered, two)).toEqual({ ui: covered, todo: null });
    expect(press(['q'], covered, two).todo).toEqual({ kind: 'quit', code: 0 });
  });
  it('hands out one view at a time, always over a cover', () => {
    expect(press(['t', 'down', 'enter'], FIRST, two).ui).toMatchObject({ holder: null, mode: { kind: 'cover', party: 'russia' } });
    expect(press(['t'], { ...FIRST, holder: 'russia' }, two).ui).toMatchObject({ holder: null, mode: { kind: 'look' } });
  });
});

describe('writing a text', () => {
  const draftOf = (asked: Asked): Ui => ask(FIRST, asked, FACTS);
  const drafting = draftOf({ kind: 'text', party: 'us', offer: false, text: null });
  it('starts from what stands', () => {
    expect(drafting).toMatchObject({ pane: 'text', mode: { kind: 'draft', terms: { crimea: 'left-open', nato: 'open' } } });
  });
  it('goes option by option and stops at the ends of a ladder', () => {
    expect(press(['right', 'right', 'right', 'down', 'space', 'enter'], drafting).todo).toMatchObject({ kind: 'text', terms: { crimea: 'us-recognises', nato: 'excluded' } });
    expect(press(['left', 'down', 'down', 'down', 'right', 'right', 'enter'], drafting).todo).toMatchObject({ kind: 'text', terms: { crimea: 'left-open', nato: 'excluded' } });
  });
  it('can begin anew, or be given up, or be left to the model', () => {
    expect(press(['right', 'u'], drafting).ui.mode).toMatchObject({ terms: { crimea: 'left-open' } });
    expect(press(['right', 'escape'], drafting)).toMatchObject({ todo: null, ui: { mode: { kind: 'look' } } });
    expect(press(['m'], drafting).todo).toMatchObject({ kind: 'leave-it' });
  });
  it('begins from the offer that was just refused', () => {
    expect(draftOf({ kind: 'text', party: 'russia', offer: true, text: { terms: { crimea: 'not-contested' }, by: 'ukraine', nth: 3 } }).mode).toMatchObject({ terms: { crimea: 'not-contested', nato: 'open' } });
  });
});

describe('what an analyst changes', () => {
  it('makes an event happen or holds it back', () => {
    expect(press(['v', 'f']).todo).toEqual({ kind: 'event', event: 'strikes', happens: true });
    expect(press(['v', 'down', 'h']).todo).toEqual({ kind: 'event', event: 'storm', happens: false });
    expect(press(['v'], FIRST, { events: [] }).ui.said).toContain('no events');
  });
  it('sets a lever by steps or by digits, within its range', () => {
    expect(press(['L', 'right', 'right', 'enter']).todo).toEqual({ kind: 'lever', lever: 'support', value: 0.6 });
    expect(press(['L', 'down', '7', '.', '5', 'enter']).todo).toEqual({ kind: 'lever', lever: 'pace', value: 7.5 });
    expect(press(['L', 'down', '7', '0', 'enter'])).toMatchObject({ todo: null, ui: { said: 'It goes from 0 to 10.' } });
    expect(press(['L', 'enter'])).toMatchObject({ todo: null, ui: { said: 'No assumption was changed.' } });
  });
  it('does so in the past too, and says when it is too late', () => {
    expect(press(['v', 'f'], FIRST, { latest: false }).todo).toEqual({ kind: 'event', event: 'strikes', happens: true });
    expect(press(['v'], FIRST, { latest: true, ended: true }).ui.said).toContain('The run is over.');
  });
});

describe('the key table', () => {
  it('has every action of a context once, and no key twice', () => {
    for (const context of CONTEXTS) {
      const rows = rowsOf(context);
      expect(new Set(rows.map((line) => line.action)).size, context).toBe(rows.length);
      const all = rows.flatMap((line) => line.keys);
      expect(new Set(all).size, context).toBe(all.length);
      expect(rows.length).toBeGreaterThan(0);
    }
  });
  it('reads what it shows, and can be left by Escape wherever something is open', () => {
    for (const line of KEYS) for (const name of line.keys) expect(actionIn(line.context, name)).toBe(line.action);
    for (const action of [...OFFERED, ...ALWAYS]) expect(rowsOf('look').find((line) => line.action === action)?.brief).not.toBe(null);
    for (const context of CONTEXTS) if (!['look', 'cover'].includes(context)) expect(actionIn(context, 'escape'), context).not.toBe(null);
  });
  it('goes up and down with the keys of vi wherever something is listed', () => {
    for (const context of CONTEXTS) {
      if (['name', 'palette', 'answer', 'vote', 'cover', 'ask'].includes(context)) continue;
      for (const [vi, arrow] of [['j', 'down'], ['k', 'up']] as const) expect(actionIn(context, vi), context).toBe(actionIn(context, arrow));
    }
  });
});
