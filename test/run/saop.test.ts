/** Offers in turn are the standard protocol: forty negotiations as an established platform played them, offer by offer. */
import { describe, expect, it } from 'vitest';
import { openStepper } from '../../engine/index.ts';
import type { Model, RunRecord } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { issueName, optionName, partyName, saopCases, saopScenario } from '../helpers/saop.ts';
import type { SaopCase } from '../helpers/saop.ts';
import { modelFrom } from '../helpers/world.ts';

const cases = saopCases();

function byKernel(model: Model): readonly RunRecord[] {
  const records: RunRecord[] = [];
  playRun(model, 1, { seed: 'saop', emit: (record) => records.push(record) });
  return records;
}
function byStepper(model: Model): readonly RunRecord[] {
  const stepper = openStepper(model, { seed: 'saop' });
  stepper.toEnd();
  return stepper.records;
}

/** A run as the cases tell it. */
function told(one: SaopCase, records: readonly RunRecord[]): Pick<SaopCase, 'agreement' | 'round' | 'offers' | 'timed_out' | 'first_offers'> {
  const offers = records.filter((record) => record.kind === 'tabled');
  const settled = records.find((record) => record.kind === 'settled');
  const option = (terms: Readonly<Record<string, string>>, issue: number): number => Array.from({ length: one.issues[issue] ?? 0 }, (_, o) => optionName(o)).indexOf(terms[issueName(issue)] ?? '');
  const packageOf = (terms: Readonly<Record<string, string>>): number => one.issues.reduce((index, size, issue) => index * size + option(terms, issue), 0);
  const party = (id: string): number => one.parties.findIndex((_, p) => partyName(p) === id);
  return {
    agreement: settled === undefined ? null : one.issues.map((_, issue) => option(settled.terms, issue)),
    round: settled?.round ?? Math.max(...offers.map(({ round }) => round)),
    offers: offers.length,
    timed_out: settled === undefined,
    first_offers: offers.slice(0, one.first_offers.length).map(({ round, by, terms }) => [round - 1, party(by), packageOf(terms)]),
  };
}

describe('stacked alternating offers', () => {
  it('are forty cases', () => {
    expect(cases).toHaveLength(40);
    expect(cases.some((one) => one.timed_out)).toBe(true);
  });
  it.each(cases)('$name', (one) => {
    const model = modelFrom(saopScenario(one));
    const { agreement, round, offers, timed_out, first_offers } = one;
    for (const play of [byKernel, byStepper]) expect(told(one, play(model))).toEqual({ agreement, round, offers, timed_out, first_offers });
  });
});
