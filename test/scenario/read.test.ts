/** What a good file becomes, and how problems of a bad one are told. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hiddenCharacter, plain } from '../../engine/record/plain.ts';
import { dayNumber } from '../../engine/scenario/link/amounts.ts';
import { initials } from '../../engine/scenario/link/parties.ts';
import { editDistance, nearest } from '../../engine/scenario/nearest.ts';
import { formatProblem } from '../../engine/scenario/problem.ts';
import { readScenario, readScenarioText } from '../../engine/scenario/read.ts';
import { scenarioFile } from '../../engine/scenario/shape/file.ts';
import { GOOD, goodText, problemsOf, scenarioOf } from './helpers.ts';

const shipped = (name: string): string => fileURLToPath(new URL(`../../scenarios/${name}`, import.meta.url));

describe('a good file', () => {
  it.each(['tutorial.yaml', 'london-april.yaml'])('%s is read', (name) => {
    const result = readScenario(shipped(name));
    expect(result.ok ? [] : result.problems.map(formatProblem)).toEqual([]);
  });
  it('gives the same from its text as from its path, and the same bytes twice', () => {
    const byPath = readScenario(GOOD);
    expect(readScenarioText(goodText, { file: GOOD })).toEqual(byPath);
    expect(JSON.stringify(readScenario(GOOD))).toBe(JSON.stringify(byPath));
  });
  it('is filled with defaults', () => {
    const { parties, stages, tracks, events, mediator, calendar } = scenarioOf();
    expect(parties[1]).toMatchObject({
      short: 'SO', gauges: [], bonds: [], leaves: null,
      manner: { exponent: { value: 1 }, sharpness: { value: 20 }, firmness: { value: 0.05 }, spread: { value: 0.03 } },
      posture: { start: 'at-table', states: [{ id: 'at-table', transitions: [{ on: { from: 'south', name: 'leaves', written: 'leaves' }, to: 'left' }] }, { id: 'left', transitions: [] }] },
    });
    expect(parties[2]).toMatchObject({ worth: [], walkAway: null });
    expect(stages[0]).toMatchObject({ protocol: 'single-text', guess: { value: 0.5 }, bias: { value: 0.5 }, fade: { value: 0.02 }, onFailure: 'next', reopens: false });
    expect(stages[1]).toMatchObject({ onFailure: 'end' });
    expect(tracks[0]).toMatchObject({ needs: ['north', 'south', 'judge'], every: null, after: null });
    expect(events[0]).toMatchObject({ times: null, moves: [], sends: [], opens: {}, closes: {} });
    expect(mediator).toBeNull();
    expect(calendar.deadlines).toEqual([{ id: 'fair', title: 'The fair', day: 50, nearDays: 14, announced: true, evidence: { because: ['news.1'] } }]);
    expect(scenarioOf('parties: { south: { red-lines: { no-toll: { title: No toll, never: { toll: [north, shared] }, assumed: a try } } } }').parties[1]?.redLines).toEqual([
      { id: 'no-toll', title: 'No toll', never: { toll: ['north', 'shared'] }, start: 'held', states: [{ id: 'held', title: 'held', bites: true, transitions: [] }], stated: true, held: true, evidence: { because: [], assumed: 'a try' } },
    ]);
  });
  it('says of each signal who sends it', () => {
    const lines = (on: string): string => `${on.startsWith('shouting') ? 'events: { brawl: { sends: [shouting] } }\n' : ''}parties: { north: { stances: { toll: { states: { ours: { on: { ${on} } } } } } } }`;
    const on = (written: string): unknown => scenarioOf(lines(`${written}: shared`)).parties[0]?.stances[0]?.states[0]?.transitions.at(-1)?.on;
    for (const written of ['freezing', 'pressed.no-bare-bridge', 'offered.toll.shared', 'leaves']) expect(on(written)).toEqual({ from: 'north', name: written, written });
    for (const written of ['riots', 'shouting', 'refused', 'deadline-near', 'truce-broken', 'stage-failed', 'settled.quiet', 'no-text']) expect(on(written)).toEqual({ from: null, name: written, written });
    expect(on('south.accepted')).toEqual({ from: 'south', name: 'accepted', written: 'south.accepted' });
    expect(on('north.waived.no-bare-bridge')).toEqual({ from: 'north', name: 'waived.no-bare-bridge', written: 'north.waived.no-bare-bridge' });
  });
  it('lets a transition rest on what its chart rests on', () => {
    const lines = 'parties: { north: { stances: { toll: { assumed: as elders say, states: { ours: { on: { freezing: { to: shared, chance: 0.5 / week, if: rain > 0.1 } } } } } } } }';
    expect(scenarioOf(lines).parties[0]?.stances[0]?.states[0]?.transitions[0]).toMatchObject({ to: 'shared', chance: { amount: { value: 0.5 }, per: 'week' }, if: { type: 'truth', text: 'rain > 0.1' }, evidence: { because: ['news.1'], assumed: 'as elders say' } });
  });
  it('keeps rates, lengths of time and survival curves', () => {
    const { gauges, events, peace, figures, calendar } = scenarioOf('events: { brawl: { chance: rain / month } }');
    expect(gauges[0]?.drift).toEqual({ amount: { value: 0.01 }, per: 'week' });
    expect(events[0]?.chance).toEqual({ amount: { lever: 'rain' }, per: 'month' });
    expect(calendar.round).toEqual({ count: 1, unit: 'week', days: 7 });
    expect(figures[0]?.survival).toEqual([[30, 0.9], [365.25, 0.5]]);
    expect(peace.ceasefire?.base).toEqual({ figure: 'truces' });
  });
});

describe('problems', () => {
  it('are all told, in the order of the lines', () => {
    const found = problemsOf('issues: { toll: { standing: nonne } }\nstages: { opening: { rounds: many, drafter: juge } }\nlevers: { rain: { vlaue: 1 } }\n');
    expect(found.map((problem) => [problem.line, problem.code])).toEqual([[2, 'unknown-option'], [3, 'wrong-kind'], [3, 'unknown-party'], [4, 'unknown-key']]);
  });
  it('read as one page', () => {
    const [problem] = problemsOf('issues: { toll: { standing: nonne } }');
    expect(problem).toMatchObject({ line: 2, column: 29, path: 'issues.toll.standing', hint: 'did you mean none?' });
    expect(problem === undefined ? '' : formatProblem({ ...problem, file: 'a.yaml' })).toBe(
      ['a.yaml:2:29  unknown-option', '  The issue "toll" has no option "nonne".', '  1 | extends: good.yaml', '  2 | issues: { toll: { standing: nonne } }', '    |                             ^^^^^', '  did you mean none?'].join('\n'),
    );
  });
  it('point right in lines of any letters, with tabs and carriage returns', () => {
    const at = (line: string): string[] => {
      const text = `winset: 1\r\n${line}\r\n`;
      const result = readScenarioText(text, { file: 'x.yaml' });
      const found = result.ok ? undefined : result.problems.find((problem) => problem.code === 'unknown-key');
      return (found?.excerpt ?? '').split('\n').slice(-2);
    };
    expect(at('x: 1')).toEqual(['  2 | x: 1', '    | ^']);
    const wide = problemsOf('issues: { toll: { title: "和平", standing: nonne } }')[0]?.excerpt.split('\n') ?? [];
    expect(wide.at(-1)).toBe(`    | ${' '.repeat('issues: { toll: { title: "'.length + 4 + '", standing: '.length)}^^^^^`);
  });
  it('never carry what could steer a terminal', () => {
    for (const text of ['a: "\\e[2J"', '"\\e]0;x\\a": 1', 'parties: { "\\u202Eabc": 1 }', 'id: "a\\u009b31m"', 'extends: "\\e[31m.yaml"']) {
      const result = readScenarioText(text, { file: 'na\u001bme.yaml' });
      const told = result.ok ? '' : result.problems.map(formatProblem).join('\n');
      expect(told).not.toBe('');
      // eslint-disable-next-line no-control-regex
      expect(told).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
    }
  });
});

describe('the schema', () => {
  it('can be given to editors, with help for every key of the file', () => {
    const schema = z.toJSONSchema(scenarioFile, { target: 'draft-7', io: 'input' });
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false, required: ['winset', 'id', 'title', 'question', 'calendar', 'issues', 'parties', 'tracks', 'stages', 'outcomes'] });
    expect(JSON.stringify(schema)).toContain('Options it accepts in this state.');
  });
  it('is what scenarios/README.md tells', () => {
    const page = readFileSync(shipped('README.md'), 'utf8');
    const keys = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node && typeof node.properties === 'object' && node.properties !== null) for (const key of Object.keys(node.properties)) keys.add(key);
      for (const part of Object.values(node)) walk(part);
    };
    walk(z.toJSONSchema(scenarioFile, { target: 'draft-7', io: 'input' }));
    expect([...keys].filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
  });
});

describe('small parts', () => {
  it('count days', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    for (const date of ['2024-02-29', '2000-02-29', '1999-12-31', '2025-04-22', '1900-03-01']) expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
    for (const date of ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-4-3', '']) expect(dayNumber(date)).toBeNull();
  });
  it('find what was meant', () => {
    expect(editDistance('crimae', 'crimea')).toBe(1);
    expect(nearest('trasparent', ['transparent', 'parent'])).toBe('transparent');
    expect(nearest('zzz', ['abc', 'def'])).toBeNull();
    expect(nearest('ab', ['ac', 'aa'])).toBe('aa');
    expect(nearest('', ['a'])).toBeNull();
  });
  it('shorten names', () => {
    expect(['The United States', 'Ukraine', 'European Union and friends of peace in the world'].map(initials)).toEqual(['US', 'UK', 'EUFP']);
  });
  it('clean text', () => {
    expect(plain('a\u001b[31mb\u202Ec\u200bd\ne\t\tf\u0085g\ud800')).toBe('a[31mbcd e f g');
    expect(plain('Čeština, 和平, 🕊')).toBe('Čeština, 和平, 🕊');
    expect(hiddenCharacter('plain text\nof two lines')).toBeNull();
    expect(hiddenCharacter('a\u2066b')).toBe('U+2066');
  });
});

describe('tactics', () => {
  const codes = (manner: string): readonly string[] => problemsOf(`parties: { north: { manner: { ${manner}, assumed: a try } } }`).map(({ code, path }) => `${code} ${path}`);
  it('mind what belongs to them, and nothing else', () => {
    expect(codes('tactic: tit-for-tat, kindness: 0.1, exponent: 2')).toEqual(['does-not-apply parties.north.manner.exponent']);
    expect(codes('kindness: 0.1')).toEqual(['does-not-apply parties.north.manner.kindness']);
    expect(codes('tactic: resource')).toEqual(['missing-key parties.north.manner.tactic']);
    expect(codes('tactic: resource, used-up: frost')).toEqual(['expression-name parties.north.manner.used-up']);
    expect(codes('tactic: boulware')).toEqual(['unknown-choice parties.north.manner.tactic']);
    expect(codes('tactic: random, discount: 0.1')).toEqual(['bad-rate parties.north.manner.discount']);
  });
});

describe('an issue that is a quantity', () => {
  const toll = (places: string): string => `issues: { toll: { options: { ${places} } } }`;
  const codes = (lines: string): readonly string[] => problemsOf(lines).map(({ code, path }) => `${code} ${path}`);
  it('has a place for each option, in their order', () => {
    expect(codes(toll('north: { title: N, at: 1 }'))).toEqual(['missing-key issues.toll.options.none']);
    expect(codes(toll('north: { title: N, at: 1 }, shared: { title: S, at: 3 }, none: { title: Z, at: 2 }')).map((each) => each.split(' ')[0])).toContain('out-of-range');
  });
  it('is what positions are on', () => {
    expect(codes('parties: { north: { positions: { toll: { at: 1, capability: 1, salience: 0.5, assumed: a try } } } }')).toEqual(['does-not-apply parties.north.positions.toll']);
    expect(codes('parties: { north: { positions: { toll: { at: 1, capability: 1, salience: 2, assumed: a try } } } }')).toContain('out-of-range parties.north.positions.toll.salience');
  });
});
