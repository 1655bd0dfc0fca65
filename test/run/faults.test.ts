/** Faults put on purpose into what only the kernel reads: the comparison of the walkers finds each. */
import { describe, expect, it } from 'vitest';
import { compile, openStepper, readScenarioText, type Model, type RunRecord, type Scenario } from '../../engine/index.ts';
import { openKernel } from '../../engine/run/kernel.ts';
import { asWritten } from '../../engine/run/phases/movement.ts';
import { generated } from '../helpers/generate.ts';
import { picker, range } from '../helpers/generate/draws.ts';
import { WIDE } from '../helpers/generate/frame.ts';
import { exactState, linesOf } from '../helpers/walkers/difference.ts';
import { BEYOND_A_WORD, FAULT_NAMES, FAULTS, transitions, type FaultName } from '../helpers/walkers/faults.ts';
import { firstDifference } from '../helpers/walkers/ways.ts';
import { edit, scenarioFrom, TWO_TRACKS } from '../helpers/world.ts';

/** With a stance of three states, of which two are led to at once, and one that waits for what is offered. */
const scenario = scenarioFrom(edit(TWO_TRACKS,
  ['ours: { accepts: [east], on: { tired: half } }', 'ours: { accepts: [east], on: { tired: half, refused: { to: open, chance: 0.5 } } }, open: { accepts: [east, shared, west], on: { refused: { to: half, chance: 0.5 } } }'],
  ['deadline-near: { to: half, chance: 0.2 }', 'deadline-near: { to: half, chance: 0.2 }, offered.land.shared: { to: half, chance: 0.5 }']));
const RUNS = range(40).map((at) => at + 1);
const play = (model: Model): ((run: number) => string) => {
  const records: RunRecord[] = [];
  const kernel = openKernel(model, { seed: 'faults', emit: (record) => { records.push(record); } });
  return (run) => {
    records.length = 0;
    const { state } = kernel.play(run);
    return JSON.stringify([linesOf(records), exactState(state)]);
  };
};

const sound = compile(scenario);
const steppers = RUNS.map((run) => { const stepper = openStepper(sound, { seed: 'faults', run }); stepper.toEnd(); return stepper; });
const stepped = steppers.map(({ records, world }) => JSON.stringify([linesOf(records), exactState(world.state)]));

/** Transitions that move a chart in some of the runs. */
const fired: ReadonlySet<number> = new Set(transitions(sound).flatMap(({ t, region, state }) => {
  const { key, machine, table } = sound.regions[region];
  const [from, to] = [table.states[state], table.states[sound.walk.to[t]]];
  const party = sound.parties[machine]?.id;
  const did = (record: RunRecord): boolean => {
    if (record.kind === 'moved') return record.party === party && `${record.chart}${record.of === null ? '' : `-${record.of}`}` === key && record.from === from && record.to === to && record.on === asWritten(sound.signals[sound.walk.signal[t]], party);
    return (record.kind === 'diplomacy' || record.kind === 'fighting') && party === undefined && record.kind === key && record.from === from && record.to === to;
  };
  return steppers.some(({ records }) => records.some(did)) ? [t] : [];
}));

interface Place { readonly place: number; readonly found: boolean }
const looked = new Map<FaultName, readonly Place[]>();

/** The places of a fault, and in which of them it is found. */
function placesOf(name: FaultName): readonly Place[] {
  const fault = FAULTS[name];
  const known = looked.get(name);
  if (known !== undefined) return known;
  const places = range(fault.places(compile(scenario))).map((place) => {
    const kernel = play(fault.put(compile(scenario), place));
    return { place, found: RUNS.some((run, at) => kernel(run) !== stepped[at]) };
  });
  looked.set(name, places);
  return places;
}

it('without a fault the walkers agree', () => {
  const kernel = play(compile(scenario));
  expect(RUNS.filter((run, at) => kernel(run) !== stepped[at])).toEqual([]);
  expect(fired.size).toBeGreaterThan(12);
});

it.each(FAULT_NAMES)('a fault is found: %s', (name) => {
  const places = placesOf(name);
  expect(places.length, FAULTS[name].what).toBeGreaterThan(0);
  expect(places.filter(({ found }) => found).length, FAULTS[name].what).toBeGreaterThan(0);
});

it.each(['target', 'removed', 'deaf', 'mask'] as const)('%s: is found in every transition that moves a chart in these runs', (name) => {
  const all = transitions(sound).filter(({ region }) => name !== 'removed' || sound.regions[region].machine < sound.parties.length);
  expect(placesOf(name).filter(({ place, found }) => !found && fired.has(all[place].t)).map(({ place }) => all[place]), FAULTS[name].what).toEqual([]);
});

describe('in generated scenarios', () => {
  const worlds = range(60).flatMap((seed) => { const read = readScenarioText(generated(seed + 1, { wide: true }), { file: 'generated.yaml' }); return read.ok ? [read.scenario] : []; });
  it.each(FAULT_NAMES)('%s, put anywhere, is found in some', (name) => {
    const pick = picker(7);
    const isFound = worlds.some((world) => {
      const places = FAULTS[name].places(compile(world));
      if (places === 0) return false;
      const kernel = FAULTS[name].put(compile(world), pick(places));
      return firstDifference({ stepper: compile(world), kernel }, { seed: 'faults', runs: [1, 2], few: 0, every: 0 }) !== null;
    });
    expect(isFound, FAULTS[name].what).toBe(true);
  });
});

it.each(WIDE)('where there are many %s, what lies beyond the first word of a set matters, and is played alike', (wide) => {
  const worlds = range(12).map((seed) => scenarioFrom(generated(seed + 1, { wide })));
  const parts = (world: Scenario, kernel: Model): boolean => firstDifference({ stepper: compile(world), kernel }, { seed: 'faults', runs: [1, 2, 3], few: 0, every: 0 }) !== null;
  expect(worlds.filter((world) => parts(world, compile(world))).map(({ id }) => id)).toEqual([]);
  expect(worlds.filter((world) => parts(world, BEYOND_A_WORD[wide](compile(world)))).length).toBeGreaterThan(0);
});
