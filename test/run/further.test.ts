/** Repudiation, leverage, bluffs, private lines, upgrades, the years after, looking ahead, offers in turn, drawn levers. */
import { describe, expect, it } from 'vitest';
import { batch, openStepper } from '../../engine/index.ts';
import { boardOf } from '../../engine/model/board.ts';
import { only, play } from '../helpers/play.ts';
import { edit, modelFrom, SMALLEST, TWO_TRACKS } from '../helpers/world.ts';

describe('a party bound without signing', () => {
  const bound = edit(SMALLEST, ['rounds: 10, assumed: test } }', 'rounds: 10, binds: [judge], assumed: test } }'],
    ['worth: { share: { weight: 1, scores: { all: 0, most: 50, half: 100, little: 50, none: 0 }, assumed: test } }', 'worth: { share: { weight: 1, scores: { all: 0, most: 60, half: 50, little: 60, none: 0 }, assumed: test } }\n    walk-away: { value: 0.55, assumed: test }']);
  it('is asked once, and what it repudiates returns to what stood', () => {
    let repudiated = 0;
    for (const records of play(bound, 80)) {
      for (const asked of only(records, 'repudiation')) {
        const settled = only(records, 'settled')[0];
        if (asked.because.kind === 'not-good-enough' && asked.because.floor) expect(settled.terms.share).toBe('half');
        if (!asked.repudiates) continue;
        repudiated++;
        expect(only(records, 'ended')[0].inForce.share).toBe('all');
      }
    }
    expect(repudiated).toBeGreaterThan(3);
  });
});

describe('lines stated and held', () => {
  const line = 'title: Not all to the north,';
  it('a private line is learned only by pressing it', () => {
    const runs = play(edit(SMALLEST, [line, `${line} stated: false,`], ['never: { share: most }', 'never: { share: half }']), 80);
    const learned = runs.filter((records) => only(records, 'learned').length > 0);
    expect(learned.length).toBeGreaterThan(3);
    for (const records of learned) {
      const at = records.findIndex((record) => record.kind === 'learned');
      // Until then the drafter crossed it unknowingly: nothing was pressed on purpose.
      expect(records.slice(0, at).every((record) => record.kind !== 'tabled' || record.presses.length === 0)).toBe(true);
    }
  });
  it('a bluff keeps the drafter off, and never makes its party refuse', () => {
    const bluff = edit(SMALLEST, ['drafter: judge', 'drafter: judge, fade: 0.15'], [line, `${line} held: false,`], ['never: { share: most }', 'never: { share: half }'], ['walk-away: { value: 0.3, assumed: test }\n    red-lines', 'walk-away: { value: 0.4, assumed: test }\n    manner: { exponent: 0.5, assumed: test }\n    red-lines'],
      ['walk-away: { value: 0.3, assumed: test }\n    stances', 'walk-away: { value: 0.45, assumed: test }\n    stances']);
    const runs = play(bluff, 120);
    expect(runs.flat().some((record) => record.kind === 'answer' && record.because.kind === 'red-line')).toBe(false);
    expect(runs.some((records) => only(records, 'called').length > 0)).toBe(true);
  });
});

describe('a mediator with leverage', () => {
  const pressed = edit(SMALLEST, ['drafter: judge', 'drafter: judge, style: manipulate, leverage: { north: { worth: 0.3, hazard: 1.5, assumed: test } }']);
  it('lowers the walk-away value of one who refuses, and more deals are signed', async () => {
    const spent = only(play(pressed, 30).flat(), 'leverage');
    expect(spent.length).toBeGreaterThan(3);
    expect(spent.every((each) => each.party === 'north' && each.spent + each.left <= 0.3 + 1e-12)).toBe(true);
    const [without, with_] = await Promise.all([batch(modelFrom(SMALLEST), { seed: 'l', runs: 400 }), batch(modelFrom(pressed), { seed: 'l', runs: 400 })]);
    expect(with_.outcomes[0].share).toBeGreaterThan(without.outcomes[0].share);
  });
});

