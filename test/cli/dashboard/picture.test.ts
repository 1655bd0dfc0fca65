import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../cli/views/dashboard/asked.ts';
import { toAscii } from '../../../cli/views/dashboard/ascii.ts';
import { KEYS } from '../../../cli/views/dashboard/keys.ts';
import { picture } from '../../../cli/views/dashboard/picture.ts';
import { rowText, rowWidth } from '../../../cli/views/dashboard/rows.ts';
import { FIRST, PANES } from '../../../cli/views/dashboard/ui.ts';
import type { Ui } from '../../../cli/views/dashboard/ui.ts';
import type { View } from '../../../cli/views/dashboard/view.ts';
import { END, lookAt, scenario, seatAt, TRUNK, viewAt } from './fixture.ts';

/** The sizes that layouts are made for. */
const FOUR = [[80, 24], [100, 30], [120, 40], [200, 60]] as const;
const SIZES = [[80, 24], [100, 30], [120, 40], [160, 45], [200, 60]] as const;
const ASKED: Asked = { kind: 'answer', party: 'ukraine', offer: false, text: null };
const draw = (view: View): string => `${picture(view).map(rowText).join('\n')}\n`;
const chosen: Partial<Ui> = { line: { ...FIRST.line, text: 2 }, welcome: false };

const GROWN: View['branches'] = [
  { ...TRUNK, round: 6, outcome: 'war' },
  { ...TRUNK, id: 2, name: 'Ukraine accepts', strokes: '├─ ', from: 3, round: 6, outcome: 'settlement', decided: [{ kind: 'answer', round: 3, party: 'ukraine', answer: 'accept' }], unsaved: true, beside: true, current: false },
  { ...TRUNK, id: 3, name: 'with more support', strokes: '│  └─ ', from: 4, round: 4, decided: [{ kind: 'lever', round: 4, lever: 'support', value: 0.8 }], current: false },
  { ...TRUNK, id: 4, name: 'without strikes', strokes: '└─ ', from: 4, round: 5, decided: [{ kind: 'event', round: 4, event: 'strikes', happens: false }], current: false },
];
const OUTCOMES = [['settlement', 'A signed settlement', 240, 520, 30, 310], ['war', 'The war goes on', 1760, 1480, 310, 30]] as const;
const share = (count: number) => ({ count, share: count / 2000, low: count / 2000 - 0.02, high: count / 2000 + 0.02 });
const pair: NonNullable<View['beside']>['pair'] = { runs: 2000, alike: 1660, outcomes: OUTCOMES.map(([id, title, one, other, onlyFirst, onlySecond]) => ({ id, title, first: share(one), second: share(other), onlyFirst, onlySecond, difference: (other - one) / 2000, low: (other - one) / 2000 - 0.017, high: (other - one) / 2000 + 0.017 })) };
const BESIDE: NonNullable<View['beside']> = {
  sides: [
    { name: 'main', look: lookAt(29), choices: [], end: null, told: [{ round: 3, text: 'Ukraine refuses: the text crosses its red line “No recognition of Crimea” (002.7, 002.8).' }] },
    { name: 'Ukraine accepts', look: lookAt(21), choices: [{ kind: 'answer', round: 3, party: 'ukraine', answer: 'accept' }, { kind: 'lever', round: 4, lever: 'support', value: 0.8 }], end: null, told: [{ round: 3, text: 'Ukraine accepts the text. (Decided by a person.)' }, { round: 4, text: 'An assumption is changed: Support, from 0.5 to 0.8.' }] },
  ],
  parting: { round: 3, phase: 'answers' }, alike: false, pair, failed: false,
};

describe('golden pictures', () => {
  for (const [columns, rows] of SIZES) {
    const size = { columns, rows };
    it.each([
      ['start', viewAt(0, size)],
      ['text', viewAt(29, size, chosen)],
      ['end', viewAt(END, size, chosen)],
    ] as const)(`${columns}x${rows} %s`, async (name, view) => {
      await expect(draw(view)).toMatchFileSnapshot(`golden/${columns}x${rows}-${name}.txt`);
    });
  }
  for (const [columns, rows] of FOUR.slice(0, 2)) {
    it.each(PANES)(`${columns}x${rows} pane %s`, async (pane) => {
      await expect(draw(viewAt(29, { columns, rows }, { ...chosen, pane, side: pane === 'pressure' ? pane : 'parties' }))).toMatchFileSnapshot(`golden/${columns}x${rows}-pane-${pane}.txt`);
    });
  }
  it('80x24 on a terminal that knows no more than ASCII', async () => {
    const size = { columns: 80, rows: 24 };
    const ascii = picture(viewAt(29, size, chosen)).map((cells) => rowText(toAscii(cells))).join('\n');
    // eslint-disable-next-line no-control-regex
    expect(ascii).toMatch(/^[\u0020-\u007e\n]*$/);
    await expect(`${ascii}\n`).toMatchFileSnapshot('golden/80x24-ascii.txt');
  });
});

