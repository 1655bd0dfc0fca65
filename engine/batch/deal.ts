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

  /** Has the hand play what is next; null: there is nothing more to play. */
  const start = (hand: Hand<P, Part>, h: number): { readonly piece: P; readonly coming: Promise<Part | null> } | null => {
    while (!enough() && signal?.aborted !== true && next < pieces.length) {
      const piece = pieces[next++];
      if (has(piece)) continue;
      const coming = hand.play(piece, (played) => { under[h] = played; tell(); });
      // Nobody may be waiting for it any more when it fails.
      coming.catch(() => {});
      return { piece, coming };
    }
    return null;
  };

  const work = async (hand: Hand<P, Part>, h: number): Promise<void> => {
    let playing = start(hand, h);
    while (playing) {
      const { piece, coming } = playing;
      const part = await coming;
      under[h] = 0;
      if (!part) return;
      // The hand plays on meanwhile: taking a part may have to wait for the disk.
      playing = start(hand, h);
      take(piece, part);
      finished += piece.runs;
      tell();
      if (enough()) return;
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
