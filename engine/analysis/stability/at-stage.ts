/** Strategic stability of a stage at a moment, by name: what each could take up, what would come of it, and where all would stay. */
import { termsOf } from '../../run/world.ts';
import type { Id, Terms } from '../../vocabulary.ts';
import type { Objections } from '../agreement/objections.ts';
import type { Opening } from '../agreement/openings.ts';
import { givesWay, type GivesWay } from '../agreement/ways.ts';
import type { Step } from './graph.ts';
import { partyOptionsOf } from './party-options.ts';
import { stabilityOf, type ByConcept, type MakerStability } from './stability.ts';

/** `gives` null: to hold out for its own best text. `final`: once taken up it is not taken back. */
export interface StageOption { readonly party: Id; readonly gives: GivesWay | null; readonly final: boolean }

export interface NamedStep { readonly party: Id; readonly to: number }
export interface NamedTemptation { readonly to: number; readonly deterred: { readonly gmr: readonly NamedStep[] | null; readonly smr: readonly NamedStep[] | null; readonly seq: readonly NamedStep[] | null } }

export interface StageState {
  /** Options taken up, by place. */
  readonly taken: readonly number[];
  /** What is signed; null: no deal. */
  readonly terms: Terms | null;
  /** By decision maker: worth of what is signed, less firmness, or of no deal; 0..1. */
  readonly worth: Readonly<Record<Id, number>>;
  /** By decision maker: whether it would stay, by concept, and what tempts it away. */
  readonly makers: readonly { readonly party: Id; readonly stable: ByConcept<boolean>; readonly temptations: readonly NamedTemptation[] }[];
  /** Whether all would stay. */
  readonly equilibrium: ByConcept<boolean>;
}

export interface StageStability {
  /** Parties that have an option. */
  readonly makers: readonly Id[];
  readonly options: readonly StageOption[];
  /** The first is the one in which nobody has taken anything up. */
  readonly states: readonly StageState[];
}

/** @param ways in order; those that cannot come about are passed over */
export function stabilityAt(objections: Objections, ways: readonly Opening[]): StageStability | null {
  const { world: { model }, board } = objections;
  const found = partyOptionsOf(objections, ways.filter((one) => one.obstacles.every((at) => givesWay(objections, one, at).movable)));
  if (found === null) return null;
  const { makers, options, outcome, graph } = found;
  const { makers: views, equilibria } = stabilityOf(graph);
  const ids = makers.map((party) => model.parties[party].id);
  const named = (path: readonly Step[] | null): readonly NamedStep[] | null => path && path.map(({ maker, to }) => ({ party: ids[maker], to }));
  const makerAt = (maker: number, { stable, temptations }: MakerStability): StageState['makers'][number] => ({
    party: ids[maker], stable, temptations: temptations.map(({ to, deterred }) => ({ to, deterred: { gmr: named(deterred.gmr), smr: named(deterred.smr), seq: named(deterred.seq) } })),
  });
  return {
    makers: ids,
    options: options.map(({ party, gives, final }) => ({ party: model.parties[party].id, gives: gives && givesWay(objections, gives.opening, gives.obstacle), final })),
    states: outcome.map((k, state) => ({
      taken: options.map((_, at) => at).filter((at) => (state >> at) % 2 === 1),
      terms: k < 0 ? null : termsOf(model, board.options.subarray(k * board.width, (k + 1) * board.width), board.issues),
      worth: Object.fromEntries(ids.map((id, maker) => [id, graph.worth[maker][state]])),
      makers: views[state].map((view, maker) => makerAt(maker, view)),
      equilibrium: { nash: equilibria.nash.includes(state), gmr: equilibria.gmr.includes(state), smr: equilibria.smr.includes(state), seq: equilibria.seq.includes(state) },
    })),
  };
}
