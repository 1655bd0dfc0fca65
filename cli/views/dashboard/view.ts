/** All that a picture is drawn from. Pictures are pure functions of it. */
import type { SeenLook } from '../../../engine/analysis/party-view.ts';
import type { Choice, EndedRecord, PeaceRecord, RunRecord } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id, Phase } from '../../../engine/vocabulary.ts';
import type { PairedOutlook } from '../../../engine/index.ts';
import type { Look } from '../../../engine/run/look.ts';
import type { Asked } from './asked.ts';
import type { BranchLine } from './branches.ts';
import type { OutlookView } from './outlook/board.ts';
import type { Ui } from './ui.ts';

/** A line of the log. */
export interface LogLine { readonly round: number; readonly text: string; readonly record: RunRecord; /** it came with the last step */ readonly fresh: boolean }

/** One of two branches side by side. */
export interface Side {
  readonly name: string;
  readonly look: Look;
  /** What a person decided in it and not in the other. */
  readonly choices: readonly Choice[];
  readonly end: EndedRecord | null;
  /** What happened since they parted, as far as the other does not tell the same in the same round. */
  readonly told: readonly { readonly round: number; readonly text: string }[];
}

export interface Beside {
  readonly sides: readonly [Side, Side];
  /** Where they part; null: nothing in them differs. */
  readonly parting: { readonly round: number; readonly phase: Phase } | null;
  /** Whether the moment shown lies before it, or at it. */
  readonly alike: boolean;
  /** Outlooks from both, under the same luck; null: not yet, or both have ended. */
  readonly pair: PairedOutlook | null;
  readonly failed: boolean;
}

export interface View {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly run: number;
  /** All of it for an analyst; for a seat what that party may know. */
  readonly look: SeenLook;
  /** The moment before the last step, for the signs of change; null at the start. */
  readonly before: SeenLook | null;
  readonly log: readonly LogLine[];
  /** Course of each gauge up to now, oldest first; party gauges as `party.gauge`. */
  readonly courses: ReadonlyMap<string, readonly number[]>;
  /** The moment shown and the last played, from 0. */
  readonly at: number;
  readonly last: number;
  /** How the run ended, once the moment shown is its end. */
  readonly end: EndedRecord | null;
  /** How long the agreement lasted, once that is known. */
  readonly peace: PeaceRecord | null;
  /** Votes at home on what has been signed and is not yet in force. */
  readonly votes: readonly Vote[];
  /** What a person may say for a party in the phase that comes next. */
  readonly seats: readonly Asked[];
  /** Parties that people sit for; none: an analyst looks. */
  readonly people: readonly Id[];
  /** Whose view this is; null: an analyst's, or what all may see. */
  readonly viewer: Id | null;
  /** Decided by a person for the round to come. */
  readonly ahead: readonly Choice[];
  /** Shares of runs from this moment on; null: not shown, as from a seat. */
  readonly outlook: OutlookView | null;
  /** The branches, in the order of the tree. */
  readonly branches: readonly BranchLine[];
  /** This branch and the one beside it, while both are shown. */
  readonly beside: Beside | null;
  readonly ui: Ui;
  readonly columns: number;
  readonly rows: number;
}

/** Room for a third column, which holds the evidence. */
export const isLarge = ({ columns, rows }: Pick<View, 'columns' | 'rows'>): boolean => columns >= 150 && rows >= 40;

/** What a seat does not show of others: only an analyst sees into all. */
export const hides = ({ people, viewer }: Pick<View, 'people' | 'viewer'>, party: Id): boolean => people.length > 0 && party !== viewer;

export interface Vote { readonly party: Id; readonly yes: boolean | null }

/** Who has voted on the text that is being ratified, and who has yet to. */
export function votesOf(scenario: Scenario, records: readonly RunRecord[], upTo: number): readonly Vote[] {
  for (let at = upTo - 1; at >= 0; at -= 1) {
    const begun = records[at];
    if (begun?.kind !== 'ratification') continue;
    if (begun.is !== 'begun') return [];
    const voted = records.slice(at, upTo);
    return scenario.parties.filter((party) => party.ratifies?.stages.includes(begun.stage) === true).map(({ id }) => {
      const vote = voted.find((record) => record.kind === 'ratified' && record.party === id);
      return { party: id, yes: vote?.kind === 'ratified' ? vote.yes : null };
    });
  }
  return [];
}

/** The courses of the gauges from the records of the pressure phases, the last `keep` rounds. */
export function coursesOf(records: readonly (RunRecord | null)[], upTo: number, keep = 240): ReadonlyMap<string, readonly number[]> {
  const courses = new Map<string, number[]>();
  const rounds: Readonly<Record<string, number>>[] = [];
  for (let at = upTo - 1; at >= 0 && rounds.length < keep; at -= 1) {
    const record = records[at];
    if (record?.kind === 'pressure') rounds.push(record.gauges);
  }
  for (const gauges of rounds.reverse()) {
    for (const [name, value] of Object.entries(gauges)) {
      const course = courses.get(name);
      if (course === undefined) courses.set(name, [value]);
      else course.push(value);
    }
  }
  return courses;
}

export const gaugeName = (party: Id | null, gauge: Id): string => (party === null ? gauge : `${party}.${gauge}`);
