/** Keys while a person speaks for a party, writes a text, fires an event or changes a lever. Data in, data out, like the rest of the reducer. */
import type { Asked } from './asked.ts';
import type { Key } from './decode.ts';
import { actionIn } from './keys.ts';
import type { Facts, Mode, Todo, Ui } from './ui.ts';

export interface Next { readonly ui: Ui; readonly todo: Todo | null }
export const only = (ui: Ui, todo: Todo | null = null): Next => ({ ui, todo });
export const look = (ui: Ui): Ui => ({ ...ui, mode: { kind: 'look' } });
export const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
export const circle = (at: number, by: number, count: number): number => (within(at, count) + by + count) % Math.max(1, count);

/** The question comes up by itself, so no key that steps may answer it. */
type Spoken = 'accept' | 'refuse' | 'leave';

/** What is said for the party that is asked; null: it cannot be said to this question. */
function spoken({ party, kind }: Asked, action: Spoken): Todo | null {
  switch (kind) {
    case 'answer': return { kind: 'answer', party, answer: action };
    case 'vote': case 'bound': return action === 'leave' ? null : { kind: 'vote', party, yes: action === 'accept' };
    case 'text': return null;
  }
}

/** The text to begin with is the offer just refused, else the one that stands or stood, else what is in force. */
const begin = (ui: Ui, asked: Asked, facts: Facts): Ui => ({
  ...ui, pane: 'text', following: false, line: { ...ui.line, text: 0 }, mode: { kind: 'draft', asked, terms: Object.fromEntries(facts.issues.map((one) => [one.issue, asked.text?.terms[one.issue] ?? one.now])) },
});

/** Opens the question to a party. */
export const ask = (ui: Ui, asked: Asked, facts: Facts): Ui => (asked.kind === 'text' ? begin(ui, asked, facts) : { ...ui, mode: { kind: 'question', asked } });

/** An analyst chooses for whom to sit, or speaks this once for one who is about to. */
export function seating(ui: Ui, chosen: number, key: Key, facts: Facts): Next {
  const count = facts.names.length;
  const party = facts.names[within(chosen, count)]?.party;
  const asked = facts.seats.find((one) => one.party === party);
  const action = actionIn('seat', key.name);
  if (party === undefined) return only(look(ui));
  switch (action) {
    case 'cancel': return only({ ...look(ui), said: 'You took no seat.' });
    case 'next': return only({ ...ui, mode: { kind: 'seat', chosen: circle(chosen, 1, count) } });
    case 'previous': return only({ ...ui, mode: { kind: 'seat', chosen: circle(chosen, -1, count) } });
    case 'take': return only(look(ui), { kind: 'sit', party });
    case 'accept': case 'refuse': case 'leave': {
      if (asked === undefined) return only({ ...ui, said: 'It is not asked now. Enter takes its seat; you are asked when it is its turn.' });
      const todo = spoken(asked, action);
      return todo === null ? only({ ...ui, said: asked.kind === 'text' ? 'It is about to write: w writes this once, Enter takes its seat.' : 'That cannot be said here.' }) : only(look(ui), todo);
    }
    case 'write': return asked?.kind === 'text' ? only(begin(ui, asked, facts)) : only({ ...ui, said: 'It is not about to write.' });
    case null: return only(ui);
  }
}

/** Escape looks around first, and the question comes again with the next step. */
export function answering(ui: Ui, asked: Asked, key: Key, facts: Facts): Next {
  const action = asked.kind === 'answer' ? actionIn('answer', key.name) : actionIn('vote', key.name);
  switch (action) {
    case 'accept': case 'refuse': case 'leave': return only(look(ui), spoken(asked, action));
    case 'model': return only(look(ui), { kind: 'leave-it', asked });
    case 'stand': return facts.people.length > 0 ? only(ui) : only(look(ui), { kind: 'sit', party: asked.party });
    case 'cancel': return only({ ...look(ui), said: 'Look around; t or the next step asks again.' });
    case null: return only(ui);
  }
}

