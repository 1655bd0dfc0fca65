/** What parties make of the text that stands, and what they will say to it: working memory of the phases, filled in when a party is asked. */
import type { Answer } from '../vocabulary.ts';

/** Columns by party, so that judging makes nothing anew. */
export interface Judgements {
  /** Worth of the text less firmness, and the two values it is held against. */
  readonly worth: Float64Array;
  readonly walkAway: Float64Array;
  readonly threshold: Float64Array;
  /** The first red line that bites, and the first issue on which a firm stance is broken; -1: none. */
  readonly line: Int16Array;
  readonly firmIssue: Int16Array;
  /** What it says and why: a code of rules/answer.ts. */
  readonly said: Answer[];
  readonly why: Uint8Array;
  /** The change of one term that it asks for: the issue, -1 for none, and its option; the text with it as a number of the board, and what that is worth to the asker. */
  readonly askedIssue: Int16Array;
  readonly askedOption: Uint8Array;
  readonly askedText: Int32Array;
  readonly askedWorth: Float64Array;
}

export function makeJudgements(parties: number): Judgements {
  return {
    worth: new Float64Array(parties), walkAway: new Float64Array(parties), threshold: new Float64Array(parties),
    line: new Int16Array(parties), firmIssue: new Int16Array(parties),
    said: Array.from({ length: parties }, (): Answer => 'refuse'), why: new Uint8Array(parties),
    askedIssue: new Int16Array(parties), askedOption: new Uint8Array(parties), askedText: new Int32Array(parties), askedWorth: new Float64Array(parties),
  };
}
