/** The palette: commands found by their names, rounds by their numbers, branches and seats by theirs. Made from the key table. */
import { written } from './asking.ts';
import { look, only, within } from './choosing.ts';
import type { Next } from './choosing.ts';
import type { Key } from './decode.ts';
import { actionIn, ANALYSTS, rowsOf } from './keys.ts';
import type { ActionIn } from './keys.ts';
import type { Facts, Mode, Todo, Ui } from './ui.ts';

export interface Entry {
  /** What is read, and searched. */
  readonly says: string;
  /** The key that does the same; '' where none does. */
  readonly shown: string;
  readonly does: { readonly action: ActionIn<'look'> } | { readonly todo: Todo };
}

/** A row of the table that is worth finding: not one that only moves a selection, nor the palette itself. */
const NOT_FOUND: readonly string[] = ['palette', 'up', 'down', 'page-up', 'page-down', 'party-left', 'party-right', 'next-pane', 'previous-pane'];
const COMMANDS: readonly (Entry & { readonly words: string })[] = rowsOf('look').flatMap((line) => (NOT_FOUND.includes(line.action) ? [] : [{
  says: line.says, shown: line.shown, does: { action: line.action as ActionIn<'look'> }, words: `${line.action.replaceAll('-', ' ')} ${line.brief ?? ''} ${line.says}`,
}]));

/** Entries for what was typed: every word must be found, at the head of a word before within one. */
export function entries(text: string, facts: Pick<Facts, 'rounds' | 'branches' | 'people' | 'names'>, sits: Ui['sits']): readonly Entry[] {
  const wanted = text.trim().toLowerCase();
  const places: readonly (Entry & { readonly words: string })[] = [
    ...rounds(wanted, facts),
    ...facts.branches.filter((one) => !one.current).map((one) => said(`Go to the branch “${one.name}”`, { kind: 'go', branch: one.id })),
    ...(facts.people.length > 0 ? [] : facts.names.map(({ party, name }) => said(`${sits.includes(party) ? 'Give back' : 'Take'} the seat of ${name}`, { kind: 'sit', party }))),
  ];
  const commands = COMMANDS.filter(({ does }) => !('action' in does && facts.people.length > 0 && ANALYSTS.includes(does.action)));
  if (wanted === '') return commands;
  const words = wanted.split(/\s+/);
  return [...commands, ...places]
    .map((entry, order) => ({ entry, order, rank: rank(entry.words.toLowerCase(), words) }))
    .filter(({ rank: found }) => found > 0)
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
    .map(({ entry }) => entry);
}

const said = (says: string, todo: Todo): Entry & { readonly words: string } => ({ says, shown: '', does: { todo }, words: says });

/** A number is a round. */
function rounds(wanted: string, facts: Pick<Facts, 'rounds'>): readonly (Entry & { readonly words: string })[] {
  const found = /^(?:round\s*)?(\d{1,6})$/.exec(wanted);
  const round = found === null ? 0 : Number(found[1]);
  if (round < 1 || round > facts.rounds) return [];
  const says = `Go to round ${round}`;
  return [{ says, shown: '', does: { todo: { kind: 'go-to', round } }, words: `${wanted} ${says}` }];
}

/** 0: not found. */
function rank(text: string, wanted: readonly string[]): number {
  let total = 0;
  for (const word of wanted) {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    const heads = at === 0 ? 4 : text.includes(` ${word}`) ? 2 : 1;
    total += heads;
  }
  return total;
}

/** What a key does to the palette. An action that was chosen is handed back, to be done as if its key had been pressed. */
export function palette(ui: Ui, mode: Extract<Mode, { kind: 'palette' }>, key: Key, facts: Facts): { readonly next: Next; readonly action: ActionIn<'look'> | null } {
  const found = entries(mode.text, facts, ui.sits);
  const stay = (text: string, chosen: number): { readonly next: Next; readonly action: null } => ({ next: only({ ...ui, mode: { kind: 'palette', text: text.slice(0, 60), chosen } }), action: null });
  switch (actionIn('palette', key.name)) {
    case 'cancel': return { next: only(look(ui)), action: null };
    case 'down': return stay(mode.text, within(mode.chosen + 1, found.length));
    case 'up': return stay(mode.text, within(mode.chosen - 1, found.length));
    case 'rub-out': return mode.text === '' ? { next: only(look(ui)), action: null } : stay([...mode.text].slice(0, -1).join(''), 0);
    case 'clear': return stay('', 0);
    case 'done': {
      const entry = found[within(mode.chosen, found.length)];
      if (entry === undefined) return { next: only({ ...ui, said: 'There is no such command. Esc goes back.' }), action: null };
      return 'action' in entry.does ? { next: only(look(ui)), action: entry.does.action } : { next: only(look(ui), entry.does.todo), action: null };
    }
    case null: return key.text === '' ? { next: only(ui), action: null } : stay(mode.text + written(key), 0);
  }
}
