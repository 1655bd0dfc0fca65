/** Every value of a scenario is found with what it rests on, and counted. */
import { describe, expect, it } from 'vitest';
import { evidenceReport, readScenario, readScenarioText, restingOn, valuesOf } from '../../engine/index.ts';
import type { Scenario } from '../../engine/index.ts';
import { RICH } from '../cli/rich.ts';
import { scenarioFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const rich = scenarioFrom(RICH);

/** Everything in the scenario that has evidence of its own, told by its shape; what the format supplies aside. */
function allEvidence(node: unknown, found: object[] = []): readonly object[] {
  if (typeof node !== 'object' || node === null) return found;
  if ('evidence' in node && typeof node.evidence === 'object' && node.evidence !== null && !('assumed' in node.evidence && node.evidence.assumed === 'the default of the format')) found.push(node.evidence);
  for (const inner of Object.values(node)) allEvidence(inner, found);
  return found;
}

describe('the walk', () => {
  it.each<[string, Scenario]>([['rich', rich], ['smallest', scenarioFrom(SMALLEST)], ['two tracks', scenarioFrom(TWO_TRACKS)]])('misses nothing that has evidence: %s', (_name, scenario) => {
    const found = new Set(valuesOf(scenario).map((value) => JSON.stringify(value.evidence)));
    for (const evidence of allEvidence(scenario)) expect(found).toContain(JSON.stringify(evidence));
  });
  it('gives each value once, under its own path', () => {
    const paths = valuesOf(rich).map((value) => value.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual(expect.arrayContaining(['levers.weather', 'views.hopeful', 'calendar.deadlines.summit', 'parties.coast.red-lines.no-handover', 'parties.coast.ratifies', 'parties.island.looks-ahead', 'stages.deal.leverage.coast', 'peace.agreement.ratios.0', 'mediator.walks-away']));
  });
  it('counts a move of its own only where it rests on something of its own', () => {
    const moves = valuesOf(rich).filter((value) => value.kind === 'line-move' || value.kind === 'stance-move');
    expect(moves.map((value) => value.path)).toEqual(['parties.coast.red-lines.secret-quiet.states.held.on.tired']);
  });
});

describe('the report', () => {
  const report = evidenceReport(rich);
  it('counts claims, figures and assumption alone, and they add up', () => {
    expect(report.claims + report.figures + report.assumed).toBe(report.values);
    expect(report.figures).toBe(1);
    const sum = report.parties.reduce((total, one) => total + one.claims + one.figures + one.assumed, 0);
    expect(sum).toBe(report.values);
    expect(report.parties.find((one) => one.party === 'harbour')).toEqual({ party: 'harbour', claims: 0, figures: 0, assumed: 2 });
    expect(report.issues.find((one) => one.issue === 'light')?.claims).toBe(4);
  });
  it('tells voices apart', () => {
    expect(report.voices.find((one) => one.voice === 'unnamed')).toEqual({ voice: 'unnamed', claims: 1, values: 1, alone: 1 });
    expect(report.voices.find((one) => one.voice === 'headline')).toEqual({ voice: 'headline', claims: 0, values: 0, alone: 0 });
  });
  it('tells what rests on one source, which claims contradict each other, and which are of no use', () => {
    expect(report.sources.find((one) => one.source === 'A')?.alone).toContain('parties.coast.red-lines.no-handover');
    expect(report.sources.find((one) => one.source === 'B')).toMatchObject({ values: 0, alone: [] });
    expect(report.contradictions.map((one) => one.claims)).toEqual([['A.1', 'A.2']]);
    expect(report.contradictions[0]?.values[1]).toEqual(['parties.coast.red-lines.secret-quiet']);
    expect([report.unused, report.later]).toEqual([[], ['B.1']]);
  });
  it('is of the day on which the scenario starts', () => {
    const later = readScenarioText(RICH, { file: 'rich.yaml', from: '2025-02-17' });
    if (!later.ok) throw new Error('does not read');
    const then = evidenceReport(later.scenario);
    expect([then.unused, then.later]).toEqual([[], []]);
    const bare = { ...later.scenario, parties: later.scenario.parties.map((party) => ({ ...party, redLines: [] })) };
    expect(evidenceReport(bare).unused).toEqual(['A.2', 'B.1']);
    expect(then.sources.find((one) => one.source === 'B')).toMatchObject({ values: 1, alone: [] });
    expect(then.redLines.find((one) => one.line === 'loud')).toMatchObject({ party: 'island', held: false, claims: ['B.1', 'A.2'] });
  });
  it('of a scenario that is all assumed counts no claims', () => {
    const read = readScenario('scenarios/tutorial.yaml');
    if (!read.ok) throw new Error('the tutorial does not read');
    expect(evidenceReport(read.scenario)).toMatchObject({ claims: 0, figures: 0, contradictions: [], unused: [] });
  });
});

describe('what rests on', () => {
  it('a claim, and whether on nothing else', () => {
    expect(restingOn(rich, 'A.1').filter((one) => one.alone).map((one) => one.value.path)).toContain('parties.coast.ratifies');
    expect(restingOn(rich, 'A.2').map((one) => one.value.path)).toEqual(['parties.coast.red-lines.secret-quiet']);
  });
  it('a source', () => {
    expect(restingOn(rich, 'A').length).toBeGreaterThan(restingOn(rich, 'A.1').length);
    expect(restingOn(rich, 'A').every((one) => one.alone)).toBe(true);
    expect(restingOn(rich, 'nothing')).toEqual([]);
  });
});

describe('claims that contradict', () => {
  it('do so on both sides, whichever says it', () => {
    expect(rich.claims.map(({ id, contradicts }) => [id, contradicts])).toEqual([['A.1', ['A.2']], ['A.2', ['A.1']], ['A.3', []], ['B.1', []]]);
  });
  it('no longer do when one is struck out', () => {
    const read = readScenarioText(RICH, { file: 'rich.yaml', without: ['A.1'] });
    if (!read.ok) throw new Error('does not read');
    expect(read.scenario.claims.find((claim) => claim.id === 'A.2')?.contradicts).toEqual([]);
  });
});
