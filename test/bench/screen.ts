/**
 * The full screen in a pseudo-terminal: how long until its first frame, beside `node -e 0`; and how long until a key is answered while an
 * outlook is played, beside an Ink app that does nothing else. Whole screens are looked at, so no number counts a half-drawn one.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { spawn, type IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { rounded, table } from './child.ts';

const [COLUMNS, ROWS] = [120, 40];
const ENV = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
/** How long a screen is waited for, in milliseconds. */
const LONGEST = 30_000;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const wait = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms); });

/** Processor time of a process so far, in milliseconds; where the system tells it. */
function processor(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

class Program {
  readonly pty: IPty;
  readonly started = performance.now();
  readonly #terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  #waiting: { readonly holds: () => boolean; readonly met: (at: number) => void } | null = null;
  over = false;

  constructor(words: readonly string[]) {
    this.pty = spawn(process.execPath, [...words], { name: 'xterm-256color', cols: COLUMNS, rows: ROWS, cwd: process.cwd(), env: ENV });
    this.pty.onData((data) => {
      const at = performance.now();
      this.#terminal.write(data, () => this.#look(at));
    });
    this.pty.onExit(() => {
      this.over = true;
      this.#look(performance.now());
    });
  }

  #look(at: number): void {
    if (this.#waiting?.holds() !== true) return;
    const { met } = this.#waiting;
    this.#waiting = null;
    met(at);
  }

  /** The screen without the two lines of the outlook, which change by themselves. */
  get answer(): string { return this.text.split('\n').filter((_, row) => row !== 3 && row !== 4).join('\n'); }

  get text(): string {
    const { active } = this.#terminal.buffer;
    return Array.from({ length: ROWS }, (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '').join('\n');
  }

  /** The moment at which the screen first looked so. */
  when(holds: () => boolean): Promise<number> {
    return new Promise((met, fail) => {
      const late = setTimeout(() => fail(new Error(`the screen never looked as it should:\n${this.text}`)), LONGEST);
      this.#waiting = { holds, met: (at) => {
        clearTimeout(late);
        met(at);
      } };
      this.#look(performance.now());
    });
  }
}

interface First { readonly wall: number; readonly cpu: number }

async function firstFrame(words: readonly string[], sign: string | null): Promise<First> {
  const program = new Program(words);
  const at = await program.when(() => (sign === null ? program.over : program.text.includes(sign)));
  const cpu = processor(program.pty.pid);
  program.pty.kill('SIGKILL');
  return { wall: at - program.started, cpu };
}

async function firstFrames(tries: number): Promise<readonly (readonly string[])[]> {
  const bin = resolve('dist/bin.js');
  const sides = [['node -e 0', ['-e', '0'], null], ['winset step tutorial', [bin, 'step', 'tutorial'], 'q quit'], ['winset (the flagship)', [bin], 'q quit'], ['winset step, a file that is read', [bin, 'step', 'test/bench/../../scenarios/ukraine-2025.yaml', '--from', '2025-02-03'], 'q quit']] as const;
  const took: First[][] = sides.map(() => []);
  // In turn, so that a busy moment of the machine falls on all of them.
  for (let attempt = 0; attempt < tries; attempt++) for (const [side, [, words, sign]] of sides.entries()) took[side].push(await firstFrame(words, sign));
  const [base] = took.map((all) => median(all.map((one) => one.wall)));
  return took.map((all, side) => [
    sides[side][0], rounded(median(all.map((one) => one.wall))), rounded(Math.min(...all.map((one) => one.wall))), rounded(median(all.map((one) => one.wall)) / base, 1), side === 0 ? '' : rounded(median(all.map((one) => one.cpu))),
  ]);
}

/** How long until the screen answers each of so many keys, in milliseconds. */
async function echoes(program: Program, keys: number, key: (nth: number) => string, pause: number): Promise<readonly number[]> {
  const took: number[] = [];
  for (let nth = 0; nth < keys; nth++) {
    await wait(pause);
    const before = program.answer;
    const start = performance.now();
    program.pty.write(key(nth));
    took.push(await program.when(() => program.answer !== before) - start);
  }
  return took;
}

async function keyEchoes(keys: number): Promise<readonly (readonly string[])[]> {
  const empty = new Program(['--import', 'tsx', resolve('test/bench/empty-ink.tsx')]);
  await empty.when(() => empty.text.includes('keys: 0'));
  const winset = new Program([resolve('dist/bin.js')]);
  await winset.when(() => winset.text.includes('q quit'));
  // A round in, where there is a text to look at; a moment later its outlook is being played.
  winset.pty.write('rrr');
  await winset.when(() => /From here .*\d %/.test(winset.text));
  // Mostly selecting, to and fro from the top, which asks for no new outlook, so that the one that is played goes on; now and then a step, which does.
  winset.pty.write('k'.repeat(20));
  await wait(500);
  const key = (nth: number): string => (nth % 9 === 8 ? ' ' : (nth % 9) % 2 === 0 ? 'j' : 'k');
  const plain = await echoes(empty, keys, () => 'x', 60);
  const steps = await echoes(winset, keys, key, 60);
  for (const program of [empty, winset]) program.pty.kill('SIGKILL');
  const high = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];
  return [['an Ink app that counts keys', plain], ['winset, while an outlook is played', steps]].map(([name, took]) => [
    name as string, rounded(median(took as readonly number[]), 1), rounded(high(took as readonly number[]), 1), rounded(median(took as readonly number[]) - median(plain), 1),
  ]);
}

export async function screen(tries = 9, keys = 80): Promise<string> {
  const frames = await firstFrames(tries);
  const answers = await keyEchoes(keys);
  return table(`First frame at ${COLUMNS}×${ROWS}, ${tries} tries in turn`, [['', 'median, ms', 'least, ms', 'times node -e 0', 'processor, ms'], ...frames])
    + table(`A key until the screen shows its effect, ${keys} keys`, [['', 'median, ms', '95 of 100 within, ms', 'more than Ink, ms'], ...answers]);
}
