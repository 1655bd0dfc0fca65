/** Sittings from start to end in a real pseudo-terminal, as people have them: `npm run build` comes first. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectRestored, PROGRAM, sittings } from '../sitting.ts';

const { begin: beginAny, beginWith, step: begin, file: written } = sittings();
const replayed = (file: string) => spawnSync(process.execPath, [PROGRAM, 'run', 'tutorial', '--replay', written(file)], { encoding: 'utf8' });

describe('a whole sitting', () => {
  it('steps to the end, goes back, answers for a party, which begins a branch, holds both side by side, saves, replays and quits', async () => {
    const at = begin(120, 40);
    await at.until('b a branch');
    at.type('G');
    await at.until('The run ends after');
    at.type(':1\r');
    await at.until('round 1 of 12');
    at.type('lll');
    await at.until('▸answers');
    at.type('t');
    await at.until('Whose seat do you take?');
    at.type('n');
    await at.until('A branch begins here');
    expect(at.text).toMatch(/seed 7 · The .* village refuses/u);
    at.type('rr');
    await at.until('round 2 of 12');
    at.type('B');
    await at.until('SIDE BY SIDE');
    await at.until(() => /OUTLOOK FROM HERE +\d+ pairs of runs/u.test(at.text), 'the outlooks of both');
    expect(at.text).toContain('they part in round 1, answers');
    at.type('G');
    await at.until('both have ended');
    at.type('\u001b');
    await at.until('2 PARTIES');
    at.type('b');
    await at.until('BRANCHES · 2 of 2');
    at.type('\u001b');
    await at.until('2 PARTIES');
    at.type('q');
    await at.until('is not saved');
    at.type('s');
    await at.until('File: tutorial-the-upper-village-refuses-seed7.run.jsonl');
    at.type('\r');
    await at.until('Saved: the branch');
    const [head] = readFileSync(written('tutorial-the-upper-village-refuses-seed7.run.jsonl'), 'utf8').split('\n');
    expect(JSON.parse(head ?? '')).toMatchObject({ seed: '7', choices: [{ kind: 'answer', round: 1, answer: 'refuse' }] });
    expect(replayed('tutorial-the-upper-village-refuses-seed7.run.jsonl')).toMatchObject({ status: 0, stderr: '' });
    at.type('q');
    await at.gone();
    expect(at.code).toBe(0);
    expectRestored(at);
  });

  it('opens a scenario of a folder of its own by the name that list gives', async () => {
    const at = beginAny(['step', 'history/minsk-2015'], { columns: 120, rows: 40 });
    await at.until('Minsk, February 2015');
    await at.until('b a branch');
    at.type('q');
    await at.gone();
    expect(at.code).toBe(0);
  });

  it('speaks in ASCII signs in the plain mode where that is asked for', async () => {
    const at = begin(100, 30, ['--plain', '--ascii']);
    await at.until('Before the first');
    at.type('round\rtext\rhelp\rquit\r');
    await at.gone();
    expect(at.raw).toContain('"Two thirds to the upper village"');
    // eslint-disable-next-line no-control-regex
    expect(at.raw).not.toMatch(/[^\u0000-\u007e]/u);
    const other = begin(100, 30, ['--plain']);
    await other.until('Before the first');
    other.type('text\rquit\r');
    await other.gone();
    expect(other.raw).toContain('“');
  });

  it('sits for a party through the run, asked at each of its turns', async () => {
    const at = begin(80, 24);
    await at.until('b a branch');
    at.type('tj');
    await at.until('▸The lower village');
    at.type('\r');
    await at.until('You sit for the lower village');
    at.type('r');
    await at.until('What does the lower village say');
    at.type('y');
    await at.until('▸movement');
    at.type('G');
    await at.until(() => at.text.includes('What does the lower village say') || at.text.includes('The run ends after'), 'the next question, or the end');
    at.kill('SIGTERM');
    await at.gone();
    expect(at.code).toBe(143);
    expectRestored(at);
  });

  it('finds commands by their names, and the chart of what is selected', async () => {
    const at = begin(100, 30);
    await at.until('b a branch');
    at.type('rr');
    await at.until('round 2 of 12');
    at.type(':evid');
    await at.until('Why: the reason and the evidence');
    at.type('\r');
    await at.until('─▸WHY');
    at.type('c');
    await at.until('─▸CHART');
    expect(at.text).toContain('◂ here');
    at.type('\u001b');
    await at.until('q quit');
    at.type('q');
    await at.gone();
    expect(at.code).toBe(0);
  });

  it('goes into the background of a shell and comes back to the same moment', async () => {
    const at = beginWith('/bin/bash', ['--norc', '--noprofile', '-i'], { columns: 100, rows: 30, env: { PS1: 'shell> ' } });
    await at.until('shell> ');
    at.type(`'${process.execPath}' '${PROGRAM}' step tutorial --seed 7\r`);
    await at.until('b a branch');
    at.type('rr');
    await at.until('round 2 of 12');
    at.type('\u001a');
    await at.until(() => !at.alternate && /Stopped/u.test(at.text), 'the shell, with the program stopped');
    at.type('fg\r');
    await at.until(() => at.alternate && at.text.includes('round 2 of 12'), 'the screen again');
    at.type('r');
    await at.until('round 3 of 12');
    at.type('q');
    await at.until(() => !at.alternate, 'the shell again');
    at.type('echo ended with $?\r');
    await at.until('ended with 0');
    at.type('exit\r');
    await at.gone();
    expectRestored(at);
  });

  it('speaks in lines to a screen reader, and on a terminal that knows no more', async () => {
    for (const [args, env] of [[['--plain'], {}], [[], { TERM: 'dumb' }]] as const) {
      const at = begin(80, 24, args, env);
      await at.until('An empty line steps.');
      at.type('round\r');
      await at.until('Round 1 of 12, after peace');
      at.type('seat lower\r');
      await at.until('You sit for the lower village');
      at.type('outlook\r');
      await at.until(() => /Of \d+ runs that start in this moment:/u.test(at.text.replaceAll('\n', ' ')), 'the outlook');
      at.type('quit\r');
      await at.gone();
      expect(at.code).toBe(0);
      // eslint-disable-next-line no-control-regex
      expect(at.raw).not.toMatch(/\u001b/u);
    }
  });

  it('takes truecolor where it can be had, and the sixteen of the terminal where not', async () => {
    for (const [env, sent, other] of [[{ COLORTERM: 'truecolor' }, '\u001b[38;2;26;132;168m', '\u001b[36m'], [{}, '\u001b[36m', '\u001b[38;2;26;132;168m']] as const) {
      const at = begin(80, 24, [], env);
      await at.until('b a branch');
      at.type('q');
      await at.gone();
      expect(at.raw).toContain(sent);
      expect(at.raw).not.toContain(other);
    }
  });
});