describe('a facilitator', () => {
  it('carries only offers and amendments of the parties, and presses nobody', () => {
    const records = play(edit(SMALLEST, ['drafter: judge', 'drafter: judge, style: facilitate']), 60).flat();
    const tabled = only(records, 'tabled');
    expect(tabled.length).toBeGreaterThan(20);
    expect(tabled.every((each) => each.presses.length === 0)).toBe(true);
  });
});

describe('a limited truce that may be built on', () => {
  it('is followed in the same stage by a ceasefire in some runs, and by the next stage in the end', () => {
    const runs = play(edit(TWO_TRACKS, ['rounds: 8, reopens: true', 'rounds: 14, upgradable: true, reopens: true'], ['value: 3,', 'value: 0.1,'], [`while: [ { when: "fighting == 'war'", drift: 0.04 / week } ]`, 'drift: 0.03 / week'], ['    stances: { land: { start: ours', '    stances: { fire: { start: partial, states: { partial: { accepts: [goes-on, sea], firm: true, on: { tired: open } }, open: { accepts: [goes-on, sea, all] } }, assumed: test }, land: { start: ours']), 200);
    const upgraded = runs.filter((records) => only(records, 'fighting').some((each) => each.from === 'limited-truce' && each.to === 'ceasefire'));
    expect(upgraded.length).toBeGreaterThan(0);
    const limited = runs.filter((records) => only(records, 'fighting').some((each) => each.to === 'limited-truce'));
    expect(limited.some((records) => only(records, 'stage').some((each) => each.is === 'opened' && each.stage === 'settlement'))).toBe(true);
  });
});

describe('the years after', () => {
  const followed = (ratio: number): string => edit(TWO_TRACKS, ['\npeace:\n', `\npeace:\n  horizon: 5 years\n  agreement: { rate: 0.4 / year, ratios: [ { when: { land: [east, shared, west] }, ratio: ${ratio}, assumed: test } ], assumed: test }\n`]);
  it('last until collapse or the horizon', () => {
    const ends = only(play(followed(1), 200).flat(), 'peace');
    expect(ends.length).toBeGreaterThan(20);
    expect(ends.some((each) => each.censored)).toBe(true);
    expect(ends.some((each) => !each.censored)).toBe(true);
    for (const each of ends) expect(each.censored ? each.heldDays === each.horizonDays : each.heldDays < each.horizonDays).toBe(true);
  });
  it('are never shorter under a stronger guarantee, run for run', () => {
    const [weak, strong] = [play(followed(1), 120), play(followed(0.5), 120)].map((runs) => runs.map((records) => only(records, 'peace')[0]?.heldDays));
    weak.forEach((days, run) => { if (days !== undefined) expect(strong[run]).toBeGreaterThanOrEqual(days); });
  });
});

describe('a party that looks ahead', () => {
  it('values a package by how long it believes it to last', () => {
    const ahead = edit(TWO_TRACKS, ['\npeace:\n', '\npeace:\n  horizon: 5 years\n  agreement: { rate: 0.3 / year, ratios: [ { when: { force: sent }, ratio: 0.5, assumed: test } ], assumed: test }\n'],
      ['    walk-away: { value: 0.4 - 0.3 * (front - 0.5), assumed: test }', '    walk-away: { value: 0.4 - 0.3 * (front - 0.5), assumed: test }\n    looks-ahead: { over: 2 years, war: 0.1, stages: [settlement], assumed: test }']);
    const model = modelFrom(ahead);
    const { state } = openStepper(model, { seed: '1' }).world;
    const west = model.parties.findIndex((party) => party.id === 'west');
    const at = (force: string): number => {
      const board = boardOf(model, 1, state.inForce, state.levers);
      const terms: Readonly<Record<string, string>> = { land: 'shared', fire: 'all', force };
      const k = [...Array(board.count).keys()].find((each) => model.issues.every((issue, i) => issue.options[board.options[each * board.width + i]] === terms[issue.id]));
      return board.worth[west][k ?? -1];
    };
    const survival = (ratio: number): number => Math.exp(-0.3 * 2 * ratio);
    expect(at('none')).toBeCloseTo(survival(1) * 0.55 + (1 - survival(1)) * 0.1, 10);
    expect(at('sent')).toBeCloseTo(survival(0.5) * 0.75 + (1 - survival(0.5)) * 0.1, 10);
  });
});

