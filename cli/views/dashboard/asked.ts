/**
 * What a party would be asked in the phase that comes next. The rules alone know who speaks when; so the phase is played
 * on a copy of the run, and whoever speaks in it could be spoken for.
 */
import type { Choice, RunRecord } from '../../../engine/record/record.ts';
import type { Id, Terms } from '../../../engine/vocabulary.ts';

export interface Asked {
  /** For its answer to a text; for a text or an offer; for its vote at home; whether it stands by what binds it. */
  readonly kind: 'answer' | 'text' | 'vote' | 'bound';
  readonly party: Id;
  /** Offers in turn: the party makes an offer of its own, and does not write for all. */
  readonly offer: boolean;
  /** The offer it would answer, or that it has just refused, where that is only made in the same phase. */
  readonly text: { readonly terms: Terms; readonly by: Id; readonly nth: number } | null;
}

/** In the order in which they speak. What a person has decided already is not asked again. */
export function askedIn(records: readonly RunRecord[], choices: readonly Choice[]): readonly Asked[] {
  const asked: Asked[] = [];
  let text: Asked['text'] = null;
  const decided = (kind: 'answer' | 'vote', round: number, party: Id): boolean => choices.some((choice) => choice.kind === kind && choice.round === round && choice.party === party);
  for (const record of records) {
    switch (record.kind) {
      case 'tabled':
        if (!record.byChoice) asked.push({ kind: 'text', party: record.by, offer: record.phase === 'answers', text });
        text = { terms: record.terms, by: record.by, nth: record.nth };
        break;
      case 'no-text': asked.push({ kind: 'text', party: record.by, offer: false, text: null }); break;
      case 'answer': if (!decided('answer', record.round, record.party)) asked.push({ kind: 'answer', party: record.party, offer: false, text }); break;
      case 'ratified': if (!decided('vote', record.round, record.party)) asked.push({ kind: 'vote', party: record.party, offer: false, text: null }); break;
      case 'repudiation': if (!decided('vote', record.round, record.party)) asked.push({ kind: 'bound', party: record.party, offer: false, text: null }); break;
      default: break;
    }
  }
  return asked;
}
