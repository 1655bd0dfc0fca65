/** The movement of one region of a chart (DESIGN 3.6): its first enabled transition in file order, and at most one. */
import { fires, type MoveEvent } from '../charts/fires.ts';
import type { TableTransition } from '../charts/table.ts';

/** The transition that fires; null: none does. */
export function firstEnabled(transitions: readonly TableTransition[], region: string, event: MoveEvent): TableTransition | null {
  for (const transition of transitions) if (fires(event, region, transition)) return transition;
  return null;
}
