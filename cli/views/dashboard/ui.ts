/** What the screen remembers besides the run: which pane, what is selected, which question is open. Plain data. */
import type { Answer, Id, Terms } from '../../../engine/vocabulary.ts';
import type { Asked } from './asked.ts';
import type { BranchLine } from './branches.ts';

export const PANES = ['text', 'parties', 'pressure', 'log'] as const;
export type Pane = (typeof PANES)[number];

export type Question = 'quit' | 'overwrite' | 'another-seed' | 'remove';

/** What a name is for: the run's file, a branch to begin, a branch that has one. */
export type NameFor = { readonly what: 'file' | 'branch' } | { readonly what: 'rename'; readonly branch: number };

export type Mode =
  | { readonly kind: 'look' }
  | { readonly kind: 'help'; readonly from: number }
  /** Reason and evidence of what is selected, over the whole screen. */
  | { readonly kind: 'why'; readonly from: number }
  /** The statechart of what is selected. */
  | { readonly kind: 'chart'; readonly from: number }
  | { readonly kind: 'name'; readonly for: NameFor; readonly text: string }
  /** A command is looked for by its name. */
  | { readonly kind: 'palette'; readonly text: string; readonly chosen: number }
  | { readonly kind: 'branches'; readonly chosen: number }
  /** The branch one is in, and another. */
  | { readonly kind: 'beside'; readonly other: number; readonly from: number }
  /** Whose seat to take, of all parties. */
  | { readonly kind: 'seat'; readonly chosen: number }
  /** A party is asked: for its answer, its vote, or whether it stands by what binds it. */
  | { readonly kind: 'question'; readonly asked: Asked }
  /** A text is written, option by option. */
  | { readonly kind: 'draft'; readonly asked: Asked; readonly terms: Terms }
  | { readonly kind: 'events'; readonly chosen: number }
  /** `typed`: the new value as it is written. */
  | { readonly kind: 'levers'; readonly chosen: number; readonly typed: string }
  /** Nothing is shown until the keyboard is in the right hands; null: until everybody may look. */
  | { readonly kind: 'cover'; readonly party: Id | null }
  /** Whose own view to show, of the people who share the keyboard. */
  | { readonly kind: 'pass'; readonly chosen: number }
  /** `name`: the file in question, for `overwrite`; the branch, for `remove`. */
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
  /** Whether the outlook from here is shown, and runs are played for it. */
  readonly outlook: boolean;
  /** Who has the keyboard, where several people share it; null: the screen shows what all may see. */
  readonly holder: Id | null;
  /** Parties for which an analyst sits: asked whenever it is their turn, as people in seats are, with an analyst's view. */
  readonly sits: readonly Id[];
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
  /** Something a person did, in whichever branch, is not in a file. */
  readonly unsaved: boolean;
  readonly round: number;
  readonly rounds: number;
  /** All parties, by the names that people read. */
  readonly names: readonly { readonly party: Id; readonly name: string }[];
  /** Branches in the order of the tree. */
  readonly branches: readonly BranchLine[];
  /** What may be said for a party in the phase that comes next. */
  readonly seats: readonly Asked[];
  /** Parties that people sit for; none: an analyst sees and does all. */
  readonly people: readonly Id[];
  /** Issues of the stage: their options, and the one that stands in the text or is in force. */
  readonly issues: readonly { readonly issue: Id; readonly options: readonly Id[]; readonly now: Id }[];
  readonly events: readonly Id[];
  readonly levers: readonly { readonly lever: Id; readonly value: number; readonly range: readonly [number, number] }[];
  readonly fileName: string;
}

/** Ways through time. */
export type Step = 'phase' | 'round' | 'back' | 'back-round' | 'forward' | 'start' | 'end';

/** What a key asks for beyond the screen. */
export type Todo =
  /** `edit`: the scenario's file, in an editor. */
  | { readonly kind: Step | 'suspend' | 'redraw' | 'another-seed' | 'edit' }
  | { readonly kind: 'quit'; readonly code: number }
  /** To the beginning of a round, played up to it if need be. */
  | { readonly kind: 'go-to'; readonly round: number }
  | { readonly kind: 'branch'; readonly name: string }
  | { readonly kind: 'go'; readonly branch: number }
  | { readonly kind: 'rename'; readonly branch: number; readonly name: string }
  | { readonly kind: 'remove'; readonly branch: number }
  /** The other branch is brought to the same moment, and shown beside this one. */
  | { readonly kind: 'beside'; readonly other: number }
  /** Both take the same step. */
  | { readonly kind: 'both'; readonly step: Step; readonly other: number }
  /** An analyst sits down for a party, or gets up. */
  | { readonly kind: 'sit'; readonly party: Id }
  | { readonly kind: 'save'; readonly name: string; readonly over: boolean }
  | { readonly kind: 'answer'; readonly party: Id; readonly answer: Answer }
  | { readonly kind: 'vote'; readonly party: Id; readonly yes: boolean }
  | { readonly kind: 'text'; readonly asked: Asked; readonly terms: Terms }
  | { readonly kind: 'event'; readonly event: Id; readonly happens: boolean }
  | { readonly kind: 'lever'; readonly lever: Id; readonly value: number }
  /** The model is to speak for the party this once. */
  | { readonly kind: 'leave-it'; readonly asked: Asked }
  /** The keyboard is where it should be. */
  | { readonly kind: 'uncover'; readonly party: Id | null }
  /** Asks again what is still to be answered. */
  | { readonly kind: 'ask' };

export const FIRST: Ui = {
  pane: 'text', side: 'parties', line: { text: 0, parties: 0, pressure: 0, log: null }, party: 0, following: true,
  mode: { kind: 'look' }, playing: false, pace: 1200, said: null, welcome: true, outlook: true, holder: null, sits: [],
};
