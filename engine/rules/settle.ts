/** When a text is signed, and what it brings. */
import type { Fighting, Truce } from '../vocabulary.ts';
import { has } from '../model/bits.ts';

/** All who must consent have accepted. @param needed parties as bits, in the row that begins at `from` @param answers by party: 1 accepted */
export function allConsent(needed: Int32Array, from: number, answers: Uint8Array): boolean {
  for (let p = 0; p < answers.length; p++) if (answers[p] !== 1 && has(needed, from, p)) return false;
  return true;
}

/** The truce that signed terms bring, if it is more than what holds: a ceasefire stands above a limited truce. */
export function truceBrought(brought: readonly (Truce | null)[], now: Fighting): Truce | null {
  if (now === 'ceasefire') return null;
  if (brought.includes('ceasefire')) return 'ceasefire';
  return now === 'war' && brought.includes('limited-truce') ? 'limited-truce' : null;
}
