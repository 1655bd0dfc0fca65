/**
 * All that a command may touch of the outside world, handed in: so `main` runs in process in tests, and no command
 * reaches for a global. Data goes to `stdout`, progress and problems to `stderr`.
 */

/** A stream that text is written to. `columns` is unknown where there is no terminal. */
export interface Sink {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** The real streams, for a screen that takes over the terminal. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** null unless a person sits at both ends: keyboard and screen. */
  readonly terminal: Terminal | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Milliseconds from some start; for rates and times left only, never for anything in a run. */
  readonly now: () => number;
  /** Aborted with the reason 'interrupt' (Ctrl+C) or 'closed' (nobody reads stdout any more). */
  readonly signal: AbortSignal;
}

export const EXIT = { ok: 0, failure: 1, usage: 2, problems: 3, interrupted: 130 } as const;

/** Readable widths: narrower than 40 nothing fits, wider than 100 lines are hard to follow. */
export function width(sink: Sink): number {
  return Math.min(100, Math.max(40, sink.columns ?? 80));
}

/** https://no-color.org: any value that is not empty means no; so does a pipe, and a terminal that says it is dumb. */
export function wantsColor(io: Io, noColor: boolean): boolean {
  const said = io.env['NO_COLOR'];
  return !noColor && (said === undefined || said === '') && io.env['TERM'] !== 'dumb' && io.stdout.isTTY;
}
