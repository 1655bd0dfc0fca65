/** An expression after checking: names resolved, types known. The model turns it into a function; nothing is ever evaluated as code. */
import type { Id } from '../vocabulary.ts';

/** A name that holds a number. */
export type NumberName =
  | { readonly kind: 'lever'; readonly lever: Id }
  | { readonly kind: 'gauge'; readonly party: Id | null; readonly gauge: Id }
  /** Rounds since the calendar's start, from 1. */
  | { readonly kind: 'round' }
  /** Days since the calendar's start at the end of this round. */
  | { readonly kind: 'days' }
  /** Days the truce in force has held; 0 without one. */
  | { readonly kind: 'truce-days' }
  /** Texts refused since the present stage opened. */
  | { readonly kind: 'refusals' }
  /** Days that the last agreement held; 0 before it was followed. */
  | { readonly kind: 'peace-days' }
  /** The worth, to the party whose expression it is, of what is in force. Only inside `walk-away` and `leaves`. */
  | { readonly kind: 'standing' };

/** A name that holds true or false. */
export type TruthName =
  /** Signed, ratified and in force at least once in this run, whatever came of it; not what was repudiated. */
  | { readonly kind: 'settled'; readonly stage: Id }
  | { readonly kind: 'ratified'; readonly stage: Id }
  | { readonly kind: 'repudiated'; readonly stage: Id }
  /** The last agreement collapsed within the horizon. */
  | { readonly kind: 'collapsed' };

/** A name that holds one of a known set of words; it can only be compared with one of them. */
export type WordName =
  | { readonly kind: 'fighting' }
  | { readonly kind: 'diplomacy' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'stage' }
  | { readonly kind: 'in-force'; readonly issue: Id }
  | { readonly kind: 'posture'; readonly party: Id }
  | { readonly kind: 'stance'; readonly party: Id; readonly issue: Id }
  | { readonly kind: 'line'; readonly party: Id; readonly line: Id };

export type NumberTree =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'name'; readonly name: NumberName }
  | { readonly op: '+' | '-' | '*' | '/'; readonly left: NumberTree; readonly right: NumberTree }
  | { readonly op: 'negate'; readonly of: NumberTree }
  | { readonly op: 'min' | 'max'; readonly of: readonly NumberTree[] }
  | { readonly op: 'if'; readonly test: TruthTree; readonly then: NumberTree; readonly else: NumberTree };

export type TruthTree =
  | { readonly op: 'truth'; readonly value: boolean }
  | { readonly op: 'holds'; readonly name: TruthName }
  | { readonly op: 'is'; readonly name: WordName; readonly word: string }
  | { readonly op: 'in'; readonly name: WordName; readonly words: readonly string[] }
  | { readonly op: '<' | '<=' | '>' | '>=' | '==' | '!='; readonly left: NumberTree; readonly right: NumberTree }
  | { readonly op: 'and' | 'or'; readonly left: TruthTree; readonly right: TruthTree }
  | { readonly op: 'not'; readonly of: TruthTree };

/** One line of CEL as written, with its checked tree. */
export type Expression =
  | { readonly type: 'number'; readonly text: string; readonly tree: NumberTree }
  | { readonly type: 'truth'; readonly text: string; readonly tree: TruthTree };
