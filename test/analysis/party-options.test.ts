/** The party–option model of a stage: what each could take up, what would come of it, who could move where. */
import { describe, expect, it } from 'vitest';
import { asIfOpen, momentOf } from '../../engine/analysis/agreement/moment.ts';
import { objectionsTo, type Objections } from '../../engine/analysis/agreement/objections.ts';
import { openingsOf } from '../../engine/analysis/agreement/openings.ts';
import { ranked } from '../../engine/analysis/agreement/ways.ts';
import { partyOptionsOf } from '../../engine/analysis/stability/party-options.ts';
import { analyze, compile, readScenarioText, type Model, type StageStability } from '../../engine/index.ts';
import { generated } from '../helpers/generate.ts';
import { edit, modelFrom, SMALLEST } from '../helpers/world.ts';

const atOpening = (model: Model): Objections => objectionsTo(asIfOpen(momentOf(model, {}), 0));
function stabilityOf(text: string): StageStability {
  const found = analyze(modelFrom(text)).stages[0]?.stability;
  if (!found) throw new Error('nobody has an option');
  return found;
}

/** North keeps most, and would refuse half outright; south would refuse most, by a line that can be waived. Both gain by either. */
const DEADLOCK = edit(SMALLEST,
  ['firm: { title: Keeps most, accepts: [all, most], on', 'firm: { title: Keeps most, firm: true, accepts: [all, most], on'],
  ['scores: { all: 0, most: 25, half: 50, little: 75, none: 100 }', 'scores: { all: 0, most: 35, half: 50, little: 75, none: 100 }']);

describe('where there is no zone of agreement', () => {
  const { makers, options, states } = stabilityOf(DEADLOCK);
  it('what would have to give are the options, each of its party', () => {
    expect(makers).toEqual(['north', 'south']);
    expect(options.map(({ party, gives, final }) => [party, gives?.kind, final])).toEqual([['south', 'red-line', true], ['north', 'stance', true]]);
    expect(states.map(({ taken, terms }) => [taken.join(), terms?.['share'] ?? null])).toEqual([['', null], ['0', 'most'], ['1', 'half'], ['0,1', 'half']]);
  });
  it('no deal is worth what each walks away for, and a deal its worth less firmness', () => {
    expect(states[0]?.worth).toEqual({ north: 0.3, south: 0.3 });
    expect(states[1]?.worth).toEqual({ north: 0.75, south: 0.35 });
    expect(states[2]?.worth).toEqual({ north: 0.5, south: 0.5 });
  });
  it('each would end the deadlock by itself, and having done so stay', () => {
    const stable = (state: number, party: string): boolean | undefined => states[state]?.makers.find((maker) => maker.party === party)?.stable.nash;
    expect([stable(0, 'north'), stable(0, 'south')]).toEqual([false, false]);
    expect(states[0]?.makers.map(({ temptations }) => temptations.map(({ to }) => to))).toEqual([[2], [1]]);
    // What north has waived it cannot take back; south has gained by that and has no reason to.
    expect(states[2]?.equilibrium).toEqual({ nash: true, gmr: true, smr: true, seq: true });
    // North likes to be met by south; that it could itself be met further tempts nobody who would lose by it.
    expect([stable(1, 'north'), stable(1, 'south')]).toEqual([true, true]);
  });
  it('what nothing can move is no option', () => {
    const fixed = edit(DEADLOCK, ['{ held: { on: { pressed.dignity: { to: waived, chance: 0.3 } } }, waived: {} }', '{ held: {} }']);
    expect(stabilityOf(fixed).options.map(({ party, gives }) => [party, gives?.kind])).toEqual([['north', 'stance']]);
  });
});

describe('where there is one', () => {
  // From all that stands to the north: most, half and little suit both; each would rather have its own end.
  const WIDE = edit(SMALLEST,
    ['    stances: { share: { start: firm, states: { firm: { title: Keeps most, accepts: [all, most], on: { weary: open } }, open: { title: Half will do, accepts: [all, most, half] } }, assumed: test } }\n', ''],
    ['    red-lines: { dignity: { title: Not all to the north, never: { share: most }, states: { held: { on: { pressed.dignity: { to: waived, chance: 0.3 } } }, waived: {} }, assumed: test } }\n', ''],
    ['walk-away: { value: 0.3, assumed: test }\n  south', 'walk-away: { value: 0.2, assumed: test }\n  south'], ['walk-away: { value: 0.3, assumed: test }\n  judge', 'walk-away: { value: 0.2, assumed: test }\n  judge']);
  const { options, states } = stabilityOf(WIDE);
  it('each who signs may hold out for its own best text', () => {
    expect(options.map(({ party, gives }) => [party, gives])).toEqual([['north', null], ['south', null]]);
    expect(states.map(({ terms }) => terms?.['share'] ?? null)).toEqual(['half', 'most', 'little', null]);
  });
  it('holding out is worth it while the other gives way (as in Chicken)', () => {
    expect(states.map(({ equilibrium }) => equilibrium.nash)).toEqual([false, true, true, false]);
    // The middle text stands where each reckons with the other's holding out too, and not where it reckons with what the other would like.
    expect(states[0]?.equilibrium).toEqual({ nash: false, gmr: true, smr: true, seq: false });
    expect(states[0]?.makers[0]?.temptations).toEqual([{ to: 1, deterred: { gmr: [{ party: 'south', to: 3 }], smr: [{ party: 'south', to: 3 }], seq: null } }]);
  });
});

describe('on generated scenarios', () => {
  it('a state signs what its options open and nothing else, and each moves only what is its own', () => {
    let looked = 0;
    for (let seed = 3000; looked < 25; seed++) {
      const read = readScenarioText(generated(seed), { file: 'generated.yaml' });
      if (!read.ok) continue;
      const objections = atOpening(compile(read.scenario));
      const ways = ranked(objections, openingsOf(objections, 3).sets);
      const found = ways.length === 0 ? null : partyOptionsOf(objections, ways);
      if (found === null) continue;
      looked++;
      const { options, outcome, graph, makers } = found;
      for (let state = 0; state < graph.states; state++) {
        const given = new Set(options.flatMap(({ gives }, at) => ((state >> at) % 2 === 1 && gives !== null ? [gives.obstacle] : [])));
        const opened = ways.filter(({ obstacles }) => obstacles.every((one) => given.has(one)));
        if (opened.length > 0) expect([seed, state, outcome[state]]).not.toEqual([seed, state, -1]);
        if (opened.length === 0) expect([seed, state, outcome[state]]).toEqual([seed, state, -1]);
        makers.forEach((party, maker) => {
          for (const to of graph.moves[maker]?.[state] ?? []) options.forEach((option, at) => {
            const bit = (of: number): number => (of >> at) % 2;
            if (bit(to) === bit(state)) return;
            expect(option.party).toBe(party);
            expect(option.final && bit(to) === 0).toBe(false);
          });
        });
      }
    }
  });
});
