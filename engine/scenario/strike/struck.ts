/** What is struck out, and what that hits. */

/** The sources named, and the claims named with all claims of the sources. */
export interface Gone { readonly claims: ReadonlySet<string>; readonly sources: ReadonlySet<string> }

/** A value that had claims and has none any more. */
export interface Struck {
  /** Where it stands: `parties.upper.red-lines.no-foreign-dam`. */
  readonly path: string;
  /** The same in words: `red line: No dam that the other village runs alone`. */
  readonly what: string;
  /** The claims it rested on; for a view, or a figure, its source. */
  readonly lost: readonly string[];
  readonly left: 'assumed' | 'figure' | 'nothing';
  /** Whether it was taken out. What the scenario cannot do without stays, and says so as its assumption. */
  readonly removed: boolean;
}

export interface Found {
  readonly path: readonly string[];
  readonly lost: readonly string[];
  readonly left: Struck['left'];
  /** A figure: what uses it needs its number, so it is told of and not taken out. */
  readonly stays: boolean;
}
