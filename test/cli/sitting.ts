/** A whole sitting in a real pseudo-terminal, through the built program: `npm run build` comes first. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import type { IPty } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export const PROGRAM = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

export interface Seat { readonly columns: number; readonly rows: number; readonly cwd: string; readonly env?: Readonly<Record<string, string>> }

export class Sitting {
  readonly #pty: IPty;
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  raw = '';
  code: number | null = null;

  constructor(args: readonly string[], { columns, rows, cwd, env = {} }: Seat) {
    if (!existsSync(PROGRAM)) throw new Error('dist/bin.js is missing: run `npm run build` first');
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#pty = spawn(process.execPath, [PROGRAM, ...args], { name: env['TERM'] ?? 'xterm-256color', cols: columns, rows, cwd, env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TERM: 'xterm-256color', ...env } });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#screen.write(data);
    });
    this.#pty.onExit(({ exitCode }) => { this.code = exitCode; });
  }

  get text(): string {
    const { active } = this.#screen.buffer;
    return Array.from({ length: this.#screen.rows }, (_, at) => active.getLine(active.baseY + at)?.translateToString(true) ?? '').join('\n');
  }
  get alternate(): boolean { return this.#screen.buffer.active.type === 'alternate'; }
  /** Whether the terminal is as it was: cursor, pastes, wrapping, the screen underneath. */
  get restored(): boolean {
    const last = (sent: string): number => this.raw.lastIndexOf(sent);
    return !this.alternate && last('\u001b[?25h') > last('\u001b[?25l') && last('\u001b[?2004l') > last('\u001b[?2004h') && last('\u001b[?7h') > last('\u001b[?7l');
  }

  async until(what: string | (() => boolean), why = String(what)): Promise<void> {
    const holds = typeof what === 'string' ? () => this.text.includes(what) : what;
    for (let waited = 0; waited < 20_000; waited += 20) {
      if (holds()) return;
      await new Promise((done) => { setTimeout(done, 20); });
    }
    throw new Error(`never seen: ${why}\n${this.text}`);
  }
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
