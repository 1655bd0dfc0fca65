/** A row of the key table. */

/** Where a key means what: looking at the run, a page over it, and each kind of question. */
export const CONTEXTS = ['look', 'page', 'name', 'palette', 'seat', 'answer', 'vote', 'draft', 'events', 'levers', 'branches', 'beside', 'cover', 'pass', 'ask'] as const;
export type Context = (typeof CONTEXTS)[number];

export const GROUPS = [
  'Time', 'Looking', 'Branches', 'The run', 'A party is asked', 'Writing a text', 'Events and assumptions', 'The page of branches', 'Two branches side by side', 'Pages, lists and questions',
] as const;
export type Group = (typeof GROUPS)[number];

export interface KeyRow<In extends Context = Context, Action extends string = string> {
  readonly context: In;
  readonly action: Action;
  /** Names of keys as `decode.ts` gives them. */
  readonly keys: readonly string[];
  /** The keys as a person reads them. */
  readonly shown: string;
  /** A word or two for the help line; null: the help page only. */
  readonly brief: string | null;
  /** What it does, in the help page and the palette. */
  readonly says: string;
  readonly group: Group;
}

/** Makes rows of one context and group. */
export function rows<In extends Context>(context: In, group: Group) {
  return <Action extends string>(action: Action, keys: readonly string[], shown: string, brief: string | null, says: string): KeyRow<In, Action> => ({ context, action, keys, shown, brief, says, group });
}
