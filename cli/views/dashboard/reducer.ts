/** Keys to what the screen shows next, and to what must be done. No terminal, no run: data in, data out. */
import type { Answer } from '../../../engine/vocabulary.ts';
import { actionOf } from './keys.ts';
import type { Action } from './keys.ts';
import type { Key } from './decode.ts';
import { PANES } from './ui.ts';
import type { Facts, Pane, Todo, Ui } from './ui.ts';

export interface Next { readonly ui: Ui; readonly todo: Todo | null }

const PACES = [150, 300, 600, 1200, 2400, 5000] as const;
const LONGEST_NAME = 200;
const only = (ui: Ui, todo: Todo | null = null): Next => ({ ui, todo });
const look = (ui: Ui): Ui => ({ ...ui, mode: { kind: 'look' } });
const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

export function reduce(before: Ui, key: Key, facts: Facts): Next {
  const ui: Ui = before.said === null ? before : { ...before, said: null };
  if (key.name === 'ctrl-c') return only(ui, { kind: 'quit', code: 130 });
  if (key.name === 'ctrl-z') return only({ ...ui, playing: false }, { kind: 'suspend' });
  if (key.name === 'ctrl-l') return only(ui, { kind: 'redraw' });
  switch (ui.mode.kind) {
    case 'look': {
      const action = actionOf(key.name);
      if (action !== null) return act(ui, action, facts);
      return only(key.text !== '' && key.name !== 'paste' ? { ...ui, said: `No key “${key.name}” here. ? shows all keys.` } : ui);
    }
    case 'help':
    case 'why':
      return scroll(ui, ui.mode, key, facts);
    case 'name':
      return name(ui, ui.mode.text, key, facts);
    case 'seat':
      return seat(ui, ui.mode.chosen, key, facts);
    case 'ask':
      return answerTo(ui, key, facts);
  }
}

function act(ui: Ui, action: Action, facts: Facts): Next {
  switch (action) {
    case 'phase':
    case 'round':
    case 'end':
      if (facts.ended && facts.latest) return only({ ...ui, playing: false, said: 'The run is over. ← goes back, n takes another seed, q quits.' });
      return only({ ...ui, playing: false, welcome: false, line: { ...ui.line, log: null } }, { kind: action });
    case 'forward':
      if (facts.latest) return only({ ...ui, playing: false, said: facts.ended ? 'This is the end of the run.' : 'This is the latest moment. Space plays on.' });
      return only({ ...ui, playing: false, line: { ...ui.line, log: null } }, { kind: 'forward' });
    case 'back':
    case 'back-round':
    case 'start':
      if (facts.atStart) return only({ ...ui, playing: false, said: 'This is the start.' });
      return only({ ...ui, playing: false, line: { ...ui.line, log: null } }, { kind: action });
    case 'play':
      if (facts.ended && facts.latest) return only({ ...ui, playing: false, said: 'The run is over. g goes to the start.' });
      return only({ ...ui, playing: !ui.playing, welcome: false, said: ui.playing ? 'Paused.' : null, line: { ...ui.line, log: null } });
    case 'slower':
    case 'faster': {
      const at = within(PACES.findIndex((pace) => pace >= ui.pace) + (action === 'slower' ? 1 : -1), PACES.length);
      const pace = PACES[at] ?? ui.pace;
      return only({ ...ui, pace, said: `Playing: a step every ${pace / 1000} s.` });
    }
    case 'next-pane':
    case 'previous-pane': {
      const step = action === 'next-pane' ? 1 : PANES.length - 1;
      return only(focus(ui, PANES[(PANES.indexOf(ui.pane) + step) % PANES.length] ?? 'text'));
    }
    case 'pane-text': return only(focus(ui, 'text'));
    case 'pane-parties': return only(focus(ui, 'parties'));
    case 'pane-pressure': return only(focus(ui, 'pressure'));
    case 'pane-log': return only(focus(ui, 'log'));
    case 'up': return only(select(ui, -1, facts));
    case 'down': return only(select(ui, 1, facts));
    case 'page-up': return only(select(ui, -facts.page, facts));
    case 'page-down': return only(select(ui, facts.page, facts));
    case 'party-left': return only({ ...focus(ui, 'text'), party: within(ui.party - 1, facts.parties), following: false });
    case 'party-right': return only({ ...focus(ui, 'text'), party: within(ui.party + 1, facts.parties), following: false });
    case 'why': return only({ ...ui, playing: false, mode: { kind: 'why', from: 0 } });
    case 'help': return only({ ...ui, playing: false, mode: { kind: 'help', from: 0 } });
    case 'seat':
      if (facts.seats.length === 0) return only({ ...ui, said: 'Nobody is about to answer. Step until the phase strip says the answers come next.' });
      return only({ ...ui, playing: false, mode: facts.latest ? { kind: 'seat', chosen: 0 } : { kind: 'ask', question: 'rewrite', name: '' } });
    case 'another-seed':
      if (facts.unsaved) return only({ ...ui, playing: false, mode: { kind: 'ask', question: 'another-seed', name: '' } });
      return only(fresh(ui), { kind: 'another-seed' });
    case 'save': return only({ ...ui, playing: false, mode: { kind: 'name', text: facts.fileName } });
    case 'quit':
      if (facts.unsaved) return only({ ...ui, playing: false, mode: { kind: 'ask', question: 'quit', name: '' } });
      return only(ui, { kind: 'quit', code: 0 });
    case 'interrupt': return only(ui, { kind: 'quit', code: 130 });
    case 'suspend': return only(ui, { kind: 'suspend' });
    case 'redraw': return only(ui, { kind: 'redraw' });
  }
}

