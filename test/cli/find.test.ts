import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { COLLECTIONS, FLAGSHIP, collected, findScenario, shippedAs, shippedFolder, shippedNames, variantOf, variantsOf } from '../../cli/find.ts';
import { folder } from './fake-io.ts';

const place = folder();
afterAll(place.remove);
writeFileSync(place.file('mine.yaml'), 'id: mine\n');
writeFileSync(place.file('base.yaml'), 'winset: 1\n');
writeFileSync(place.file('bare'), 'id: bare\n');

describe('scenarios are found', () => {
  it('by name among the shipped ones, from any folder', () => {
    expect(findScenario('tutorial', place.path)).toBe(`${shippedFolder()}/tutorial.yaml`);
    expect(shippedNames()).toContain(FLAGSHIP);
    expect(findScenario('history/minsk-2015', place.path)).toContain('minsk-2015.yaml');
    expect(() => findScenario('history/../tutorial', place.path)).toThrow('There is no file');
  });
  it('by path, kept as it was written', () => {
    expect(findScenario('./mine.yaml', place.path)).toBe('./mine.yaml');
    expect(findScenario('mine.yaml', place.path)).toBe('mine.yaml');
    expect(findScenario(place.file('mine.yaml'), '/')).toBe(place.file('mine.yaml'));
    expect(findScenario('bare', place.path)).toBe('bare');
  });
  it('with the variants that extend them', () => {
    writeFileSync(place.file('mine-other.yaml'), 'winset: 1\nextends: mine.yaml\nid: mine-other\ntitle: "Mine: another"\n');
    expect(variantOf('mine-other', place.path)).toBe('mine');
    expect(variantOf('mine', place.path)).toBeNull();
    expect(variantsOf('mine', place.path)).toEqual([{ name: 'mine-other', title: 'Mine: another' }]);
    rmSync(place.file('mine-other.yaml'));
  });
  it('in the folders below, by the name of the folder and theirs', () => {
    mkdirSync(place.file('history'));
    writeFileSync(place.file('history/dull-1900.yaml'), 'winset: 1\nid: dull-1900\ntitle: "Dull: a war"\n');
    writeFileSync(place.file('history/parts.yaml'), 'winset: 1\nfigures: {}\n');
    expect(collected('history', place.path)).toEqual([{ name: 'history/dull-1900', title: 'Dull: a war' }]);
    expect(collected('spatial', place.path)).toEqual([]);
    expect(shippedAs('dull-1900', place.path)).toBe('history/dull-1900');
    expect([shippedAs('mine', place.path), shippedAs('parts', place.path)]).toEqual(['mine', undefined]);
    expect(() => findScenario('dull-1900', '/', place.path)).toThrow('Did you mean history/dull-1900?');
    rmSync(place.file('history'), { recursive: true });
    for (const { name } of COLLECTIONS.flatMap((each) => collected(each))) expect(findScenario(name, '/')).toContain(`${name}.yaml`);
  });
  it('and not listed when they are only a base for others', () => {
    expect(shippedNames(place.path)).toEqual(['mine']);
    expect(shippedNames(place.file('nowhere'))).toEqual([]);
  });
});
