/** What the screen of `winset watch` remembers, and how a key changes it. */
import type { Key } from '../dashboard/decode.ts';

export interface State {
  /** The version that is shown beside the one before it; null: always the last. */
  readonly shown: number | null;
  /** What it is held against. */
  readonly against: 'before' | 'start';
  /** Lines that are scrolled out at the top. */
  readonly scrolled: number;
}

export interface Facts { readonly versions: number; /** lines of a page, and how far it can be scrolled */ readonly page: number; readonly most: number; /** the file cannot be played now */ readonly trouble: boolean }

export type Todo = { readonly kind: 'quit'; readonly code: number } | { readonly kind: 'suspend' | 'redraw' | 'edit' };

export const FIRST: State = { shown: null, against: 'before', scrolled: 0 };

export const KEYS = [
  { keys: '↑ ↓', does: 'an earlier edit' }, { keys: 's', does: 'against the start' }, { keys: 'PgDn PgUp', does: 'scroll' }, { keys: 'e', does: 'edit' }, { keys: 'q', does: 'quit' },
] as const;

export function reduce(state: State, { name }: Key, { versions, page, most, trouble }: Facts): { readonly state: State; readonly todo: Todo | null } {
  const stay = (next: Partial<State>): { readonly state: State; readonly todo: null } => ({ state: { ...state, ...next }, todo: null });
  const scroll = (by: number): ReturnType<typeof stay> => stay({ scrolled: Math.max(0, Math.min(most, state.scrolled + by)) });
  const last = versions - 1;
  const at = state.shown ?? last;
  // From the problems of the last save one step back leads to the last version that could be played.
  const show = (nth: number): ReturnType<typeof stay> => stay({ shown: nth >= last && !trouble ? null : nth > last ? null : Math.max(0, nth), scrolled: 0 });
  switch (name) {
    case 'q': return { state, todo: { kind: 'quit', code: 0 } };
    case 'ctrl-c': return { state, todo: { kind: 'quit', code: 130 } };
    case 'e': return { state, todo: { kind: 'edit' } };
    case 'ctrl-z': return { state, todo: { kind: 'suspend' } };
    case 'ctrl-l': return { state, todo: { kind: 'redraw' } };
    case 'up': return versions === 0 ? stay({}) : show(trouble && state.shown === null ? last : at - 1);
    case 'down': return versions === 0 || state.shown === null ? stay({}) : show(at + 1);
    case 'end': return stay({ shown: null, scrolled: 0 });
    case 's': return stay({ against: state.against === 'before' ? 'start' : 'before', scrolled: 0 });
    case 'page-down': case 'space': return scroll(page);
    case 'page-up': return scroll(-page);
    case 'j': return scroll(1);
    case 'k': return scroll(-1);
    default: return stay({});
  }
}
