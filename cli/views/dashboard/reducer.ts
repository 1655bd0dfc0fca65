/** Keys to what the screen shows next, and to what must be done. No terminal, no run: data in, data out. */
import { answering, ask, drafting, events, levers, look, only, passing, seating, uncovering, within } from './choosing.ts';
import type { Next } from './choosing.ts';
import { actionOf, ANALYSTS } from './keys.ts';
import type { Action } from './keys.ts';
import type { Key } from './decode.ts';
import { PANES } from './ui.ts';
import type { Facts, Mode, Pane, Ui } from './ui.ts';

export type { Next } from './choosing.ts';

const PACES = [150, 300, 600, 1200, 2400, 5000] as const;
const LONGEST_NAME = 200;

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
    case 'ask':
      return answerTo(ui, key, facts);
    case 'seat': return seating(ui, ui.mode.chosen, key, facts);
    case 'question': return answering(ui, ui.mode.asked, key, facts);
    case 'draft': return drafting(ui, ui.mode, key, facts);
    case 'events': return events(ui, ui.mode.chosen, key, facts);
    case 'levers': return levers(ui, ui.mode, key, facts);
    case 'cover': return uncovering(ui, ui.mode.party, key, facts);
    case 'pass': return passing(ui, ui.mode.chosen, key, facts);
  }
}

function act(ui: Ui, action: Action, facts: Facts): Next {
  if (ANALYSTS.includes(action) && facts.people.length > 0) return only({ ...ui, said: 'From a seat one cannot change what happens outside. Without --as an analyst can.' });
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
    case 'outlook':
      if (facts.people.length > 0) return only({ ...ui, said: 'From a seat there is no outlook: it would tell what a party may not know.' });
      return only({ ...ui, outlook: !ui.outlook, said: ui.outlook ? 'The outlook is hidden. o shows it again.' : null });
    case 'help': return only({ ...ui, playing: false, mode: { kind: 'help', from: 0 } });
    case 'seat':
      return takeSeat({ ...ui, playing: false }, facts);
    case 'event':
      if (facts.events.length === 0) return only({ ...ui, said: 'The scenario has no events.' });
      return open(ui, { kind: 'events', chosen: 0 }, facts);
    case 'lever':
      if (facts.levers.length === 0) return only({ ...ui, said: 'The scenario has no levers.' });
      return open(ui, { kind: 'levers', chosen: 0, typed: '' }, facts);
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

/** Opens what changes the run; over what came after this moment only after a question. */
function open(ui: Ui, mode: Extract<Mode, { kind: 'seat' | 'events' | 'levers' }>, facts: Facts): Next {
  if (facts.ended && facts.latest) return only({ ...ui, said: 'The run is over.' });
  return only({ ...ui, playing: false, mode: facts.latest ? mode : { kind: 'ask', question: 'rewrite', name: mode.kind } });
}

function takeSeat(ui: Ui, facts: Facts): Next {
  const several = facts.people.length > 1;
  if (several && ui.holder !== null) return only({ ...ui, holder: null, said: 'The screen shows what all may see.' });
  if (several) return only({ ...ui, mode: { kind: 'pass', chosen: 0 } });
  if (facts.seats.length === 0) return only({ ...ui, said: facts.people.length > 0 ? 'You are not about to be asked. Step on; you will be asked when it is your turn.' : 'Nobody is about to speak. Step until the table, the answers or a settlement comes next.' });
  if (facts.people.length > 0 && facts.latest) return only(ui, { kind: 'ask' });
  const [sole] = facts.seats;
  if (facts.latest && facts.seats.length === 1 && sole?.kind === 'text') return only(ask(ui, sole, facts));
  return open(ui, { kind: 'seat', chosen: 0 }, facts);
}

const fresh = (ui: Ui): Ui => ({ ...look(ui), playing: false, holder: null, line: { ...ui.line, log: null } });

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
    case 'rewrite': return only({ ...ui, mode: file === 'events' ? { kind: 'events', chosen: 0 } : file === 'levers' ? { kind: 'levers', chosen: 0, typed: '' } : { kind: 'seat', chosen: 0 } });
  }
}
