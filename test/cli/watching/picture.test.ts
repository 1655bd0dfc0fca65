/** The screen of `winset watch`: what it shows at every size, and what its keys do. */
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import { asTaken } from '../../../cli/open.ts';
import { PAINTED, UNPAINTED } from '../../../cli/views/plain/paint.ts';
import { asciiStyled, cutStyled } from '../../../cli/views/watch/cut.ts';
import { picture } from '../../../cli/views/watch/picture.ts';
import { FIRST, reduce } from '../../../cli/views/watch/state.ts';
import type { Facts, State } from '../../../cli/views/watch/state.ts';
import { Desk } from '../../../cli/watching/desk.ts';
import type { Reading } from '../../../cli/watching/desk.ts';
import { formatProblem, crewOf, openTeam, readScenarioText } from '../../../engine/index.ts';
import { edit, scenarioFrom, SMALLEST } from '../../helpers/world.ts';
import { poisoned, SENT } from '../poisoned.ts';

const EDITED = edit(SMALLEST, ['walk-away: { value: 0.3, assumed: test }\n    stances', 'walk-away: { value: 0.6, assumed: test }\n    stances']);
const never = new AbortController().signal;
const read = (text: string): Reading => ({ ok: true, bases: [], scenario: scenarioFrom(text), taken: {} });
const broken = (text: string): Reading => {
  const said = readScenarioText(text, { file: 'my.yaml' });
  if (said.ok) throw new Error('it has no problem');
  return { ok: false, bases: [], problems: said.problems, says: null };
};

const fresh = (): Desk => new Desk({ team: openTeam(crewOf(0)), seed: '3', runs: 60, now: () => 0 });
const played = fresh();
const troubled = fresh();
const show = (desk: Desk, columns: number, rows: number, state: State = FIRST, paint = UNPAINTED, said: string | null = null) => picture({ desk, name: 'my.yaml', state, said, format: formatProblem, paint }, columns, rows);
const page = (...args: Parameters<typeof show>): string => show(...args).lines.join('\n');
const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ');

beforeAll(async () => {
  for (const desk of [played, troubled]) {
    for (const text of [SMALLEST, EDITED]) {
      desk.take(read(text), asTaken);
      await desk.play(never, never, () => {});
    }
  }
  troubled.take(broken(edit(EDITED, ['rounds:', 'ronds:'])), asTaken);
});

describe('the screen', () => {
  it.each([[80, 24], [100, 30], [160, 45], [40, 12], [20, 5], [132, 24]])('fits %i by %i', (columns, rows) => {
    for (const desk of [played, troubled, fresh()]) {
      for (const state of [FIRST, { ...FIRST, shown: 0 }, { ...FIRST, scrolled: 99 }]) {
        for (const paint of [UNPAINTED, PAINTED]) {
          const { lines } = show(desk, columns, rows, state, paint);
          expect(lines).toHaveLength(rows);
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        }
      }
    }
  });
  it('says what was edited, what it changed, and whether that is more than luck', () => {
    const said = flat(page(played, 100, 40));
    for (const part of ['my.yaml · ', '60 runs', 'Save 1, against the save before', 'walk-away value: 0.3 → 0.6', 'How 60 runs ended before and now, with the same luck', 'ended otherwise', 'Edits so far', '▸ 1 ']) expect(said).toContain(part);
    expect(flat(page(played, 100, 40, { ...FIRST, shown: 0 }))).toMatch(/The file as it was found.*How 60 runs end .*▸ 0 the file as it was found/u);
    expect(flat(page(played, 100, 40, { ...FIRST, against: 'start' }))).toContain('against the file as it was found');
    expect(flat(page(played, 100, 40, FIRST, UNPAINTED, 'Saved; nothing has changed.'))).toContain('Saved; nothing has changed.');
  });
  it('shows the problems with carets in place of it, and what was played one step back', () => {
    const said = page(troubled, 80, 24);
    for (const part of ['cannot be played', 'Save 2: it cannot be played', 'ronds', '^^^^^', 'did you mean rounds?', '▸  2  cannot be played']) expect(said).toContain(part);
    const { state } = reduce(FIRST, { name: 'up', text: '' }, { versions: 2, page: 10, most: 0, trouble: true });
    expect(page(troubled, 80, 24, state)).toContain('Save 1, against the save before');
  });
  it('says that there is more below, and scrolls to its end', () => {
    const { lines, most, page: high } = show(played, 80, 16);
    expect(most).toBeGreaterThan(0);
    expect(lines.join('\n')).toMatch(/… \d+ more lines: PgDn/u);
    expect(page(played, 80, 16, { ...FIRST, scrolled: most })).not.toContain('more lines');
    expect(high).toBeGreaterThan(0);
  });
  it('is harmless whatever stands in the file', () => {
    const desk = fresh();
    const scenario = poisoned(scenarioFrom(SMALLEST));
    desk.take({ ok: true, bases: [], scenario, taken: {} }, asTaken);
    desk.take({ ok: true, bases: [], scenario: { ...scenario, hash: 'other', outcomes: scenario.outcomes.map((one) => ({ ...one, title: `${one.title}\u001b[2J` })) }, taken: {} }, asTaken);
    expect(page(desk, 100, 40)).not.toMatch(SENT);
  });
});

