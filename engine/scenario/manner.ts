/** How a party answers and comes down: part of the checked scenario. */
import type { Amount, Evidence, Rate } from './basis.ts';
import type { Expression } from './expression-tree.ts';

/** A tactic other than the time tactic. */
export type TacticChoice =
  /** `kindness`: worth that it gives up besides, each time it hears an offer. */
  | { readonly kind: 'tit-for-tat'; readonly kindness: Amount }
  /** `usedUp`: 0 when nothing is used up, 1 when nothing is left. */
  | { readonly kind: 'resource'; readonly usedUp: Expression }
  | { readonly kind: 'equilibrium' }
  | { readonly kind: 'random' };

/** How a party answers. Defaults, where the file is silent, are in `defaults.ts`, each with its reason. */
export interface Manner {
  /** Exponent of the time tactic: above 1 holds out, 1 linear, below 1 concedes early. */
  readonly exponent: Amount;
  /** Steepness of the logistic answer, per unit of worth; 'exact' answers without doubt. */
  readonly sharpness: Amount | 'exact';
  /** Worth lost per issue outside the party's stance. */
  readonly firmness: Amount;
  /** Standard deviation of the private shift of the threshold, drawn once a run. */
  readonly spread: Amount;
  /** Alternating offers: how far below its level it still accepts and proposes. */
  readonly slack: Amount;
  /** Alternating offers: among packages at or above its level it proposes the one of least own worth, or the one best for the others. */
  readonly prefers: 'own' | 'others';
  /** Alternating offers: whether it never proposes below its walk-away value. */
  readonly rationalOnly: boolean;
  /** Absent: by the clock. */
  readonly tactic?: TacticChoice;
  /** How fast what it gets loses in worth to it while the talks go on: after a time T a share exp(−rate · T) is left. Absent: it does not. */
  readonly discount?: Rate;
  readonly evidence: Evidence;
}
