/**
 * Shipped scenarios as they were read when the program was built (`bundle.mjs` writes them): opening one need not read and check it again,
 * which for a large file takes longer than everything else before the first frame. One counts only while its file, and every file that it extends, is byte for
 * byte what it was made from.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadResult } from '../engine/index.ts';

type Read = Extract<ReadResult, { readonly ok: true }>;
/** `read`: as reading gave it, with the names of its files from the folder on. */
export interface Ready { readonly mark: string; readonly read: Read }

/** A mark of a scenario's file and all that it extends, as they are now. */
function markOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of files) hash.update(`${name}\0`).update(readFileSync(path.join(folder, name))).update('\0');
  return hash.digest('hex');
}

/** What is kept of a scenario that was read. @param name its file in the folder of the shipped ones */
export function madeReady(shipped: string, name: string, read: Read): Ready {
  const bases = read.bases.map((base) => path.relative(shipped, base));
  return { mark: markOf(shipped, [name, ...bases]), read: { ...read, bases } };
}

/** Where the built program keeps them: beside itself, or above the piece that holds this; null when it runs from source. */
function readyFolder(): string | null {
  return ['./ready/', '../ready/'].map((at) => fileURLToPath(new URL(at, import.meta.url))).find((folder) => existsSync(path.join(folder, 'made'))) ?? null;
}

/** @param file path of a scenario file @param shipped the folder of the shipped ones @param folder where the ready ones are @returns null: it is to be read */
export function readyScenario(file: string, shipped: string, folder = readyFolder()): Read | null {
  if (folder === null || path.dirname(file) !== path.resolve(shipped)) return null;
  const made = path.join(folder, `${path.basename(file)}.json`);
  if (!existsSync(made)) return null;
  try {
    const { mark, read } = JSON.parse(readFileSync(made, 'utf8')) as Ready;
    const { bases } = read;
    return mark === markOf(shipped, [path.basename(file), ...bases]) ? { ...read, bases: bases.map((base) => path.resolve(shipped, base)) } : null;
  } catch {
    // Whatever is wrong with it, the scenario itself is still there to be read.
    return null;
  }
}
