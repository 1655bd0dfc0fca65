/** Whole sittings in a real pseudo-terminal, through the built program: `npm run build` comes first. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectRestored, sittings } from '../sitting.ts';

const { step: begin, file: written } = sittings();

describe('winset step in a terminal', () => {
  it('steps to the end, back to the start, and quits with the terminal restored', async () => {
    const at = begin(80, 24);
    await at.until('b a branch');
    expect(at.alternate).toBe(true);
    at.type(' ');
    await at.until('round 1 of 12');
    at.type('rrr');
    await at.until('round 3 of 12');
    at.type('G');
    await at.until('The run ends after');
    at.type('g');
    await at.until('12 rounds to come');
    at.type('\u001b[C');
    await at.until('round 1 of 12');
    at.type('?');
    await at.until('ALL KEYS');
    at.type('q');
    await at.until('1 Text');
    at.type('q');
    await at.gone();
    expect(at.code).toBe(0);
    expectRestored(at);
  });

  it('saves a run that plays again', async () => {
    const at = begin(100, 30);
    await at.until('b a branch');
    at.type('Gs');
    await at.until('File: tutorial-seed7.run.jsonl');
    at.type('\r');
    await at.until('winset run tutorial --replay tutorial-seed7.run.jsonl');
    const lines = readFileSync(written('tutorial-seed7.run.jsonl'), 'utf8').trimEnd().split('\n').map((line): unknown => JSON.parse(line));
    expect(lines[0]).toMatchObject({ winset: 1, scenario: 'tutorial', seed: '7' });
    expect(lines[lines.length - 1]).toMatchObject({ kind: 'ended' });
    at.type('s\r');
    await at.until('Write over it?');
    at.type('n\u0003');
    await at.gone();
    expect(at.code).toBe(130);
    expectRestored(at);
  });

  it('passes the keyboard between two people, who never see each other’s screen', async () => {
    const at = begin(80, 24, ['--as', 'upper,lower']);
    await at.until('what all may see');
    at.type('r');
    await at.until('Hand the keyboard to The lower village.');
    expect(at.text).not.toMatch(/round|water|%/);
    at.type('\r');
    await at.until('What does the lower village say');
    expect(at.text).toContain('seat of');
    const first = at.raw.length;
    at.type('3');
    at.type('\u001b');
    await at.until('Look around');
    at.type('3');
    await at.until('Fields going dry');
    expect(at.text).not.toContain('Weary of the quarrel');
    at.type('t');
    await at.until('what all may see');
    at.type(' ');
    await at.until('Hand the keyboard to The lower village.');
    at.type('\r');
    await at.until('What does the lower village say');
    at.type('n');
    await at.until('Hand the keyboard to The upper village.');
    expect(at.raw.slice(first)).not.toContain('Weary of the quarrel');
    const second = at.raw.length;
    at.type('\r');
    await at.until('What does the upper village say');
    at.type('y');
    await at.until('All who are asked have spoken.');
    expect(at.raw.slice(second)).not.toContain('Fields going dry');
    at.type('\r');
    await at.until('▸movement');
    at.type('4');
    await at.until('The upper village accepts the text. (Decided by a person.)');
    at.type('s\r');
    await at.until('The file holds everything');
    const lines = readFileSync(written('tutorial-seed7.run.jsonl'), 'utf8').trimEnd().split('\n').map((line): unknown => JSON.parse(line));
    expect(lines[0]).toMatchObject({ choices: [{ kind: 'answer', party: 'lower', answer: 'refuse' }, { kind: 'answer', party: 'upper', answer: 'accept' }] });
    at.type('q');
    await at.gone();
    expect(at.code).toBe(0);
    expectRestored(at);
  });

  it('shows the outlook from here, which no key waits for, and ends with its worker', async () => {
    const at = begin(120, 40);
    await at.until(() => /From here .* \d+ %.* runs/.test(at.text), 'the outlook');
    at.type('rr');
    await at.until('round 2 of 12');
    await at.until(() => /From here .* \d+ %.* 2000 runs/.test(at.text), 'the outlook, refined');
    await at.until(() => /Round by round .*[▁-█]/.test(at.text), 'the strip');
    at.type('o');
    await at.until(() => !at.text.includes('From here'), 'the outlook hidden');
    at.type('or');
    await at.until('round 3 of 12');
    at.type('q');
    await at.gone();
    expect(at.code).toBe(0);
    expectRestored(at);
  });

  it('is drawn anew at every size, also while it is too small', async () => {
    const at = begin(80, 24);
    await at.until('b a branch');
    at.type('r');
    await at.until('round 1 of 12');
    for (const [columns, rows, seen] of [[120, 40, '3 PRESSURE'], [60, 20, 'Make it larger'], [160, 45, 'WHY'], [100, 30, '4 WHAT HAPPENED'], [80, 24, ', . party']] as const) {
      at.resize(columns, rows);
      await at.until(seen);
      await at.until(() => at.lines[rows - 1]?.includes('q quit') === true || columns < 80, 'the help line');
    }
    at.type('q');
    await at.gone();
    expect(at.code).toBe(0);
    expectRestored(at);
  });

  it.each([['SIGTERM', 143], ['SIGHUP', 129], ['SIGINT', 130]] as const)('gives the terminal back on %s', async (signal, code) => {
    const at = begin(80, 24);
    await at.until('b a branch');
    at.kill(signal);
    await at.gone();
    expect(at.code).toBe(code);
    expectRestored(at);
  });

  it('comes back at once from Ctrl-Z where no shell could continue it', async () => {
    const at = begin(80, 24);
    await at.until('b a branch');
    at.type('r\u001a');
    await at.until(() => at.raw.split('\u001b[?1049h').length === 3, 'the screen taken again');
    await at.until('round 1 of 12');
    at.type('q');
    await at.gone();
    expect(at.code).toBe(0);
    expectRestored(at);
  });

  it('takes no harm from fast keys, pastes and mouse reports', async () => {
    const at = begin(80, 24);
    await at.until('b a branch');
    at.type('\u001b[200~qqq\u0003\u001b[201~\u001b[<0;10;10M\u001b[M !!');
    at.type('jkjkjkjkjkjkjkjk'.repeat(50));
    at.type('rr');
    await at.until('round 2 of 12');
    at.type('q');
    await at.gone();
    expect(at.code).toBe(0);
  });

  it('sends no colour under NO_COLOR, and ASCII where the terminal knows no more', async () => {
    const at = begin(80, 24, [], { NO_COLOR: '1', LANG: 'C' });
    await at.until('b a branch');
    at.type('G');
    await at.until('The run ends after');
    at.type('q');
    await at.gone();
    // eslint-disable-next-line no-control-regex
    expect(at.raw).not.toMatch(/\u001b\[[0-9;]*3[0-7]m/);
    // eslint-disable-next-line no-control-regex
    expect(at.raw).not.toMatch(/[^\u0000-\u007e]/);
  });

  it('sends few bytes for a key', async () => {
    const at = begin(120, 40);
    await at.until('b a branch');
    at.type('r');
    await at.until('round 1 of 12');
    const before = at.raw.length;
    at.type('j');
    await at.until(() => at.raw.length > before, 'an answer to the key');
    await new Promise((done) => setTimeout(done, 60));
    expect(at.raw.length - before).toBeLessThan(2500);
    expect(at.raw.slice(before)).not.toContain('\u001b[2J');
    at.type('q');
    await at.gone();
  });
});
