/** What must be so of every scenario, on small worlds, shipped scenarios' likes and generated ones. */
import { parse, stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { batch, compile, openStepper, readScenarioText, type Model, type Scenario } from '../../engine/index.ts';
import { lineWaived } from '../../engine/analysis/variants/variants.ts';
import { boardOf } from '../../engine/model/board.ts';
import { needs } from '../../engine/model/layout.ts';
import { resultOf } from '../../engine/batch/conclude.ts';
import { frameOf } from '../../engine/batch/frame.ts';
import { count, emptyTally, merge, shapeOf } from '../../engine/batch/tally.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { plainAnswer, WHY,consentChance } from '../../engine/rules/answer.ts';
import { standingTo } from '../../engine/run/party.ts';
import { generated } from '../helpers/generate.ts';
import { edit, modelFrom, scenarioFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const worlds: readonly (readonly [string, string])[] = [
  ['smallest', SMALLEST], ['two tracks', TWO_TRACKS],
  ...Array.from({ length: 24 }, (_, i) => i + 1).map((number) => [`generated ${number}`, generated(number)] as const).filter(([, text]) => readScenarioText(text, { file: 'g.yaml' }).ok),
];

/** How many packages of the first stage every consenter would rather sign than walk away from, at the opening. */
function zone(model: Model): number {
  const stepper = openStepper(model, { seed: '1' });
  const { world } = stepper;
  const board = boardOf(model, 0, world.state.inForce, world.state.levers);
  let size = 0;
  for (let k = 0; k < board.count; k++) {
    const options = board.options.subarray(k * board.width, (k + 1) * board.width);
    const all = model.parties.every((_, p) => {
      if (!needs(board, p, k)) return true;
      const standing = standingTo(world, p, options);
      return plainAnswer({ ...standing, threshold: standing.walkAway }) === WHY.goodEnough;
    });
    if (all) size++;
  }
  return size;
}

const changed = (scenario: Scenario, change: (scenario: Scenario) => Scenario): Model => compile(change(scenario));

describe.each(worlds)('%s', (_, text) => {
  const scenario = scenarioFrom(text);
  const before = zone(compile(scenario));

  it('waiving a red line never makes the zone of agreement smaller', () => {
    for (const party of scenario.parties) for (const line of party.redLines) {
      const model = changed(scenario, (of) => lineWaived(of, party.id, line.id));
      expect(zone(model), `${party.id} ${line.id}`).toBeGreaterThanOrEqual(before);
    }
  });
  it('a stance that accepts more never makes it smaller', () => {
    for (const party of scenario.parties) for (const stance of party.stances) {
      const options = scenario.issues.find((issue) => issue.id === stance.issue)?.options.map((option) => option.id) ?? [];
      const model = changed(scenario, (of) => ({ ...of, parties: of.parties.map((each) => (each.id === party.id ? { ...each, stances: each.stances.map((one) => (one.issue === stance.issue ? { ...one, states: one.states.map((state) => ({ ...state, accepts: options })) } : one)) } : each)) }));
      expect(zone(model), `${party.id} ${stance.issue}`).toBeGreaterThanOrEqual(before);
    }
  });
  it('a higher walk-away value never makes it larger', () => {
    for (const party of scenario.parties) {
      if (!party.walkAway) continue;
      const { value } = party.walkAway;
      if (value.type !== 'number') throw new Error('a walk-away value is a number');
      const raised = { type: 'number', text: 'raised', tree: { op: '+', left: value.tree, right: { op: 'number', value: 0.1 } } } as const;
      const model = changed(scenario, (of) => ({ ...of, parties: of.parties.map((each) => (each.id === party.id && each.walkAway ? { ...each, walkAway: { ...each.walkAway, value: raised } } : each)) }));
      expect(zone(model), party.id).toBeLessThanOrEqual(before);
    }
  });
  it('titles change nothing', () => {
    const titled = changed(scenario, (of) => ({ ...of, title: 'Another', issues: of.issues.map((issue) => ({ ...issue, title: `${issue.title} again` })), parties: of.parties.map((party) => ({ ...party, name: `${party.name} again` })) }));
    const play = (model: Model) => { const stepper = openStepper(model, { seed: 'titles' }); stepper.toEnd(); return stepper.records; };
    expect(play(titled)).toEqual(play(compile(scenario)));
  });
  it('a batch of n runs is the n runs one by one, and its parts merged are the batch', async () => {
    const model = compile(scenario);
    const whole = await batch(model, { seed: 'parts', runs: 30 });
    const shape = shapeOf(model);
    const tallies = [emptyTally(shape), emptyTally(shape), emptyTally(shape)];
    for (let run = 1; run <= 30; run++) count(model, tallies[run % 3], playRun(model, run, { seed: 'parts' }));
    const merged = emptyTally(shape);
    for (const part of [tallies[2], tallies[0], tallies[1]]) merge(merged, part);
    expect(resultOf(frameOf(model, shape, { seed: 'parts' }), merged, { asked: 30, shard: null, until: null })).toEqual(whole);
  });
});

describe('a party', () => {
  it('with exact answers, without lines or firm stances, whose walk-away value is below its least worth, never blocks in the end', async () => {
    const easy = edit(SMALLEST,
      ["    walk-away: { value: 0.3, assumed: test }\n    stances: { share: { start: firm, states: { firm: { title: Keeps most, accepts: [all, most], on: { weary: open } }, open: { title: Half will do, accepts: [all, most, half] } }, assumed: test } }", '    walk-away: { value: -1, assumed: test }\n    manner: { sharpness: exact, spread: 0, exponent: 0.05, assumed: test }'],
      ['walk-away: { value: 0.3, assumed: test }\n    red-lines', 'walk-away: { value: 0.4, assumed: test }\n    red-lines']);
    const result = await batch(modelFrom(easy), { seed: 'easy', runs: 100 });
    expect(result.blockers.by.filter((blocker) => blocker.party === 'north')).toEqual([]);
    expect(result.outcomes[0].share).toBeGreaterThan(0.5);
  });
  it("'s chance of consent never falls when its worth of the same text rises", () => {
    for (const sharpness of [null, 3, 20, 60]) for (const threshold of [0.2, 0.5, 0.9]) {
      let before = 0;
      for (let worth = 0; worth <= 1.0001; worth += 0.005) {
        const now = consentChance({ redLine: false, firmStance: false, worth, walkAway: 0.3, threshold, sharpness });
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
    }
  });
});

describe('time', () => {
  /** News and gauges without a table that depends on the length of a round: it meets every two weeks. */
  const rounds = (length: string, count: number): string => edit(TWO_TRACKS,
    ['round: 1 week\n  rounds: 20', `round: ${length}\n  rounds: ${count}`],
    ["seats: [east, envoy], assumed: test }", "seats: [east, west, guarantor, envoy], every: 4 weeks, assumed: test }"],
    ['  hill: { title: The hill, seats: [west, guarantor, envoy], assumed: test }\n', ''],
    ['drafter: envoy, rounds: 8,', `drafter: envoy, rounds: ${count === 20 ? 8 : 16}, fade: ${count === 20 ? 0.02 : 0.01},`],
    ['drafter: envoy, rounds: 14,', `drafter: envoy, rounds: ${count === 20 ? 14 : 28}, fade: ${count === 20 ? 0.02 : 0.01},`],
    ['patience: { title: Patience, start: 0.9, drift: -0.02 / week, on: { refused: -0.04, accepted: 0.02 }', 'patience: { title: Patience, start: 0.9, drift: -0.04 / week'],
    // Chances a round for the charts become chances a week.
    ['tired: half', 'tired: { to: half, chance: 0.5 / week }'], ['tired: { to: at-table, chance: 0.5 }', 'tired: { to: at-table, chance: 0.5 / week }'],
    ['deadline-near: { to: half, chance: 0.2 }', 'deadline-near: { to: half, chance: 0.2 / week }']);
  it('half-length rounds, twice as many, give the same shares within their intervals', async () => {
    const runs = 1500;
    const [whole, halves] = await Promise.all([batch(modelFrom(rounds('1 week', 20)), { seed: 'time', runs }), batch(modelFrom(rounds('3.5 days', 40)), { seed: 'time', runs })]);
    whole.outcomes.forEach((outcome, o) => {
      const other = halves.outcomes[o];
      const half = 3.3 * Math.sqrt((outcome.share * (1 - outcome.share) + other.share * (1 - other.share)) / runs);
      // 0.03 for the grid itself: relative time reaches 1 in a stage's last round, which begins later when rounds are shorter.
      expect(Math.abs(outcome.share - other.share), `${outcome.id}: ${outcome.share} and ${other.share}`).toBeLessThan(half + 0.03);
    });
  });
});

describe('two parties with linear opposed worth, equal exponents and equal walk-away values', () => {
  it('agree within one option of the middle', () => {
    const plain = parse(SMALLEST) as { parties: Record<string, Record<string, unknown>>; events?: unknown };
    for (const id of ['north', 'south']) {
      delete plain.parties[id].stances;
      delete plain.parties[id]['red-lines'];
      plain.parties[id].manner = { sharpness: 'exact', spread: 0, assumed: 'test' };
    }
    delete plain.events;
    const model = modelFrom(stringify({ ...plain, levers: undefined, parties: { ...plain.parties, north: { ...plain.parties.north, gauges: undefined } } }));
    let signed = 0;
    for (let run = 1; run <= 20; run++) {
      const stepper = openStepper(model, { seed: 'middle', run });
      for (const record of stepper.toEnd()) if (record.kind === 'settled') { signed++; expect(['most', 'half', 'little']).toContain(record.terms.share); }
    }
    expect(signed).toBe(20);
  });
});
