/**
 * Whether a decision maker would stay in a state, by four solution concepts (Fang, Hipel & Kilgour 1993):
 * Nash: it can reach nothing that it likes better. General metarationality (GMR; Howard 1971): whatever it likes better, the others could answer by something that it
 * likes no better than the state. Symmetric metarationality (SMR; Howard 1971): and it could not escape from that again. Sequential stability (SEQ; Fraser & Hipel
 * 1979): and the others would only make moves that each of them likes. A state that is stable for all is an equilibrium.
 */
import { improvements, reachOfOthers, type GraphModel, type Step } from './graph.ts';

export const CONCEPTS = ['nash', 'gmr', 'smr', 'seq'] as const;
export type Concept = (typeof CONCEPTS)[number];
export type ByConcept<Of> = { readonly [C in Concept]: Of };

/** A state that the maker would like better, and what would deter it from going there: the others' moves; null: nothing. */
export interface Temptation { readonly to: number; readonly deterred: { readonly [C in Exclude<Concept, 'nash'>]: readonly Step[] | null } }

/** How a state is for one maker, and why: it is stable by a concept where each of its temptations is deterred by it; by Nash's, where there is none. */
export interface MakerStability { readonly stable: ByConcept<boolean>; readonly temptations: readonly Temptation[] }

export interface Stability {
  /** By state and maker. */
  readonly makers: readonly (readonly MakerStability[])[];
  /** By concept: the states that are stable for all. */
  readonly equilibria: ByConcept<readonly number[]>;
}

export function stabilityOf(graph: GraphModel): Stability {
  const makers = Array.from({ length: graph.states }, (_, state) => graph.makers.map((_maker, maker) => howStable(graph, maker, state)));
  const stableForAll = (concept: Concept): readonly number[] => [...makers.keys()].filter((state) => makers[state].every(({ stable }) => stable[concept]));
  return { makers, equilibria: { nash: stableForAll('nash'), gmr: stableForAll('gmr'), smr: stableForAll('smr'), seq: stableForAll('seq') } };
}

function howStable(graph: GraphModel, maker: number, state: number): MakerStability {
  const { moves, worth } = graph;
  const mine = worth[maker];
  const noBetter = (at: number): boolean => mine[at] <= mine[state];
  const temptations = improvements(graph, maker, state).map((to): Temptation => {
    const reached = [...reachOfOthers(graph, maker, to, false)];
    const first = (paths: readonly (readonly [number, readonly Step[]])[], deters: (end: number) => boolean): readonly Step[] | null => paths.find(([end]) => deters(end))?.[1] ?? null;
    return {
      to,
      deterred: {
        gmr: first(reached, noBetter),
        smr: first(reached, (end) => noBetter(end) && moves[maker][end].every(noBetter)),
        seq: first([...reachOfOthers(graph, maker, to, true)], noBetter),
      },
    };
  });
  const all = (concept: Exclude<Concept, 'nash'>): boolean => temptations.every(({ deterred }) => deterred[concept] !== null);
  return { temptations, stable: { nash: temptations.length === 0, gmr: all('gmr'), smr: all('smr'), seq: all('seq') } };
}
