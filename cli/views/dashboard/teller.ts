/** Records as the lines of the log, told in order: each new text by what is new in it, what a person decided marked as such. */
import type { Choice, RunRecord } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id, Terms } from '../../../engine/vocabulary.ts';
import * as names from '../plain/names.ts';
import { sentence } from '../plain/sentences.ts';
import { quoted } from '../plain/words.ts';
import type { LogLine } from './view.ts';

export interface Told { /** index of the record */ readonly at: number; readonly line: Omit<LogLine, 'fresh'> }

export class Teller {
  readonly lines: Told[] = [];
  readonly #scenario: Scenario;
  readonly #choices: readonly Choice[];
  #next = 0;
  #stage: Id = '';
  /** The text before, and the stage that it was of: in a new stage the first text is told in full. */
  #last: { readonly stage: Id; readonly terms: Terms } | null = null;

  constructor(scenario: Scenario, choices: readonly Choice[]) {
    this.#scenario = scenario;
    this.#choices = choices;
  }

  /** @param records all so far; null for one that is not to be told */
  tell(records: readonly (RunRecord | null)[]): readonly Told[] {
    for (; this.#next < records.length; this.#next += 1) {
      const record = records[this.#next];
      if (record != null) this.#one(record, this.#next);
    }
    return this.lines;
  }

  #one(record: RunRecord, at: number): void {
    if (record.kind === 'round' || (record.kind === 'stage' && record.is !== 'failed')) this.#stage = record.stage;
    const text = sentence(record, this.#scenario, this.#last?.stage === this.#stage ? this.#last.terms : null);
    if (record.kind === 'tabled') this.#last = { stage: this.#stage, terms: record.terms };
    if (text !== null) this.lines.push({ at, line: { round: record.round, text: this.#byPerson(record) ? `${text} (Decided by a person.)` : text, record } });
    if (record.kind !== 'round') return;
    // What is held back leaves no record; the head of the run holds it.
    for (const choice of this.#choices) {
      if (choice.kind !== 'event' || choice.happens || choice.round !== record.round) continue;
      const event = names.event(this.#scenario, choice.event);
      this.lines.push({ at, line: { round: record.round, text: `Held back in this round: ${quoted(event)}. (Decided by a person.)`, record } });
    }
  }

  #byPerson(record: RunRecord): boolean {
    switch (record.kind) {
      case 'tabled': case 'event': return record.byChoice;
      case 'answer': return this.#choices.some((choice) => choice.kind === 'answer' && choice.round === record.round && choice.party === record.party);
      case 'ratified': case 'repudiation': return this.#choices.some((choice) => choice.kind === 'vote' && choice.round === record.round && choice.party === record.party);
      default: return false;
    }
  }
}
