/** The schema that editors check with, held against the reader: what the one takes the other takes, and typical mistakes are seen by both. */
import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenarioText, scenarioSchema } from '../../engine/index.ts';
import { generated } from '../helpers/generate.ts';
import { saopCases, saopScenario } from '../helpers/saop.ts';
import { SMALLEST, TWO_TRACKS, edit } from '../helpers/world.ts';
import { winset } from '../cli/fake-io.ts';
import { goodText } from './helpers.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const shipped = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const validate = new Ajv({ strict: false }).compile(scenarioSchema());
/** What an editor would mark, as places; nothing if the file fits. */
const marks = (yaml: string): readonly string[] => (validate(parse(yaml)) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`));

describe('the JSON Schema', () => {
  it('is a valid draft-7 schema', () => {
    expect(new Ajv().validateSchema(scenarioSchema())).toBe(true);
  });
  it('is what `winset schema` prints, and what is shipped', async () => {
    const { code, out, err } = await winset('schema');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual(scenarioSchema());
    expect(text('winset.schema.json')).toBe(out);
  });
  it.each(shipped)('fits %s, which names it first', (name) => {
    expect(text(name).split('\n')[0]).toBe('# yaml-language-server: $schema=./winset.schema.json');
    expect(marks(text(name))).toEqual([]);
  });
  it('fits the worlds of the tests', () => {
    for (const world of [SMALLEST, TWO_TRACKS, goodText, ...saopCases().slice(0, 5).map(saopScenario)]) expect(marks(world)).toEqual([]);
  });
  it('fits every scenario that the reader takes', () => {
    const taken = Array.from({ length: 60 }, (_, seed) => generated(seed)).filter((world) => readScenarioText(world, { file: 'generated.yaml' }).ok);
    expect(taken.length).toBeGreaterThan(20);
    for (const world of taken) expect(marks(world)).toEqual([]);
  });
  it('takes thresholds as keys where an editor knows them as numbers, and takes only texts for days', () => {
    // yaml-language-server checks propertyNames against the key's own type; JSON, and so ajv, has texts only.
    expect(scenarioSchema()).toMatchObject({ definitions: { 'by-day': { propertyNames: { type: 'string' } }, 'gauges.rises': { type: 'object' } } });
    expect((scenarioSchema()['definitions'] as Record<string, object>)['gauges.rises']).not.toHaveProperty('propertyNames');
  });
  it('explains keys where a person meets them', () => {
    const said = JSON.stringify(scenarioSchema());
    for (const words of ['What the fighting becomes when it is signed.', 'An assumption that a user may vary with --set.', 'The first day on which it is there']) expect(said).toContain(words);
  });
});

describe('what the schema allows before a day is chosen and bases are merged', () => {
  it.each([
    ['a value by day', [['value: 0.05,', 'value: { 2025-01-06: 0.05, 2025-02-03: 0.1 },']]],
    ['a value that ends', [['{ share: { weight: 1, scores: { all: 0, most: 50', '{ share: { 2025-01-06: { weight: 1, assumed: test, scores: { all: 0, most: 50'], ['little: 50, none: 0 }, assumed: test }', 'little: 50, none: 0 } }, 2025-03-03: null }']]],
    ['an entry for a time', [['storm: { title: A storm,', 'storm: { since: 2025-01-20, until: 2025-02-03, title: A storm,']]],
    ['an outcome for a time', [['- { id: deal,', '- { since: 2025-01-06, id: deal,']]],
  ] as const)('%s', (_, changes) => {
    const world = edit(SMALLEST, ...changes);
    expect(readScenarioText(world, { file: 'world.yaml' })).toMatchObject({ ok: true });
    expect(marks(world)).toEqual([]);
  });
  it.each([
    ['a part of another file', 'extends: tutorial.yaml\nid: variant\nparties: { upper: { walk-away: { value: 0.3 } } }'],
    ['a removal', 'extends: tutorial.yaml\nid: variant\nevents: { storm: null }\nlevers:'],
    ['parts by day', 'extends: [a.yaml, b.yaml]\nparties: { upper: { walk-away: { value: { 2025-01-06: 0.3 } } } }'],
    ['a file of parts', 'winset: 1\nfigures: { a: { title: A, source: B } }'],
  ])('%s', (_, yaml) => {
    expect(marks(yaml)).toEqual([]);
  });
});

describe('typical mistakes', () => {
  it.each([
    ['an unknown key', 'question:', 'qestion:', ''],
    ['a missing key', 'title: The share, ', '', '/issues/share'],
    ['an unknown key deep inside', 'sharpness: 12', 'sharpnes: 12', '/parties/east/manner'],
    ['a number for a text', 'name: East', 'name: 12', '/parties/east/name'],
    ['a length of time without a unit', 'round: 1 week', 'round: 1', '/calendar/round'],
    ['an unknown unit', 'round: 1 week', 'round: 1 fortnight', '/calendar/round'],
    ['a drift without a unit', 'drift: pace / week', 'drift: pace', '/parties/north/gauges/fatigue/drift'],
    ['a day that is none', 'start: 2025-01-06', 'start: 6 January 2025', '/calendar/start'],
    ['a name with capitals', 'storm: { title', 'Storm: { title', '/events'],
    ['an unknown choice', 'brings: ceasefire', 'brings: cease-fire', '/issues/fire/options/all'],
    ['a list for one', 'drafter: judge', 'drafter: [judge]', '/stages/deal/drafter'],
    ['one for a list', 'signs: [north, south]', 'signs: north', '/stages/deal/signs'],
    ['a claim without quotes', 'range: [0, 0.2], assumed: test', 'range: [0, 0.2], because: [002.2]', '/levers/pace/because/0'],
    ['an empty value that nothing is below', 'mediator: { party: judge }', 'mediator:', '/mediator'],
    ['a range of three', 'range: [0, 0.2]', 'range: [0, 0.1, 0.2]', '/levers/pace/range'],
    ['days among names', 'half: Half,', '2025-01-20: Half,', '/issues/share/options'],
    ['since where nothing is an entry', 'round: 1 week,', 'round: 1 week, since: 2025-01-06,', '/calendar'],
    ['no rounds', 'rounds: 10 }\nlevers', 'rounds: 0 }\nlevers', '/calendar/rounds'],
  ])('%s', (_, from, to, place) => {
    const world = SMALLEST.includes(from) ? SMALLEST : TWO_TRACKS;
    const broken = edit(world, [from, to]);
    expect(readScenarioText(broken, { file: 'world.yaml' }).ok).toBe(false);
    expect(marks(broken).some((mark) => mark.startsWith(`${place} `))).toBe(true);
  });
  it('are seen in a file that extends another too', () => {
    expect(marks('extends: tutorial.yaml\nparties: { upper: { walkaway: { value: 0.3 } } }')).not.toEqual([]);
    expect(marks('extends: tutorial.yaml\noutcomes: [{ title: No id }]')).not.toEqual([]);
  });
});
