/** A sitting in a real pseudo-terminal, through the built program: `npm run build` comes first. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import type { IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';

export const PROGRAM = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

export interface Seat { readonly columns: number; readonly rows: number; readonly env?: Readonly<Record<string, string>> }

export class Sitting {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  raw = '';
  code: number | null = null;

  constructor(command: string, args: readonly string[], { columns, rows, env = {} }: Seat, cwd: string) {
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#pty = spawn(command, [...args], { name: env['TERM'] ?? 'xterm-256color', cols: columns, rows, cwd, env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env } });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#screen.write(data);
    });
    this.#pty.onExit(({ exitCode }) => { this.code = exitCode; });
  }

  get lines(): readonly string[] {
    const { active } = this.#screen.buffer;
    return Array.from({ length: this.#screen.rows }, (_, at) => active.getLine(active.baseY + at)?.translateToString(true) ?? '');
  }
  get text(): string { return this.lines.join('\n'); }
  get alternate(): boolean { return this.#screen.buffer.active.type === 'alternate'; }

  async until(what: string | (() => boolean), why = String(what)): Promise<void> {
    const holds = typeof what === 'string' ? () => this.text.includes(what) : what;
    for (let waited = 0; waited < 20_000; waited += 20) {
      if (holds()) return;
      await new Promise((done) => { setTimeout(done, 20); });
    }
    throw new Error(`never seen: ${why}\n${this.text}`);
  }
  /** Its exit code. */
  async gone(): Promise<number | null> {
    await this.until(() => this.code !== null, 'the end of the program');
    // What was sent last is still on its way to the screen.
    await new Promise((done) => { setTimeout(done, 60); });
    return this.code;
  }
  type(keys: string): void { this.#pty.write(keys); }
  kill(signal?: string): void { this.#pty.kill(signal); }
  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }
}

/** The terminal is as it was: cursor, pastes, wrapping, the screen underneath, what had scrolled off. */
export function expectRestored(at: Sitting): void {
  const last = (sent: string): number => at.raw.lastIndexOf(sent);
  expect(at.alternate).toBe(false);
  for (const [on, off] of [['\u001b[?25h', '\u001b[?25l'], ['\u001b[?2004l', '\u001b[?2004h'], ['\u001b[?7h', '\u001b[?7l']] as const) expect(last(on)).toBeGreaterThan(last(off));
  expect(at.raw).not.toContain('\u001b[3J');
}

export interface Room {
  /** The program with these words. */
  readonly begin: (words: readonly string[], seat: Seat) => Sitting;
  readonly beginWith: (command: string, args: readonly string[], seat: Seat) => Sitting;
  /** The tutorial in `winset step`. */
  readonly step: (columns: number, rows: number, words?: readonly string[], env?: Readonly<Record<string, string>>) => Sitting;
  /** Path of a file in the folder in which they are held. */
  readonly file: (name: string) => string;
}

/** Sittings of a file of tests: each test has a folder of its own, and leaves no program behind. */
export function sittings(): Room {
  let folder = '';
  let held: Sitting[] = [];
  beforeAll(() => {
    if (!existsSync(PROGRAM)) throw new Error('dist/bin.js is missing: run `npm run build` first');
  });
  beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'winset-sitting-')); });
  afterEach(() => {
    for (const one of held) if (one.code === null) one.kill('SIGKILL');
    held = [];
    rmSync(folder, { recursive: true, force: true });
  });
  const beginWith: Room['beginWith'] = (command, args, seat) => {
    const sitting = new Sitting(command, args, seat, folder);
    held.push(sitting);
    return sitting;
  };
  const begin: Room['begin'] = (words, seat) => beginWith(process.execPath, [PROGRAM, ...words], seat);
  return {
    begin, beginWith, file: (name) => path.join(folder, name),
    step: (columns, rows, words = [], env = {}) => begin(['step', 'tutorial', '--seed', '7', ...words], { columns, rows, env }),
  };
}
