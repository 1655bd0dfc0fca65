/** One text put to everybody at the opening. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, readScenario, readScenarioText, weighAtOpening } from '../../engine/index.ts';
import type { Model } from '../../engine/index.ts';
import { asIfOpen, momentOf } from '../../engine/analysis/agreement/moment.ts';
import { NEVER, objectionsTo } from '../../engine/analysis/agreement/objections.ts';
import { edit, modelFrom, SMALLEST } from '../helpers/world.ts';

function shipped(name: string): Model {
  const read = readScenario(`scenarios/${name}.yaml`);
  if (!read.ok) throw new Error(`${name} does not read`);
  return compile(read.scenario);
}

describe('a text at the opening', () => {
  const tutorial = shipped('tutorial');
  const opening = { stage: 'agreement' };

  it('is refused over the line that it crosses', () => {
    const { text } = weighAtOpening(tutorial, { dam: 'upper-only' }, opening);
    expect(text.verdicts.find((one) => one.party === 'lower')?.would).toEqual({ kind: 'red-line', line: 'no-foreign-dam' });
    expect(text.terms).toEqual({ dam: 'upper-only', water: 'upper-most' });
  });

  it('is measured without private thresholds, unless a run is named', () => {
    const threshold = (seed?: string) => weighAtOpening(tutorial, {}, seed === undefined ? opening : { ...opening, seed }).look.parties[0]?.threshold;
    expect(threshold()).toBe(threshold());
    expect(threshold('1')).not.toBe(threshold('2'));
  });

  it('knows the levers', () => {
    const { look } = weighAtOpening(tutorial, {}, { ...opening, levers: { drought: 0.9 } });
    expect(look.levers).toEqual({ drought: 0.9 });
  });

  it('can belong to a later stage', () => {
    const london = shipped('london-april');
    const { text } = weighAtOpening(london, { crimea: 'ukraine-recognises' }, { stage: 'settlement' });
    expect(Object.keys(text.terms)).toContain('crimea');
    expect(text.verdicts.find((one) => one.party === 'ukraine')).toMatchObject({ consents: true, would: { kind: 'red-line' } });
    expect(text.verdicts.find((one) => one.party === 'us')?.consents).toBe(false);
  });

  it('offers the least change that everybody who must consent could live with', () => {
    // Both would rather sign nearly anything than go on; only the red line stands in the way.
    const easy = readFileSync('scenarios/tutorial.yaml', 'utf8').replaceAll(/walk-away: \{ value: [^,]+,/gu, 'walk-away: { value: 0.2,');
    const read = readScenarioText(easy, { file: 'easy.yaml' });
    if (!read.ok) throw new Error(read.problems.map((problem) => problem.message).join('\n'));
    const model = compile(read.scenario);
    const { least } = weighAtOpening(model, { water: 'equal', dam: 'upper-only' }, opening);
    expect(least?.changes).toEqual([{ issue: 'dam', from: 'upper-only', to: 'shared' }]);
    expect(weighAtOpening(model, least?.terms ?? {}, opening).least?.changes).toEqual([]);
  });

  it('counts what is certain to be off the list before anybody meets, as analyze does', () => {
    const easy = edit(SMALLEST, ['walk-away: { value: 0.3', 'walk-away: { value: 0.1'], ['firm: { title: Keeps most, accepts: [all, most], on: { weary: open } }', 'firm: { title: Any, accepts: [all, most, half, little], on: { weary: open } }']);
    const shut = (chance: string): Model => modelFrom(edit(easy, ['events: {', `events: { shut: { title: Half is ruled out, when: "round == 1", times: 1, ${chance}closes: { share: [half, all] }, assumed: test },`]));
    for (const [model, off] of [[shut(''), ['half']], [shut('chance: 0.9 / week, '), []]] as const) {
      const objections = objectionsTo(asIfOpen(momentOf(model, {}), 0));
      const [share] = model.issues;
      share?.options.forEach((option, o) => {
        const { closed, least } = weighAtOpening(model, { share: option }, { stage: 'deal' });
        expect(closed.map((one) => one.option)).toEqual(off.filter((one) => one === option));
        for (const { event } of closed) expect(event).toBe('shut');
        // “All” is in force, and may stay though it is off the list.
        expect(objections.fewest[o] === NEVER).toBe(closed.length > 0 || option === 'all');
        expect(least?.terms['share']).not.toBe(off[0] ?? '');
        if (option === 'half') expect(least?.changes.map(({ from }) => from)).toEqual(off);
      });
    }
  });

  it('of a stage, issue or option that is none is refused', () => {
    expect(() => weighAtOpening(tutorial, {}, { stage: 'nowhere' })).toThrow(RangeError);
    expect(() => weighAtOpening(tutorial, { dam: 'gold' }, opening)).toThrow(RangeError);
  });
});
