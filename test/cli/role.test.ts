/** A role sheet tells a party what is its own, and of the others what they state. */
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { UNPAINTED } from '../../cli/views/plain/paint.ts';
import { newsOf } from '../../cli/views/plain/role/role.ts';
import { roleSheet } from '../../cli/views/plain/role/sheet.ts';
import { compile, openStepper, readScenario, seenBy } from '../../engine/index.ts';
import type { Scenario } from '../../engine/index.ts';
import { edit, scenarioFrom } from '../helpers/world.ts';
import { folder, winset } from './fake-io.ts';
import { poisoned, SENT } from './poisoned.ts';
import { RICH } from './rich.ts';

const place = folder();
afterAll(place.remove);
const rich = place.file('rich.yaml');
writeFileSync(rich, RICH);
const LATER = ['--from', '2025-02-17'];
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');

async function sheet(party: string, text = RICH): Promise<string> {
  const file = place.file('one.yaml');
  writeFileSync(file, text);
  const { code, out, err } = await winset(['show', file, '--as', party, ...LATER]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.replace(/hash [0-9a-f]{12}/u, 'hash');
}

describe('a role sheet', () => {
  it('has every part', async () => {
    const out = await sheet('coast');
    for (const part of ['WHO YOU ARE', 'WHAT IS ON THE TABLE', 'WHAT YOU WANT', 'WHERE YOU STAND IN PUBLIC', 'YOUR RED LINES', 'WHAT PRESSES ON YOU', 'WHAT YOU KNOW OF THE OTHERS', 'HOW THE ROUNDS GO', 'WHAT YOU MAY DO', 'WHAT THIS SCENARIO LEAVES OUT']) expect(out).toContain(part);
    expect(flat(out)).toContain('This sheet is made from a model.');
  });
  it('tells its wants in words and by rank', async () => {
    const out = flat(await sheet('coast'));
    expect(out).toContain('The lighthouse: matters more than all the rest together (60 of 100) best The coast keeps it (100 of 100) Run together (60 of 100) worst Handed to the island (10 of 100)');
    expect(out).toContain('worth less to you than about 41 of 100');
    expect(out).toContain('It moves with “Cost of the quarrel”.');
  });
  it('tells its own hidden lines and bluffs, and how they may move', async () => {
    const coast = flat(await sheet('coast'));
    expect(coast).toContain('You have not said so. Keep it to yourself');
    expect(coast).toContain('You may come to “Given up” when Cost of the quarrel is above 50 %.');
    expect(flat(await sheet('island'))).toContain('You say so in public and do not mean it');
  });
  it('tells of others what they state, a bluff as a line', async () => {
    const coast = flat(await sheet('coast'));
    expect(coast).toContain('It says that it will never sign this: Nothing without the whole lighthouse');
    const others = coast.slice(coast.indexOf('WHAT YOU KNOW'));
    expect(others).not.toMatch(/bluff|not held|do not mean/u);
    const island = flat(await sheet('island'));
    expect(island).toContain('No handover of the lighthouse');
    expect(island).not.toContain('No patrols without a share');
    expect(island).toContain('What it signs in “An agreement on the strait” goes to a vote at home.');
  });
  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ['the coast, whatever the island wants, weighs and means', 'coast', [
      ['light: { weight: 50, scores: { coast: 0, joint: 70, island: 100 }', 'light: { weight: 90, scores: { coast: 5, joint: 10, island: 20 }'],
      ['value: 0.4 - 0.2 * aid', 'value: 0.7'],
      ['held: false, since', 'since'],
      ['looks-ahead: { over: 2 years, war: 0.1, doubt: 1.5,', 'looks-ahead: { over: 3 years, war: 0.2, doubt: 0.5,'],
    ]],
    ['the island, whatever the coast hides, suffers and hopes for', 'island', [
      ['start: 0.3, drift: weather / year', 'start: 0.6, drift: weather / month'],
      ['title: No patrols without a share in the lighthouse, never: { light: coast', 'title: Another secret, never: { light: joint'],
      ['walk-away: { value: 0.5 - 0.3 * cost', 'walk-away: { value: 0.2'],
      ['worth: -10', 'worth: -30'],
      ['on: { tired: half } }', 'on: { refused: half } }'],
      ['support: 0.5 + 0.2 * cost', 'support: 0.9'],
      ['start: 0.9, on: { refused: -0.03 }', 'start: 0.3, on: { refused: -0.03 }'],
      ['worth: 0.1, hazard: 1.4', 'worth: 0.2, hazard: 2'],
    ]],
  ])('is the same for %s', async (_name, party, changes) => {
    expect(await sheet(party, edit(RICH, ...changes))).toBe(await sheet(party));
  });
  it('tells the mediator what only the mediator may do', async () => {
    const envoy = flat(await sheet('envoy'));
    for (const said of ['mediates and writes the text', 'Bring leverage to bear on the coast', 'by up to 10 of 100', 'Give up the mediation, which ends the talks; it depends on “Patience”.', 'You sign nothing here.']) expect(envoy).toContain(said);
    expect(flat(await sheet('coast'))).not.toContain('up to 10 of 100');
  });
  it('tells one who is bound, one who performs, and one who makes offers in turn', async () => {
    expect(flat(await sheet('harbour'))).toContain('Repudiate “An agreement on the strait”, once, when it is signed');
    expect(flat(await sheet('coast'))).toContain('Refuse to carry out what falls to you (The lighthouse: “Handed to the island”).');
    const offers = edit(RICH, ['    drafter: envoy\n    style: manipulate\n    leverage: { coast: { worth: 0.1, hazard: 1.4, assumed: a guess } }\n', '    protocol: alternating-offers\n']);
    const file = place.file('offers.yaml');
    writeFileSync(file, offers);
    expect(flat((await winset(['show', file, '--as', 'island'])).out)).toContain('accept the offer that stands, or make one of your own');
    expect(flat((await winset(['run', file])).out)).toContain('makes the first offer');
  });
  it('as JSON is the scenario as the party knows it', async () => {
    const { out } = await winset(['show', rich, '--as', 'island', '--json']);
    const { party, scenario } = JSON.parse(out) as { party: string; scenario: Scenario };
    expect(party).toBe('island');
    expect(scenario.parties.find((one) => one.id === 'coast')).toMatchObject({ worth: [], gauges: [], walkAway: null });
    expect(out).not.toContain('secret-quiet');
  });
  it.each(['tutorial', 'london-april'])('fits its page for every party of %s', async (name) => {
    const read = readScenario(`scenarios/${name}.yaml`);
    if (!read.ok) throw new Error(`${name} does not read`);
    for (const { id } of read.scenario.parties) {
      for (const columns of [40, 80, 200]) {
        const { out } = await winset(['show', name, '--as', id], { columns });
        expect(out.split('\n').filter((line) => [...line].length > Math.min(columns, 80)), `${id} ${columns}`).toEqual([]);
      }
    }
  });
  it('of a party that is none is wrong usage', async () => {
    const { code, out, err } = await winset('show tutorial --as lowr');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Did you mean lower?');
  });
  it('is harmless whatever the titles hold', () => {
    const hostile = poisoned(scenarioFrom(RICH));
    const stepper = openStepper(compile(hostile), { seed: '1' });
    for (const party of hostile.parties) {
      const { scenario: seen, look } = seenBy(party.id, hostile, stepper.look(), []);
      const said = roleSheet({ seen, party, walkAway: look.parties[0]?.walkAway ?? null, levers: stepper.head.levers, news: newsOf(party, hostile) }, { width: 80, paint: UNPAINTED });
      expect(said).toContain('[2J');
      expect(said).not.toMatch(SENT);
    }
  });
});

