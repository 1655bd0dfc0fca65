/**
 * Scenarios drawn from documents: every claim in the file is drawn on or listed on its page with a reason, its page has its parts,
 * every party has something it refuses, and every number of a variant says which assumption it changes.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatProblem, readScenario } from '../../engine/index.ts';
import { shippedFolder, variantOf } from '../../cli/find.ts';
import { readShipped, SCENARIOS, VARIANTS } from '../helpers/shipped.ts';

const page = (name: string): string => readFileSync(join(shippedFolder(), `${name}.md`), 'utf8');
const DRAWN = SCENARIOS.filter((name) => name !== 'tutorial');
/** The flagship has a test of its own, and london-april says in sentences which claims it does not use. */
const HERE = ['two-concessions', 'european-questionnaire', 'paris-backstop', 'riyadh-two-tracks'];
/** A claim that is not used, and why. */
const LISTED = /^- (\d{3}\.\d+): (.{20,})$/gmu;

/** Every claim that something in the scenario names. */
function namedIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'because' && Array.isArray(each) ? each.map(String) : namedIn(each)));
}

describe.each(HERE)('%s', (name) => {
  const scenario = readShipped(name);
  const text = page(name);

  it('draws on every claim it holds, or its page lists it with the reason why not', () => {
    const used = new Set(namedIn(scenario));
    const listed = new Set([...text.matchAll(LISTED)].map(([, claim]) => claim));
    const held = scenario.claims.map(({ id }) => id);
    expect(held.filter((id) => !used.has(id) && !listed.has(id))).toEqual([]);
    expect([...listed].filter((id) => id === undefined || used.has(id) || !held.includes(id)), 'listed as not used, and used or not held').toEqual([]);
  });

  it('has a page with all its parts', () => {
    for (const part of ['**Question.**', '## The start', '## What comes out', '## What is assumed', '## What is left out', '## Variants', '## One worked edit', '## What an informed reader would object to']) expect(text, part).toContain(part);
    for (const left of scenario.leavesOut) expect(text, left).toContain(left);
    expect(text).toContain(scenario.question);
    for (const { title } of scenario.outcomes) expect(text.toLowerCase(), title).toContain(title.toLowerCase());
  });

  it('lets every party refuse something', () => {
    for (const party of scenario.parties) expect(party.redLines.length + party.stances.length, party.id).toBeGreaterThan(0);
    for (const party of scenario.stages.flatMap((stage) => [...stage.signs, ...stage.binds])) expect(scenario.parties.find((each) => each.id === party)?.redLines.length, party).toBeGreaterThan(0);
  });
});

describe('the worked edits', () => {
  const folder = mkdtempSync(join(tmpdir(), 'winset-'));
  beforeAll(() => cpSync(shippedFolder(), folder, { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(DRAWN)('of %s is a file without problems', (name) => {
    const section = page(name).split(/^## /mu).find((part) => part.startsWith('One worked edit')) ?? '';
    const edit = [...section.matchAll(/^ {4}(.*)$/gmu)].map(([, line]) => line ?? '').join('\n');
    expect(edit).toContain(`extends: ${name}.yaml`);
    writeFileSync(join(folder, 'edit.yaml'), edit);
    const result = readScenario(join(folder, 'edit.yaml'));
    expect(result.ok ? [] : result.problems.map(formatProblem)).toEqual([]);
  });
});

describe('the pages', () => {
  it.each(DRAWN)('of %s and the table of all name its variants', (name) => {
    const readme = page('README');
    expect(readme).toContain(`](${name}.md)`);
    for (const variant of VARIANTS.filter((each) => variantOf(each) === name)) {
      expect(readme, variant).toContain(variant);
      if (name !== 'ukraine-2025') expect(page(name), variant).toContain(variant);
    }
  });

  it.each(VARIANTS)('%s says in its second line which one assumption it tests', (variant) => {
    const [, second = ''] = readFileSync(join(shippedFolder(), `${variant}.yaml`), 'utf8').split('\n');
    expect(second).toMatch(/^# A variant of .+\. It tests one assumption: that .+\.$/u);
    expect(second).toContain(`${variantOf(variant) ?? ''}.yaml`);
  });
});
