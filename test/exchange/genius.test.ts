/** Domains of the GENIUS platform, taken in and written back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { geniusFiles, type GeniusExport } from '../../engine/exchange/genius-write.ts';
import { importGenius } from '../../engine/exchange/import.ts';
import { compile, readScenarioText, type Scenario } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { CAMERA, camera, domainFile, OPTIONS, scenarioOf, worth } from './helpers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'winset-genius-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const write = (scenario: Scenario): GeniusExport => {
  const stage = scenario.stages.at(-1);
  if (stage === undefined) throw new Error('no stage');
  return geniusFiles(scenario, stage);
};
/** Written, and taken in again. */
function back(scenario: Scenario): Scenario {
  const files = write(scenario).files.map(({ name, text }) => {
    writeFileSync(path.join(folder, name), text);
    return { name, path: path.join(folder, name) };
  });
  return scenarioOf(importGenius(files, { ...OPTIONS, id: scenario.id, rounds: scenario.calendar.rounds }));
}

describe('a domain and its profiles', () => {
  it('are worth what the platform says', () => {
    const scenario = camera();
    // 0.4 · 3/7 + 0.3 · 0.25 · 2 + 0.2 · 2/3 + 0.1 · 4/5, by hand.
    const terms = { 'Price & payment': 'In two parts', Lenses: '2', Warranty: '6 months', Round: 'Não' };
    expect(worth(scenario, 'buyer', terms)).toBeCloseTo(0.4 * (3 / 7) + 0.3 * 0.5 + 0.2 * (2 / 3) + 0.1 * 0.8, 12);
    // The seller's file lists its issues in another order.
    expect(worth(scenario, 'seller', terms)).toBeCloseTo(0.5 * (6 / 9) + 0.25 * 0.5 + 0.15 * (5 / 8) + 0.1, 12);
    expect(scenario.parties.map((party) => party.walkAway?.value.text)).toEqual(['0.35', '0.2']);
  });
  it('are played as offers in turn, to an agreement', () => {
    const scenario = camera();
    const { outcome, state } = playRun(compile(scenario), 1, { seed: '1' });
    expect(scenario.outcomes[outcome]?.id).toBe('deal');
    expect(state.signed[0]).toBe(1);
  });
  it('may be named in any order, and the domain may be left out', () => {
    const [domain, buyer, seller] = CAMERA;
    if (domain === undefined || buyer === undefined || seller === undefined) throw new Error('three files');
    const given = camera();
    for (const files of [[buyer, domain, seller], [buyer, seller]]) {
      const { issues, parties } = scenarioOf(importGenius(files, OPTIONS));
      expect(issues).toEqual(given.issues);
      expect(parties).toEqual(given.parties);
    }
  });
  it('says what it decided', () => {
    const result = importGenius(CAMERA, OPTIONS);
    expect(result.ok && result.notes).toEqual(['The discount factor 0.8 of camera-buyer is kept as a rate a round; only the tactic equilibrium minds it.']);
  });
});

