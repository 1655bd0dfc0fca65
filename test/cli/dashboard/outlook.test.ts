import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../cli/views/dashboard/decode.ts';
import { RUNS } from '../../../cli/views/dashboard/outlook/board.ts';
import { workerSource } from '../../../cli/views/dashboard/outlook/source.ts';
import type { Asking, FromHere, Pair, Source } from '../../../cli/views/dashboard/outlook/source.ts';
import { toAscii } from '../../../cli/views/dashboard/ascii.ts';
import { picture } from '../../../cli/views/dashboard/picture.ts';
import { rowText, rowWidth } from '../../../cli/views/dashboard/rows.ts';
import { Session } from '../../../cli/views/dashboard/session.ts';
import type { Outside } from '../../../cli/views/dashboard/session.ts';
import type { Moment } from '../../../cli/views/dashboard/walkers.ts';
import { addRuns, compile, openStepper, outlookOf, readScenario } from '../../../engine/index.ts';
import type { Model, Outlook } from '../../../engine/index.ts';
import { saveState } from '../../../engine/run/state.ts';
import { wilson } from '../../../engine/batch/wilson.ts';
import { FIRST } from '../../../cli/views/dashboard/ui.ts';
import { fileURLToPath } from 'node:url';
import { END, scenario, viewAt, walkers } from './fixture.ts';

/** An outlook of so many runs, of which a part ends with a settlement. */
function outlook(share: number, runs = RUNS): Outlook {
  const one = (id: string, count: number): Outlook['outcomes'][number] => ({ id, count, share: count / runs, ...wilson(count, runs) });
  return { runs, outcomes: [one('settlement', Math.round(share * runs)), one('war', runs - Math.round(share * runs))] };
}

/** A source that answers when told to. */
class Fake implements Source<unknown> {
  readonly asked: Asking<unknown>[] = [];
  rests = 0;
  ended = 0;
  ask(asking: Asking<unknown>): void { this.asked.push(asking); }
  rest(): void { this.rests += 1; }
  end(): Promise<void> { this.ended += 1; return Promise.resolve(); }
  get last(): FromHere<unknown> {
    const last = this.asked.at(-1);
    if (last === undefined || !('tell' in last)) throw new Error('no outlook was asked');
    return last;
  }
  get pair(): Pair<unknown> {
    const last = this.asked.at(-1);
    if (last === undefined || !('other' in last)) throw new Error('no pair was asked');
    return last;
  }
}

function desk(people: readonly string[] = []): { readonly session: Session<unknown>; readonly source: Fake; readonly type: (keys: string) => void; readonly first: () => string; news: () => number } {
  const outside: Outside = { save: () => ({ kind: 'exists' }), replay: () => '', suspend: () => undefined, edit: () => undefined, redraw: () => undefined, quit: () => undefined };
  const source = new Fake();
  let told = 0;
  const session: Session<unknown> = new Session(scenario, walkers, { seed: '42', choices: [], people, columns: 80, rows: 24 }, outside, source);
  const look = (): void => session.lookAhead(() => { told += 1; });
  look();
  const decoder = new Decoder();
  const type = (keys: string): void => {
    session.press(decoder.feed(keys));
    session.press(decoder.flush());
    look();
  };
  return { session, source, type, first: () => picture(session.view()).map(rowText).find((row) => row.includes('From here')) ?? '', news: () => told };
}

describe('the outlook of the moment shown', () => {
  it('is asked for, told as it is refined, and asked for anew after a step', () => {
    const { session, source, type, first, news } = desk();
    expect(first()).toContain('playing runs');
    source.last.tell(outlook(0.25, 40));
    expect(news()).toBe(1);
    expect(first()).toContain('war 75 %');
    expect(source.asked).toHaveLength(1);
    type(' ');
    expect(source.asked).toHaveLength(2);
    expect(session.view().outlook?.now).toBe(null);
  });
  it('tells what changed with the step, unless it may be chance', () => {
    const { source, type, first } = desk();
    source.last.tell(outlook(0.25));
    type(' ');
    source.last.tell(outlook(0.4));
    expect(first()).toMatch(/settlement 40 % ▲15.*war 60 % ▼15/);
    type(' ');
    source.last.tell(outlook(0.41));
    expect(first()).not.toMatch(/[▲▼]/);
  });
  it('is remembered: going back shows it again without a run played, and a part of it is played on', () => {
    const { session, source, type, first } = desk();
    source.last.tell(outlook(0.25));
    type(' ');
    source.last.tell(outlook(0.4, 500));
    type('h');
    expect(first()).toContain('war 75 %');
    expect(source.asked).toHaveLength(2);
    type('l');
    expect(source.last.had?.runs).toBe(500);
    expect(session.view().outlook?.now?.runs).toBe(500);
  });
  it('is forgotten from a choice on, and compared with what it was before the choice', () => {
    const { session, source, type } = desk();
    type('r    ');
    source.last.tell(outlook(0.25));
    type('L0.6\r');
    expect(session.view().outlook).toMatchObject({ now: null, before: outlook(0.25) });
    expect(source.last).toMatchObject({ had: null, moment: { head: { choices: [{ kind: 'lever' }] } } });
  });
  it('rests while it is hidden, and when the run is over', () => {
    const { session, source, type, first } = desk();
    type('o');
    expect(session.view().outlook).toBe(null);
    expect(first()).toBe('');
    const { length } = source.asked;
    type('  ');
    expect(source.asked).toHaveLength(length);
    type('o');
    expect(source.asked).toHaveLength(length + 1);
    type('G');
    expect(first()).toBe('');
    expect(session.view().outlook?.course).toHaveLength(7);
  });
  it('fills what was passed over once the moment shown is known: what it is compared with, then the rounds', () => {
    const { source, type, session, first } = desk();
    type('rrr');
    source.last.tell(outlook(0.3));
    type('j');
    expect(source.last.runs).toBeLessThan(RUNS);
    source.last.tell(outlook(0.6, source.last.runs));
    expect(session.view().outlook?.before).toEqual(outlook(0.6, source.last.runs));
    expect(first()).toContain('settlement 30 % ▼30');
    type('j');
    source.last.tell(outlook(0.2, source.last.runs));
    expect(session.view().outlook?.course[0]).toEqual(outlook(0.2, source.last.runs));
  });
  it('is missing when its worker dies, and nothing else is', () => {
    const { source, type, first, session } = desk();
    source.last.fail();
    expect(first()).toContain('no outlook');
    type('r');
    expect(session.view().look.round).toBe(1);
    expect(source.asked).toHaveLength(1);
    type('oo');
    expect(source.asked).toHaveLength(2);
  });
  it('is never played for a seat', () => {
    const { session, source, type } = desk(['ukraine']);
    type('r');
    expect(source.asked).toEqual([]);
    expect(session.view().outlook).toBe(null);
    type('o');
    expect(session.view().ui.said).toContain('From a seat there is no outlook');
  });
  it('ends with the session', async () => {
    const { session, source } = desk();
    await session.close();
    expect(source.ended).toBe(1);
  });
});

