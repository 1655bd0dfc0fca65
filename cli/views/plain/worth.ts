/** Worth as a reader takes it: of a hundred; in points of its own where a file keeps raw worth (`normalise: false`). */
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { number, outOf100 } from './words.ts';

export interface Scale {
  /** What a sentence begins with: 'of 100 ', or nothing. */
  readonly of: string;
  readonly show: (worth: number) => string;
  /** Two values as they stand beside each other: two that differ never read alike. */
  readonly beside: (worth: number, other: number) => string;
  /** Whether a level lies above all that a text can give, or as good as there. Raw worth has no such top. */
  readonly isBeyond: (level: number) => boolean;
  readonly isNearlyAll: (level: number) => boolean;
}

const OF_100: Scale = {
  of: 'of 100 ',
  show: outOf100,
  beside: (worth, other) => (outOf100(worth) === outOf100(other) ? (worth * 100).toFixed(1) : outOf100(worth)),
  isBeyond: (level) => level > 1,
  isNearlyAll: (level) => level >= 0.995,
};

const RAW: Scale = { of: '', show: number, beside: (worth, other) => (worth !== other && number(worth) === number(other) ? String(worth) : number(worth)), isBeyond: () => false, isNearlyAll: () => false };

export const scaleOf = ({ normalise }: Pick<Scenario, 'normalise'>): Scale => (normalise ? OF_100 : RAW);
