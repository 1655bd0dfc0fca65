/** Negotiations by stacked alternating offers, as NegMAS 0.15.7 played them, and each as a scenario. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RunRecord } from '../../engine/index.ts';

const party = z.object({ weights: z.array(z.number()), values: z.array(z.array(z.number())), reserved: z.number(), exponent: z.number(), slack: z.number(), rational_only: z.boolean() });
const saopCase = z.object({
  name: z.string(),
  rounds: z.int(),
  /** Options of each issue. */
  issues: z.array(z.int()),
  parties: z.array(party),
  /** An option for each issue; null without agreement. */
  agreement: z.array(z.int()).nullable(),
  round: z.int(),
  timed_out: z.boolean(),
  offers: z.int(),
  /** Round from 0, party, package by its row-major number. */
  first_offers: z.array(z.tuple([z.int(), z.int(), z.int()])),
  /** Package numbers: the frontier by falling sum of worth, and the solution points. */
  pareto: z.array(z.int()),
  nash: z.array(z.int()),
  kalai: z.array(z.int()),
  ks: z.array(z.int()),
  maxWelfare: z.array(z.int()),
});
export type SaopCase = z.infer<typeof saopCase>;

/** @param file the fixture; to be told where this code does not lie in its own folder */
export function saopCases(file: string | URL = new URL('../fixtures/saop_cases.json', import.meta.url)): readonly SaopCase[] {
  const text = readFileSync(file, 'utf8');
  return z.object({ cases: z.array(saopCase) }).parse(JSON.parse(text)).cases;
}

/** Names sort as numbers do. */
export const issueName = (issue: number): string => `issue-${String(issue).padStart(2, '0')}`;
export const optionName = (option: number): string => `option-${String(option).padStart(2, '0')}`;
export const partyName = (at: number): string => `party-${String(at).padStart(2, '0')}`;

/** Raw worth, exact answers, no private shift: nothing is left of what a scenario adds to the protocol. */
export function saopScenario(one: SaopCase): string {
  const parties = one.parties.map((_, p) => partyName(p));
  const assumed = 'as the case has it';
  return JSON.stringify({
    winset: 1, id: 'saop', title: one.name, question: 'What is agreed, and when?', normalise: false,
    calendar: { start: '2025-01-06', round: '1 week', rounds: one.rounds },
    issues: Object.fromEntries(one.issues.map((count, i) => [issueName(i), { title: `Issue ${i}`, options: Object.fromEntries(Array.from({ length: count }, (_, o) => [optionName(o), `Option ${o}`])), standing: optionName(0) }])),
    parties: Object.fromEntries(one.parties.map(({ weights, values, reserved, exponent, slack, rational_only: rationalOnly }, p) => [partyName(p), {
      name: `Party ${p}`,
      worth: Object.fromEntries(weights.map((weight, i) => [issueName(i), { weight, scores: Object.fromEntries((values[i] ?? []).map((value, o) => [optionName(o), value])), assumed }])),
      'walk-away': { value: reserved, assumed },
      manner: { exponent, slack, 'rational-only': rationalOnly, sharpness: 'exact', spread: 0, firmness: 0, assumed },
    }])),
    tracks: { table: { title: 'The table', seats: parties, assumed } },
    stages: { deal: { title: 'The deal', issues: one.issues.map((_, i) => issueName(i)), signs: parties, protocol: 'alternating-offers', rounds: one.rounds, assumed } },
    outcomes: [{ id: 'deal', title: 'A deal', when: 'settled.deal' }, { id: 'none', title: 'No deal', otherwise: true }],
  });
}

export type SaopCourse = Pick<SaopCase, 'agreement' | 'round' | 'offers' | 'timed_out' | 'first_offers'>;

/** A run as the cases tell it. */
export function saopCourse(one: SaopCase, records: readonly RunRecord[]): SaopCourse {
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
