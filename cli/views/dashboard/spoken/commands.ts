/**
 * The plain mode: a line of words becomes the keys that do the same. Words are the names of the key table, the keys themselves, or
 * whatever the palette finds; so the plain mode can do all that the screen can.
 */
import type { Key } from '../decode.ts';
import { rowsOf } from '../keys.ts';
import type { Context, KeyRow } from '../key-row.ts';
import { entries } from '../palette.ts';
import type { Facts, Ui } from '../ui.ts';

/** Keys to be pressed, or what to say instead. */
export type Heard = { readonly keys: readonly Key[] } | { readonly says: readonly string[] };

const key = (name: string, text = ''): Key => ({ name, text });
const typed = (text: string): readonly Key[] => [...text].map((sign) => key(sign === ' ' ? 'space' : sign, sign));
const MOST = 8;

/** The word for a row of the table in this mode. */
export const wordOf = ({ action }: Pick<KeyRow, 'action'>): string => WORDS[action] ?? action.replace(/^pane-/u, '').replaceAll('-', ' ');
const WORDS: Readonly<Record<string, string>> = { phase: 'step', lever: 'assumption' };

/** Contexts that can be left for a command of the run. */
const LISTS: readonly Context[] = ['page', 'palette', 'seat', 'events', 'levers', 'branches', 'beside'];
/** Of no use where nothing is drawn. */
const DRAWN: readonly string[] = ['slower', 'faster', 'suspend', 'redraw', 'interrupt', 'palette', 'next-pane', 'previous-pane', 'page-up', 'page-down'];

/** @param context where the keys are read now */
export function heard(line: string, context: Context, ui: Ui, facts: Facts): Heard {
  const said = line.trim();
  // Where a name is asked for, the line is the name; an empty one takes what was proposed.
  if (context === 'name') return said === 'cancel' ? { keys: [key('escape')] } : { keys: said === '' ? [key('enter')] : [key('ctrl-u'), ...typed(said), key('enter')] };
  if (context === 'levers' && /^-?[0-9.]+(?:e-?[0-9]+)?$/iu.test(said)) return { keys: [...typed(said), key('enter')] };
  const wanted = said.toLowerCase();
  if (wanted === '') return context === 'look' ? { keys: [key('space', ' ')] } : { says: ['Say a word; help tells which.'] };
  const rows = rowsOf(context);
  const row = rows.find((one) => wordOf(one) === wanted || one.action === wanted || one.keys.includes(said)) ?? rows.find((one) => one.brief?.toLowerCase() === wanted);
  const name = row?.keys[0];
  if (name !== undefined) return { keys: [key(name, name.length === 1 ? name : name === 'space' ? ' ' : '')] };
  if (LISTS.includes(context)) {
    // A list or a page keeps nobody: what is said about the run is done there.
    const there = heard(line, 'look', ui, facts);
    return 'keys' in there ? { keys: [key('escape'), ...there.keys] } : there;
  }
  if (context !== 'look') return { says: [`“${said}” cannot be said here.`, ...choices(context)] };
  const found = entries(said, facts, ui.sits);
  if (found.length === 0) return { says: [`No command “${said}”. help lists all.`] };
  if (found.length > 1 && !wanted.startsWith('round')) return { says: [`“${said}” could be:`, ...found.slice(0, MOST).map((one) => one.says), ...(found.length > MOST ? [`and ${found.length - MOST} more.`] : [])] };
  return { keys: [key(':', ':'), ...typed(said), key('enter')] };
}

/** What may be said in a context: a line a word. */
export function choices(context: Context): readonly string[] {
  if (context === 'name') return ['The line that you write is the name; an empty line takes the proposed one; cancel goes back.'];
  return rowsOf(context).filter((one) => !DRAWN.includes(one.action)).map((one) => (one.action === 'outlook' ? 'outlook: How runs end that start in this moment.' : `${wordOf(one)}: ${one.says}.`));
}