describe('its keys', () => {
  const facts: Facts = { versions: 4, page: 10, most: 25, trouble: false };
  const press = (keys: readonly string[], about = facts): State => keys.reduce((state, name) => reduce(state, { name, text: '' }, about).state, FIRST);
  it.each([
    [['up'], { shown: 2 }], [['up', 'up', 'up', 'up', 'up'], { shown: 0 }], [['up', 'down'], { shown: null }], [['down'], { shown: null }], [['up', 'up', 'end'], { shown: null }],
    [['s'], { against: 'start' }], [['s', 's'], { against: 'before' }], [['page-down'], { scrolled: 10 }], [['page-down', 'page-down', 'page-down'], { scrolled: 25 }], [['page-down', 'page-up'], { scrolled: 0 }],
    [['j', 'j', 'k'], { scrolled: 1 }], [['j', 'up'], { scrolled: 0 }], [['x'], FIRST],
  ] as const)('%j', (keys, wanted) => {
    expect(press(keys)).toMatchObject(wanted);
  });
  it('lead from the problems to the last that could be played, and back', () => {
    expect(press(['up'], { ...facts, trouble: true })).toMatchObject({ shown: 3 });
    expect(press(['up', 'up'], { ...facts, trouble: true })).toMatchObject({ shown: 2 });
    expect(press(['up', 'down'], { ...facts, trouble: true })).toMatchObject({ shown: null });
    expect(press(['up'], { ...facts, versions: 0, trouble: true })).toMatchObject({ shown: null });
  });
  it.each([['q', { kind: 'quit', code: 0 }], ['ctrl-c', { kind: 'quit', code: 130 }], ['ctrl-z', { kind: 'suspend' }], ['ctrl-l', { kind: 'redraw' }], ['e', { kind: 'edit' }]])('%s', (name, todo) => {
    expect(reduce(FIRST, { name, text: '' }, facts).todo).toEqual(todo);
  });
});

describe('a line with colours', () => {
  it('is cut by what is seen of it, keeps its colours, and has a plain twin', () => {
    expect(cutStyled('\u001b[1mabcdef\u001b[22m gh', 4)).toBe('\u001b[1mabc…\u001b[22m');
    expect(cutStyled('\u001b[1mabc\u001b[22m', 3)).toBe('\u001b[1mabc\u001b[22m');
    expect(asciiStyled('\u001b[1m▸ “x” → y\u001b[22m')).toBe('\u001b[1m> "x" > y\u001b[22m');
  });
});
