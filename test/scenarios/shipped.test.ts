/**
 * Every scenario we ship can be read, and every state of its charts comes up in practice: within ten thousand runs, or it
 * stands below with the reason why it does not. A state that never comes up is a promise the file does not keep.
 */
import { describe, expect, it } from 'vitest';
import { compile, type Scenario } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { variantOf } from '../../cli/find.ts';
import { readShipped, SCENARIOS, VARIANTS } from '../helpers/shipped.ts';

const RUNS = 10_000;

/** States that no run reaches, as `scenario party chart state`, with the reason. */
const NEVER: Readonly<Record<string, string>> = {};

/** A party without `leaves` has no way to leave; the state is the engine's, not the file's. */
const canLeave = (scenario: Scenario, party: string): boolean => scenario.parties.find((each) => each.id === party)?.leaves !== null;

/** All states but those that charts begin in, as `party chart state`. */
function statesOf(scenario: Scenario): readonly string[] {
  return scenario.parties.flatMap((party) => [
    ...party.stances.flatMap((stance) => stance.states.filter((state) => state.id !== stance.start).map((state) => `${party.id} stance ${stance.issue} ${state.id}`)),
    ...party.redLines.flatMap((line) => line.states.filter((state) => state.id !== line.start).map((state) => `${party.id} line ${line.id} ${state.id}`)),
    ...party.posture.states.filter((state) => state.id !== party.posture.start && (state.id !== 'left' || canLeave(scenario, party.id))).map((state) => `${party.id} posture ${state.id}`),
  ]);
}

describe('shipped scenarios', () => {
  it('are there', () => {
    expect(SCENARIOS).toEqual(['european-questionnaire', 'london-april', 'paris-backstop', 'riyadh-two-tracks', 'tutorial', 'two-concessions', 'ukraine-2025']);
  });

  describe.each(SCENARIOS)('%s', (name) => {
    it(`visits every state of its charts within ${RUNS} runs`, { timeout: 180_000 }, () => {
      const scenario = readShipped(name);
      const model = compile(scenario);
      const open = new Set(statesOf(scenario).filter((state) => NEVER[`${scenario.id} ${state}`] === undefined));
      for (let run = 1; run <= RUNS && open.size > 0; run++) {
        playRun(model, run, {
          seed: 'shipped',
          emit: (record) => {
            if (record.kind === 'moved') open.delete([record.party, record.chart, record.of, record.to].filter((part) => part !== null).join(' '));
          },
        });
      }
      expect([...open], `never in ${RUNS} runs of ${scenario.id}, seed shipped`).toEqual([]);
    });

    it('ends in each of its outcomes, and in none of them nine times out of ten', { timeout: 60_000 }, () => {
      const scenario = readShipped(name);
      const model = compile(scenario);
      const runs = 1_000;
      const counts = scenario.outcomes.map(() => 0);
      for (let run = 1; run <= runs; run++) counts[playRun(model, run, { seed: 'shipped' }).outcome]++;
      for (const [place, { id }] of scenario.outcomes.entries()) {
        expect(counts[place], `${id} in ${runs} runs`).toBeGreaterThan(0);
        expect(counts[place], `${id} in ${runs} runs`).toBeLessThan(0.9 * runs);
      }
    });
  });

  it('excuses only states that are there, each with its reason', () => {
    const known = new Set(SCENARIOS.map((name) => readShipped(name)).flatMap((scenario) => statesOf(scenario).map((state) => `${scenario.id} ${state}`)));
    for (const [state, reason] of Object.entries(NEVER)) {
      expect(known, state).toContain(state);
      expect(reason.length, state).toBeGreaterThan(20);
    }
  });
});

describe('variants', () => {
  it('are three of each scenario that is drawn from documents', () => {
    const counted = new Map<string, number>();
    for (const name of VARIANTS) counted.set(variantOf(name) ?? '', (counted.get(variantOf(name) ?? '') ?? 0) + 1);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(SCENARIOS.filter((name) => name !== 'tutorial').map((name) => [name, 3])));
  });

  it.each(VARIANTS)('%s plays, is named after its scenario, and ends in each of its outcomes', { timeout: 60_000 }, (name) => {
    const scenario = readShipped(name);
    expect(scenario.id).toBe(name);
    expect(name.startsWith(`${variantOf(name) ?? ''}-`)).toBe(true);
    expect(scenario.outcomes.map(({ id }) => id)).toEqual(outcomesIn(scenario, 1_000));
  });
});

/** Outcomes that the changed assumption takes away, as `variant outcome`, with the reason. They stay in the file so that it can be compared. */
const ABSENT: Readonly<Record<string, string>> = {
  'two-concessions-bare guarded': 'the variant takes every guarantee off the list, so that no ceasefire can have one',
};

/** The outcomes that came up, in the file's order; those that may be absent counted as if they had. */
function outcomesIn(scenario: Scenario, runs: number): readonly string[] {
  const model = compile(scenario);
  const seen = new Set(scenario.outcomes.map(({ id }) => id).filter((id) => ABSENT[`${scenario.id} ${id}`] !== undefined));
  for (let run = 1; run <= runs && seen.size < scenario.outcomes.length; run++) seen.add(scenario.outcomes[playRun(model, run, { seed: 'shipped' }).outcome]?.id ?? '');
  return scenario.outcomes.map(({ id }) => id).filter((id) => seen.has(id));
}
