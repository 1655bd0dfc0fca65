/** Files that nobody could read as a scenario: each is a problem, none an exception. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScenario, readScenarioText } from '../../engine/scenario/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function codesOf(path: string): readonly string[] {
  const result = readScenario(path);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}
function codesOfBytes(bytes: string | Uint8Array): readonly string[] {
  const path = join(folder, 'file.yaml');
  writeFileSync(path, bytes);
  return codesOf(path);
}
function codesOfText(text: string): readonly string[] {
  const result = readScenarioText(text, { file: join(folder, 'none.yaml') });
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

describe('a file that is no scenario', () => {
  it('is missing', () => {
    expect(codesOf(join(folder, 'nowhere.yaml'))).toEqual(['file-missing']);
    expect(codesOf(join(folder, 'no\0where.yaml'))).toEqual(['file-missing']);
    expect(codesOf(join(folder, 'x'.repeat(5000)))).toEqual(['file-missing']);
    writeFileSync(join(folder, 'plain'), 'x');
    expect(codesOf(join(folder, 'plain/inside.yaml'))).toEqual(['file-missing']);
  });
  it('is a folder or a device', () => {
    mkdirSync(join(folder, 'folder.yaml'));
    expect(codesOf(join(folder, 'folder.yaml'))).toEqual(['file-not-a-file']);
    expect(codesOf('/dev/zero')).toEqual(['file-not-a-file']);
  });
  it('cannot be opened: a link to itself', () => {
    const path = join(folder, 'circle.yaml');
    symlinkSync(path, path);
    expect(codesOf(path)).toEqual(['file-unreadable']);
  });
  it('is too large, and is not read', () => {
    expect(codesOfBytes(new Uint8Array(10_000_000))).toEqual(['file-too-large']);
    expect(codesOfText('#'.repeat(1_000_001))).toEqual(['file-too-large']);
  });
  it('is binary', () => {
    expect(codesOfBytes(new Uint8Array([0x77, 0x00, 0x69]))).toEqual(['file-binary']);
    expect(codesOfText('title: \u001b[2J')).toEqual(['file-binary']);
  });
  it('is not UTF-8', () => {
    expect(codesOfBytes(new Uint8Array([0x74, 0x3a, 0x20, 0xe9, 0x0a]))).toEqual(['file-not-utf8']);
    expect(codesOfBytes(new Uint8Array([0xff, 0xfe, 0x74]))).toEqual(['file-not-utf8']);
  });
  it('is empty', () => {
    for (const text of ['', '\n\n', '# a comment', '---\n']) expect(codesOfText(text)).toEqual(['file-empty']);
  });
  it('begins with a byte-order mark, which does no harm', () => {
    expect(codesOfBytes('\ufeff- a')).toEqual(['not-a-map']);
  });
});

describe('a file made to do harm', () => {
  it('nests without end', () => {
    for (const text of ['['.repeat(200_000), '{a: '.repeat(100_000), '- '.repeat(200_000), '? '.repeat(100_000)]) expect(codesOfText(text)).toEqual(['too-deep']);
  });
  it('nests by way of aliases', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `k${index}: &a${index} [[[[[${index === 0 ? 'x' : `*a${index - 1}`}]]]]]`);
    expect(codesOfText(lines.join('\n'))).toContain('too-deep');
  });
  it('grows by way of aliases', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let index = 98; index < 120; index += 1) {
      const [before, name] = [String.fromCharCode(index - 1), String.fromCharCode(index)];
      lines.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`);
    }
    expect(codesOfText(lines.join('\n'))).toEqual(['too-much-repetition']);
  });
  it('holds very many names', () => {
    const names = (count: number): string => Array.from({ length: count }, (_, index) => `name-${index}: 1`).join(', ');
    expect(codesOfText(`{ ${names(60_000)} }`)).toEqual(['too-long']);
    const codes = codesOfText(['calendar', 'mediator', 'peace'].map((key) => `${key}: { ${names(150)} }`).join('\n'));
    expect(codes).toHaveLength(201);
    expect(codes.at(-1)).toBe('too-many-problems');
  });
  it('reaches for what lies below every object', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expect(codesOfText(`${key}: { polluted: true }`)).toContain('forbidden-key');
      expect(codesOfText(`parties: { a: { ${key}: 1 } }`)).toContain('forbidden-key');
      expect(codesOfText(`parties: { a: { "${key}": 1 } }`)).toContain('forbidden-key');
    }
    expect('polluted' in {}).toBe(false);
  });
});
