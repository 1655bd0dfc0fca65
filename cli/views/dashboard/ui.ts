/** What the screen remembers besides the run: which pane, what is selected, which question is open. Plain data. */
import type { Answer, Id } from '../../../engine/vocabulary.ts';

export const PANES = ['text', 'parties', 'pressure', 'log'] as const;
export type Pane = (typeof PANES)[number];

export type Question = 'quit' | 'overwrite' | 'another-seed' | 'rewrite';

export type Mode =
  | { readonly kind: 'look' }
  | { readonly kind: 'help'; readonly from: number }
  /** Reason and evidence of what is selected, over the whole screen. */
  | { readonly kind: 'why'; readonly from: number }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'seat'; readonly chosen: number }
  /** `name`: the file in question, for `overwrite`. */
  | { readonly kind: 'ask'; readonly question: Question; readonly name: string };

export interface Ui {
  readonly pane: Pane;
  /** The pane that shares the left column where only one has room. */
  readonly side: 'parties' | 'pressure';
  /** Selected line by pane. In the log `null` follows the newest. */
  readonly line: Readonly<Record<Exclude<Pane, 'log'>, number>> & { readonly log: number | null };
  /** Selected party column of the text. */
  readonly party: number;
  /** The selected cell goes to what stands most in the way, until a person moves it. */
  readonly following: boolean;
  readonly mode: Mode;
  readonly playing: boolean;
  /** Milliseconds between two steps when playing. */
  readonly pace: number;
  /** What was just done or could not be done; gone at the next key. */
  readonly said: string | null;
  /** The first lines for a newcomer; gone at the first step. */
  readonly welcome: boolean;
}

/** What the reducer must know of the run and the picture to keep a selection within bounds. */
export interface Facts {
  readonly lines: Readonly<Record<Pane, number>>;
  readonly parties: number;
  /** Lines of a page. */
  readonly page: number;
  /** How far the open page can be scrolled. */
  readonly scrollEnd: number;
  readonly ended: boolean;
  /** The moment shown is the last played. */
  readonly latest: boolean;
  readonly atStart: boolean;
  /** Something a person did is not in a file. */
  readonly unsaved: boolean;
  /** Parties whose answer to the text may be given now. */
  readonly seats: readonly Id[];
  readonly fileName: string;
}

/** What a key asks for beyond the screen. */
export type Todo =
  | { readonly kind: 'phase' | 'round' | 'back' | 'back-round' | 'forward' | 'start' | 'end' | 'suspend' | 'redraw' | 'another-seed' }
  | { readonly kind: 'quit'; readonly code: number }
  | { readonly kind: 'save'; readonly name: string; readonly over: boolean }
  | { readonly kind: 'answer'; readonly party: Id; readonly answer: Answer };

export const FIRST: Ui = {
  pane: 'text', side: 'parties', line: { text: 0, parties: 0, pressure: 0, log: null }, party: 0, following: true,
  mode: { kind: 'look' }, playing: false, pace: 1200, said: null, welcome: true,
};
