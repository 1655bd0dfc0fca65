/** scenarios/history: every case reads, keeps to the rules that all share, and knows nothing of its end. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readHistory } from '../../cli/history/read.ts';
import { compile, readScenario, type Amount, type Scenario } from '../../engine/index.ts';
import { playRun } from '../../engine/run/kernel.ts';
import { folder, winset } from '../cli/fake-io.ts';

const FOLDER = fileURLToPath(new URL('../../scenarios/history/', import.meta.url));
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml') && name !== 'base.yaml' && name !== 'what-happened.yaml');
const read = (name: string): Scenario => {
  const result = readScenario(`${FOLDER}${name}`);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
};
const value = (amount: Amount): number | null => ('value' in amount ? amount.value : null);
const place = folder();
afterAll(place.remove);

it('there are the seven negotiations, and two questions more', () => {
  expect(files).toHaveLength(9);
  const list = readFileSync(`${FOLDER}what-happened.yaml`, 'utf8');
  for (const name of files) expect(list).toContain(`\n  ${name.replace('.yaml', '')}:\n`);
  expect(new Set([...list.matchAll(/family: (.*)/gu)].map((found) => found[1])).size).toBe(7);
});

describe.each(files)('%s', (name) => {
  const scenario = read(name);
  const signers = scenario.parties.filter((party) => scenario.stages.some((stage) => stage.signs.includes(party.id)));
  it('keeps to the rules', () => {
    expect(signers).toHaveLength(2);
    for (const party of signers) {
      expect(party.walkAway?.value.text).toBe('no_deal');
      for (const { issue, weight, scores } of party.worth) {
        expect(value(weight)).toBe(party.redLines.some((line) => issue in line.never) ? 2 : 1);
        const options = scenario.issues.find((each) => each.id === issue)?.options.map((option) => option.id) ?? [];
        const given = options.map((option) => value(scores[option] ?? { value: NaN }) ?? NaN);
        const wish = given.indexOf(100);
        const far = Math.max(wish, options.length - 1 - wish);
        given.forEach((score, at) => { expect(score).toBeCloseTo(100 * (1 - ((at - wish) / far) ** 2), 1); });
      }
    }
    const taken = (id: string): number | undefined => scenario.levers.find((lever) => lever.id === id)?.value;
    // A case may have no use for one, and then leaves it out; none has a value of its own.
    for (const [id, shared] of Object.entries({ 'gives-way': 0.02, 'home-support': 0.6, pressure: 0.1 })) expect([shared, undefined]).toContain(taken(id));
    expect(taken('no-deal')).toBe(0.4);
  });
  it('rests every wish on a claim with a mark, none later than the start', () => {
    for (const party of signers) for (const worth of party.worth) expect(worth.evidence.because).toHaveLength(1);
    expect(scenario.claims.filter((claim) => claim.date > scenario.from)).toEqual([]);
    expect(scenario.sources.map((source) => source.id)).toContain('gk');
  });
  it('plays, and signs nothing but texts', () => {
    const model = compile(scenario);
    for (let run = 1; run <= 3; run++) {
      const { state } = playRun(model, run, { seed: 'history', vary: true });
      const text = model.issues.findIndex((issue) => issue.id === 'text');
      if (state.signed[0] === 1) expect(model.issues[text]?.options[state.signedTerms[text] ?? -1]).toBe('signed');
    }
  });
});

describe('winset backtest', () => {
  it('prints what happened beside the runs and the baselines, and where it fails', async () => {
    const said = await winset(['backtest', '--runs', '2', '--workers', '1']);
    expect({ code: said.code, err: said.err }).toEqual({ code: 0, err: '' });
    for (const words of ['Did a text come into force?', 'On which terms?', 'Did it hold for five years?', 'Brier score', 'Logarithmic score', 'Where it fails', 'Most of these talks ended in a signature: 6 of 9 cases', '7 negotiations, 9 questions', 'They are not', 'Again: winset backtest --seed 1 --runs 2']) expect(said.out).toContain(words);
    expect(Math.max(...said.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const json = JSON.parse((await winset(['backtest', '--runs', '2', '--workers', '1', '--json'])).out) as { cases: { questions: unknown[] }[] };
    expect(json).toMatchObject({ winset: 1, runs: 2, signed: 6, summary: [{ asks: 'signed', cases: 9 }, { asks: 'terms', cases: 6, questions: 43 }, { asks: 'held', cases: 6 }] });
  });
  it('says what is wrong with a list of one’s own', async () => {
    const { mkdirSync, writeFileSync, copyFileSync } = await import('node:fs');
    mkdirSync(place.file('mine'));
    for (const name of ['base.yaml', 'minsk-2015.yaml']) copyFileSync(`${FOLDER}${name}`, place.file(`mine/${name}`));
    const list = (more: string): void => { writeFileSync(place.file('mine/what-happened.yaml'), `winset-history: 1\nbase-rates: { war: { title: W, value: 0.5, source: s, status: seen } }\ncases:\n  minsk-2015: { family: minsk, ended: { what: w, mark: seen, source: s }, ${more} }\n`); };
    list('signed: true, base: { signed: war, held: peace }, terms: { border: nobody }');
    const first = await winset('backtest mine', { cwd: place.path });
    expect(first.code).toBe(3);
    expect(first.err).toContain('There is no base rate "peace".');
    expect(first.err).toContain('nothing says whether it held');
    list('signed: true, held: false, base: { signed: war, held: war }, terms: { border: nobody }');
    expect((await winset('backtest mine', { cwd: place.path })).err).toContain('"border" has no option "nobody".');
    expect((await winset('backtest nowhere', { cwd: place.path })).code).toBe(3);
    await expect(readHistory('mine', { cwd: place.path } as never)).rejects.toThrow('does not fit its scenarios');
  });
});
