/** The chunks of a batch, merged in their order whatever the order they come in. */
import { deal } from './deal.ts';
import type { Hand } from './hand.ts';
import type { Keep } from './keep/keep.ts';
import type { Chunk } from './plan.ts';
import { runsUpTo } from './plan.ts';
import type { Part } from './play.ts';
import { emptyTally, merge, unpack, type PackedTally, type Tally, type TallyShape } from './tally.ts';
import { narrowEnough, type Looks } from './until/looks.ts';

export interface Gathering {
  readonly chunks: readonly Chunk[];
  readonly hands: readonly Hand<Chunk, Part>[];
  readonly shape: TallyShape;
  readonly looks: Looks | null;
  readonly keep: Keep | null;
  readonly onProgress: ((done: number) => void) | null;
  readonly signal: AbortSignal | null;
}

/** The tally of all chunks; after an interruption of those from the first on that are finished; with looks up to the one that was enough. Stops the hands. */
export async function gather({ chunks, hands, shape, looks, keep, onProgress, signal }: Gathering): Promise<Tally> {
  const whole = emptyTally(shape);
  const waiting = new Map<number, PackedTally>();
  let merged = 0;
  let enough = false;

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

  try {
    mergeOn();
    await deal({
      pieces: chunks, hands, onProgress, signal,
      has: (chunk) => keep?.has(chunk) ?? false,
      enough: () => enough,
      take(chunk, part) {
        keep?.take(chunk, part);
        waiting.set(chunk.index, part.tally);
        mergeOn();
      },
    });
    mergeOn();
  } finally {
    await Promise.all(hands.map((hand) => hand.end()));
  }
  return whole;
}
