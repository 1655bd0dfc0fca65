/** The one issue of a scenario that is a quantity, and where the parties stand on it. */
import type { Amount, Issue, Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';

export interface Actor {
  readonly id: Id;
  readonly name: string;
  /** In the unit of the issue's options. */
  readonly position: number;
  /** 0 or more, beside the others'. */
  readonly capability: number;
  /** 0..1 */
  readonly salience: number;
}

export interface SpatialIssue { readonly issue: Issue; readonly actors: readonly Actor[] }

/** null: no issue is a quantity on which two parties stand with some weight, or more than one is. @param levers values that differ from the file's */
export function spatialIssueOf(scenario: Scenario, levers: Readonly<Record<Id, number>> = {}): SpatialIssue | null {
  const number = (amount: Amount): number => ('value' in amount ? amount.value : levers[amount.lever] ?? scenario.levers.find((lever) => lever.id === amount.lever)?.value ?? 0);
  const found = scenario.issues.filter((issue) => issue.options.every((option) => option.at !== undefined)).map((issue): SpatialIssue => ({
    issue,
    actors: scenario.parties.flatMap((party) => (party.positions ?? []).filter((each) => each.issue === issue.id)
      .map((each) => ({ id: party.id, name: party.name, position: number(each.at), capability: number(each.capability), salience: number(each.salience) }))),
  })).filter(({ actors }) => actors.length >= 2 && actors.some((actor) => actor.capability * actor.salience > 0));
  return found.length === 1 ? found[0] : null;
}

/** The option whose place lies nearest to a place on the line; of two, the first. */
export function nearestOption(issue: Issue, place: number): Id {
  let nearest = issue.options[0];
  for (const option of issue.options) if (Math.abs((option.at ?? 0) - place) < Math.abs((nearest.at ?? 0) - place)) nearest = option;
  return nearest.id;
}
