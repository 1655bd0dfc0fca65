/** What happened, as one party hears of it. Same records, less what is inside others; numbers of others are blank (0 or null). */
import type { Because, RunRecord } from '../record/record.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Id } from '../vocabulary.ts';
import { Listener } from './party-knowledge.ts';

/** One for each record; null for what the party does not hear of. A line that comes out does not change how an earlier answer read. */
export function seenRecords(party: Id | null, scenario: Scenario, records: readonly RunRecord[]): readonly (RunRecord | null)[] {
  const listener = new Listener(party, scenario);
  return records.map((record) => {
    const seen = seenOne(party, scenario, listener, record);
    listener.take(record);
    return seen;
  });
}

function seenOne(viewer: Id | null, scenario: Scenario, listener: Listener, record: RunRecord): RunRecord | null {
  const own = (gauge: string): boolean => !gauge.includes('.') || gauge.startsWith(`${viewer}.`);
  switch (record.kind) {
    case 'pressure': return { ...record, gauges: Object.fromEntries(Object.entries(record.gauges).filter(([gauge]) => own(gauge))) };
    case 'threshold': return own(record.gauge) ? record : null;
    case 'deadline': return record.is === 'passed' || scenario.calendar.deadlines.find((each) => each.id === record.deadline)?.announced === true ? record : null;
    case 'tabled': return { ...record, presses: record.presses.filter((each) => listener.knows(each.party, each.line)) };
    case 'answer':
      if (record.party === viewer) return record;
      return { ...record, because: openBecause(record.because, record.party, listener), worth: 0, threshold: null, walkAway: null };
    case 'repudiation':
      return record.party === viewer ? record : { ...record, because: openBecause(record.because, record.party, listener) };
    case 'moved': {
      if (record.party === viewer) return record;
      if (record.chart !== 'line') return { ...record, on: '' };
      return openLineMove(record, scenario, listener);
    }
    case 'ratified': return record.party === viewer ? record : { ...record, support: 0, chance: 0 };
    case 'learned': return record.party === viewer || listener.hears() ? record : null;
    // Pressure put on a party is felt by it, and known to the one who brings it.
    case 'leverage': return record.party === viewer || listener.drafts ? record : null;
    // Assumptions are the analyst's.
    case 'lever': return null;
    default: return record;
  }
}

/** The reason as it is given: a line that nobody has stated is not named, and nobody says where its floor is. */
function openBecause(because: Because, party: Id, listener: Listener): Because {
  if (because.kind === 'not-good-enough') return { kind: 'not-good-enough', floor: false };
  return because.kind === 'red-line' && !listener.knows(party, because.line) ? { kind: 'not-good-enough', floor: false } : because;
}

/** Of another's line only this is heard: that it stands in the way, or no longer does. */
function openLineMove(record: Extract<RunRecord, { kind: 'moved' }>, scenario: Scenario, listener: Listener): RunRecord | null {
  const line = scenario.parties.find((each) => each.id === record.party)?.redLines.find((each) => each.id === record.of);
  if (line === undefined || !listener.knows(record.party, line.id)) return null;
  const bites = (state: Id): boolean => line.states.find((each) => each.id === state)?.bites ?? true;
  if (bites(record.from) === bites(record.to)) return null;
  const open = (state: Id): Id => (bites(state) ? 'held' : 'waived');
  return { ...record, from: open(record.from), to: open(record.to), on: '' };
}
