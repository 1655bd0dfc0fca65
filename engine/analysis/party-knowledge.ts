/** Which red lines of others a party has heard of: those stated, and those that came out at a table at which it sat. */
import type { RunRecord } from '../record/record.ts';
import type { LineLook, Look } from '../run/look.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Id } from '../vocabulary.ts';

export interface Knowledge {
  readonly party: Id | null;
  /** Lines that were not stated and have come out before this party, as `party.line`. */
  readonly heard: ReadonlySet<string>;
}

export const lineKey = (party: Id, line: Id): string => `${party}.${line}`;

/** Follows a run record by record: who sits at the table, which stage is on, what has come out. */
export class Listener {
  readonly heard = new Set<string>();
  readonly #party: Id | null;
  readonly #scenario: Scenario;
  readonly #stated: ReadonlySet<string>;
  #seats: readonly Id[] = [];
  #drafter: Id | null;

  constructor(party: Id | null, scenario: Scenario) {
    this.#party = party;
    this.#scenario = scenario;
    this.#stated = new Set(scenario.parties.flatMap((each) => each.redLines.filter((line) => line.stated).map((line) => lineKey(each.id, line.id))));
    this.#drafter = scenario.stages[0]?.drafter ?? null;
  }

  /** Whether the party knows of the line now. */
  knows(party: Id, line: Id): boolean {
    return party === this.#party || this.#stated.has(lineKey(party, line)) || this.heard.has(lineKey(party, line));
  }

  /** What is said at the table is heard by those who sit there, and by the one who drafts. */
  hears(): boolean {
    return this.#party !== null && (this.#seats.includes(this.#party) || this.#drafter === this.#party);
  }

  /** The party carries or writes the text of the present stage. */
  get drafts(): boolean { return this.#party !== null && this.#drafter === this.#party; }

  take(record: RunRecord): void {
    if (record.kind === 'round' || (record.kind === 'stage' && record.is !== 'failed')) this.#drafter = this.#scenario.stages.find((each) => each.id === record.stage)?.drafter ?? null;
    if (record.kind === 'meeting') this.#seats = record.seats;
    if (record.kind === 'no-meeting') this.#seats = [];
    if (record.kind === 'learned' && (this.hears() || record.party === this.#party)) this.heard.add(lineKey(record.party, record.line));
  }
}

/** @param look the moment to which the records lead */
export function knowledgeOf(party: Id | null, scenario: Scenario, records: readonly RunRecord[], look: Look): Knowledge {
  const listener = new Listener(party, scenario);
  for (const record of records) listener.take(record);
  // The drafter of a later stage has been told what an earlier one learned.
  for (const each of look.parties.some((one) => one.party === party && one.drafts) ? look.parties : []) {
    for (const line of each.lines) if (line.known) listener.heard.add(lineKey(each.party, line.line));
  }
  return { party, heard: listener.heard };
}

export const knowsLine = (known: Knowledge, owner: Id, line: LineLook): boolean => line.stated || known.heard.has(lineKey(owner, line.line));
