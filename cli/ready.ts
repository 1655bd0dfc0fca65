/**
 * Shipped scenarios as they were read when the program was built (`bundle.mjs` writes them): opening one need not read and check it again,
 * which for a large file takes longer than everything else before the first frame. They count only while every scenario file is byte for
 * byte the one they were made from.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadResult } from '../engine/index.ts';

type Read = Extract<ReadResult, { readonly ok: true }>;
/** `read`: as reading gave it, with the names of its files from the folder on. */
export interface Ready { readonly mark: string; readonly read: Read }

/** A mark of all files of a folder that its scenarios may consist of; they extend nothing outside it. */
export function markOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).filter((one) => /\.ya?ml$/u.test(one)).sort()) hash.update(`${name}\0`).update(readFileSync(path.join(folder, name))).update('\0');
  return hash.digest('hex');
}

/** What is kept of a scenario that was read. */
export function madeReady(shipped: string, mark: string, read: Read): Ready {
  return { mark, read: { ...read, bases: read.bases.map((base) => path.relative(shipped, base)) } };
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
    const ready = JSON.parse(readFileSync(made, 'utf8')) as Ready;
    return ready.mark === markOf(shipped) ? { ...ready.read, bases: ready.read.bases.map((base) => path.resolve(shipped, base)) } : null;
  } catch {
    // Whatever is wrong with it, the scenario itself is still there to be read.
    return null;
  }
}
