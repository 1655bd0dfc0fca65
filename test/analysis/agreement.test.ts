/** The zone of agreement, what would have to give where there is none, the frontier and the solutions: against published points, and against their definitions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze, type StageAnalysis } from '../../engine/analysis/analyze.ts';
import { frontierOf } from '../../engine/analysis/agreement/frontier.ts';
import { asIfOpen, momentOf } from '../../engine/analysis/agreement/moment.ts';
import { NEVER, objectionsTo, type Obstacle, type Objections } from '../../engine/analysis/agreement/objections.ts';
import { openingsOf } from '../../engine/analysis/agreement/openings.ts';
import { solutionsOf } from '../../engine/analysis/agreement/solutions.ts';
import { lineWaived, stanceWaived, walkAwayLowered } from '../../engine/analysis/variants/variants.ts';
import { compile, readScenario, readScenarioText, type Model, type Scenario } from '../../engine/index.ts';
import { crosses } from '../../engine/model/layout.ts';
import { lookAtText } from '../../engine/run/look-at.ts';
import { generated } from '../helpers/generate.ts';
import { saopCases, saopScenario } from '../helpers/saop.ts';
import { edit, modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const atOpening = (model: Model, stage = 0): Objections => objectionsTo(asIfOpen(momentOf(model, {}), stage));
const stageOf = (model: Model, id: string): StageAnalysis => {
  const [found] = analyze(model, { stage: id }).stages;
  if (found === undefined) throw new Error(id);
  return found;
};
const inZone = ({ fewest }: Objections): readonly number[] => [...fewest.keys()].filter((k) => fewest[k] === 0);

describe('solution points that an established platform computes', () => {
  it.each(saopCases().map((one) => [one.name, one] as const))('%s', (_, one) => {
    const objections = atOpening(modelFrom(saopScenario(one)));
    const points = one.parties.map((_each, p) => objections.worth[p] ?? new Float64Array());
    const floors = one.parties.map(({ reserved }, p) => Math.max(reserved, (points[p] ?? []).reduce((least: number, each: number) => Math.min(least, each), Infinity)));
    const frontier = frontierOf(points, inZone(objections));
    expect(frontier).toEqual(one.pareto);
    const picked = solutionsOf(points, frontier, floors, points.map((row) => Math.max(...row)));
    expect({ nash: picked.nash, kalai: picked.egalitarian, ks: picked['kalai-smorodinsky-spread'], maxWelfare: picked.utilitarian })
      .toEqual({ nash: one.nash, kalai: one.kalai, ks: one.ks, maxWelfare: one.maxWelfare });
  });
});

describe('frontier and solutions, by definition', () => {
  const small = fc.integer({ min: 0, max: 6 }).map((n) => n / 6);
  const clouds = fc.integer({ min: 1, max: 3 }).chain((parties) => fc.array(fc.array(small, { minLength: parties, maxLength: parties }), { minLength: 1, maxLength: 40 }));
  it('hold on random points with many ties', () => {
    fc.assert(fc.property(clouds, (cloud) => {
      const parties = cloud[0]?.length ?? 0;
      const points = Array.from({ length: parties }, (_, p) => Float64Array.from(cloud, (point) => point[p] ?? 0));
      const at = (k: number): readonly number[] => points.map((row) => row[k] ?? 0);
      const beats = (a: number, b: number): boolean => at(a).every((each, p) => each >= (at(b)[p] ?? 0)) && at(a).some((each, p) => each > (at(b)[p] ?? 0));
      const all = [...cloud.keys()];
      const frontier = frontierOf(points, all);
      const unbeaten = all.filter((k) => !all.some((other) => beats(other, k)));
      const twins = (k: number): boolean => all.some((other) => other < k && at(other).join() === at(k).join());
      expect(frontier.toSorted((a, b) => a - b)).toEqual(unbeaten.filter((k) => !twins(k)));
      const zero = points.map(() => 0);
      const picked = solutionsOf(points, frontier, zero, points.map(() => 1));
      const best = (score: (k: number) => number): readonly number[] => {
        const most = Math.max(...unbeaten.map(score));
        return frontier.filter((k) => Math.abs(score(k) - most) < 1e-9);
      };
      const product = (k: number): number => at(k).reduce((so, each) => so * each, 1);
      const top = points.map((row) => Math.max(...row));
      const share = (k: number): readonly number[] => at(k).map((each, p) => (top[p] === 0 ? 1 : each / (top[p] ?? 1)));
      expect(picked).toEqual({
        nash: best(product), egalitarian: best((k) => Math.min(...at(k))), utilitarian: best((k) => at(k).reduce((so, each) => so + each, 0)),
        'kalai-smorodinsky': best((k) => Math.min(...share(k))), 'kalai-smorodinsky-spread': best((k) => Math.min(...at(k)) - Math.max(...at(k))),
      });
    }));
  });
});

/** Scenarios that the reader takes, from some numbers on. */
function scenariosFrom(first: number, count: number): readonly Scenario[] {
  const found: Scenario[] = [];
  for (let seed = first; found.length < count; seed++) {
    const read = readScenarioText(generated(seed), { file: `generated-${seed}.yaml` });
    if (read.ok) found.push(read.scenario);
  }
  return found;
}