export function drafting(ui: Ui, mode: Extract<Mode, { kind: 'draft' }>, key: Key, facts: Facts): Next {
  const count = facts.issues.length;
  const { asked, terms } = mode;
  const line = within(ui.line.text, count);
  const to = (next: number): Next => only({ ...ui, line: { ...ui.line, text: next } });
  const issue = facts.issues[line];
  const at = issue === undefined ? 0 : issue.options.indexOf(terms[issue.issue] ?? issue.now);
  const option = (next: number): Next => (issue === undefined ? only(ui) : only({ ...ui, mode: { ...mode, terms: { ...terms, [issue.issue]: issue.options[next] ?? issue.now } } }));
  switch (actionIn('draft', key.name)) {
    case 'cancel': return only({ ...look(ui), said: 'Nothing is tabled yet; t or the next step asks again.' });
    case 'done': return only(look(ui), { kind: 'text', asked, terms });
    case 'model': return only(look(ui), { kind: 'leave-it', asked });
    case 'stand': return facts.people.length > 0 ? only(ui) : only(look(ui), { kind: 'sit', party: asked.party });
    case 'anew': return only(begin(ui, asked, facts));
    case 'next': return to(within(line + 1, count));
    case 'previous': return to(within(line - 1, count));
    case 'party-left': return only({ ...ui, party: within(ui.party - 1, facts.parties) });
    case 'party-right': return only({ ...ui, party: within(ui.party + 1, facts.parties) });
    case 'more': return option(within(at + 1, issue?.options.length ?? 0));
    case 'less': return option(within(at - 1, issue?.options.length ?? 0));
    case 'cycle': return option(circle(at, 1, issue?.options.length ?? 0));
    case null: return only(ui);
  }
}

export function events(ui: Ui, chosen: number, key: Key, facts: Facts): Next {
  const count = facts.events.length;
  const event = facts.events[within(chosen, count)];
  if (event === undefined) return only(look(ui));
  switch (actionIn('events', key.name)) {
    case 'cancel': return only(look(ui));
    case 'happens': return only(look(ui), { kind: 'event', event, happens: true });
    case 'held-back': return only(look(ui), { kind: 'event', event, happens: false });
    case 'next': return only({ ...ui, mode: { kind: 'events', chosen: circle(chosen, 1, count) } });
    case 'previous': return only({ ...ui, mode: { kind: 'events', chosen: circle(chosen, -1, count) } });
    case null: return only(ui);
  }
}

/** Steps across a lever's range. */
const STEPS = 20;

export function levers(ui: Ui, mode: Extract<Mode, { kind: 'levers' }>, key: Key, facts: Facts): Next {
  const count = facts.levers.length;
  const lever = facts.levers[within(mode.chosen, count)];
  if (lever === undefined) return only(look(ui));
  const [low, high] = lever.range;
  const value = mode.typed === '' ? lever.value : Number(mode.typed);
  const turn = (by: number): Next => only({ ...ui, mode: { kind: 'levers', chosen: circle(mode.chosen, by, count), typed: '' } });
  const typed = (text: string): Next => only({ ...ui, mode: { ...mode, typed: text.slice(0, 20) } });
  const step = (by: number): Next => {
    const next = Math.min(high, Math.max(low, (Number.isFinite(value) ? value : lever.value) + by * ((high - low) / STEPS)));
    return typed(String(Number(next.toPrecision(6))));
  };
  switch (actionIn('levers', key.name)) {
    case 'cancel': return only({ ...look(ui), said: 'No assumption was changed.' });
    case 'next': return turn(1);
    case 'previous': return turn(-1);
    case 'more': return step(1);
    case 'less': return step(-1);
    case 'rub-out': return typed(mode.typed.slice(0, -1));
    case 'done':
      if (!Number.isFinite(value) || value < low || value > high) return only({ ...ui, said: `It goes from ${low} to ${high}.` });
      return value === lever.value ? only({ ...look(ui), said: 'No assumption was changed.' }) : only(look(ui), { kind: 'lever', lever: lever.lever, value });
    case null: return /^[0-9.eE-]$/.test(key.text) ? typed(mode.typed + key.text) : only(ui);
  }
}

/** Only Enter, from the one whose turn it is, takes the cover away. */
export function uncovering(ui: Ui, party: string | null, key: Key, facts: Facts): Next {
  switch (actionIn('cover', key.name)) {
    case 'quit': return facts.unsaved ? only({ ...ui, mode: { kind: 'ask', question: 'quit', name: '' } }) : only(ui, { kind: 'quit', code: 0 });
    case 'done': return only(look(ui), { kind: 'uncover', party });
    case null: return only(ui);
  }
}

export function passing(ui: Ui, chosen: number, key: Key, facts: Facts): Next {
  const count = facts.people.length;
  const party = facts.people[within(chosen, count)];
  if (party === undefined) return only(look(ui));
  switch (actionIn('pass', key.name)) {
    case 'cancel': return only(look(ui));
    case 'done': return only({ ...ui, holder: null, mode: { kind: 'cover', party } });
    case 'next': return only({ ...ui, mode: { kind: 'pass', chosen: circle(chosen, 1, count) } });
    case 'previous': return only({ ...ui, mode: { kind: 'pass', chosen: circle(chosen, -1, count) } });
    case null: return only(ui);
  }
}
