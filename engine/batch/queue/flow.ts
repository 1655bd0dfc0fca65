/** How many pieces may stand in the queue at a time: a bounded number, enough that no thread waits for its next piece. */

/** At the most, whatever the number of machines. */
export const MOST_STANDING = 2048;
/** While nobody has said how many threads take part. */
const AT_FIRST = 8;

export const standingFor = (threads: number): number => Math.min(MOST_STANDING, Math.max(AT_FIRST, 2 * threads + 2));

/** Places that are taken and given back; those who wait are served in their order. */
export class Places {
  #free = AT_FIRST;
  #all = AT_FIRST;
  readonly #waiting: (() => void)[] = [];

  async take(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => { this.#waiting.push(resolve); });
  }

  give(): void {
    this.#free++;
    this.#serve();
  }

  /** More or fewer places in all; nobody loses one that is taken. */
  resize(all: number): void {
    this.#free += all - this.#all;
    this.#all = all;
    this.#serve();
  }

  #serve(): void {
    while (this.#free > 0 && this.#waiting.length > 0) {
      this.#free--;
      this.#waiting.shift()?.();
    }
  }
}

/** What a worker is called in the queue: it tells how many threads it has. */
export const workerName = (threads: number): string => `threads-${threads}`;
export const threadsOf = (name: string): number => Number(/threads-(\d{1,4})$/u.exec(name)?.[1] ?? 0);
