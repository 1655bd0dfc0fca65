/** Every command in process: what it prints, and its JSON. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../cli/find.ts';
import { COMMANDS } from '../../cli/main.ts';
import { folder, winset } from './fake-io.ts';

const place = folder();
afterAll(place.remove);

async function json(line: string): Promise<Record<string, unknown>> {
  const { code, out, err } = await winset(line);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
}

describe('batch', () => {
  it('gives shares with intervals, what was signed, what stood in the way, and what they are', async () => {
    const { code, out, err } = await winset('batch tutorial -n 60');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('How 60 runs ended');
    expect(out).toMatch(/They sign +█* +\d+ % +\d+ to \d+ %/u);
    expect(out).toContain('not probabilities');
    expect(out).toContain('Again: winset batch tutorial --seed 1 --runs 60');
  });
  it('names the stage in which the talks stood, where there are several', async () => {
    const { out } = await winset('batch two-concessions -n 60');
    const { blockers } = await json('batch two-concessions -n 60 --json') as { blockers: { runs: number; by: object[]; stages: { stage: string; runs: number; by: object[] }[] } };
    const [plan, vote] = blockers.stages;
    expect(plan).toMatchObject({ stage: 'plan' });
    expect(plan?.runs).toBeGreaterThan(20);
    const said = out.replaceAll(/\s+/gu, ' ');
    expect(said).toContain(`What stood in the way in the ${blockers.runs} runs without “What was left of the plan”, by the stage in which the talks stood at their end “The plan”, ${plan?.runs} runs`);
    expect(said).toContain(`Nothing, in ${blockers.runs - (plan?.runs ?? 0) - (vote?.runs ?? 0)} runs: all that was opened was settled.`);
    expect((await winset('batch tutorial -n 60')).out).toContain('What stood in the way of “An agreement on the river” in the other');
  });
  it('as JSON is one object with everything that can be quoted', async () => {
    const result = await json('batch tutorial -n 40 --seed spring --set drought=0.8 --json');
    expect(Object.keys(result)).toEqual(['winset', 'scenario', 'hash', 'seed', 'runs', 'asked', 'shard', 'until', 'from', 'vary', 'view', 'levers', 'outcomes', 'terms', 'rounds', 'peace', 'blockers']);
    expect(result).toMatchObject({ winset: 1, scenario: 'tutorial', seed: 'spring', runs: 40, levers: { drought: 0.8 } });
    for (const outcome of result['outcomes'] as Record<string, number>[]) expect(Object.keys(outcome)).toEqual(['id', 'title', 'count', 'share', 'low', 'high']);
  });
  it('is the same again, and another under another seed', async () => {
    const one = await winset('batch tutorial -n 40 --json');
    expect((await winset('batch tutorial -n 40 --json')).out).toBe(one.out);
    expect((await winset('batch tutorial -n 40 --json --seed 2')).out).not.toBe(one.out);
  });
  it('reports progress to a person only, and not into the data', async () => {
    expect((await winset('batch tutorial -n 60')).err).toBe('');
    const watched = await winset('batch tutorial -n 100 --no-color', { isTTY: true, columns: 80, tick: 60 });
    expect(watched.err).toMatch(/\d0 of 100 runs, \d+ a second, \d+ s left/u);
    expect(watched.err).toMatch(/\r\u001b\[K100 runs in \d+ s, \d+ a second\n$/u);
    expect(watched.out).not.toContain('\u001b');
  });
  it('stops on an interruption, and says after how many runs', async () => {
    const stop = new AbortController();
    stop.abort('interrupt');
    expect(await winset('batch tutorial -n 1000000', { stop })).toEqual({ code: 130, out: '', err: 'Interrupted after 0 of 1000000 runs.\n' });
  });
});

describe('text', () => {
  it('says who refuses, over which line, and that nothing would do', async () => {
    const { code, out } = await winset('text tutorial water=equal dam=upper-only');
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/gu, ' ')).toContain('The lower village refuses: the text crosses its red line “No dam that the other village runs alone”');
  });
  it('names the claims that a refusal rests on', async () => {
    const { out } = await winset('text london-april crimea=ukraine-recognises');
    expect(out).toMatch(/Ukraine refuses: the text crosses its red line “[^”]+”\s+\([^)]*002\.7/u);
    expect(out).toContain('  002.7 ');
  });
  it('marks the terms that were not named', async () => {
    expect((await winset('text tutorial dam=none')).out).toContain('Two thirds to the upper village (as it stands)');
  });
  it('as JSON names reasons and claims', async () => {
    const result = await json('text london-april crimea=ukraine-recognises --json');
    expect(Object.keys(result)).toEqual(['winset', 'scenario', 'hash', 'levers', 'stage', 'terms', 'brings', 'closed', 'answers', 'leastChange']);
    expect(result['stage']).toBe('settlement');
    const ukraine = (result['answers'] as { party: string; answer: string; crosses: string[]; claims: string[] }[]).find((one) => one.party === 'ukraine');
    expect(ukraine?.answer).toBe('refuse');
    expect(ukraine?.claims).toContain('002.7');
  });
  it('says that a term is off the list before anybody meets, and proposes none that is', async () => {
    const line = 'text two-concessions-bare ceasefire=full elections=once-quiet guarantees=arms';
    const flat = (await winset(line)).out.replaceAll(/\s+/gu, ' ');
    expect(flat).toMatch(/It could not be tabled\. Guarantees for Ukraine: “[^”]+” is off the list before anybody meets: Washington rules guarantees of its own out\./u);
    const { closed, leastChange } = await json(`${line} --json`);
    expect(closed).toEqual([{ issue: 'guarantees', option: 'arms', event: 'nothing-behind-it' }]);
    expect(JSON.stringify(leastChange)).not.toMatch(/"(?:to|guarantees)":"(?:arms|peacekeepers)"/u);
    expect(await json(`${line.replace('-bare', '')} --json`)).toMatchObject({ closed: [] });
  });
  it('takes the private thresholds of a run where a seed is given', async () => {
    expect(await json('text tutorial dam=shared --json --seed 3')).toMatchObject({ seed: '3' });
  });
});

describe('check', () => {
  it('is content with what is shipped', async () => {
    const { code, out } = await winset('check tutorial scenarios/london-april.yaml');
    expect(code).toBe(0);
    expect(out.match(/^ok /gmu)).toHaveLength(2);
  });
  it('shows a misspelt option with a caret and what was meant, and exits with 3', async () => {
    const bad = place.file('bad.yaml');
    writeFileSync(bad, readFileSync('scenarios/tutorial.yaml', 'utf8').replace('standing: upper-most', 'standing: uper-most'));
    const { code, out, err } = await winset(['check', bad, 'tutorial']);
    expect({ code, err }).toEqual({ code: 3, err: '' });
    expect(out).toMatch(/\^/u);
    expect(out).toContain('did you mean upper-most?');
    expect(out).toContain('1 problem');
    expect(out).toContain('ok  tutorial');
    const data = await winset(['check', bad, '--json']);
    expect(data.code).toBe(3);
    expect(JSON.parse(data.out)).toMatchObject({ winset: 1, files: [{ file: bad, ok: false, problems: [{ code: 'unknown-option' }] }] });
  });
  it('lets a file pass that only holds parts for others, but no unfinished scenario', async () => {
    const { code, out } = await winset('check scenarios/figures.yaml');
    expect({ code, lines: out.trim().split('\n').length }).toEqual({ code: 0, lines: 1 });
    const file = place.file('unfinished.yaml');
    for (const text of ['winset: 1\n', 'winset: 1\nid: x\nlevers: {}\n', 'winset: 1\nlevers: {}\nlevrs: {}\n']) {
      writeFileSync(file, text);
      expect((await winset(['check', file])).code).toBe(3);
    }
  });
  it.each(['run', 'batch', 'show', 'diagram'])('is what %s does first: problems on stderr, exit code 3', async (command) => {
    const bad = place.file('bad2.yaml');
    writeFileSync(bad, 'winset: 1\nid: x\n');
    const { code, out, err } = await winset([command, bad, '--json']);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('missing-key');
  });
});

describe('list and show', () => {
  it('list has the shipped scenarios and no half ones', async () => {
    const { out } = await winset('list');
    expect(out).toContain('tutorial · Two villages and a river');
    expect(out).not.toContain('problem');
    expect(out).not.toContain('figures');
    const { scenarios } = await json('list --json');
    expect(scenarios).toContainEqual(expect.objectContaining({ name: 'tutorial', title: 'Two villages and a river', start: '2024-03-01' }));
  });
  it('list ends with the scenarios in folders of their own, by names that open them', async () => {
    const here = COLLECTIONS.map((folder) => ({ folder, names: readdirSync(`scenarios/${folder}`).filter((file) => file.endsWith('.yaml') && readFileSync(`scenarios/${folder}/${file}`, 'utf8').includes('\nid:')).map((file) => `${folder}/${file.replace('.yaml', '')}`).sort() }));
    expect(here.flatMap(({ names }) => names).length).toBeGreaterThan(9);
    const { collections } = await json('list --json') as { collections: { folder: string; scenarios: { name: string; title: string }[] }[] };
    expect(collections.map(({ folder, scenarios }) => ({ folder, names: scenarios.map(({ name }) => name) }))).toEqual(here);
    const { out } = await winset('list');
    const last = out.slice(out.lastIndexOf('ukraine-2025'));
    for (const { name, title } of collections.flatMap(({ scenarios }) => scenarios)) {
      expect(last.replaceAll(/\s+/gu, ' ')).toContain(`${name} · ${title}`);
      const shown = JSON.parse((await winset(`show ${name} --json`, { cwd: tmpdir() })).out) as { scenario: { title: string } };
      expect(shown.scenario.title, name).toBe(title);
    }
    expect((await winset('batch history/minsk-2015 -n 5 --json', { cwd: tmpdir() })).code).toBe(0);
  });
  it.each(['tutorial', 'london-april'])('show %s fits 80 columns and has every part', async (name) => {
    const { code, out } = await winset(`show ${name}`);
    expect(code).toBe(0);
    for (const part of ['ON THE TABLE', 'PARTIES', 'Red lines', 'Stances', 'WHO MEETS', 'LEVERS', 'OUTCOMES', 'WHAT IS ASSUMED', 'LEFT OUT']) expect(out).toContain(part);
    for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
  });
  it('show as JSON has expressions as they were written', async () => {
    const { scenario } = await json('show tutorial --json');
    expect(JSON.stringify(scenario)).not.toContain('"tree"');
    expect(scenario).toMatchObject({ id: 'tutorial', outcomes: [{ id: 'agreement', when: 'settled.agreement' }, { when: null }] });
  });
});

describe('diagram', () => {
  it('gives a page of all charts, or one bare chart', async () => {
    const all = await winset('diagram tutorial');
    expect(all.out.match(/^```mermaid$/gmu)?.length).toBeGreaterThan(2);
    const one = await winset('diagram tutorial --party lower');
    expect(one.out).toMatch(/^stateDiagram/u);
    expect(one.out).not.toContain('```');
    expect(await json('diagram tutorial --party process --json')).toMatchObject({ winset: 1, scenario: 'tutorial', diagrams: [{ party: 'process' }] });
  });
});

describe('the program alone', () => {
  it('gives the flagship as a distribution where nobody sits at a terminal', async () => {
    const { code, out } = await winset('-n 20');
    expect(code).toBe(0);
    expect(out).toContain('How 20 runs ended');
    expect(await json('-n 20 --json')).toMatchObject({ winset: 1, runs: 20 });
  });
});

describe('all commands', () => {
  it('with --json print JSON and nothing else', () => {
    expect(COMMANDS.filter((command) => !command.options.includes('json')).map((command) => command.name)).toEqual(['step', 'report', 'worker']);
  });
  it.each(['show tutorial', 'batch tutorial -n 20', 'run tutorial', 'text tutorial dam=shared', 'list'])('colour %s on a terminal only, never against NO_COLOR', async (line) => {
    expect((await winset(line, { isTTY: true })).out).toContain('\u001b[');
    expect((await winset(line)).out).not.toContain('\u001b');
    expect((await winset(`${line} --no-color`, { isTTY: true })).out).not.toContain('\u001b');
    expect((await winset(line, { isTTY: true, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b');
    expect((await winset(line, { isTTY: true, env: { NO_COLOR: '' } })).out).toContain('\u001b[');
    expect((await winset(line, { isTTY: true, env: { TERM: 'dumb' } })).out).not.toContain('\u001b');
  }, 90_000);
  it.each([40, 60, 100])('keep to %i columns', async (columns) => {
    for (const line of ['show london-april', 'batch london-april -n 20', 'run london-april', 'text london-april nato=neutral', 'list']) {
      const { out } = await winset(line, { columns });
      const long = out.split('\n').filter((one) => [...one].length > columns && !one.startsWith('Again: '));
      expect(long, line).toEqual([]);
    }
  });
});
