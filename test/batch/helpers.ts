/** A folder for a test's files, and a batch that keeps its rows there. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { batch, type BatchOptions, type BatchResult, type KeepOptions, type Model } from '../../engine/index.ts';

export interface Place { readonly path: string; readonly file: (name: string) => string; readonly remove: () => void }

export function place(): Place {
  const at = mkdtempSync(path.join(tmpdir(), 'winset-batch-'));
  return { path: at, file: (name) => path.join(at, name), remove: () => rmSync(at, { recursive: true, force: true }) };
}

export const hashOfFile = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Every file below a folder with its hash: to tell that nothing was touched. */
export function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name)).sort().map((file) => [path.relative(folder, file), hashOfFile(file)]));
}

export function keeping(model: Model, file: string, options: Partial<BatchOptions> = {}, keep: Partial<KeepOptions> = {}): Promise<BatchResult> {
  return batch(model, { seed: 'rows', runs: 400, ...options, keep: { file, shown: path.basename(file), version: '1.2.3', ...keep } });
}

/** Stops a batch when so many runs are done. */
export function stopAfter(runs: number): Pick<BatchOptions, 'signal' | 'onProgress'> {
  const stop = new AbortController();
  return { signal: stop.signal, onProgress: (done) => { if (done >= runs) stop.abort(); } };
}
