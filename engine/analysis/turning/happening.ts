/** What may turn a run: events, and moves of a party's charts. Each can be held back in a run that is otherwise the same. */
import type { RunRecord } from '../../record/record.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Id } from '../../vocabulary.ts';
import { moveHeldBack } from '../variants/variants.ts';

export type Happening =
  | { readonly kind: 'event'; readonly event: Id }
  | { readonly kind: 'move'; readonly party: Id; readonly chart: 'stance' | 'line' | 'posture'; readonly of: Id | null; readonly from: Id; readonly to: Id };

/** The same happening has the same key. */
export const keyOf = (one: Happening): string => (one.kind === 'event' ? `event ${one.event}` : ['move', one.party, one.chart, one.of ?? '', one.from, one.to].join(' '));

/** null: not of a kind that is looked at. */
export function happeningOf(record: RunRecord): Happening | null {
  if (record.kind === 'event') return { kind: 'event', event: record.event };
  if (record.kind !== 'moved') return null;
  const { party, chart, of, from, to } = record;
  return { kind: 'move', party, chart, of, from, to };
}

/** The scenario in which a move is never made. An event is held back by a choice in its round instead: the rest of its chances stay. */
export const withoutMove = (scenario: Scenario, move: Extract<Happening, { readonly kind: 'move' }>): Scenario => moveHeldBack(scenario, move.party, { kind: move.chart, of: move.of }, move.from, move.to);
