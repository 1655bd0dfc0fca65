/**
 * Whether files have changed. Their stamps are looked at again and again, which sees every way of saving there is: over the old file,
 * by another put in its place, by a link turned elsewhere, on a disk of another machine. Notices of the system miss some of these.
 */
import { statSync } from 'node:fs';

/** What tells one state of each file from another: '' where there is none. */
export type Stamps = ReadonlyMap<string, string>;

/** Milliseconds between two looks, and for how long files must rest: an editor may write a file in several strokes. */
const EVERY = 40;
const REST = 2;
/** How long a file that is gone or empty may be about to come: some editors take the old one away first. */
const COMING = 12;

export function stampsOf(files: Iterable<string>): Stamps {
  return new Map([...files].map((file) => [file, stampOf(file)]));
}

function stampOf(file: string): string {
  try {
    const { ino, dev, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch {
    // Why it cannot be looked at is told by whoever reads it.
    return '';
  }
}

const same = (one: Stamps, other: Stamps): boolean => [...one].every(([file, stamp]) => other.get(file) === stamp);
const lacks = (stamps: Stamps): boolean => [...stamps.values()].some((stamp) => stamp === '' || stamp.split(' ')[2] === '0');

/** Resolves with true when the files are otherwise than they were, and rest; with false when told to stop. */
export function untilChanged(before: Stamps, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let last = before;
    let rested = 0;
    const done = (changed: boolean): void => {
      clearInterval(timer);
      signal.removeEventListener('abort', stop);
      resolve(changed);
    };
    const stop = (): void => done(false);
    const timer = setInterval(() => {
      const now = stampsOf(before.keys());
      rested = same(last, now) ? rested + 1 : 0;
      last = now;
      if (!same(before, now) && rested >= (lacks(now) && !lacks(before) ? COMING : REST)) done(true);
    }, EVERY);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}
