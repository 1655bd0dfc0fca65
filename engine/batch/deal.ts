/** Hands pieces of work out to whoever is free, and takes the parts in whatever order they come. */
import type { Hand, Piece } from './hand.ts';

export interface Dealing<P extends Piece, Part> {
  readonly pieces: readonly P[];
  readonly hands: readonly Hand<P, Part>[];
  /** Takes a finished part. */
  readonly take: (piece: P, part: Part) => void;
  /** Whether a piece need not be played: an earlier try has finished it. */
  readonly has?: (piece: P) => boolean;
  /** Whether what has been taken is enough: nothing more is handed out, and what is being played is given up. */
  readonly enough?: () => boolean;
  /** Runs that are done, those of pieces under way among them. */
  readonly onProgress: ((done: number) => void) | null;
  readonly signal: AbortSignal | null;
}

/** Returns when all is taken, when it is enough, or when the signal came; the hands may be used again unless they were stopped. */
export async function deal<P extends Piece, Part>({ pieces, hands, take, has = () => false, enough = () => false, onProgress, signal }: Dealing<P, Part>): Promise<void> {
  const under = hands.map(() => 0);
  let next = 0;
  // What an earlier try has finished counts from the start.
  let finished = pieces.reduce((sum, piece) => sum + (has(piece) ? piece.runs : 0), 0);
  const stop = async (): Promise<void> => { await Promise.all(hands.map((hand) => hand.end())); };
  const onAbort = (): void => { void stop(); };
  const tell = (): void => { onProgress?.(finished + under.reduce((sum, each) => sum + each, 0)); };

  const work = async (hand: Hand<P, Part>, h: number): Promise<void> => {
    while (!enough() && signal?.aborted !== true && next < pieces.length) {
      const piece = pieces[next++];
      if (has(piece)) continue;
      const part = await hand.play(piece, (played) => { under[h] = played; tell(); });
      under[h] = 0;
      if (!part) return;
      take(piece, part);
      finished += piece.runs;
      tell();
    }
  };

  signal?.addEventListener('abort', onAbort);
  tell();
  try {
    await Promise.all(hands.map(async (hand, h) => {
      await work(hand, h);
      // Enough is enough for all.
      if (enough()) await stop();
    }));
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
