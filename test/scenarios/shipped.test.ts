/**
 * Every scenario we ship can be read, and every state of its charts comes up in practice: within ten thousand runs, or it
 * stands below with the reason why it does not. A state that never comes up is a promise the file does not keep.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { compile, formatProblem, readScenario, type Scenario } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'scenarios');
const RUNS = 10_000;

/** Files that say `id:` are scenarios; the others (figures.yaml) are parts that scenarios take in. */
const shipped = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && 'id' in (parse(readFileSync(join(FOLDER, file), 'utf8')) as object));

/** States that no run reaches, as `scenario party chart state`, with the reason. */
const NEVER: Readonly<Record<string, string>> = {};

/** A party without `leaves` has no way to leave; the state is the engine's, not the file's. */
const canLeave = (scenario: Scenario, party: string): boolean => scenario.parties.find((each) => each.id === party)?.leaves !== null;

function read(file: string): Scenario {
  const result = readScenario(join(FOLDER, file));
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.scenario;
}

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
    expect(shipped).toEqual(expect.arrayContaining(['london-april.yaml', 'tutorial.yaml']));
  });

  describe.each(shipped)('%s', (file) => {
    it('has no problems', () => {
      const result = readScenario(join(FOLDER, file));
      expect(result.ok ? [] : result.problems.map(formatProblem)).toEqual([]);
    });

    it(`visits every state of its charts within ${RUNS} runs`, { timeout: 180_000 }, () => {
      const scenario = read(file);
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
      const scenario = read(file);
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
    const known = new Set(shipped.map(read).flatMap((scenario) => statesOf(scenario).map((state) => `${scenario.id} ${state}`)));
    for (const [state, reason] of Object.entries(NEVER)) {
      expect(known, state).toContain(state);
      expect(reason.length, state).toBeGreaterThan(20);
    }
  });
});
