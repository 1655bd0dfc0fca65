/** Hands chunks out, takes parts in whatever order they come, and merges them in the order of the chunks. */
import type { Hand } from './hand.ts';
import type { Keep } from './keep/keep.ts';
import type { Chunk } from './plan.ts';
import { countRuns, runsUpTo } from './plan.ts';
import { emptyTally, merge, unpack, type PackedTally, type Tally, type TallyShape } from './tally.ts';
import { narrowEnough, type Looks } from './until/looks.ts';

export interface Gathering {
  readonly chunks: readonly Chunk[];
  readonly hands: readonly Hand[];
  readonly shape: TallyShape;
  readonly looks: Looks | null;
  readonly keep: Keep | null;
  readonly onProgress: ((done: number) => void) | null;
  readonly signal: AbortSignal | null;
}

/** The tally of all chunks; after an interruption of those from the first on that are finished; with looks up to the one that was enough. */
export async function gather({ chunks, hands, shape, looks, keep, onProgress, signal }: Gathering): Promise<Tally> {
  const whole = emptyTally(shape);
  const waiting = new Map<number, PackedTally>();
  const under = hands.map(() => 0);
  let next = 0;
  let merged = 0;
  // What an earlier try has finished counts from the start.
  let finished = countRuns(chunks.filter((chunk) => keep?.has(chunk)));
  let enough = false;

  const stop = async (): Promise<void> => { await Promise.all(hands.map((hand) => hand.end())); };
  const onAbort = (): void => { void stop(); };
  const tell = (): void => { onProgress?.(finished + under.reduce((sum, each) => sum + each, 0)); };

  /** Merges what is next in order, as far as it is there. */
  const mergeOn = (): void => {
    while (merged < chunks.length && !enough) {
      const chunk = chunks[merged];
      const part = waiting.get(chunk.index) ?? keep?.tallyOf(chunk);
      if (!part) return;
      waiting.delete(chunk.index);
      merge(whole, unpack(shape, part));
      merged++;
      enough = looks !== null && looks.at.includes(runsUpTo(chunk)) && narrowEnough(looks, whole);
    }
  };

  const take = async (hand: Hand, h: number): Promise<void> => {
    while (!enough && signal?.aborted !== true && next < chunks.length) {
      const chunk = chunks[next++];
      if (keep?.has(chunk)) { mergeOn(); continue; }
      const part = await hand.play(chunk, (played) => { under[h] = played; tell(); });
      under[h] = 0;
      if (!part) return;
      keep?.take(chunk, part);
      finished += chunk.runs;
      waiting.set(chunk.index, part.tally);
      mergeOn();
      tell();
    }
  };

  signal?.addEventListener('abort', onAbort);
  tell();
  try {
    await Promise.all(hands.map(async (hand, h) => {
      await take(hand, h);
      // Enough is enough for all.
      if (enough) await stop();
    }));
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await stop();
  }
  return whole;
}
