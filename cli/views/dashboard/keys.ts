/** The keys: one table, from which the reading of keys, the help line, the help page, the palette and the words of the plain mode are all made. */
import { ASKED_KEYS } from './keys-asked.ts';
import type { Context, KeyRow } from './key-row.ts';
import { RUN_KEYS } from './keys-run.ts';

export { CONTEXTS, GROUPS } from './key-row.ts';
export type { Context, KeyRow } from './key-row.ts';

type Known = (typeof RUN_KEYS)[number] | (typeof ASKED_KEYS)[number];
/** What there is to do in a context. */
export type ActionIn<In extends Context> = Extract<Known, { readonly context: In }>['action'];

const ALL: readonly Known[] = [...RUN_KEYS, ...ASKED_KEYS];
export const KEYS: readonly KeyRow[] = ALL;

const BY_KEY: ReadonlyMap<string, string> = new Map(KEYS.flatMap((line) => line.keys.map((name) => [`${line.context} ${name}`, line.action] as const)));

/** What a key does in a context; null: nothing. */
export const actionIn = <In extends Context>(context: In, name: string): ActionIn<In> | null => (BY_KEY.get(`${context} ${name}`) ?? null) as ActionIn<In> | null;

export const rowsOf = (context: Context): readonly KeyRow[] => KEYS.filter((line) => line.context === context);

/** The help line while one looks at the run: these, most needed first, as many as there is room for; the last three always. */
export const OFFERED: readonly ActionIn<'look'>[] = ['phase', 'round', 'back', 'seat', 'branches', 'why', 'next-pane', 'play', 'end', 'chart', 'down', 'party-right', 'event', 'lever', 'beside', 'edit', 'save', 'another-seed'];
export const ALWAYS: readonly ActionIn<'look'>[] = ['palette', 'help', 'quit'];
/** Of no use once the run has ended. */
export const WHILE_RUNNING: readonly ActionIn<'look'>[] = ['phase', 'round', 'play', 'end', 'event', 'lever', 'seat'];
/** An analyst's alone. */
export const ANALYSTS: readonly ActionIn<'look'>[] = ['event', 'lever', 'beside', 'outlook', 'edit'];