describe('branches, commands, charts', () => {
  for (const [columns, rows] of FOUR) {
    const size = { columns, rows };
    const at = (ui: Partial<Ui>): View => ({ ...viewAt(29, size, { ...chosen, ...ui }), branches: GROWN });
    it.each([
      ['branches', at({ mode: { kind: 'branches', chosen: 1 } })],
      ['beside', { ...at({ mode: { kind: 'beside', other: 2, from: 0 } }), beside: BESIDE }],
      ['palette', at({ mode: { kind: 'palette', text: 'seat', chosen: 1 } })],
      ['chart', at({ mode: { kind: 'chart', from: 0 } })],
      ['chart-gauge', at({ pane: 'pressure', mode: { kind: 'chart', from: 0 } })],
      ['seats', { ...at({ mode: { kind: 'seat', chosen: 1 }, sits: ['ukraine'] }), seats: [ASKED] }],
      ['help', at({ mode: { kind: 'help', from: 0 } })],
      ['why', at({ mode: { kind: 'why', from: 0 } })],
    ] as readonly (readonly [string, View])[])(`${columns}x${rows} %s`, async (name, view) => {
      await expect(draw(view)).toMatchFileSnapshot(`golden/${columns}x${rows}-${name}.txt`);
    });
  }
});

describe('speaking for a party', () => {
  const draft: Ui['mode'] = { kind: 'draft', asked: { kind: 'text', party: 'us', offer: false, text: null }, terms: { crimea: 'us-recognises' } };
  for (const [columns, rows] of FOUR) {
    const size = { columns, rows };
    const shared = { ...seatAt(20, 'ukraine', size), people: ['ukraine', 'russia'] };
    const hidden = lookAt(29);
    const lines = { ...viewAt(29, size, { ...chosen, pane: 'parties', line: { ...chosen.line ?? FIRST.line, parties: 5 } }), look: {
      ...hidden, diplomacy: 'ratifying' as const, parties: hidden.parties.map((party) => ({ ...party, lines: party.lines.map((line, at) => ({ ...line, stated: at > 0, known: at > 0, held: at === 0 })) })) },
    votes: [{ party: 'ukraine', yes: null }, { party: 'russia', yes: true }] };
    it.each([
      ['cover', { ...shared, ui: { ...FIRST, mode: { kind: 'cover', party: 'ukraine' } } }],
      ['cover-all', { ...shared, ui: { ...FIRST, mode: { kind: 'cover', party: null } } }],
      ['seat-start', seatAt(0, 'ukraine', size)],
      ['seat-question', seatAt(28, 'ukraine', size, { ...chosen, mode: { kind: 'question', asked: ASKED } })],
      ['seat-parties', seatAt(29, 'ukraine', size, { ...chosen, pane: 'parties', line: { ...FIRST.line, parties: 7 } })],
      ['seat-answered', seatAt(29, 'russia', size, { ...chosen, party: 0 })],
      ['draft', viewAt(28, size, { ...chosen, mode: draft, party: 0 })],
      ['events', { ...viewAt(24, size, { ...chosen, mode: { kind: 'events', chosen: 1 } }), ahead: [{ kind: 'event', round: 4, event: 'strikes', happens: false }] }],
      ['levers', viewAt(24, size, { ...chosen, mode: { kind: 'levers', chosen: 0, typed: '0.6' } })],
      ['hidden-lines', lines],
      ['votes', { ...lines, ui: { ...lines.ui, pane: 'text' } }],
    ] as readonly (readonly [string, View])[])(`${columns}x${rows} %s`, async (name, view) => {
      await expect(draw(view)).toMatchFileSnapshot(`golden/${columns}x${rows}-${name}.txt`);
    });
  }
  it('shows nothing of the run under the cover', () => {
    const covered = draw({ ...seatAt(29, 'ukraine', { columns: 120, rows: 40 }), ui: { ...FIRST, mode: { kind: 'cover', party: 'russia' } } });
    expect(covered).toContain('Hand the keyboard to Russia.');
    for (const word of ['Crimea', 'Exhaustion', 'round', 'Thirty', '%']) expect(covered).not.toContain(word);
  });
});

