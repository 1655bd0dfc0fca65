/**
 * A checked scenario with one thing changed for a comparison: a red line, a stance or a link let go, or made absolute; something that happens held back. Names,
 * charts' regions and events stay, so that two variants under one seed meet the same luck and nothing that refers to them is left hanging.
 */
import type { Bond, Party, RedLine, Scenario, Stance } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';

function withParty(scenario: Scenario, id: Id, change: (party: Party) => Party): Scenario {
  if (!scenario.parties.some((party) => party.id === id)) throw new RangeError(`no party ${id}`);
  return { ...scenario, parties: scenario.parties.map((party) => (party.id === id ? change(party) : party)) };
}

function withLine(scenario: Scenario, party: Id, id: Id, change: (line: RedLine) => RedLine): Scenario {
  return withParty(scenario, party, (of) => {
    if (!of.redLines.some((line) => line.id === id)) throw new RangeError(`${party} has no red line ${id}`);
    return { ...of, redLines: of.redLines.map((line) => (line.id === id ? change(line) : line)) };
  });
}

function withStance(scenario: Scenario, party: Id, issue: Id, change: (stance: Stance) => Stance): Scenario {
  return withParty(scenario, party, (of) => {
    if (!of.stances.some((stance) => stance.issue === issue)) throw new RangeError(`${party} has no stance on ${issue}`);
    return { ...of, stances: of.stances.map((stance) => (stance.issue === issue ? change(stance) : stance)) };
  });
}

/** The line never bites; its chart stays. */
export const lineWaived = (scenario: Scenario, party: Id, line: Id): Scenario => withLine(scenario, party, line, (one) => ({ ...one, states: one.states.map((state) => ({ ...state, bites: false })) }));

/** The line is meant, and moves as its chart says: as the file has it, unless there it is a bluff. */
export const lineHeld = (scenario: Scenario, party: Id, line: Id): Scenario => withLine(scenario, party, line, (one) => ({ ...one, held: true }));

/** The line is meant, bites from the first round on, and nothing moves it. */
export const lineAbsolute = (scenario: Scenario, party: Id, line: Id): Scenario =>
  withLine(scenario, party, line, (one) => ({ ...one, held: true, states: one.states.map((state) => ({ ...state, bites: true, transitions: [] })) }));

/** The stance takes in every option, whatever state it is in. */
export function stanceWaived(scenario: Scenario, party: Id, issue: Id): Scenario {
  const options = scenario.issues.find((each) => each.id === issue)?.options.map((option) => option.id) ?? [];
  return withStance(scenario, party, issue, (one) => ({ ...one, states: one.states.map((state) => ({ ...state, accepts: options, firm: false })) }));
}

/** The stance stays where it starts, and vetoes what lies outside it. */
export const stanceAbsolute = (scenario: Scenario, party: Id, issue: Id): Scenario =>
  withStance(scenario, party, issue, (one) => ({ ...one, states: one.states.map((state) => ({ ...state, firm: true, transitions: [] })) }));

/** The link counts for nothing. */
export function bondWaived(scenario: Scenario, party: Id, bond: Id): Scenario {
  bondOf(scenario, party, bond);
  return withParty(scenario, party, (of) => ({ ...of, bonds: of.bonds.filter((one) => one.id !== bond) }));
}

/** What the link makes worse is refused outright, as over a red line. Has a sense only for a link that costs the party something. */
export function bondAbsolute(scenario: Scenario, party: Id, bond: Id): Scenario {
  const { when, evidence } = bondOf(scenario, party, bond);
  // A name that no file can have, so that it is never taken.
  const line: RedLine = { id: `link:${bond}`, title: bond, never: when, start: 'held', states: [{ id: 'held', title: 'held', bites: true, transitions: [] }], stated: true, held: true, evidence };
  return withParty(scenario, party, (of) => ({ ...of, redLines: [...of.redLines, line] }));
}

function bondOf(scenario: Scenario, party: Id, bond: Id): Bond {
  const found = scenario.parties.find((of) => of.id === party)?.bonds.find((one) => one.id === bond);
  if (found === undefined) throw new RangeError(`${party} has no link ${bond}`);
  return found;
}

/** The walk-away value is lower by so much worth, always. Of a party that has none nothing changes. */
export const walkAwayLowered = (scenario: Scenario, party: Id, by: number): Scenario => withParty(scenario, party, (of) => {
  if (of.walkAway?.value.type !== 'number') return of;
  const { text, tree } = of.walkAway.value;
  return { ...of, walkAway: { ...of.walkAway, value: { type: 'number', text: `${text} - ${by}`, tree: { op: '-', left: tree, right: { op: 'number', value: by } } } } };
});

/** The event never happens of itself. */
export function eventHeldBack(scenario: Scenario, event: Id): Scenario {
  if (!scenario.events.some((one) => one.id === event)) throw new RangeError(`no event ${event}`);
  return { ...scenario, events: scenario.events.map((one) => (one.id === event ? { ...one, chance: { amount: { value: 0 }, per: null } } : one)) };
}

/** The chart of a line or a stance never makes this move. */
export function moveHeldBack(scenario: Scenario, party: Id, chart: { readonly kind: 'line' | 'stance' | 'posture'; readonly of: Id | null }, from: Id, to: Id): Scenario {
  const without = <State extends RedLine['states'][number] | Stance['states'][number] | Party['posture']['states'][number]>(states: readonly State[]): readonly State[] =>
    states.map((state) => (state.id === from ? { ...state, transitions: state.transitions.filter((transition) => transition.to !== to) } : state));
  if (chart.kind === 'posture' || chart.of === null) return withParty(scenario, party, (of) => ({ ...of, posture: { ...of.posture, states: without(of.posture.states) } }));
  if (chart.kind === 'line') return withLine(scenario, party, chart.of, (one) => ({ ...one, states: without(one.states) }));
  return withStance(scenario, party, chart.of, (one) => ({ ...one, states: without(one.states) }));
}
