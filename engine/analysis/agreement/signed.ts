/** How good the texts that runs sign are for those who sign them: whether another would have been better for one and worse for none. */
import { packageIndex } from '../../model/board.ts';
import type { Model } from '../../model/model.ts';
import { board } from '../../run/world.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Id, Terms } from '../../vocabulary.ts';
import { distanceTo, frontierOf, leftUnused } from './frontier.ts';
import { asIfOpen, momentOf, type MomentOptions } from './moment.ts';

/** A text and how many runs signed it. */
export interface Signed { readonly terms: Terms; readonly runs: number }

export interface SignedText extends Signed {
  /** Least Euclidean distance to the frontier, in worth; 0: it is on it. */
  readonly distance: number;
  /** By how much all who sign could have had more at once, in worth. */
  readonly unused: number;
}

export interface AgainstFrontier {
  readonly runs: number;
  /** Share of the runs whose text is on the frontier; null where no run signed. */
  readonly efficient: number | null;
  /** Over those runs. */
  readonly meanDistance: number | null;
  readonly meanUnused: number | null;
  /** The most frequent first. */
  readonly texts: readonly SignedText[];
}

/** The columns of rows, as a design of cells is asked for them, that hold the text a stage signed last; in the order of its issues. */
export const signedColumns = (scenario: Scenario, stage: Id): readonly string[] => issuesOf(scenario, stage).map((issue) => ['signed', stage, issue].join('__').replaceAll('-', '_'));

/** The texts that runs signed, counted. @param texts by column of `signedColumns`, by run; null in runs that signed none */
export function signedOf(scenario: Scenario, stage: Id, texts: readonly (readonly (string | null)[])[]): readonly Signed[] {
  const issues = issuesOf(scenario, stage);
  const found = new Map<string, { readonly terms: Terms; runs: number }>();
  (texts[0] ?? []).forEach((first, run) => {
    if (first === null) return;
    const terms = Object.fromEntries(issues.map((issue, i) => [issue, texts[i][run] ?? '']));
    const key = JSON.stringify(terms);
    const before = found.get(key);
    if (before === undefined) found.set(key, { terms, runs: 1 });
    else before.runs++;
  });
  return [...found.values()];
}

function issuesOf(scenario: Scenario, stage: Id): readonly Id[] {
  const found = scenario.stages.find((each) => each.id === stage);
  if (found === undefined) throw new RangeError(`no stage ${stage}`);
  return found.issues;
}

/**
 * Held against the frontier of all texts of the stage, by the worth to those who sign and by nothing else: what red lines and stances forbade, they forbade. Worth is that
 * of the moment's levers and of what is in force then.
 */
export function againstFrontier(model: Model, stage: Id, signed: readonly Signed[], moment: MomentOptions = {}): AgainstFrontier {
  issuesOf(model.scenario, stage);
  const world = asIfOpen(momentOf(model, moment), model.stages.findIndex((each) => each.id === stage));
  const { state } = world;
  const now = board(world);
  const points = model.stages[state.stage].signs.map((p) => now.worth[p]);
  const frontier = frontierOf(points, [...now.changes.keys()]);
  const texts = signed.map(({ terms, runs }): SignedText => {
    const options = Uint8Array.from(model.issues, (issue, i) => (terms[issue.id] === undefined ? state.inForce[i] : issue.options.indexOf(terms[issue.id])));
    const k = packageIndex(model, state.stage, options);
    return { terms, runs, distance: distanceTo(points, frontier, k), unused: leftUnused(points, frontier, k) };
  }).toSorted((a, b) => b.runs - a.runs || (JSON.stringify(a.terms) < JSON.stringify(b.terms) ? -1 : 1));
  const runs = texts.reduce((sum, each) => sum + each.runs, 0);
  const mean = (of: (text: SignedText) => number): number | null => (runs === 0 ? null : texts.reduce((sum, each) => sum + each.runs * of(each), 0) / runs);
  return { runs, efficient: mean((each) => (each.distance === 0 ? 1 : 0)), meanDistance: mean((each) => each.distance), meanUnused: mean((each) => each.unused), texts };
}
