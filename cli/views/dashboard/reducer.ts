/** Keys to what the screen shows next, and to what must be done. No terminal, no run: data in, data out. */
import { answerTo, name, scroll } from './asking.ts';
import { besides, branches } from './branching.ts';
import { answering, ask, drafting, events, levers, look, only, passing, seating, uncovering, within } from './choosing.ts';
import type { Next } from './choosing.ts';
import type { Key } from './decode.ts';
import { actionIn, ANALYSTS } from './keys.ts';
import type { ActionIn } from './keys.ts';
import { palette } from './palette.ts';
import { PANES } from './ui.ts';
import type { Facts, Mode, Pane, Ui } from './ui.ts';

export type { Next } from './choosing.ts';

const PACES = [150, 300, 600, 1200, 2400, 5000] as const;

export function reduce(before: Ui, key: Key, facts: Facts): Next {
  const ui: Ui = before.said === null ? before : { ...before, said: null };
  // Whatever is open, these do the same.
  const always = actionIn('look', key.name);
  if (always === 'interrupt' || always === 'suspend' || always === 'redraw') return act(ui, always, facts);
  const { mode } = ui;
  switch (mode.kind) {
    case 'look':
      if (always !== null) return act(ui, always, facts);
      return only(key.text !== '' && key.name !== 'paste' ? { ...ui, said: `No key “${key.name}” here. ? shows all keys, : finds a command.` } : ui);
    case 'help':
    case 'why':
    case 'chart': return scroll(ui, mode, key, facts);
    case 'name': return name(ui, mode, key, facts);
    case 'ask': return answerTo(ui, mode, key, facts);
    case 'palette': {
      const { next, action } = palette(ui, mode, key, facts);
      return action === null ? next : act(next.ui, action, facts);
    }
    case 'branches': return branches(ui, mode.chosen, key, facts);
    case 'beside': return besides(ui, mode, key, facts);
    case 'seat': return seating(ui, mode.chosen, key, facts);
    case 'question': return answering(ui, mode.asked, key, facts);
    case 'draft': return drafting(ui, mode, key, facts);
    case 'events': return events(ui, mode.chosen, key, facts);
    case 'levers': return levers(ui, mode, key, facts);
    case 'cover': return uncovering(ui, mode.party, key, facts);
    case 'pass': return passing(ui, mode.chosen, key, facts);
  }
}

function act(ui: Ui, action: ActionIn<'look'>, facts: Facts): Next {
  if (ANALYSTS.includes(action) && facts.people.length > 0) {
    if (action === 'outlook') return only({ ...ui, said: 'From a seat there is no outlook: it would tell what a party may not know.' });
    if (action === 'beside') return only({ ...ui, said: 'From a seat branches cannot be held side by side: that would tell what a party may not know.' });
    if (action === 'edit') return only({ ...ui, said: 'From a seat the scenario cannot be edited: its file tells what a party may not know.' });
    return only({ ...ui, said: 'From a seat one cannot change what happens outside. Without --as an analyst can.' });
  }
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
    case 'why':
    case 'chart': return only({ ...ui, playing: false, mode: { kind: action, from: 0 } });
    case 'outlook': return only({ ...ui, outlook: !ui.outlook, said: ui.outlook ? 'The outlook is hidden. o shows it again.' : null });
    case 'help': return only({ ...ui, playing: false, mode: { kind: 'help', from: 0 } });
    case 'palette': return only({ ...ui, playing: false, mode: { kind: 'palette', text: '', chosen: 0 } });
    case 'branches': return only({ ...ui, playing: false, mode: { kind: 'branches', chosen: Math.max(0, facts.branches.findIndex((one) => one.current)) } });
    case 'beside': {
      const other = facts.branches.find((one) => one.beside);
      if (other === undefined) return only({ ...ui, said: 'There is only one branch. b begins another at this moment; deciding something in the past does too.' });
      return only({ ...ui, playing: false }, { kind: 'beside', other: other.id });
    }
    case 'seat': return takeSeat({ ...ui, playing: false }, facts);
    case 'event':
      if (facts.events.length === 0) return only({ ...ui, said: 'The scenario has no events.' });
      return open(ui, { kind: 'events', chosen: 0 }, facts);
    case 'lever':
      if (facts.levers.length === 0) return only({ ...ui, said: 'The scenario has no levers.' });
      return open(ui, { kind: 'levers', chosen: 0, typed: '' }, facts);
    case 'another-seed':
      if (facts.unsaved) return only({ ...ui, playing: false, mode: { kind: 'ask', question: 'another-seed', name: '' } });
      return only({ ...look(ui), playing: false, holder: null, line: { ...ui.line, log: null } }, { kind: 'another-seed' });
    case 'save': return only({ ...ui, playing: false, mode: { kind: 'name', for: { what: 'file' }, text: facts.fileName } });
    case 'quit':
      if (facts.unsaved) return only({ ...ui, playing: false, mode: { kind: 'ask', question: 'quit', name: '' } });
      return only(ui, { kind: 'quit', code: 0 });
    case 'interrupt': return only(ui, { kind: 'quit', code: 130 });
    case 'edit':
    case 'suspend': return only({ ...ui, playing: false }, { kind: action });
    case 'redraw': return only(ui, { kind: 'redraw' });
  }
}

/** Opens what changes the run. */
function open(ui: Ui, mode: Extract<Mode, { kind: 'seat' | 'events' | 'levers' }>, facts: Facts): Next {
  if (facts.ended && facts.latest) return only({ ...ui, said: 'The run is over. ← goes back; what is decided there begins a branch.' });
  return only({ ...ui, playing: false, mode });
}

function takeSeat(ui: Ui, facts: Facts): Next {
  const several = facts.people.length > 1;
  if (several && ui.holder !== null) return only({ ...ui, holder: null, said: 'The screen shows what all may see.' });
  if (several) return only({ ...ui, mode: { kind: 'pass', chosen: 0 } });
  if (facts.people.length > 0) {
    if (facts.seats.length === 0) return only({ ...ui, said: 'You are not about to be asked. Step on; you will be asked when it is your turn.' });
    if (facts.latest) return only(ui, { kind: 'ask' });
    // In the past: what is answered there begins a branch.
    const [first] = facts.seats;
    return only(first === undefined ? ui : ask(ui, first, facts));
  }
  if (facts.latest && facts.seats.some((one) => ui.sits.includes(one.party))) return only(ui, { kind: 'ask' });
  // Someone who is about to speak is offered first, and of these whom one sits for already.
  const speaks = (own: boolean): number => facts.names.findIndex(({ party }) => facts.seats.some((one) => one.party === party) && (!own || ui.sits.includes(party)));
  const chosen = [speaks(true), speaks(false), facts.names.findIndex(({ party }) => ui.sits.includes(party))].find((at) => at >= 0) ?? 0;
  return open(ui, { kind: 'seat', chosen }, facts);
}

const focus = (ui: Ui, pane: Pane): Ui => ({ ...ui, pane, side: pane === 'parties' || pane === 'pressure' ? pane : ui.side });

/** Moves the selection in the pane that has the focus. The log's last line follows what happens. */
function select(ui: Ui, by: number, facts: Facts): Ui {
  const count = facts.lines[ui.pane];
  const at = within((ui.line[ui.pane] ?? count - 1) + by, count);
  return { ...ui, following: ui.following && ui.pane !== 'text', line: { ...ui.line, [ui.pane]: ui.pane === 'log' && at >= count - 1 ? null : at } };
}
