/** Keys while a person speaks for a party, writes a text, fires an event or changes a lever. Data in, data out, like the rest of the reducer. */
import type { Answer, Id } from '../../../engine/vocabulary.ts';
import type { Asked } from './asked.ts';
import type { Key } from './decode.ts';
import type { Facts, Mode, Todo, Ui } from './ui.ts';

export interface Next { readonly ui: Ui; readonly todo: Todo | null }
export const only = (ui: Ui, todo: Todo | null = null): Next => ({ ui, todo });
export const look = (ui: Ui): Ui => ({ ...ui, mode: { kind: 'look' } });
export const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Steps through a list in a circle: 1 on, -1 back, 0 for any other key. */
function turn(key: Key): number {
  if (['down', 'j', 'tab'].includes(key.name)) return 1;
  return ['up', 'k', 'shift-tab'].includes(key.name) ? -1 : 0;
}
const sideways = (key: Key): number => (['right', 'l'].includes(key.name) ? 1 : ['left', 'h'].includes(key.name) ? -1 : 0);
const circle = (at: number, by: number, count: number): number => (within(at, count) + by + count) % count;
const leaves = (key: Key): boolean => key.name === 'escape' || key.name === 'q';

/** In a seat the question comes up by itself, so no key that steps may answer it. */
const SPOKEN: Readonly<Record<string, Answer>> = { y: 'accept', a: 'accept', n: 'refuse', x: 'leave' };
const SPOKEN_BY_ANALYST: Readonly<Record<string, Answer>> = { ...SPOKEN, r: 'refuse', l: 'leave' };

/** What a key says for the party that is asked; null: it says nothing. */
function spoken(asked: Asked, key: Key, facts: Facts): Todo | null {
  const { party } = asked;
  switch (asked.kind) {
    case 'answer': {
      const answer = (facts.people.length > 0 ? SPOKEN : SPOKEN_BY_ANALYST)[key.name];
      return answer === undefined ? null : { kind: 'answer', party, answer };
    }
    case 'vote': case 'bound':
      return key.name === 'y' || key.name === 'n' ? { kind: 'vote', party, yes: key.name === 'y' } : null;
    case 'text': return null;
  }
}

/** The text to begin with is the offer just refused, else the one that stands or stood, else what is in force. */
const begin = (ui: Ui, asked: Asked, facts: Facts): Ui => ({
  ...ui, pane: 'text', following: false, line: { ...ui.line, text: 0 }, mode: { kind: 'draft', asked, terms: Object.fromEntries(facts.issues.map((one) => [one.issue, asked.text?.terms[one.issue] ?? one.now])) },
});

/** Opens the question to a party. */
export const ask = (ui: Ui, asked: Asked, facts: Facts): Ui => (asked.kind === 'text' ? begin(ui, asked, facts) : { ...ui, mode: { kind: 'question', asked } });

/** An analyst chooses for whom to speak, and may speak at once. */
export function seating(ui: Ui, chosen: number, key: Key, facts: Facts): Next {
  const count = facts.seats.length;
  const asked = facts.seats[within(chosen, count)];
  if (asked === undefined || leaves(key)) return only({ ...look(ui), said: 'You took no seat.' });
  const todo = spoken(asked, key, facts);
  if (todo !== null) return only(look(ui), todo);
  if (key.name === 'enter') return only(ask(ui, asked, facts));
  return only({ ...ui, mode: { kind: 'seat', chosen: circle(chosen, turn(key) === 0 ? sideways(key) : turn(key), count) } });
}

/** Escape looks around first, and the question comes again with the next step. */
export function answering(ui: Ui, asked: Asked, key: Key, facts: Facts): Next {
  const todo = spoken(asked, key, facts);
  if (todo !== null) return only(look(ui), todo);
  if (key.name === 'm' && facts.people.length > 0) return only(look(ui), { kind: 'leave-it', asked });
  if (leaves(key)) return only({ ...look(ui), said: facts.people.length > 0 ? 'Look around; t or the next step asks again.' : 'You took no seat.' });
  return only(ui);
}

