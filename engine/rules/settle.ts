/** When a text is signed, and what it brings. */
import type { Fighting, Truce } from '../vocabulary.ts';

/** All who must consent to a package have accepted. @param consents by party and package: 1 where its consent is needed @param answers by party: 1 accepted */
export function allConsent(consents: readonly Uint8Array[], k: number, answers: Uint8Array): boolean {
  for (let p = 0; p < consents.length; p++) if (consents[p][k] === 1 && answers[p] !== 1) return false;
  return true;
}

/** The truce that signed terms bring, if it is more than what holds: a ceasefire stands above a limited truce. */
export function truceBrought(brought: readonly (Truce | null)[], now: Fighting): Truce | null {
  if (now === 'ceasefire') return null;
  if (brought.includes('ceasefire')) return 'ceasefire';
  return now === 'war' && brought.includes('limited-truce') ? 'limited-truce' : null;
}