describe('the zone of agreement', () => {
  it('is what all whose consent is needed would sign rather than walk away, asked one by one', () => {
    for (const scenario of scenariosFrom(100, 12)) {
      const model = compile(scenario);
      model.stages.forEach((stage, at) => {
        const objections = atOpening(model, at);
        const { world, board } = objections;
        for (let k = 0; k < board.count; k++) {
          const options = board.options.slice(k * board.width, (k + 1) * board.width);
          if (objections.fewest[k] === NEVER) continue;
          const { verdicts } = lookAtText(world, options, false);
          const refused = verdicts.some(({ consents, would }) => consents && would.kind !== 'good-enough' && !(would.kind === 'not-good-enough' && !would.floor));
          const drafter = model.parties[stage.drafter]?.id;
          const over = model.lines.some((line, l) => model.parties[line.party]?.id === drafter && crosses(board, l, k) && line.bites[world.state.regions[line.region] ?? 0] === 1);
          expect([scenario.id, stage.id, k, objections.fewest[k] === 0]).toEqual([scenario.id, stage.id, k, !refused && !over]);
        }
      });
    }
  });

  it('leaves out what is certain to be off the list before anybody meets', () => {
    const closing = edit(TWO_TRACKS, ['bridge: { title: The bridge is lost, chance: 0.05 / week,', 'bridge: { title: The bridge is lost, when: round == 1,']);
    const texts = (text: string): number => stageOf(modelFrom(text), 'truce').texts;
    expect([texts(TWO_TRACKS), texts(closing)]).toEqual([5, 2]);
  });

  it('leaves out what does not bring what the texts of the stage must', () => {
    const bringing = edit(TWO_TRACKS, ['drafter: envoy, rounds: 8, reopens: true', 'drafter: envoy, rounds: 8, must-bring: { fire: all }, reopens: true']);
    const model = modelFrom(bringing);
    const { fewest, board } = atOpening(model);
    const fire = model.issues.findIndex(({ id }) => id === 'fire');
    const tabled = [...fewest.keys()].filter((k) => fewest[k] !== NEVER).map((k) => model.issues[fire]?.options[board.options[k * board.width + fire] ?? -1]);
    expect(tabled).toEqual(['all', 'all']);
  });

  it('is looked at later in a run as it is then', () => {
    const model = modelFrom(SMALLEST);
    expect(analyze(model, {}).stages[0]?.zone.texts).toBe(1);
    const later = analyze(model, { seed: '3', round: 6 });
    expect(later).toMatchObject({ round: 6, date: '2025-02-10', over: false });
    expect(later.stages[0]?.parties.map(({ party, walkAway }) => [party, walkAway])).toEqual([['north', 0.3], ['south', 0.3]]);
    expect(() => analyze(model, { stage: 'nowhere' })).toThrow(RangeError);
  });
});

/** The scenario with all of these given way; a walk-away value by so much. */
function softened(model: Model, scenario: Scenario, obstacles: readonly (Obstacle | undefined)[], fall: (party: string) => number): Scenario {
  return obstacles.flatMap((one) => one ?? []).reduce((now, { kind, party, of }) => {
    const id = model.parties[party]?.id ?? '';
    if (kind === 'red-line') return lineWaived(now, id, model.lines[of]?.id ?? '');
    return kind === 'stance' ? stanceWaived(now, id, model.issues[of]?.id ?? '') : walkAwayLowered(now, id, fall(id));
  }, scenario);
}

const setsUpTo = (count: number, most: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** count }, (_, bits) => [...Array(count).keys()].filter((at) => (bits >> at) % 2 === 1)).filter((set) => set.length > 0 && set.length <= most);