describe('every picture', () => {
  const modes: readonly Ui['mode'][] = [{ kind: 'look' }, { kind: 'help', from: 3 }, { kind: 'why', from: 0 }, { kind: 'name', for: { what: 'file' }, text: 'a file' }, { kind: 'seat', chosen: 0 }, { kind: 'ask', question: 'quit', name: '' },
    { kind: 'question', asked: ASKED }, { kind: 'draft', asked: { ...ASKED, kind: 'text', party: 'us' }, terms: {} }, { kind: 'events', chosen: 0 }, { kind: 'levers', chosen: 0, typed: '' }, { kind: 'cover', party: 'ukraine' }, { kind: 'cover', party: null }, { kind: 'pass', chosen: 0 },
    { kind: 'chart', from: 0 }, { kind: 'palette', text: 'a', chosen: 2 }, { kind: 'branches', chosen: 0 }, { kind: 'beside', other: 2, from: 0 }, { kind: 'name', for: { what: 'branch' }, text: 'b' }];
  it('fills the screen to the cell, at any size, in any mode', () => {
    for (const [columns, rows] of [...SIZES, [80, 40], [99, 24], [119, 33], [150, 40], [300, 100], [79, 23], [10, 3], [1, 1]] as const) {
      for (const mode of modes) {
        for (const pane of PANES) {
          const rowsDrawn = picture({ ...viewAt(29, { columns, rows }, { ...chosen, mode, pane }), seats: [ASKED], branches: GROWN, beside: BESIDE });
          expect(rowsDrawn).toHaveLength(rows);
          for (const cells of rowsDrawn) expect(rowWidth(cells), `${columns}×${rows}`).toBe(columns);
          // eslint-disable-next-line no-control-regex
          if (pane === 'text') for (const cells of rowsDrawn) expect(rowText(toAscii(cells))).toMatch(/^[\u0020-\u007e]*$/);
        }
      }
    }
  });
  it('asks for room below 80×24', () => {
    expect(draw(viewAt(9, { columns: 79, rows: 24 }))).toContain('Make it larger');
    expect(draw(viewAt(9, { columns: 80, rows: 23 }))).toContain('Make it larger');
  });
  it('shows every key of the table in the help', () => {
    const help = draw(viewAt(9, { columns: 149, rows: 200 }, { mode: { kind: 'help', from: 0 } }));
    for (const key of KEYS) expect(help).toContain(key.says);
  });
  it('is not moved or steered by hostile titles', () => {
    const evil = '\u001b[2J\u009b31m\u202egnihtyna\u200b 和平⛔e\u0301\t\nend';
    const spoiled = {
      ...scenario, title: evil, question: evil, events: scenario.events.map((event) => ({ ...event, title: evil })), levers: scenario.levers.map((lever) => ({ ...lever, title: evil })), issues: scenario.issues.map((issue) => ({ ...issue, title: evil, options: issue.options.map((option) => ({ ...option, title: evil })) })),
      parties: scenario.parties.map((party) => ({ ...party, name: evil, short: '和平\u001b', redLines: party.redLines.map((line) => ({ ...line, title: evil })) })),
    };
    for (const [columns, rows] of SIZES) {
      for (const [at, mode] of [[0, modes[0]], [29, modes[0]], [END, modes[0]], ...modes.map((one) => [28, one] as const)] as const) {
        const view = { ...viewAt(at, { columns, rows }, { ...chosen, mode: mode ?? { kind: 'look' } }), seats: [ASKED], branches: GROWN.map((one) => ({ ...one, name: evil })), beside: { ...BESIDE, sides: [{ ...BESIDE.sides[0], name: evil }, { ...BESIDE.sides[1], name: evil }] } satisfies View['beside'], people: at === 28 ? ['ukraine', 'russia'] : [], viewer: at === 28 ? 'ukraine' : null };
        const look = { ...view.look, parties: view.look.parties.map((party) => ({ ...party, name: evil, short: '和平\u001b', stances: party.stances.map((one) => ({ ...one, stateTitle: evil })), lines: party.lines.map((line) => ({ ...line, title: evil })) })) };
        for (const cells of picture({ ...view, scenario: spoiled, look })) {
          expect(rowWidth(cells)).toBe(columns);
          // eslint-disable-next-line no-control-regex
          expect(rowText(cells)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b\u202e]/);
        }
      }
    }
  });
});
