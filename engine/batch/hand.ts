/** Those who play pieces of work: this thread itself, or a worker. */

/** A piece of work, as all who hand it out and play it know it: runs `first` to `first + runs - 1` of what is to be played. */
export interface Piece { readonly index: number; readonly first: number; readonly runs: number }

export interface Hand<P extends Piece, Part> {
  /** Plays a piece, saying now and then how many of its runs are done. null: stopped on the way. */
  play(piece: P, onRuns: (played: number) => void): Promise<Part | null>;
  /** Stops it; a piece that is being played is given up. */
  end(): Promise<void>;
}

/** Yields, every few runs, how many of the piece are played; returns the part. */
export type Player<P extends Piece, Part> = (piece: P) => AsyncGenerator<number, Part, undefined>;

/** Plays on this thread, and lets timers, keys and signals be heard every few runs. */
export function ownHand<P extends Piece, Part>(player: Player<P, Part>): Hand<P, Part> {
  let stopped = false;
  return {
    async play(piece, onRuns) {
      const playing = player(piece);
      for (let step = await playing.next(); !stopped; step = await playing.next()) {
        if (step.done === true) return step.value;
        onRuns(step.value);
        await new Promise((resolve) => { setImmediate(resolve); });
      }
      return null;
    },
    end() {
      stopped = true;
      return Promise.resolve();
    },
  };
}
