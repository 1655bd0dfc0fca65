/** Where a party stands on an issue that is a quantity: part of the checked scenario. */
import type { Id } from '../vocabulary.ts';
import type { Amount, Evidence } from './basis.ts';

/** As models of spatial bargaining have it (Bueno de Mesquita 1994): a place on the issue's line, and what it could and would bring to bear. */
export interface SpatialPosition {
  readonly issue: Id;
  /** In the unit of the options' places. */
  readonly at: Amount;
  /** 0 or more, beside the others'. */
  readonly capability: Amount;
  /** 0..1 */
  readonly salience: Amount;
  readonly evidence: Evidence;
}
