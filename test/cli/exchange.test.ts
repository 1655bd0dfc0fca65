/** `winset import` and `winset export` as people use them. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { CAMERA } from '../exchange/helpers.ts';
import { folder, winset } from './fake-io.ts';

const place = folder();
afterAll(place.remove);
const there = { cwd: place.path };
const files = CAMERA.map(({ path }) => path);

describe('winset import', () => {
  it('writes a scenario that passes check, analyze and run, and says what comes next', async () => {
    const made = await winset(['import', 'genius', ...files, '--rounds', '40'], there);
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
    expect(made.out).toContain('Written to a-used-camera.yaml: 2 parties, 4 issues.');
    expect(made.out).toContain('winset check a-used-camera.yaml');
    for (const line of ['check a-used-camera.yaml', 'analyze a-used-camera.yaml', 'run a-used-camera.yaml', 'batch a-used-camera.yaml --runs 3']) expect((await winset(line, there)).code).toBe(0);
  });
  it('writes over nothing, unless told to', async () => {
    writeFileSync(place.file('kept.yaml'), 'mine');
    const refused = await winset(['import', 'genius', ...files, '--out', 'kept.yaml'], there);
    expect(refused.code).toBe(1);
    expect(readFileSync(place.file('kept.yaml'), 'utf8')).toBe('mine');
    const forced = await winset(['import', 'genius', ...files, '--out', 'kept.yaml', '--force', '--json'], there);
    expect(JSON.parse(forced.out)).toMatchObject({ winset: 1, file: 'kept.yaml', scenario: 'kept', notes: [expect.stringContaining('discount factor 0.8')] });
  });
  it('says on stderr what was not taken over, a line each kind', async () => {
    const of = (items: string): string => `<utility_space><objective name="Flat">\n<issue index="1" name="Rent">${items}</issue>\n<weight index="1" value="1"/></objective><reservation value="0.1"/></utility_space>`;
    writeFileSync(place.file('a.xml'), of('<item index="1" value="Low" evaluation="1" cost="2"/>\n<item index="2" value="High" evaluation="2" cost="1"/>'));
    writeFileSync(place.file('b.xml'), of(`<item index="1" value="Low" evaluation="2"/>\n<item index="2" value="High" evaluation="1" cost="1" ${Array.from({ length: 30 }, (_, at) => `odd${at}="x"`).join(' ')}/>`));
    const said = await winset('import genius a.xml b.xml --out flat.yaml', there);
    expect(said.code).toBe(0);
    const lines = said.err.trimEnd().split('\n');
    expect(lines[0]).toBe('Not taken over, as a scenario has no place for it: 3 costs (a.xml, line 2 and 1 more; b.xml, line 3).');
    expect(lines[1]).toBe('Not taken over, as a scenario has no place for it: 1 attribute “odd0” of <item> (b.xml, line 3).');
    expect(lines).toHaveLength(21);
    expect(lines[20]).toContain('11 other kinds of things; --json lists them');
    const { out } = await winset('import genius a.xml b.xml --out flat.yaml --force --json', there);
    const { leftOut } = JSON.parse(out) as { leftOut: readonly object[] };
    expect(leftOut).toHaveLength(31);
    expect(leftOut[0]).toEqual({ what: 'cost', count: 3, places: [{ file: 'a.xml', count: 2, line: 2 }, { file: 'b.xml', count: 1, line: 3 }] });
  });
  it('tells wrong usage and wrong files apart', async () => {
    expect((await winset('import')).code).toBe(2);
    const near = await winset('import genus domain.xml', there);
    expect(near.code).toBe(2);
    expect(near.err).toContain('Did you mean genius?');
    expect((await winset('import csv a.csv b.csv', there)).code).toBe(2);
    expect((await winset('import genius a.xml --rounds 0', there)).code).toBe(2);
    expect((await winset(['import', 'genius', ...files, '--out', 'Not A Name.yaml'], there)).code).toBe(2);
    const missing = await winset('import genius nowhere.xml', there);
    expect(missing.code).toBe(3);
    expect(missing.err).toContain('nowhere.xml  file-missing');
    writeFileSync(place.file('esc.xml'), '<utility_space name="\u001b[31m"><issue/></utility_space>');
    const hostile = await winset('import genius esc.xml', there);
    expect(hostile.code).toBe(3);
    expect(hostile.err).not.toContain('\u001b');
  });
});

describe('winset export', () => {
  it('writes files that come back as the same scenario, and names what they cannot say', async () => {
    await winset(['import', 'genius', ...files, '--out', 'there.yaml'], there);
    const said = await winset('export genius there.yaml', there);
    expect(said.code).toBe(0);
    expect(said.out).toContain('Nothing that bears on a run was left out.');
    expect(readdirSync(place.file('there-genius')).sort()).toEqual(['buyer.xml', 'domain.xml', 'seller.xml']);
    const back = await winset(['import', 'genius', ...readdirSync(place.file('there-genius')).map((name) => `there-genius/${name}`), '--out', 'back.yaml'], there);
    expect(back.code).toBe(0);
    const bare = (name: string): string => readFileSync(place.file(name), 'utf8').split('\n').filter((line) => !/^(#|id:)/u.test(line)).join('\n').replaceAll(/as in (camera-)?/gu, 'as in ');
    expect(bare('back.yaml')).toBe(bare('there.yaml'));
    const lossy = await winset('export genius tutorial --json', there);
    expect(JSON.parse(lossy.out)).toMatchObject({ winset: 1, stage: 'agreement', leftOut: expect.arrayContaining(['red lines', 'stances', 'events', expect.stringContaining('0.56 + 0.15 * drought')]) });
  });
  it('writes over nothing, and not into a file', async () => {
    expect((await winset('export genius tutorial', there)).code).toBe(1);
    expect((await winset('export genius tutorial --force', there)).code).toBe(0);
    writeFileSync(place.file('plain'), '');
    expect((await winset('export genius tutorial --out plain', there)).code).toBe(1);
    mkdirSync(place.file('empty'));
    expect((await winset('export genius ukraine-2025 --stage nothing --out empty', there)).code).toBe(2);
    expect((await winset('export csv tutorial', there)).code).toBe(2);
    expect(existsSync(place.file('empty/domain.xml'))).toBe(false);
  });
});
