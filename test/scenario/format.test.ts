/** Files put in order say the same as before, with the same comments, and are left alone the second time. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScenario, formatScenarioText } from '../../engine/scenario/format/format.ts';
import { readScenarioText } from '../../engine/scenario/read.ts';

const folder = (at: string): readonly string[] => {
  const url = new URL(at, import.meta.url);
  return readdirSync(url).filter((name) => name.endsWith('.yaml')).map((name) => fileURLToPath(new URL(name, url)));
};
const SHIPPED = folder('../../scenarios/');
const ALL = [...SHIPPED, ...folder('bad/'), ...folder('bad/base/')];

function formatted(text: string, file = 'a.yaml'): string {
  const result = formatScenarioText(text, { file });
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'));
  return result.text;
}
/** What a text is read as: its hash, or its problems without their places. */
const meaning = (text: string, file: string): readonly string[] => {
  const read = readScenarioText(text, { file });
  return read.ok ? [read.scenario.hash] : read.problems.map(({ code, message }) => `${code} ${message}`).sort();
};
const comments = (text: string): readonly string[] => text.split('\n').flatMap((line) => /(?:^|\s)(#.*)$/u.exec(line)?.[1]?.trim() ?? []).sort();

describe('a file put in order', () => {
  it.each(ALL.map((file) => [file.replace(/.*\//u, ''), file] as const))('says the same and stays so: %s', (_name, file) => {
    const result = formatScenario(file);
    if (!result.ok) return expect(meaning(readFileSync(file, 'utf8'), file)).not.toHaveLength(0);
    expect(meaning(result.text, file)).toEqual(meaning(result.before, file));
    expect(comments(result.text)).toEqual(comments(result.before));
    expect(formatted(result.text, file)).toBe(result.text);
  });

  it.each([...SHIPPED, ...folder('../../scenarios/history/'), ...folder('../../scenarios/spatial/')].map((file) => [file.replace(/.*\/scenarios\//u, ''), file] as const))('is what is shipped: %s', (_name, file) => {
    const result = formatScenario(file);
    expect(result.ok && result.text === result.before).toBe(true);
  });

  it('is what a person would write of an untidy one', () => {
    const text = readFileSync(new URL('format/untidy.yaml', import.meta.url), 'utf8');
    const tidy = formatted(text);
    expect(tidy).toBe(readFileSync(new URL('format/tidy.yaml', import.meta.url), 'utf8'));
    expect(formatted(tidy)).toBe(tidy);
    expect(comments(tidy)).toEqual(comments(text));
  });

  it.each(SHIPPED.map((file) => [file.replace(/.*\//u, ''), file] as const).filter(([name]) => ['tutorial.yaml', 'figures.yaml', 'london-april.yaml'].includes(name)))('comes out alike whatever order its keys had: %s', (_name, file) => {
    const { text } = formatScenario(file) as { readonly text: string };
    // The blocks of the top, each with its comments, in another order; the first keeps what stands on top.
    const blocks = text.split(/\n\n(?=(?:#[^\n]*\n)*[a-z-]+:)/u);
    const [top = '', ...rest] = blocks;
    fc.assert(fc.property(fc.shuffledSubarray(rest, { minLength: rest.length }), (shuffled) => {
      expect(formatted(`${[top, ...shuffled].join('\n\n').trimEnd()}\n`)).toBe(text);
    }), { numRuns: 3 });
  });
});

describe('what cannot be put in order', () => {
  it('keeps its places where an alias would come before what it repeats', () => {
    const text = 'winset: 1\nissues: { a: &a { title: A } }\nlevers:   { a: *a }\n';
    expect(formatted(text)).toBe('winset: 1\nissues: { a: &a { title: A } }\nlevers: { a: *a }\n');
  });
  it('keeps the line ends of its file', () => {
    expect(formatted('id: a\r\nwinset:  1\r\n')).toBe('winset: 1\r\nid: a\r\n');
  });
  it('stays as it is where there are no lines of keys', () => {
    expect(formatted('{ id: a, winset: 1 }\n')).toBe('{ id: a, winset: 1 }\n');
  });
  it.each([['id: [a\n', 'yaml'], ['id: a\nid: b\n', 'duplicate-key'], ['', 'file-empty']])('is not touched where it cannot be read: %j', (text, code) => {
    const result = formatScenarioText(text, { file: 'a.yaml' });
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toContain(code);
  });
});
