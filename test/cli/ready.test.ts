/** Scenarios read when the program was built: they are what reading gives, and count only while no file has changed. `npm run build` comes first. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { markOf, readyScenario } from '../../cli/ready.ts';
import { readScenario } from '../../engine/index.ts';
import { folder } from './fake-io.ts';

const SHIPPED = resolve('scenarios');
const MADE = resolve('dist/ready');
const place = folder();
afterAll(place.remove);

describe('a scenario that was read beforehand', () => {
  it('is what reading its file gives', () => {
    const found = readdirSync(SHIPPED).filter((name) => name.endsWith('.yaml')).map((name) => [name, readScenario(resolve(SHIPPED, name))] as const);
    const ok = found.flatMap(([name, read]) => (read.ok ? [[name, read] as const] : []));
    expect(ok.length).toBeGreaterThan(2);
    for (const [name, read] of ok) expect(readyScenario(resolve(SHIPPED, name), SHIPPED, MADE), name).toStrictEqual(read);
  });
  it('is not taken for a file elsewhere, one that has changed, or one whose neighbours have', () => {
    const own = resolve(place.path, 'shipped');
    mkdirSync(own);
    for (const name of readdirSync(SHIPPED).filter((one) => one.endsWith('.yaml'))) copyFileSync(resolve(SHIPPED, name), resolve(own, name));
    const file = resolve(own, 'tutorial.yaml');
    expect(readyScenario(file, SHIPPED, MADE)).toBe(null);
    expect(readyScenario(file, own, MADE)).not.toBe(null);
    expect(markOf(own)).toBe(markOf(SHIPPED));
    writeFileSync(resolve(own, 'figures.yaml'), `${readFileSync(resolve(own, 'figures.yaml'), 'utf8')}# more\n`);
    expect(readyScenario(file, own, MADE)).toBe(null);
  });
  it('is read anew where what was made is damaged, or was never made', () => {
    const made = resolve(place.path, 'made');
    mkdirSync(made);
    expect(readyScenario(resolve(SHIPPED, 'tutorial.yaml'), SHIPPED, made)).toBe(null);
    writeFileSync(resolve(made, 'tutorial.yaml.json'), '{"mark":');
    expect(readyScenario(resolve(SHIPPED, 'tutorial.yaml'), SHIPPED, made)).toBe(null);
    expect(readyScenario(resolve(SHIPPED, 'tutorial.yaml'), SHIPPED, null)).toBe(null);
  });
});