const fresh = (ui: Ui): Ui => ({ ...look(ui), playing: false, line: { ...ui.line, log: null } });

const focus = (ui: Ui, pane: Pane): Ui => ({ ...ui, pane, side: pane === 'parties' || pane === 'pressure' ? pane : ui.side });

/** Moves the selection in the pane that has the focus. The log's last line follows what happens. */
function select(ui: Ui, by: number, facts: Facts): Ui {
  const count = facts.lines[ui.pane];
  const at = within((ui.line[ui.pane] ?? count - 1) + by, count);
  return { ...ui, following: ui.following && ui.pane !== 'text', line: { ...ui.line, [ui.pane]: ui.pane === 'log' && at >= count - 1 ? null : at } };
}

function scroll(ui: Ui, mode: { readonly kind: 'help' | 'why'; readonly from: number }, key: Key, facts: Facts): Next {
  const action = actionOf(key.name);
  const by = action === 'up' ? -1 : action === 'down' ? 1 : action === 'page-up' ? -facts.page : action === 'page-down' || action === 'phase' ? facts.page : 0;
  if (by !== 0) return only({ ...ui, mode: { ...mode, from: within(mode.from + by, facts.scrollEnd + 1) } });
  return only(look(ui));
}

function name(ui: Ui, text: string, key: Key, facts: Facts): Next {
  const type = (next: string): Next => only({ ...ui, mode: { kind: 'name', text: next.slice(0, LONGEST_NAME) } });
  switch (key.name) {
    case 'escape': return only({ ...look(ui), said: 'Not saved.' });
    case 'enter': return text.trim() === '' ? only({ ...ui, said: 'Type a name for the file, or Esc.' }) : only(look(ui), { kind: 'save', name: text.trim(), over: false });
    case 'backspace': return type([...text].slice(0, -1).join(''));
    case 'ctrl-u': return type('');
    case 'tab': return text === '' ? type(facts.fileName) : only(ui);
    // eslint-disable-next-line no-control-regex
    default: return key.text === '' ? only(ui) : type(text + key.text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ''));
  }
}

const SPOKEN: Readonly<Record<string, Answer>> = { a: 'accept', r: 'refuse', l: 'leave' };

function seat(ui: Ui, chosen: number, key: Key, facts: Facts): Next {
  const count = facts.seats.length;
  const party = facts.seats[within(chosen, count)];
  const answer = SPOKEN[key.name];
  if (party === undefined || key.name === 'escape' || key.name === 'q') return only({ ...look(ui), said: 'You took no seat.' });
  if (answer !== undefined) return only(look(ui), { kind: 'answer', party, answer });
  const by = key.name === 'down' || key.name === 'j' || key.name === 'tab' || key.name === 'right' ? 1 : key.name === 'up' || key.name === 'k' || key.name === 'left' ? count - 1 : 0;
  return only({ ...ui, mode: { kind: 'seat', chosen: (within(chosen, count) + by) % count } });
}

function answerTo(ui: Ui, key: Key, facts: Facts): Next {
  if (ui.mode.kind !== 'ask') return only(ui);
  const { question, name: file } = ui.mode;
  const yes = key.name === 'y' || key.name === 'Y';
  const no = key.name === 'n' || key.name === 'N' || key.name === 'escape';
  if (question === 'quit' && key.name === 's') return only({ ...ui, mode: { kind: 'name', text: facts.fileName } });
  if (no) return question === 'overwrite' ? only({ ...ui, mode: { kind: 'name', text: file } }) : only(look(ui));
  if (!yes) return only(ui);
  switch (question) {
    case 'quit': return only(look(ui), { kind: 'quit', code: 0 });
    case 'another-seed': return only(fresh(ui), { kind: 'another-seed' });
    case 'overwrite': return only(look(ui), { kind: 'save', name: file, over: true });
    case 'rewrite': return only({ ...ui, mode: { kind: 'seat', chosen: 0 } });
  }
}
