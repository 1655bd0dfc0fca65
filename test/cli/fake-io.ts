/** An outside world in memory: what was printed can be read, nothing real is touched. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io, Sink } from '../../cli/io.ts';
import { main } from '../../cli/main.ts';

export interface Outside {
  readonly columns?: number;
  readonly isTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stop?: AbortController;
  /** A clock that moves on by this many milliseconds whenever it is read. */
  readonly tick?: number;
  /** What a write to stdout throws. */
  readonly fault?: Error;
  /** Told of each write to stdout. */
  readonly heard?: (text: string) => void;
}

export interface Said { readonly code: number; readonly out: string; readonly err: string }

export async function winset(line: string | readonly string[], outside: Outside = {}): Promise<Said> {
  const said = { out: '', err: '' };
  let time = 0;
  const sink = (to: 'out' | 'err'): Sink => ({
    write: (text) => {
      if (to === 'out' && outside.fault !== undefined) throw outside.fault;
      said[to] += text;
      if (to === 'out') outside.heard?.(text);
    },
    isTTY: outside.isTTY ?? false,
    columns: outside.columns,
  });
  const io: Io = {
    stdout: sink('out'), stderr: sink('err'), terminal: null, env: outside.env ?? {}, cwd: outside.cwd ?? process.cwd(),
    now: () => { time += outside.tick ?? 1; return time; },
    signal: (outside.stop ?? new AbortController()).signal,
  };
  const words = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line;
  const code = await main(words, io);
  return { code, ...said };
}

/** A folder of its own for a test, and how to be rid of it. */
export function folder(): { readonly path: string; readonly file: (name: string) => string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'winset-cli-'));
  return { path, file: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
}
