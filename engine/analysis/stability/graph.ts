/**
 * The graph model for conflict resolution (Fang, Hipel & Kilgour 1993): decision makers who move a conflict from state to state, each by itself, and who prefer some
 * states to others. What one can reach alone, and what the others can reach together, is all that stability asks for.
 */

export interface GraphModel {
  readonly makers: readonly string[];
  /** How many states there are. */
  readonly states: number;
  /** By maker and state: the states that it can reach in one move. */
  readonly moves: readonly (readonly (readonly number[])[])[];
  /** By maker and state: the greater, the better liked; equal: it does not mind which. */
  readonly worth: readonly (readonly number[])[];
}

export interface Step { readonly maker: number; readonly to: number }

/** One's own improvements: states that it can reach alone and likes better. */
export const improvements = ({ moves, worth }: GraphModel, maker: number, from: number): readonly number[] => moves[maker][from].filter((to) => worth[maker][to] > worth[maker][from]);

/**
 * All that the others can reach from a state by sequences of moves in which nobody moves twice in a row; a shortest sequence to each.
 * @param improving only moves to states which the one that moves likes better than the one before
 */
export function reachOfOthers(graph: GraphModel, maker: number, from: number, improving: boolean): ReadonlyMap<number, readonly Step[]> {
  const { makers, moves } = graph;
  const found = new Map<number, readonly Step[]>();
  // Who moved last decides who may move next, so that a state counts once for each last mover.
  const seen = new Set<string>();
  let edge: readonly { readonly at: number; readonly last: number; readonly path: readonly Step[] }[] = [{ at: from, last: -1, path: [] }];
  while (edge.length > 0) {
    edge = edge.flatMap(({ at, last, path }) => makers.flatMap((_, other) => {
      if (other === maker || other === last) return [];
      const next = improving ? improvements(graph, other, at) : moves[other][at];
      return next.flatMap((to) => {
        if (seen.has(`${to} ${other}`)) return [];
        seen.add(`${to} ${other}`);
        const steps = [...path, { maker: other, to }];
        if (!found.has(to)) found.set(to, steps);
        return [{ at: to, last: other, path: steps }];
      });
    }));
  }
  return found;
}
