/** What the generated scenarios cover: each thing that a scenario can have occurs among them, and each thing that can happen happens. */
import { beforeAll, expect, it } from 'vitest';
import { compile, openStepper, readScenarioText } from '../../engine/index.ts';
import { MEDIATION_STYLES, PROTOCOLS, TACTICS } from '../../engine/vocabulary.ts';
import { generated } from '../helpers/generate.ts';
import { range } from '../helpers/generate/draws.ts';
import { WIDE } from '../helpers/generate/frame.ts';
import { featuresOf, happeningsOf } from '../helpers/generate/features.ts';
import { settingsOf } from '../helpers/walkers/settings.ts';
import { scenarioFrom } from '../helpers/world.ts';

const COUNT = 160;
const tally = { written: 0, read: 0, features: new Map<string, number>(), happenings: new Map<string, number>() };
const count = (into: Map<string, number>, found: ReadonlySet<string>): void => { for (const name of found) into.set(name, (into.get(name) ?? 0) + 1); };

beforeAll(() => {
  for (const number of range(COUNT)) {
    const text = generated(number + 1, { wide: true });
    tally.written++;
    const read = readScenarioText(text, { file: `${number + 1}.yaml` });
    if (!read.ok) continue;
    tally.read++;
    const later = read.scenario.starts.slice(1).map((from) => readScenarioText(text, { file: `${number + 1}.yaml`, from }));
    for (const then of [read, ...later]) {
      if (!then.ok) throw new Error(`scenario ${number + 1} can be started on one of its days and not on another`);
      const model = compile(then.scenario);
      count(tally.features, featuresOf(model));
      count(tally.happenings, new Set(settingsOf(model).flatMap((setting) => [1, 2].flatMap((run) => { const stepper = openStepper(model, { seed: String(number + 1), run, ...setting }); stepper.toEnd(); return [...happeningsOf(stepper.records)]; }))));
    }
  }
}, 60_000);

/** Those of which there are fewer than `least`. */
const rare = (of: ReadonlyMap<string, number>, names: readonly string[], least: number): readonly string[] => names.filter((name) => (of.get(name) ?? 0) < least).map((name) => `${name}: ${of.get(name) ?? 0}`);

it('almost all can be read', () => {
  expect(tally.read / tally.written).toBeGreaterThan(0.95);
});

it('the same number gives the same scenario', () => {
  expect(generated(77, { wide: true })).toBe(generated(77, { wide: true }));
  expect(new Set(range(20).map((number) => generated(number))).size).toBe(20);
});

it('there is each thing that a scenario can have', () => {
  expect(rare(tally.features, [
    ...PROTOCOLS, 'both protocols', ...MEDIATION_STYLES, ...TACTICS.map((tactic) => `tactic: ${tactic}`), '1 sign', '2 sign', '3 sign',
    'several stages', 'must-bring', 'two stages must bring something', 'upgradable', 'reopens', 'binds', 'stage: when', 'a failure ends the talks', 'the drafter signs', 'leverage', 'the mediator may walk away',
    'several tracks', 'track: every', 'track: after', 'track: needs', 'deadline announced', 'deadline not announced', 'later start',
    'guard', 'guard and chance', 'chance a round', 'chance a week', 'chance by lever', 'second move on a signal', 'firm stance', 'may be away', 'may leave',
    'bluff', 'hidden line', "the drafter's own line", 'line on several issues', 'line of three states', 'bonds', 'looks ahead', 'ratifies with a delay', 'ratifies at once', 'raw worth',
    'exact answers', 'firmness 0', 'slack', 'prefers others', 'not only rational', 'discount', 'performed options', 'performed by several',
    'gauge: while', 'gauge: on', 'shared gauge', 'event opens options', 'event closes options', 'event breaks the truce', 'event: when', 'event: times', 'event moves gauges', 'event is heard of',
    'truces break', 'peace is followed', 'peace by a figure', 'peace by terms', 'levers are drawn', 'views', ...['uniform', 'triangular', 'pert', 'normal', 'discrete'].map((kind) => `drawn: ${kind}`),
  ], 5)).toEqual([]);
});

it('conditions and numbers read each kind of name, joined in each way', () => {
  const names = ['gauge', 'shared gauge', 'lever', 'round', 'days', 'truce-days', 'refusals', 'standing', 'peace-days', 'settled', 'ratified', 'repudiated', 'collapsed', 'fighting', 'diplomacy', 'ended', 'stage', 'in-force', 'posture', 'stance', 'line'];
  const joined = ['+', '-', '*', '/', 'min', 'max', 'if', 'and', 'or', 'not', 'is', 'in', 'holds', '<', '<=', '>', '>=', '==', '!='];
  expect(rare(tally.features, [...names.map((name) => `name: ${name}`), ...joined.map((op) => `expression: ${op}`)], 5)).toEqual([]);
});

it('sets grow beyond a word of 32 bits, and beyond two, and some just fill one', () => {
  const widths = new Map<string, number>();
  for (const wide of WIDE) for (const seed of range(24)) count(widths, featuresOf(compile(scenarioFrom(generated(seed + 1, { wide })))));
  expect(rare(widths, ['options', 'lines', 'parties'].flatMap((what) => [`${what}: 32`, `${what}: more than 32`, `${what}: more than 64`]), 2)).toEqual([]);
  expect(rare(widths, ['signals: more than 32'], 20)).toEqual([]);
  expect(rare(tally.features, WIDE.map((wide) => `${wide}: more than 32`), 5)).toEqual([]);
});

it('each thing that can happen happens', () => {
  expect(rare(tally.happenings, [
    'round', 'event', 'pressure', 'threshold', 'deadline', 'meeting', 'no-meeting', 'tabled', 'tabled to press a line', 'tabled by a person', 'not-admitted', 'carried', 'withdrawn', 'no-text', 'lever', 'learned', 'called', 'leverage',
    ...['accept', 'refuse', 'leave'].map((said) => `answer: ${said}`), ...['red-line', 'firm-stance', 'not-good-enough', 'good-enough', 'said'].map((kind) => `because: ${kind}`), 'amendment',
    'moved: stance', 'moved: line', 'moved: posture', 'posture: away', 'posture: at-table', 'posture: left', 'settled', 'stage opened', 'stage reopened', 'stage failed', 'ratification', 'voted yes', 'voted no', 'repudiated', 'not repudiated',
    'from war to limited-truce', 'from war to ceasefire', 'from limited-truce to war', 'from ceasefire to war', 'broke by hazard', 'broke by event', ...['stalled', 'ratifying', 'settled', 'ended', 'talks'].map((to) => `diplomacy: ${to}`),
    'peace held', 'peace collapsed', ...['settled', 'walked-away', 'left', 'failed', 'time'].map((how) => `ended: ${how}`),
  ], 3)).toEqual([]);
  expect(rare(tally.happenings, ['from limited-truce to ceasefire'], 1)).toEqual([]);
});