describe('what would have to give', () => {
  it('is every smallest set, found by trying all of them in the file', () => {
    let empty = 0;
    for (let seed = 900; empty < 10; seed++) {
      const read = readScenarioText(generated(seed), { file: `generated-${seed}.yaml` });
      if (!read.ok) continue;
      const { scenario } = read;
      const model = compile(scenario);
      model.stages.forEach((_, at) => {
        const objections = atOpening(model, at);
        const { obstacles } = objections;
        if (inZone(objections).length > 0 || obstacles.length > 6) return;
        const opens = (set: readonly number[]): boolean => inZone(atOpening(compile(softened(model, scenario, set.map((one) => obstacles[one]), () => 1000)), at)).length > 0;
        const all = setsUpTo(obstacles.length, 3).filter(opens);
        const smallest = all.filter((set) => !all.some((other) => other.length < set.length && other.every((one) => set.includes(one))));
        const { least, sets } = openingsOf(objections, 3);
        const minimal = sets.filter((one) => one.minimal && one.obstacles.length <= 3).map((one) => one.obstacles.join());
        expect([scenario.id, ...minimal.toSorted()]).toEqual([scenario.id, ...smallest.map((set) => set.join()).toSorted()]);
        if (smallest.length > 0) expect(least).toBe(Math.min(...smallest.map((set) => set.length)));
        empty++;
      });
    }
  });

  it('asks of walk-away values just what is enough, and no part of a set does with as little', () => {
    const lower = 1e-9;
    let asked = 0;
    for (const scenario of scenariosFrom(2000, 40)) {
      const model = compile(scenario);
      model.stages.forEach((_, at) => {
        const objections = atOpening(model, at);
        const { sets } = openingsOf(objections, 3);
        for (const { obstacles, falls, text } of sets.slice(0, 12)) {
          const after = (more: number): Objections => atOpening(compile(softened(model, scenario, obstacles.map((one) => objections.obstacles[one]), (party) => (falls.get(model.parties.findIndex((each) => each.id === party)) ?? 0) + more)), at);
          expect([scenario.id, after(lower).fewest[text]]).toEqual([scenario.id, 0]);
          if (falls.size === 0) continue;
          expect([scenario.id, after(-1e-6).fewest[text]]).not.toEqual([scenario.id, 0]);
          asked++;
        }
      });
    }
    expect(asked).toBeGreaterThan(15);
  });

  it('knows what nothing in the file can move, and names what a stance would have to take in', () => {
    const fixed = edit(SMALLEST, ['walk-away: { value: 0.3, assumed: test }\n    stances', 'walk-away: { value: 0.6, assumed: test }\n    stances'], ['states: { held: { on: { pressed.dignity: { to: waived, chance: 0.3 } } }, waived: {} }, ', '']);
    const { openings, zone, bargain } = stageOf(modelFrom(fixed), 'deal');
    expect({ zone: zone.texts, least: openings.least, bargain }).toEqual({ zone: 0, least: 1, bargain: null });
    const gives = openings.ways.map((way) => way.gives);
    expect([gives[0], gives[2]]).toEqual([
      [{ party: 'north', movable: false, kind: 'walk-away', from: 0.6, to: 0.45 }],
      [{ party: 'north', movable: true, kind: 'stance', issue: 'share', option: 'half', firm: false }, { party: 'north', movable: false, kind: 'walk-away', from: 0.6, to: 0.5 }],
    ]);
    expect(openings.ways.map(({ minimal }) => minimal)).toEqual([true, true, false]);
    expect(openings.ways.map(({ movable }) => movable)).toEqual(openings.ways.map(() => false));
  });
});

describe('the laws of the zone, on shipped scenarios', () => {
  it('letting go of a line or a stance never makes it smaller, a higher walk-away value never larger', () => {
    for (const name of ['tutorial']) {
      const read = readScenario(`scenarios/${name}.yaml`);
      if (!read.ok) throw new Error(name);
      const { scenario } = read;
      const sizes = (of: Scenario): readonly number[] => analyze(compile(of), { most: 0 }).stages.map(({ zone }) => zone.texts);
      const now = sizes(scenario);
      const notSmaller = (of: Scenario): void => { sizes(of).forEach((size, at) => { expect(size).toBeGreaterThanOrEqual(now[at] ?? 0); }); };
      for (const { id, redLines, stances } of scenario.parties) {
        for (const line of redLines) notSmaller(lineWaived(scenario, id, line.id));
        for (const stance of stances) notSmaller(stanceWaived(scenario, id, stance.issue));
        notSmaller(walkAwayLowered(scenario, id, 0.05));
        sizes(walkAwayLowered(scenario, id, -0.05)).forEach((size, at) => { expect(size).toBeLessThanOrEqual(now[at] ?? 0); });
      }
    }
  });
});
