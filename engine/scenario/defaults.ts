/** What holds where a file is silent, each with its reason. scenarios/README.md says the same for readers. */
import type { Evidence, Rate } from './scenario.ts';

/** Linear concession: the neutral case of the time-dependent tactics (Faratin, Sierra & Jennings 1998), neither holding out nor giving early. */
export const EXPONENT = 1;
/** A worth 0.05 above the threshold is accepted in about three of four cases: people err, but not by much. */
export const SHARPNESS = 20;
/** A term outside its stance costs a party a twentieth of all it could win: noticed, and outweighed by a good text. */
export const FIRMNESS = 0.05;
/** Governments differ a little from what is known of them; about the size of one minor term. */
export const SPREAD = 0.03;
/** Without knowledge a drafter starts in the middle. */
export const GUESS = 0.5;
/** A drafter weighs its own wishes half as much as everybody's consent: no pure servant, no pure interest. */
export const BIAS = 0.5;
/** What one refusal taught is forgotten within half a year of weekly rounds. */
export const FADE = 0.02;
/** Most mediation that is written about drafts: neither a mere postman nor one who presses (Beardsley, Quinn, Biswas & Wilkenfeld 2006). */
export const STYLE = 'formulate';
/** Without a word on it, what was bought lasts as long as what was not. */
export const BOUGHT_HAZARD = 1;
/** Who answers like with like gives nothing for nothing. */
export const KINDNESS = 0;
/** A party proposes and accepts exactly at its level. */
export const SLACK = 0;
/** The standard protocol's time-based party asks for what is worth least to itself at its level. */
export const PREFERS = 'own';
/** At even support a vote is even; at 0.7 about five in six ratify: governments ask when they expect to carry it. */
export const STEEPNESS = 8;
/** A party believes the published hazard. */
export const DOUBT = 1;
/** Views without a weight count alike. */
export const VIEW_WEIGHT = 1;
/** A deadline is felt in the last fortnight. */
export const NEAR = '2 weeks';
/** A stage without a signature gives way to the next: talks rarely stop because one format did. */
export const ON_FAILURE = 'next';
/** A red line without states is simply held. */
export const LINE_START = 'held';
/** A state of this name is the one in which a line no longer bites. */
export const WAIVED = 'waived';
/** A gauge without drift or noise stays where signals put it. */
export const STILL: Rate = { amount: { value: 0 }, per: 'week' };
/** An event without a chance happens whenever its condition holds. */
export const SURE: Rate = { amount: { value: 1 }, per: null };

/** Evidence of what the format itself supplies. */
export const BY_DEFAULT: Evidence = { because: [], assumed: 'the default of the format' };

/** Titles of posture states. */
export const POSTURE_TITLES: Readonly<Record<string, string>> = { 'at-table': 'At the table', away: 'Stays away', left: 'Has left' };