describe('show and list', () => {
  it('tell of days, views, draws, votes at home, looking ahead, bound parties, the years after and hidden lines', async () => {
    const out = flat((await winset(['show', rich, ...LATER])).out);
    for (const said of [
      'Meant to be started on Mon 3 Feb 2025 or Mon 17 Feb 2025; shown as it stands on Mon 17 Feb 2025',
      'Drawn from 0.2 to 0.8, 0.5 the likeliest', 'VIEWS: LEVERS AS OTHERS SEE THEM', 'hopeful: The hopeful (A), weight 2 of 3', 'Must have ratified at home', 'Looks ahead',
      'is bound by “An agreement on the strait” without signing', 'binds the harbour towns without a signature', 'Leverage on the coast', 'Not stated: the drafter learns of it only by pressing it.',
      'Stated and not held: it would not refuse over it.', 'After the last signature the peace is followed for 5 years.', 'contradicted by A.2',
    ]) expect(out).toContain(said);
  });
  it('say nothing of what is not there', async () => {
    const { out } = await winset('show tutorial');
    for (const said of ['VIEWS', 'Must have ratified', 'Looks ahead', 'Meant to be started', 'Drawn ', 'stated']) expect(out).not.toContain(said);
    const { scenarios } = JSON.parse((await winset('list --json')).out) as { scenarios: { name: string }[] };
    expect(scenarios.find((one) => one.name === 'tutorial')).toMatchObject({ starts: ['2024-03-01'], views: [], varies: false, ratifies: [], looksAhead: [], binds: [], horizonDays: null, hidden: 0, bluffs: 0 });
  });
});
