import { describe, expect, it } from 'vitest';
import { openStepper, restoreStepper, runLines, type Choice, type RunRecord, type SavedRun } from '../../engine/index.ts';
import { edit, modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

const worlds = { smallest: modelFrom(SMALLEST), 'two tracks': modelFrom(TWO_TRACKS) };
const seeds = ['1', '2', '3', 'a longer seed', 'ß'];
const kinds = (records: readonly RunRecord[]): Set<string> => new Set(records.map((record) => record.kind));

describe.each(Object.entries(worlds))('a run of %s', (_, model) => {
  it('is the same when its state is saved as JSON and restored after every phase', () => {
    for (const seed of seeds) {
      const whole = openStepper(model, { seed });
      whole.toEnd();
      let stepper = openStepper(model, { seed });
      while (!stepper.ended) {
        stepper.phase();
        stepper = restoreStepper(model, JSON.parse(JSON.stringify(stepper.save())) as SavedRun);
      }
      expect(runLines(stepper.head, stepper.records)).toBe(runLines(whole.head, whole.records));
    }
  });
  it('is the same by phases, by rounds and at once', () => {
    const lines = [(s: ReturnType<typeof openStepper>) => s.phase(), (s: ReturnType<typeof openStepper>) => s.round(), (s: ReturnType<typeof openStepper>) => s.toEnd()].map((step) => {
      const stepper = openStepper(model, { seed: '7' });
      while (!stepper.ended) step(stepper);
      return runLines(stepper.head, stepper.records);
    });
    expect(new Set(lines).size).toBe(1);
  });
  it('differs by seed and by run number', () => {
    const lines = ['1', '2', '3'].flatMap((seed) => [1, 2].map((run) => { const stepper = openStepper(model, { seed, run }); stepper.toEnd(); return JSON.stringify(stepper.records); }));
    expect(new Set(lines).size).toBe(6);
  });
  it('signs only what crosses no line that bites and is worth at least the walk-away value to everybody who consented', () => {
    let signed = 0;
    for (let run = 1; run <= 60; run++) {
      const stepper = openStepper(model, { seed: 'laws', run });
      while (!stepper.ended) {
        for (const record of stepper.phase()) if (record.kind === 'settled') signed++;
        const { text } = stepper.look();
        for (const verdict of text?.verdicts ?? []) {
          if (verdict.answer !== 'accept') continue;
          expect(verdict.crosses, `run ${run}`).toEqual([]);
        }
      }
      for (const record of stepper.records) if (record.kind === 'answer' && record.answer === 'accept') expect(record.worth).toBeGreaterThanOrEqual(record.walkAway ?? -Infinity);
    }
    expect(signed).toBeGreaterThan(5);
  });
});

describe('a person may take part', () => {
  const model = worlds.smallest;
  const toFirst = (kind: RunRecord['kind']) => {
    const stepper = openStepper(model, { seed: '1' });
    while (!kinds(stepper.records).has(kind)) stepper.phase();
    return stepper;
  };
  const replay = (choices: readonly Choice[]) => { const again = openStepper(model, { seed: '1', choices }); again.toEnd(); return again; };

  it('by answering for a party', () => {
    const stepper = toFirst('tabled');
    const { round } = stepper.look();
    expect(stepper.choose({ kind: 'answer', round, party: 'north', answer: 'accept' })).toBeNull();
    expect(stepper.choose({ kind: 'answer', round, party: 'south', answer: 'accept' })).toBeNull();
    stepper.toEnd();
    const settled = stepper.records.find((record) => record.kind === 'settled');
    expect(settled?.round).toBe(round);
    expect(runLines(stepper.head, stepper.records)).toBe(runLines(replay(stepper.head.choices).head, replay(stepper.head.choices).records));
  });
  it('by leaving for a party: the posture moves and the stage ends', () => {
    const stepper = toFirst('tabled');
    expect(stepper.choose({ kind: 'answer', round: stepper.look().round, party: 'north', answer: 'leave' })).toBeNull();
    stepper.toEnd();
    expect(stepper.look().ended).toBe('left');
    expect(stepper.records.some((record) => record.kind === 'moved' && record.chart === 'posture' && record.to === 'left')).toBe(true);
  });
  it('by writing the text', () => {
    const stepper = openStepper(model, { seed: '1' });
    expect(stepper.choose({ kind: 'text', round: 1, terms: { share: 'none' } })).toBeNull();
    stepper.round();
    const tabled = stepper.records.find((record) => record.kind === 'tabled');
    expect(tabled).toMatchObject({ terms: { share: 'none' }, byChoice: true });
  });
  it('by firing an event and holding one back', () => {
    const fired = openStepper(model, { seed: '1' });
    for (let round = 1; round <= 10; round++) expect(fired.choose({ kind: 'event', round, event: 'storm', happens: round === 4 })).toBeNull();
    fired.toEnd();
    expect(fired.records.flatMap((record) => (record.kind === 'event' ? [[record.round, record.byChoice]] : []))).toEqual([[4, true]]);
  });
  it('by changing a lever from now on', () => {
    const stepper = openStepper(model, { seed: '1' });
    stepper.round();
    expect(stepper.choose({ kind: 'lever', round: 2, lever: 'pace', value: 0.2 })).toBeNull();
    stepper.round();
    expect(stepper.look().levers.pace).toBe(0.2);
    expect(stepper.records.some((record) => record.kind === 'lever' && record.from === 0.05 && record.to === 0.2)).toBe(true);
  });
  it('but not in the past, outside the file, or beyond a range', () => {
    const stepper = openStepper(model, { seed: '1' });
    stepper.round();
    expect(stepper.choose({ kind: 'text', round: 1, terms: {} })).toMatch(/has been played/);
    expect(stepper.choose({ kind: 'answer', round: 2, party: 'nobody', answer: 'accept' })).toMatch(/no party nobody/);
    expect(stepper.choose({ kind: 'text', round: 2, terms: { share: 'double' } })).toMatch(/no option double/);
    expect(stepper.choose({ kind: 'lever', round: 2, lever: 'pace', value: 3 })).toMatch(/from 0 to 0.2/);
    expect(stepper.choose({ kind: 'event', round: 99, event: 'storm', happens: true })).toMatch(/only 10 rounds/);
  });
});

describe('charts are what the run is made of', () => {
  it('a transition removed from a machine changes the run', () => {
    const without = modelFrom(SMALLEST, {
      machines: (machines) => {
        const node = machines.find((each) => each.id === 'north')?.machine.root.states['stance-share'].states['firm'];
        expect(node?.transitions.get('move')?.splice(0)).toHaveLength(1);
        return machines;
      },
    });
    const play = (model: typeof without) => { const stepper = openStepper(model, { seed: '3' }); stepper.toEnd(); return stepper.records; };
    expect(play(worlds.smallest).some((record) => record.kind === 'moved' && record.party === 'north')).toBe(true);
    expect(play(without).some((record) => record.kind === 'moved' && record.party === 'north')).toBe(false);
  });
  it('everything of the two tracks happens in some run: texts carried, truces broken, stages reopened, parties away, an envoy who walks', () => {
    const seen = new Set<string>();
    for (let run = 1; run <= 150; run++) {
      const stepper = openStepper(worlds['two tracks'], { seed: 'all', run });
      for (const record of stepper.toEnd()) {
        seen.add(record.kind);
        if (record.kind === 'broke') seen.add(`broke by ${record.by}`);
        if (record.kind === 'stage') seen.add(`stage ${record.is}`);
        if (record.kind === 'ended') seen.add(`ended ${record.how}`);
        if (record.kind === 'moved' && record.chart === 'posture') seen.add(`posture ${record.to}`);
        if (record.kind === 'answer' && record.amendment) seen.add('amendment');
        if (record.kind === 'tabled' && record.presses.length > 0) seen.add('presses');
        if (record.kind === 'deadline') seen.add(`deadline ${record.is}`);
      }
    }
    for (const what of ['carried', 'broke by hazard', 'broke by event', 'stage opened', 'stage reopened', 'stage failed', 'ended settled', 'ended walked-away', 'ended time', 'posture away', 'posture at-table', 'amendment', 'event', 'threshold', 'deadline near', 'deadline passed', 'withdrawn', 'fighting', 'diplomacy']) expect([...seen], what).toContain(what);
  });
  it('a truce with more hazard breaks sooner, run for run', () => {
    const held = (hazard: number): number[] => {
      const days: number[] = [];
      for (let run = 1; run <= 60; run++) {
        const stepper = openStepper(modelFrom(edit(TWO_TRACKS, ['value: 3,', `value: ${hazard},`])), { seed: 'hazard', run });
        for (const record of stepper.toEnd()) if (record.kind === 'broke' && record.by === 'hazard') days.push(record.heldDays);
      }
      return days;
    };
    const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length;
    expect(held(0)).toEqual([]);
    expect(mean(held(40))).toBeLessThan(mean(held(4)));
  });
});