describe('offers in turn', () => {
  const turns = edit(SMALLEST, ['drafter: judge,', 'protocol: alternating-offers,'], ['mediator: { party: judge }\n', ''], ['seats: [north, south, judge]', 'seats: [north, south]'],
    ["  judge:\n    name: The judge\n    short: J\n    worth: { share: { weight: 1, scores: { all: 0, most: 50, half: 100, little: 50, none: 0 }, assumed: test } }\n", '']);
  it('are made by every signatory in file order until one is accepted', () => {
    const runs = play(turns, 60);
    expect(runs.some((records) => only(records, 'settled').length === 1)).toBe(true);
    for (const records of runs) {
      const by = only(records, 'tabled').map((each) => each.by);
      expect(by[0]).toBe('north');
      by.forEach((party, i) => { if (i > 0) expect(party).not.toBe(by[i - 1]); });
      for (const tabled of only(records, 'tabled')) if (tabled.by === 'south') expect(tabled.terms.share === 'most' && records.every((record) => record.kind !== 'moved')).toBe(false); // its own red line
    }
  });
  it('may be made by a person', () => {
    const stepper = openStepper(modelFrom(turns), { seed: '1' });
    expect(stepper.choose({ kind: 'text', round: 1, party: 'south', terms: { share: 'none' } })).toBeNull();
    stepper.round();
    expect(only(stepper.records, 'tabled').some((each) => each.by === 'south' && each.byChoice && each.terms.share === 'none')).toBe(true);
  });
});

describe('levers', () => {
  const drawn = edit(SMALLEST, ['range: [0, 0.2],', 'range: [0, 0.2], distribution: { uniform: [0.05, 0.15] },'], ['issues:\n', 'views:\n  slow: { title: Slow, source: A test, levers: { pace: 0.01 }, weight: 1, assumed: test }\nissues:\n']);
  const pace = (options: Parameters<typeof openStepper>[1]): number => openStepper(modelFrom(drawn), options).head.levers.pace;
  it('keep their value unless they vary, and are drawn once a run when they do', () => {
    expect(pace({ seed: '1' })).toBe(0.05);
    const alone = modelFrom(edit(SMALLEST, ['range: [0, 0.2],', 'range: [0, 0.2], distribution: { uniform: [0.05, 0.15] },']));
    const values = Array.from({ length: 40 }, (_, i) => openStepper(alone, { seed: '1', run: i + 1, vary: true }).head.levers.pace);
    expect(new Set(values).size).toBe(40);
    expect(values.every((value) => value >= 0.05 && value <= 0.15)).toBe(true);
    expect(pace({ seed: '1', vary: true })).toBe(0.01); // the one view there is
  });
  it('take the value of a view, and a set value before all', () => {
    expect(pace({ seed: '1', view: 'slow' })).toBe(0.01);
    expect(pace({ seed: '1', view: 'slow', levers: { pace: 0.12 } })).toBe(0.12);
    expect(pace({ seed: '1', vary: true, levers: { pace: 0.12 } })).toBe(0.12);
  });
  it('that were drawn stand in the head, so that the run can be played again', () => {
    const first = openStepper(modelFrom(drawn), { seed: '5', run: 3, vary: true });
    first.toEnd();
    const again = openStepper(modelFrom(drawn), { seed: '5', run: 3, levers: first.head.levers });
    again.toEnd();
    expect(again.records).toEqual(first.records);
  });
});
