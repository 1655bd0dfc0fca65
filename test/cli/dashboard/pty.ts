/** A sitting in a real pseudo-terminal, through the built program: `npm run build` comes first. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import type { IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';

export const PROGRAM = fileURLToPath(new URL('../../../dist/bin.js', import.meta.url));
let folder = '';
let sitting: Sitting | null = null;

export class Sitting {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  raw = '';
  code: number | null = null;
  signal: number | undefined;

  constructor(command: string, args: readonly string[], columns: number, rows: number, env: Readonly<Record<string, string>> = {}) {
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#pty = spawn(command, [...args], { name: env['TERM'] ?? 'xterm-256color', cols: columns, rows, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env } });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#screen.write(data);
    });
    this.#pty.onExit(({ exitCode, signal }) => {
      this.code = exitCode;
      this.signal = signal;
    });
  }

  get lines(): readonly string[] {
    const { active } = this.#screen.buffer;
    return Array.from({ length: this.#screen.rows }, (_, at) => active.getLine(active.baseY + at)?.translateToString(true) ?? '');
  }
  get text(): string { return this.lines.join('\n'); }
  get alternate(): boolean { return this.#screen.buffer.active.type === 'alternate'; }

  async until(what: string | (() => boolean), why = String(what)): Promise<void> {
    const holds = typeof what === 'string' ? () => this.text.includes(what) : what;
    for (let waited = 0; waited < 10_000; waited += 20) {
      if (holds()) return;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`never seen: ${why}\n${this.text}`);
  }
  async gone(): Promise<void> {
    await this.until(() => this.code !== null, 'the end of the program');
    // What was sent last is still on its way to the screen.
    await new Promise((done) => setTimeout(done, 60));
  }
  type(keys: string): void { this.#pty.write(keys); }
  kill(signal?: string): void { this.#pty.kill(signal); }
  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }
}

/** A sitting with the tutorial; ends with the test. */
export const begin = (columns: number, rows: number, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Sitting => beginWith(process.execPath, [PROGRAM, 'step', 'tutorial', '--seed', '7', ...args], columns, rows, env);

export function beginWith(command: string, args: readonly string[], columns: number, rows: number, env: Readonly<Record<string, string>> = {}): Sitting {
  sitting = new Sitting(command, args, columns, rows, env);
  return sitting;
}

/** A file that the program wrote. */
export const written = (name: string): string => path.join(folder, name);

export function expectRestored(at: Sitting): void {
  expect(at.alternate).toBe(false);
  expect(at.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(at.raw.lastIndexOf('\u001b[?25l'));
  expect(at.raw.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(at.raw.lastIndexOf('\u001b[?2004h'));
  expect(at.raw.lastIndexOf('\u001b[?7h')).toBeGreaterThan(at.raw.lastIndexOf('\u001b[?7l'));
  expect(at.raw).not.toContain('\u001b[3J');
}

/** Each test has a folder of its own, and leaves no program behind. */
export function sittings(): void {
  beforeAll(() => {
    if (!existsSync(PROGRAM)) throw new Error('dist/bin.js is missing: run `npm run build` first');
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'winset-step-'));
  });
  afterEach(() => {
    if (sitting !== null && sitting.code === null) sitting.kill('SIGKILL');
    sitting = null;
    rmSync(folder, { recursive: true, force: true });
  });
}