export function drafting(ui: Ui, mode: Extract<Mode, { kind: 'draft' }>, key: Key, facts: Facts): Next {
  const count = facts.issues.length;
  const { asked, terms } = mode;
  if (leaves(key)) return only({ ...look(ui), said: facts.people.length > 0 ? 'Nothing is tabled yet; t or the next step asks again.' : 'No text was written.' });
  if (key.name === 'enter') return only(look(ui), { kind: 'text', asked, terms });
  if (key.name === 'm' && facts.people.length > 0) return only(look(ui), { kind: 'leave-it', asked });
  if (key.name === 'u') return only(begin(ui, asked, facts));
  const line = within(ui.line.text, count);
  const by = turn(key);
  if (by !== 0) return only({ ...ui, line: { ...ui.line, text: within(line + by, count) } });
  if (key.name === ',' || key.name === '.') return only({ ...ui, party: within(ui.party + (key.name === '.' ? 1 : -1), facts.parties) });
  const issue = facts.issues[line];
  const step = sideways(key) + (key.name === 'space' ? 1 : 0);
  if (issue === undefined || step === 0) return only(ui);
  const at = issue.options.indexOf(terms[issue.issue] ?? issue.now);
  const to = key.name === 'space' ? circle(at, 1, issue.options.length) : within(at + step, issue.options.length);
  return only({ ...ui, mode: { ...mode, terms: { ...terms, [issue.issue]: issue.options[to] ?? issue.now } } });
}

export function events(ui: Ui, chosen: number, key: Key, facts: Facts): Next {
  const count = facts.events.length;
  const event = facts.events[within(chosen, count)];
  if (event === undefined || leaves(key)) return only(look(ui));
  if (key.name === 'f' || key.name === 'h') return only(look(ui), { kind: 'event', event, happens: key.name === 'f' });
  return only({ ...ui, mode: { kind: 'events', chosen: circle(chosen, turn(key), count) } });
}

/** Steps across a lever's range. */
const STEPS = 20;

export function levers(ui: Ui, mode: Extract<Mode, { kind: 'levers' }>, key: Key, facts: Facts): Next {
  const count = facts.levers.length;
  const lever = facts.levers[within(mode.chosen, count)];
  if (lever === undefined || leaves(key)) return only({ ...look(ui), said: 'No assumption was changed.' });
  const by = turn(key);
  if (by !== 0) return only({ ...ui, mode: { kind: 'levers', chosen: circle(mode.chosen, by, count), typed: '' } });
  const [low, high] = lever.range;
  const value = mode.typed === '' ? lever.value : Number(mode.typed);
  if (key.name === 'enter') {
    if (!Number.isFinite(value) || value < low || value > high) return only({ ...ui, said: `It goes from ${low} to ${high}.` });
    return value === lever.value ? only({ ...look(ui), said: 'No assumption was changed.' }) : only(look(ui), { kind: 'lever', lever: lever.lever, value });
  }
  const typed = (text: string): Next => only({ ...ui, mode: { ...mode, typed: text.slice(0, 20) } });
  if (key.name === 'backspace') return typed(mode.typed.slice(0, -1));
  if (/^[0-9.eE-]$/.test(key.text)) return typed(mode.typed + key.text);
  const step = sideways(key);
  if (step === 0) return only(ui);
  const next = Math.min(high, Math.max(low, (Number.isFinite(value) ? value : lever.value) + step * ((high - low) / STEPS)));
  return typed(String(Number(next.toPrecision(6))));
}

/** Only Enter, from the one whose turn it is, takes the cover away. */
export function uncovering(ui: Ui, party: Id | null, key: Key, facts: Facts): Next {
  if (key.name === 'q') return facts.unsaved ? only({ ...ui, mode: { kind: 'ask', question: 'quit', name: '' } }) : only(ui, { kind: 'quit', code: 0 });
  return key.name === 'enter' ? only(look(ui), { kind: 'uncover', party }) : only(ui);
}

export function passing(ui: Ui, chosen: number, key: Key, facts: Facts): Next {
  const count = facts.people.length;
  const party = facts.people[within(chosen, count)];
  if (party === undefined || leaves(key)) return only(look(ui));
  if (key.name === 'enter') return only({ ...ui, holder: null, mode: { kind: 'cover', party } });
  const by = turn(key) === 0 ? sideways(key) : turn(key);
  return only({ ...ui, mode: { kind: 'pass', chosen: circle(chosen, by, count) } });
}
