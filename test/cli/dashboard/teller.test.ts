import { describe, expect, it } from 'vitest';
import { Teller } from '../../../cli/views/dashboard/teller.ts';
import type { RunRecord, TabledRecord } from '../../../engine/record/record.ts';
import { scenario } from './fixture.ts';

const text = (round: number, nth: number, crimea: string): TabledRecord => ({ kind: 'tabled', round, phase: 'table', by: 'us', nth, terms: { crimea, nato: 'excluded' }, presses: [], byChoice: false });
const round = (at: number, stage: string): RunRecord => ({ kind: 'round', round: at, phase: 'news', date: '2025-04-22', stage });
const told = (...records: (RunRecord | null)[]): readonly string[] => new Teller(scenario, []).tell(records).map((one) => one.line.text);

describe('the log', () => {
  it('tells a text by what is new in it', () => {
    expect(told(round(1, 'settlement'), text(1, 1, 'left-open'), round(2, 'settlement'), text(2, 2, 'not-contested'))[1]).toBe('United States tables a second text. New in it: Crimea: “Not contested, not recognised”.');
  });
  it('tells the first text of a new stage in full, also when the stage changes within a round', () => {
    const opened: RunRecord = { kind: 'stage', round: 1, phase: 'settlement', stage: 'later', is: 'opened' };
    const lines = told(round(1, 'settlement'), text(1, 4, 'left-open'), opened, text(1, 1, 'not-contested'));
    expect(lines[2]).toBe('United States tables a first text. Crimea: “Not contested, not recognised”; NATO: “Membership excluded”.');
    const reopened: RunRecord = { kind: 'stage', round: 2, phase: 'peace', stage: 'settlement', is: 'reopened' };
    expect(told(round(1, 'settlement'), text(1, 4, 'left-open'), opened, text(1, 1, 'left-open'), reopened, text(2, 1, 'left-open')).at(-1)).not.toContain('New in it');
  });
  it('goes on where it stopped, and leaves out what is not to be told', () => {
    const teller = new Teller(scenario, []);
    teller.tell([round(1, 'settlement'), null]);
    expect(teller.tell([round(1, 'settlement'), null, text(1, 1, 'left-open')])).toHaveLength(1);
    expect(teller.lines[0]?.at).toBe(2);
  });
});
