/** `winset fmt`: writes whole files or none, and says what it did. */
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folder, winset } from './fake-io.ts';

let at: ReturnType<typeof folder>;
beforeEach(() => { at = folder(); });
afterEach(() => { at.remove(); });

const UNTIDY = '# Mine.\nwinset: 1\ntitle: Talks\nid:   talks\n';
const TIDY = '# Mine.\nwinset: 1\nid: talks\ntitle: Talks\n';

describe('winset fmt', () => {
  it('writes a file in order, once, and keeps who may read it', async () => {
    writeFileSync(at.file('a.yaml'), UNTIDY);
    chmodSync(at.file('a.yaml'), 0o640);
    expect(await winset('fmt a.yaml', { cwd: at.path })).toEqual({ code: 0, out: 'ok  a.yaml: written anew\n', err: '' });
    expect(readFileSync(at.file('a.yaml'), 'utf8')).toBe(TIDY);
    expect(statSync(at.file('a.yaml')).mode & 0o777).toBe(0o640);
    const before = statSync(at.file('a.yaml'));
    expect((await winset('fmt a.yaml', { cwd: at.path })).out).toBe('ok  a.yaml: in order\n');
    expect(statSync(at.file('a.yaml')).ino).toBe(before.ino);
  });

  it('writes where a link leads, and leaves the link', async () => {
    writeFileSync(at.file('a.yaml'), UNTIDY);
    symlinkSync('a.yaml', at.file('b.yaml'));
    await winset('fmt b.yaml', { cwd: at.path });
    expect(readFileSync(at.file('a.yaml'), 'utf8')).toBe(TIDY);
    expect(readFileSync(at.file('b.yaml'), 'utf8')).toBe(TIDY);
  });

  it('with --check writes nothing and ends with 1 where a file would change', async () => {
    writeFileSync(at.file('a.yaml'), UNTIDY);
    writeFileSync(at.file('b.yaml'), TIDY);
    const said = await winset('fmt --check a.yaml b.yaml', { cwd: at.path });
    expect(said.code).toBe(1);
    expect(said.out).toBe('a.yaml: not in order; winset fmt a.yaml writes it so\nok  b.yaml: in order\n');
    expect(readFileSync(at.file('a.yaml'), 'utf8')).toBe(UNTIDY);
    expect((await winset('fmt --check b.yaml', { cwd: at.path })).code).toBe(0);
  });

  it('leaves what cannot be read, says why, and still does the others', async () => {
    writeFileSync(at.file('a.yaml'), 'id: [a\n');
    writeFileSync(at.file('b.yaml'), UNTIDY);
    const said = await winset('fmt a.yaml b.yaml --json', { cwd: at.path });
    expect(said.code).toBe(3);
    expect(JSON.parse(said.out)).toMatchObject({ winset: 1, check: false, files: [{ file: 'a.yaml', ok: false, changes: false, problems: [{ code: 'yaml', file: 'a.yaml' }] }, { file: 'b.yaml', ok: true, changes: true, problems: [] }] });
    expect(readFileSync(at.file('a.yaml'), 'utf8')).toBe('id: [a\n');
    expect(readFileSync(at.file('b.yaml'), 'utf8')).toBe(TIDY);
  });

  it('never writes to a scenario that comes with Winset by its name', async () => {
    const said = await winset('fmt tutorial', { cwd: at.path });
    expect(said.code).toBe(2);
    expect(said.err).toContain('comes with Winset');
    expect((await winset('fmt --check tutorial', { cwd: at.path })).code).toBe(0);
  });
});