describe('pictures', () => {
  const course = [outlook(0.2), outlook(0.22), outlook(0.4), null, outlook(0.3)];
  const shown = { now: outlook(0.3), before: outlook(0.4), course, failed: false };
  const many = (count: number) => ({ ...scenario, outcomes: Array.from({ length: count }, (_, at) => ({ id: `the-outcome-${at}`, title: `The outcome with the number ${at}, in many words`, when: null })) });
  const spread = (count: number): Outlook => ({ runs: 900, outcomes: Array.from({ length: count }, (_, at) => ({ id: `the-outcome-${at}`, count: 900 / count, share: 1 / count, ...wilson(Math.round(900 / count), 900) })) });
  for (const [columns, rows] of [[80, 24], [100, 30], [120, 40], [160, 45]] as const) {
    const view = { ...viewAt(29, { columns, rows }, { line: { ...FIRST.line, text: 2 }, welcome: false }), outlook: shown };
    it(`${columns}x${rows}`, async () => {
      await expect(`${picture(view).map(rowText).join('\n')}\n`).toMatchFileSnapshot(`golden/${columns}x${rows}-outlook.txt`);
    });
    it(`${columns}x${rows} fills the screen with any number of outcomes`, () => {
      for (const count of [1, 2, 6, 12]) {
        for (const end of [null, viewAt(END, { columns, rows }).end]) {
          const drawn = picture({ ...view, end, scenario: many(count), outlook: { ...shown, now: spread(count), before: null, course: [spread(count), null, spread(count)] } });
          expect(drawn).toHaveLength(rows);
          for (const row of drawn) expect(rowWidth(row)).toBe(columns);
          // eslint-disable-next-line no-control-regex
          for (const row of drawn) expect(rowText(toAscii(row))).toMatch(/^[\u0020-\u007e]*$/);
        }
      }
    });
  }
  it('speaks of runs alone', () => {
    for (const failed of [false, true]) {
      const said = picture({ ...viewAt(29, { columns: 160, rows: 45 }), outlook: { ...shown, failed } }).map(rowText).join('\n');
      expect(said).not.toMatch(/forecast|probab|predict|likel/i);
    }
  });
});

describe('the worker', () => {
  function model(): Model {
    const read = readScenario(fileURLToPath(new URL('../../../scenarios/tutorial.yaml', import.meta.url)));
    if (!read.ok) throw new Error('the tutorial does not read');
    return compile(read.scenario);
  }
  const momentOf = (of: Model, rounds: number): Moment => {
    const stepper = openStepper(of, { seed: '7' });
    for (let round = 0; round < rounds; round += 1) stepper.round();
    return { head: stepper.head, state: saveState(stepper.world.state) };
  };
  it('counts what the engine counts, answers the last question alone, and ends', async () => {
    const of = model();
    const source = workerSource(of.scenario);
    const stale: Outlook[] = [];
    source.ask({ moment: momentOf(of, 0), had: null, runs: 100_000, tell: (one) => { stale.push(one); }, fail: () => undefined });
    const moment = momentOf(of, 3);
    const found = await new Promise<Outlook>((tell, fail) => { source.ask({ moment, had: null, runs: 60, tell: (one) => { if (one.runs === 60) tell(one); }, fail: () => fail(new Error('it died')) }); });
    const counts = new Float64Array(of.outcomes.length);
    addRuns(of, moment.state, '7', [], 1, 60, counts);
    expect(found).toEqual(outlookOf(of, counts));
    expect(stale).toEqual([]);
    await source.end();
  });
  it('that cannot start is told of', async () => {
    const of = model();
    for (const file of [() => new URL('./no-such-file.mjs', import.meta.url), (): URL => { throw new Error('missing'); }]) {
      const source = workerSource(of.scenario, file);
      await new Promise<void>((fail) => { source.ask({ moment: momentOf(of, 0), had: null, runs: 10, tell: () => undefined, fail }); });
      await source.end();
    }
  });
});
