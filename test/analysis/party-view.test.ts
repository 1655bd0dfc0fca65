/** What one party may know of a run. */
import { describe, expect, it } from 'vitest';
import { openStepper, seenBy, seenDraft, type Model, type PartyView, type RunRecord, type Stepper } from '../../engine/index.ts';
import { edit, modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const LINE = 'red-lines: { dignity: { title: Not all to the north,';
const NEVER = ['never: { share: most }', 'never: { share: half }'] as const;
const view = (model: Model, stepper: Stepper, party: string | null): PartyView => seenBy(party, model.scenario, stepper.look(), stepper.records);
const other = (of: PartyView, party: string) => {
  const found = of.look.parties.find((each) => each.party === party);
  if (!found) throw new Error(`no ${party}`);
  return found;
};

/** Numbers that would give another party away, as JSON writes them; round ones may stand anywhere. */
function secrets(stepper: Stepper, viewer: string): readonly string[] {
  const look = stepper.look();
  const numbers = look.parties.filter((each) => each.party !== viewer).flatMap((each) => [each.walkAway, each.threshold, each.standing, ...each.gauges.map((gauge) => gauge.value)]);
  const verdicts = [look.text, look.lastText].flatMap((text) => text?.verdicts ?? []).filter((each) => each.party !== viewer).map((each) => each.worth);
  const told = stepper.records.flatMap((record): readonly number[] => {
    if (record.kind === 'pressure') return Object.entries(record.gauges).filter(([name]) => name.includes('.') && !name.startsWith(`${viewer}.`)).map(([, value]) => value);
    return record.kind === 'answer' && record.party !== viewer ? [record.worth, record.threshold ?? 0, record.walkAway ?? 0] : [];
  });
  return [...numbers, ...verdicts, ...told].map(String).filter((number) => number.length > 7);
}

describe('what a party may know', () => {
  it('is all of its own and no number of another, at any moment of a run', () => {
    const model = modelFrom(TWO_TRACKS);
    for (const seed of ['1', '2', '3']) {
      const stepper = openStepper(model, { seed });
      while (!stepper.ended) {
        stepper.phase();
        const seen = view(model, stepper, 'east');
        expect(other(seen, 'east')).toEqual(stepper.look().parties.find((each) => each.party === 'east'));
        expect(seen.records).toHaveLength(stepper.records.length);
        if (stepper.records.length % 7 !== 0) continue;
        const said = JSON.stringify([seen.look, seen.records]);
        for (const secret of secrets(stepper, 'east')) expect(said).not.toContain(secret);
      }
    }
  });

  it('leaves out what is inside others: gauges, values, charts, amounts of the drafter', () => {
    const model = modelFrom(TWO_TRACKS);
    const stepper = openStepper(model, { seed: '1' });
    stepper.round();
    const { scenario, look } = view(model, stepper, 'west');
    const east = scenario.parties.find((each) => each.id === 'east');
    expect(east).toMatchObject({ gauges: [], worth: [], walkAway: null, leaves: null });
    expect(east?.stances[0].states.map((state) => [state.id, state.transitions])).toEqual([['ours', []]]);
    expect(scenario.parties.find((each) => each.id === 'west')).toBe(model.scenario.parties.find((each) => each.id === 'west'));
    expect(scenario).toMatchObject({ levers: [], mediator: { party: 'envoy', walksAway: null } });
    expect(look).toMatchObject({ levers: {}, gauges: [{ gauge: 'front' }] });
  });

  it('has a column of another in the text only once it has answered', () => {
    const model = modelFrom(SMALLEST);
    for (let run = 1; run < 20; run += 1) {
      const stepper = openStepper(model, { seed: 'columns', run });
      while (!stepper.ended) {
        stepper.phase();
        const { look: { text } } = view(model, stepper, 'north');
        if (text === null) continue;
        const answered = text.verdicts.find((each) => each.party === 'south')?.answer ?? null;
        expect('south' in text.marks['share']).toBe(answered !== null);
        expect('north' in text.marks['share']).toBe(true);
        expect(text.verdicts.find((each) => each.party === 'south')?.worth).toBe(null);
      }
    }
  });

  it('shows a draft from its own side alone', () => {
    const model = modelFrom(SMALLEST);
    const stepper = openStepper(model, { seed: '1' });
    const { look } = view(model, stepper, 'north');
    const draft = seenDraft('north', model.scenario, look, stepper.weigh({ share: 'half' }));
    expect(Object.keys(draft.marks['share'])).toEqual(['north']);
    expect(Object.keys(seenDraft(null, model.scenario, look, stepper.weigh({ share: 'half' })).marks['share'])).toEqual([]);
  });
});

describe('a line that is not stated', () => {
  const model = modelFrom(edit(SMALLEST, [LINE, `${LINE} stated: false,`], NEVER));
  /** A run in which it comes out, at the moment after. */
  function comesOut(): { readonly stepper: Stepper; readonly at: number } {
    for (let run = 1; run < 200; run += 1) {
      const stepper = openStepper(model, { seed: 'private', run });
      while (!stepper.ended) {
        const at = stepper.phase().findIndex((record) => record.kind === 'learned');
        if (at >= 0) return { stepper, at: stepper.records.findIndex((record) => record.kind === 'learned') };
      }
    }
    throw new Error('the line never comes out');
  }
  const { stepper, at } = comesOut();
  const refusal = stepper.records.slice(0, at).findLast((record) => record.kind === 'answer' && record.party === 'south');

  it('is not there before it has come out', () => {
    const fresh = openStepper(model, { seed: '1' });
    fresh.phase();
    expect(other(view(model, fresh, 'north'), 'south').lines).toEqual([]);
    expect(view(model, fresh, 'north').scenario.parties.find((each) => each.id === 'south')?.redLines).toEqual([]);
    expect(other(view(model, fresh, 'south'), 'south').lines).toHaveLength(1);
  });
  it('makes a refusal read as too little until then', () => {
    expect(refusal).toMatchObject({ because: { kind: 'red-line', line: 'dignity' } });
    const index = stepper.records.indexOf(refusal as RunRecord);
    expect(view(model, stepper, 'north').records[index]).toMatchObject({ because: { kind: 'not-good-enough', floor: false }, threshold: null });
    expect(view(model, stepper, 'south').records[index]).toBe(refusal);
  });
  it('is known to those who sat there once it has come out, and to nobody else', () => {
    const seen = view(model, stepper, 'north');
    expect(seen.records[at]).toMatchObject({ kind: 'learned', line: 'dignity' });
    expect(other(seen, 'south').lines).toMatchObject([{ line: 'dignity', stated: false }]);
    expect(view(model, stepper, null).records[at]).toBe(null);
    expect(other(view(model, stepper, null), 'south').lines).toEqual([]);
  });
});

describe('a bluff', () => {
  const walk = 'walk-away: { value: 0.3, assumed: test }';
  const model = modelFrom(edit(SMALLEST, ['drafter: judge', 'drafter: judge, fade: 0.15'], [LINE, `${LINE} held: false,`], NEVER,
    [`${walk}\n    red-lines`, 'walk-away: { value: 0.4, assumed: test }\n    manner: { exponent: 0.5, assumed: test }\n    red-lines'], [`${walk}\n    stances`, 'walk-away: { value: 0.45, assumed: test }\n    stances']));
  it('looks like a line that is held', () => {
    const stepper = openStepper(model, { seed: '1' });
    stepper.phase();
    const seen = view(model, stepper, 'north');
    expect(other(seen, 'south').lines).toMatchObject([{ state: 'held', held: true, known: true, bites: true }]);
    expect(seen.scenario.parties.find((each) => each.id === 'south')?.redLines).toMatchObject([{ held: true }]);
    expect(other(view(model, stepper, 'south'), 'south').lines).toMatchObject([{ held: false }]);
  });
  it('is over once it has been called', () => {
    for (let run = 1; run < 200; run += 1) {
      const stepper = openStepper(model, { seed: 'bluff', run });
      stepper.toEnd();
      if (!stepper.records.some((record) => record.kind === 'called')) continue;
      expect(other(view(model, stepper, 'north'), 'south').lines).toMatchObject([{ state: 'waived', held: false, bites: false }]);
      return;
    }
    throw new Error('it is never called');
  });
});

describe('a move of another party', () => {
  it('is heard without what moved it; of a line only whether it still stands in the way', () => {
    const model = modelFrom(edit(SMALLEST, ['held: { on: { pressed.dignity: { to: waived, chance: 0.3 } } }', 'held: { on: { pressed.dignity: strained } }, strained: { on: { refused: waived } }']));
    for (let run = 1; run < 60; run += 1) {
      const stepper = openStepper(model, { seed: 'moves', run });
      stepper.toEnd();
      const { records } = view(model, stepper, 'judge');
      stepper.records.forEach((record, at) => {
        if (record.kind !== 'moved') return;
        if (record.chart === 'line' && record.to === 'strained') expect(records[at]).toBe(null);
        else expect(records[at]).toMatchObject({ party: record.party, on: '', ...(record.chart === 'line' ? { from: 'held', to: 'waived' } : { to: record.to }) });
      });
    }
  });
});
