/** What a party holds to: its red lines, its stances, its links between terms; each let go, as it is, and made absolute, as scenarios to be played under the same luck. */
import type { RedLine, Scenario, Stance } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';
import { bondAbsolute, bondWaived, lineAbsolute, lineHeld, lineWaived, stanceAbsolute, stanceWaived } from '../variants/variants.ts';

export const THING_KINDS = ['red-line', 'stance', 'link'] as const;
export type ThingKind = (typeof THING_KINDS)[number];
/** `of`: the red line, the issue of the stance, or the link. */
export interface Thing { readonly kind: ThingKind; readonly party: Id; readonly of: Id }

/** Of these kinds, in file order. */
export function thingsOf(scenario: Scenario, kinds: readonly ThingKind[]): readonly Thing[] {
  return kinds.flatMap((kind) => scenario.parties.flatMap(({ id: party, redLines, stances, bonds }): readonly Thing[] => {
    const ids = kind === 'red-line' ? redLines.map(({ id }) => id) : kind === 'stance' ? stances.map(({ issue }) => issue) : bonds.map(({ id }) => id);
    return ids.map((of) => ({ kind, party, of }));
  }));
}

/** How the rows of runs name it where it blocked a text. */
export const blockerOf = ({ kind, party, of }: Thing): string => [party, kind === 'stance' ? 'firm-stance' : kind, of].join(' ');

export const waived = (scenario: Scenario, { kind, party, of }: Thing): Scenario =>
  (kind === 'red-line' ? lineWaived(scenario, party, of) : kind === 'stance' ? stanceWaived(scenario, party, of) : bondWaived(scenario, party, of));

/** As if it were meant; null: it is. Only a red line can be a bluff. */
export function held(scenario: Scenario, { kind, party, of }: Thing): Scenario | null {
  return kind === 'red-line' && lineOf(scenario, party, of)?.held === false ? lineHeld(scenario, party, of) : null;
}

/** null: it is absolute as it is; or it is a link that is worth something to its party, which nothing makes a condition. @param levers values that differ from the file's */
export function absolute(scenario: Scenario, { kind, party, of }: Thing, levers: Readonly<Record<Id, number>>): Scenario | null {
  switch (kind) {
    case 'red-line': return isFixed(lineOf(scenario, party, of)) ? null : lineAbsolute(scenario, party, of);
    case 'stance': return isRigid(scenario.parties.find(({ id }) => id === party)?.stances.find(({ issue }) => issue === of)) ? null : stanceAbsolute(scenario, party, of);
    case 'link': {
      const worth = scenario.parties.find(({ id }) => id === party)?.bonds.find(({ id }) => id === of)?.worth;
      const value = worth === undefined ? 0 : 'lever' in worth ? (levers[worth.lever] ?? scenario.levers.find(({ id }) => id === worth.lever)?.value ?? 0) : worth.value;
      return value < 0 ? bondAbsolute(scenario, party, of) : null;
    }
  }
}

const lineOf = (scenario: Scenario, party: Id, of: Id): RedLine | undefined => scenario.parties.find(({ id }) => id === party)?.redLines.find(({ id }) => id === of);
const isFixed = (line: RedLine | undefined): boolean => line !== undefined && line.held && line.states.find(({ id }) => id === line.start)?.bites === true && line.states.find(({ id }) => id === line.start)?.transitions.length === 0;
const isRigid = (stance: Stance | undefined): boolean => stance !== undefined && stance.states.find(({ id }) => id === stance.start)?.firm === true && stance.states.find(({ id }) => id === stance.start)?.transitions.length === 0;
