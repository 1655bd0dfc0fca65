/** What is remembered of one setting must not be taken for another's: a lever may change a decision where it changes no worth. */
import { expect, it } from 'vitest';
import { openKernel, type Model } from '../../engine/index.ts';
import { modelFrom } from '../helpers/world.ts';

/** 512 texts that nobody's red line forbids, so that long lists are reduced; what a term outside a stance costs is a lever and touches no worth. */
const range = Array.from({ length: 8 }, (_, at) => at);
const options = range.map((at) => `o${at}: O${at}`).join(', ');
const scores = (of: (at: number) => number): string => range.map((at) => `o${at}: ${of(at)}`).join(', ');
const issues = ['fish', 'salt', 'wool'];
const worth = (way: (at: number) => number, weights: readonly number[]): string => issues.map((issue, i) => `${issue}: { weight: ${weights[i]}, scores: { ${scores(way)} }, assumed: test }`).join(', ');
const stances = (accepts: readonly string[]): string => issues.map((issue) => `${issue}: { start: own, states: { own: { title: Own, accepts: [${accepts.join(', ')}] } }, assumed: test }`).join(', ');
const manner = 'manner: { firmness: dear, sharpness: 8, assumed: test }';
const WIDE = `
winset: 1
id: wide
title: Wide
question: Which?
calendar: { start: 2025-01-06, round: 1 week, rounds: 10 }
levers: { dear: { title: What a term outside costs, value: 0, range: [0, 0.4], assumed: test } }
issues: { ${issues.map((issue) => `${issue}: { title: ${issue}, options: { ${options} }, standing: o0 }`).join(', ')} }
parties:
  north: { name: North, short: N, worth: { ${worth((at) => 100 - at * 13, [5, 3, 2])} }, walk-away: { value: 0.3, assumed: test }, ${manner}, stances: { ${stances(['o0', 'o1', 'o2', 'o3', 'o4', 'o5'])} } }
  south: { name: South, short: S, worth: { ${worth((at) => at * 14, [2, 3, 5])} }, walk-away: { value: 0.3, assumed: test }, ${manner}, stances: { ${stances(['o4', 'o5', 'o6', 'o7'])} } }
  judge: { name: Judge, short: J, worth: { ${worth((at) => 50 + at, [1, 1, 1])} } }
mediator: { party: judge }
tracks: { court: { title: Court, seats: [north, south, judge], assumed: test } }
stages: { deal: { title: Deal, issues: [${issues.join(', ')}], signs: [north, south], drafter: judge, rounds: 10, assumed: test } }
outcomes: [{ id: deal, title: Deal, when: settled.deal }, { id: none, title: None, otherwise: true }]
`;

function texts(model: Model, dear: number): string {
  const tabled: string[] = [];
  const kernel = openKernel(model, { seed: 'wide', levers: { dear }, emit: (record) => { if (record.kind === 'tabled') tabled.push(JSON.stringify(record.terms)); } });
  for (let run = 1; run <= 30; run++) kernel.play(run);
  return tabled.join('\n');
}

it('the best texts of a long list are found anew where firmness costs something else', () => {
  const used = modelFrom(WIDE);
  const cheap = texts(used, 0);
  expect(cheap.split('\n').length).toBeGreaterThan(60);
  const dear = texts(modelFrom(WIDE), 0.1);
  expect(dear).not.toBe(cheap);
  expect(texts(used, 0.1)).toBe(dear);
  expect(texts(used, 0)).toBe(cheap);
});
