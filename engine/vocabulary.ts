/**
 * The words of Winset as types and tuples. Imports nothing; everything else may import it.
 * A word stands here once; code, files, help and screens use it unchanged (scenarios/README.md explains each).
 */

/** The phases of a round, in the order in which they are played. */
export const PHASES = ['news', 'pressure', 'clock', 'table', 'answers', 'movement', 'settlement', 'peace'] as const;
export type Phase = (typeof PHASES)[number];

/** Where the talks stand: a region of the process chart. */
export const DIPLOMACY = ['talks', 'stalled', 'ratifying', 'settled', 'ended'] as const;
export type Diplomacy = (typeof DIPLOMACY)[number];

/** Where the fighting stands: a region of the process chart. */
export const FIGHTING = ['war', 'limited-truce', 'ceasefire'] as const;
export type Fighting = (typeof FIGHTING)[number];

/** What an option may bring when it is signed. */
export const TRUCES = ['limited-truce', 'ceasefire'] as const satisfies readonly Fighting[];
export type Truce = (typeof TRUCES)[number];

/** How a run ended; `going` while it has not. */
export const ENDINGS = ['going', 'settled', 'walked-away', 'left', 'failed', 'time'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Where a party is: the states of its posture chart. */
export const POSTURES = ['at-table', 'away', 'left'] as const;
export type Posture = (typeof POSTURES)[number];

/** The usual states of a red line; `waived` is the only one in which it no longer bites. */
export const LINE_STATES = ['held', 'strained', 'waived'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** How a stage is negotiated: a mediator's single text, or offers in turn (SAOP). */
export const PROTOCOLS = ['single-text', 'alternating-offers'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** How a party comes down from what it would like best (rules/tactics/ has each): by the clock, as the other side does, as something is used up, by what delay costs both, by chance. */
export const TACTICS = ['time', 'tit-for-tat', 'resource', 'equilibrium', 'random'] as const;
export type Tactic = (typeof TACTICS)[number];

/** What a mediator does (Beardsley, Quinn, Biswas & Wilkenfeld 2006). */
export const MEDIATION_STYLES = ['facilitate', 'formulate', 'manipulate'] as const;
export type MediationStyle = (typeof MEDIATION_STYLES)[number];

export const ANSWERS = ['accept', 'refuse', 'leave'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Why a text is refused: a red line, a firm stance, the whole is not good enough, or a person's say. */
export const REASONS = ['red-line', 'firm-stance', 'not-good-enough', 'said'] as const;
export type Reason = (typeof REASONS)[number];

/** Whose voice a claim has: a named speaker, an unnamed source, the reporter, a headline. */
export const VOICES = ['on-record', 'unnamed', 'reporter', 'headline'] as const;
export type Voice = (typeof VOICES)[number];

/** The units of time a file may use, in days. A month and a year are conventions: 30.4375 and 365.25 days. */
export const UNITS = { day: 1, week: 7, month: 30.4375, year: 365.25 } as const;
export type Unit = keyof typeof UNITS;

/** A name: lower-case letters, digits and hyphens, beginning with a letter. In expressions `-` is written `_`. */
export type Id = string;

/** A package as data: issue → option. */
export type Terms = Readonly<Record<Id, Id>>;
