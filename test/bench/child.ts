/** The built program as a measured process. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet';

export interface Measured {
  readonly out: string;
  /** From start to end, and on all processors together, in milliseconds. */
  readonly wall: number;
  readonly cpu: number;
  readonly kilobytes: number;
}

export function measured(words: readonly string[], cwd = process.cwd()): Measured {
  const start = performance.now();
  const done = spawnSync(process.execPath, ['--import', resolve('test/bench/usage.mjs'), resolve('dist/bin.js'), ...words], { encoding: 'utf8', cwd, stdio: ['ignore', 'pipe', 'pipe', 'pipe'], maxBuffer: 1 << 28 });
  const wall = performance.now() - start;
  if (done.status !== 0) throw new Error(`winset ${words.join(' ')}: ${done.stderr}`);
  const used = JSON.parse(done.output[3] ?? '') as { readonly kilobytes: number; readonly cpu: number };
  return { out: done.stdout, wall, ...used };
}

/** The try with the least wall time. */
export function best(tries: readonly Measured[]): Measured {
  return tries.reduce((a, b) => (b.wall < a.wall ? b : a));
}

export async function rowsIn(parquet: string): Promise<number> {
  return Number((await parquetMetadataAsync(await asyncBufferFromFile(parquet))).num_rows);
}

/** @param under the folder in which the new one lies while `act` is at work */
export async function inFolder<T>(act: (folder: string) => T | Promise<T>, under = tmpdir()): Promise<T> {
  const folder = mkdtempSync(join(under, 'winset-bench-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Columns as wide as their widest cell, numbers to the right. */
export function table(title: string, rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const widths = cells[0].map((_, c) => Math.max(...cells.map((row) => row[c].length)));
  const lines = cells.map((row) => row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  '));
  return `\n${title}\n${lines.join('\n')}\n`;
}

export const rounded = (value: number, digits = 0): string => value.toFixed(digits);