describe('what a scenario has no place for', () => {
  const written = (name: string, text: string): { readonly name: string; readonly path: string } => {
    writeFileSync(path.join(folder, name), text);
    return { name, path: path.join(folder, name) };
  };
  const domain = written('flat-domain.xml', `<negotiation_template>
  <agent name=""/>
  <utility_space number_of_issues="1">
    <objective index="0" name="A flat" description="Two friends\n share a flat: #1">
      <issue index="1" name="Rent" description="A month, warm">
        <item index="1" value="Low" description="Up to 500" cost="3"/>
        <item index="2" value="High" description="" cost="0"/>
        <item index="3" value="None" cost="2.5"/>
      </issue>
    </objective>
    <discount_factor value="0.9"/>
  </utility_space>
</negotiation_template>`);
  const profile = (name: string, more = ''): { readonly name: string; readonly path: string } => written(name, `<utility_space>
  <objective index="0" name="A flat">
    <issue index="1" name="Rent" description="A month, warm"><item index="1" value="Low" evaluation="1"/><item index="2" value="High" evaluation="3" cost="1"/><item index="3" value="None" evaluation="2"/></issue>
    <weight index="1" value="1"/>
  </objective>
  <reservation value="0.1"/>${more}
</utility_space>`);
  it('is told by kind, with how many and where', () => {
    const result = importGenius([domain, profile('one.xml'), profile('two.xml', '<agent class="x"/><reservation value="0.3"/>')], OPTIONS);
    expect(result.ok && result.leftOut).toEqual([
      { what: 'cost', count: 4, places: [{ file: 'flat-domain.xml', count: 2, line: 7 }, { file: 'one.xml', count: 1, line: 3 }, { file: 'two.xml', count: 1, line: 3 }] },
      { what: 'discount factor', count: 1, places: [{ file: 'flat-domain.xml', count: 1, line: 12 }] },
      { what: 'element <agent>', count: 1, places: [{ file: 'two.xml', count: 1, line: 6 }] },
      { what: 'reservation value', count: 1, places: [{ file: 'two.xml', count: 1, line: 6 }] },
    ]);
    const plainly = importGenius(CAMERA, OPTIONS);
    expect(plainly.ok && plainly.leftOut).toEqual([]);
  });
  it('but descriptions of the domain are kept as comments, and those of profiles that say something else are told', () => {
    const other = written('other.xml', `<utility_space><objective name="A flat"><issue index="1" name="Rent" description="Cold"><item index="1" value="Low" evaluation="1"/><item index="2" value="High" evaluation="3"/><item index="3" value="None" evaluation="2" colour="red"/></issue><weight index="1" value="1"/></objective></utility_space>`);
    const result = importGenius([domain, profile('one.xml'), other], OPTIONS);
    const scenario = scenarioOf(result);
    if (!result.ok) throw new Error('it was imported');
    expect(result.text).toContain('\n# Two friends share a flat: #1\nwinset: 1\n');
    expect(result.text).toContain('    title: "Rent"\n    # A month, warm\n    # Low: Up to 500\n    options:');
    expect(scenario.issues[0]?.options.map(({ title }) => title)).toEqual(['Low', 'High', 'None']);
    expect(result.notes[0]).toBe('3 descriptions are kept as comments.');
    expect(result.leftOut.filter(({ places }) => places.some(({ file }) => file === 'other.xml')).map(({ what }) => what)).toEqual(['description', 'attribute “colour” of <item>']);
  });
});

describe('a round trip', () => {
  it('loses nothing of a domain', () => {
    const given = camera();
    const again = back(given);
    const bare = ({ issues, parties, calendar }: Scenario): unknown => JSON.parse(JSON.stringify({ issues, parties, calendar }).replaceAll(/as in (camera-)?/gu, 'as in '));
    expect(bare(again)).toEqual(bare(given));
    expect(write(again)).toEqual(write(given));
    expect(write(given).leftOut).toEqual([]);
  });
  it('keeps what packages are worth where the best score of an issue is below 100 and another stage has issues of its own', () => {
    const assumed = 'a test';
    const read = readScenarioText(JSON.stringify({
      winset: 1, id: 'uneven', title: 'Uneven <scores>', question: 'Q?', calendar: { start: '2025-01-06', round: '1 week', rounds: 8 },
      issues: { land: { title: 'Land "north"', options: { a: 'A', b: 'B & C', c: 'C' }, standing: 'a' }, toll: { title: 'Toll', options: { a: 'A', b: 'B' }, standing: 'b' }, other: { title: 'Other', options: { a: 'A', b: 'B' }, standing: 'b' } },
      parties: Object.fromEntries(['one', 'two'].map((id, p) => [id, {
        name: id, 'walk-away': { value: 0.4, assumed },
        worth: { land: { weight: 3, scores: { a: 80 - 70 * p, b: 40, c: 10 + 60 * p }, assumed }, toll: { weight: 2, scores: { a: 50 * p, b: 50 - 50 * p }, assumed }, other: { weight: 1, scores: { a: 100, b: 20 }, assumed } },
      }])),
      tracks: { table: { title: 'T', seats: ['one', 'two'], assumed } },
      stages: { first: { title: 'F', issues: ['other'], signs: ['one', 'two'], protocol: 'alternating-offers', rounds: 2, assumed }, last: { title: 'L', issues: ['land', 'toll'], signs: ['one', 'two'], protocol: 'alternating-offers', rounds: 8, assumed } },
      outcomes: [{ id: 'deal', title: 'D', when: 'settled.last' }, { id: 'none', title: 'N', otherwise: true }],
    }), { file: 'uneven.yaml' });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const given = read.scenario;
    const again = back(given);
    for (const party of ['one', 'two']) {
      const walkAway = (scenario: Scenario): number => Number(scenario.parties.find((each) => each.id === party)?.walkAway?.value.text);
      const surplus = (scenario: Scenario, terms: Readonly<Record<string, string>>): number => worth(scenario, party, terms) - walkAway(scenario);
      const all = ['A', 'B & C', 'C'].flatMap((land) => ['A', 'B'].map((toll) => ({ 'Land "north"': land, Toll: toll, Other: 'B' })));
      // Worth may be scaled, but all surpluses by the same factor, so that every choice stays.
      const [first = { Toll: 'A' }] = all;
      const factor = surplus(again, first) / surplus(given, first);
      expect(factor).toBeGreaterThan(0);
      for (const terms of all) expect(surplus(again, terms)).toBeCloseTo(factor * surplus(given, terms), 10);
    }
    expect(write(given).leftOut).toContain('issues of other stages, which stay as they are');
    expect(write(given).leftOut).toContain('the other stage (this is "last")');
  });
});

