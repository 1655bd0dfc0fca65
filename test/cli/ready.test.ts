/** Scenarios read when the program was built: they are what reading gives, and count only while no file has changed. `npm run build` comes first. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readyScenario } from '../../cli/ready.ts';
import { readScenario } from '../../engine/index.ts';
import { folder } from './fake-io.ts';

const SHIPPED = resolve('scenarios');
const MADE = resolve('dist/ready');
const place = folder();
afterAll(place.remove);

describe('a scenario that was read beforehand', () => {
  it('is what reading its file gives', () => {
    const found = ['tutorial.yaml', 'ukraine-2025.yaml', 'ukraine-2025-ties-last.yaml'].map((name) => [name, readScenario(resolve(SHIPPED, name))] as const);
    const ok = found.flatMap(([name, read]) => (read.ok ? [[name, read] as const] : []));
    expect(ok.length).toBeGreaterThan(2);
    for (const [name, read] of ok) expect(readyScenario(resolve(SHIPPED, name), SHIPPED, MADE), name).toStrictEqual(read);
  });
  it('is not taken for a file elsewhere, or one that has changed, or one of which a part that it extends has', () => {
    const own = resolve(place.path, 'shipped');
    mkdirSync(own);
    for (const name of readdirSync(SHIPPED).filter((one) => one.endsWith('.yaml'))) copyFileSync(resolve(SHIPPED, name), resolve(own, name));
    const file = resolve(own, 'tutorial.yaml');
    expect(readyScenario(file, SHIPPED, MADE)).toBe(null);
    expect(readyScenario(file, own, MADE)).not.toBe(null);
    const change = (name: string): void => writeFileSync(resolve(own, name), `${readFileSync(resolve(own, name), 'utf8')}# more\n`);
    change('tutorial.yaml');
    expect(readyScenario(file, own, MADE)).toBe(null);
    const extending = resolve(own, 'ukraine-2025.yaml');
    const bases = readyScenario(extending, own, MADE)?.bases ?? [];
    expect(bases).toContain(resolve(own, 'figures.yaml'));
    change('figures.yaml');
    expect(readyScenario(extending, own, MADE)).toBe(null);
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