describe('what is wrong is said with its place', () => {
  it('names too many packages at the issue with which they become too many', () => {
    const issue = (index: number): string => `<issue index="${index}" name="i${index}">${Array.from({ length: 40 }, (_, v) => `<item index="${v + 1}" value="v${v}"/>`).join('')}</issue>\n`;
    const file = path.join(folder, 'large.xml');
    writeFileSync(file, `<utility_space>\n${[1, 2, 3, 4].map(issue).join('')}</utility_space>`);
    const result = importGenius([{ path: file, name: 'large.xml' }], OPTIONS);
    expect(result.ok ? [] : result.problems.map(({ code, line }) => [code, line])).toEqual([['too-many-packages', 5]]);
  });
  it('stops at a bomb of entities, at a deep tree and at a huge file, at once', () => {
    const bomb = `<?xml version="1.0"?>\n<!DOCTYPE l [\n<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, i) => `<!ENTITY b${i} "${`&${i === 0 ? 'a' : `b${i - 1}`};`.repeat(10)}">`).join('')}]>\n<utility_space>&b19;</utility_space>`;
    const texts: readonly (readonly [string, string])[] = [['xml-entities', bomb], ['too-deep', '<a>'.repeat(100_000)], ['file-too-large', `<utility_space>${' '.repeat(1_000_001)}</utility_space>`], ['xml', '<utility_space>&undeclared;</utility_space>'], ['file-empty', ' \n']];
    for (const [code, text] of texts) {
      const file = path.join(folder, 'hostile.xml');
      writeFileSync(file, text);
      const result = importGenius([{ path: file, name: 'hostile.xml' }], OPTIONS);
      expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([code]);
    }
  });
  it('lists numbers that are listed, and no others', () => {
    const real = (inner: string): readonly string[] => {
      const file = path.join(folder, 'real.xml');
      writeFileSync(file, `<utility_space><issue index="1" name="Price" type="real" etype="real" vtype="real" lowerbound="0" upperbound="4">${inner}</issue></utility_space>`);
      const result = importGenius([{ path: file, name: 'real.xml' }], OPTIONS);
      return result.ok ? [] : result.problems.map((problem) => problem.code);
    };
    expect(real('')).toEqual(['foreign-unsupported']);
    // It is a domain without profiles.
    expect(real('<item index="1" value="1.5"/><item index="2" value="2.5"/>')).toEqual(['too-few']);
  });
  it('refuses what is no sum of terms', () => {
    const file = path.join(folder, 'curved.xml');
    for (const text of ['<utility_space type="nonlinear"><issue index="1" name="a"/></utility_space>', '<utility_space><issue index="1" name="a"/><utility><ufun type="PlainUfun"><hyperRectangle utility_value="9"/></ufun></utility></utility_space>']) {
      writeFileSync(file, text);
      const result = importGenius([{ path: file, name: 'curved.xml' }], OPTIONS);
      expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual(['foreign-unsupported']);
    }
  });
  it('asks for two parties', () => {
    const result = importGenius([domainFile('camera-domain.xml'), domainFile('camera-buyer.xml')], OPTIONS);
    expect(result.ok ? [] : result.problems.map((problem) => problem.message)).toEqual(['There is one profile here; offers in turn need two parties at least.']);
  });
});
