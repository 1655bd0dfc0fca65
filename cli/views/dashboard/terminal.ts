/** Taking over a terminal and giving it back: alternate screen, cursor, raw keys, bracketed paste, no wrapping at the edge. */
import type { Terminal } from '../../io.ts';

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[?7l\u001b[?2004h\u001b[0m\u001b[2J\u001b[H';
const LEAVE = '\u001b[0m\u001b[?2026l\u001b[?2004l\u001b[?7h\u001b[?25h\u001b[?1049l';

/** Exit codes of the signals that end a program: 128 and the signal's number. */
export const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

export interface Handlers {
  readonly chunk: (text: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** After coming back from the background, or when another program wrote over the screen. */
  readonly redraw: () => void;
  /** A signal, or a terminal that has gone away. */
  readonly gone: (code: number) => void;
}

export class Screen {
  readonly #terminal: Terminal;
  readonly #handlers: Handlers;
  #taken = false;
  #lent = false;
  #closed = false;
  #back: NodeJS.Timeout | null = null;

  constructor(terminal: Terminal, handlers: Handlers) {
    this.#terminal = terminal;
    this.#handlers = handlers;
  }

  get columns(): number { return this.#terminal.stdout.columns || 80; }
  get rows(): number { return this.#terminal.stdout.rows || 24; }

  readonly #onData = (chunk: string | Buffer): void => this.#handlers.chunk(chunk.toString());
  readonly #onEnd = (): void => this.#handlers.gone(SIGNALS.SIGHUP);
  readonly #onResize = (): void => { if (!this.#lent) this.#handlers.resize(this.columns, this.rows); };
  readonly #onContinue = (): void => this.#resume();
  readonly #onStop = (): void => this.suspend();
  readonly #onExit = (): void => this.#release();
  readonly #onSignal: Readonly<Record<keyof typeof SIGNALS, () => void>> = {
    SIGHUP: () => this.#handlers.gone(SIGNALS.SIGHUP),
    SIGINT: () => this.#handlers.gone(SIGNALS.SIGINT),
    SIGTERM: () => this.#handlers.gone(SIGNALS.SIGTERM),
  };

  open(): void {
    const { stdin, stdout } = this.#terminal;
    for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, this.#onSignal[signal]);
    process.on('SIGCONT', this.#onContinue);
    process.on('SIGTSTP', this.#onStop);
    process.on('exit', this.#onExit);
    stdout.on('resize', this.#onResize);
    stdout.on('error', this.#onEnd);
    stdin.on('error', this.#onEnd);
    stdin.on('end', this.#onEnd);
    stdin.setEncoding('utf8');
    stdin.on('data', this.#onData);
    this.#take();
  }

  close(): void {
    const { stdin, stdout } = this.#terminal;
    this.#closed = true;
    if (this.#back !== null) clearTimeout(this.#back);
    this.#release();
    stdin.off('data', this.#onData);
    stdin.off('end', this.#onEnd);
    stdin.pause();
    stdout.off('resize', this.#onResize);
    process.off('SIGCONT', this.#onContinue);
    process.off('SIGTSTP', this.#onStop);
    process.off('exit', this.#onExit);
    // Not before this signal's turn is over: Ink's own listener would find itself alone and end the process with it.
    setImmediate(() => {
      for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.off(signal, this.#onSignal[signal]);
    });
    // The listeners for errors stay: a write that was under way may still fail, and nobody is left to tell.
  }

  send(text: string): void {
    if (this.#taken) this.#write(text);
  }

  /** Gives the terminal back to the shell; comes back with SIGCONT. */
  suspend(): void {
    if (!this.#taken) return;
    this.#release();
    process.off('SIGTSTP', this.#onStop);
    // The whole job stops, also a program such as npx that started this one.
    try {
      process.kill(0, 'SIGTSTP');
    } catch {
      // Without a shell that can continue it, the job cannot stop.
    }
    // Runs after the job was continued; at once where it could not stop, as in a terminal without a shell.
    this.#back = setTimeout(() => this.#resume(), 60);
  }

  /** Gives the terminal to another program for as long as it runs. Keys, Ctrl+C and Ctrl+Z are that program's meanwhile; nothing is drawn. */
  async lend<T>(act: () => Promise<T>): Promise<T> {
    const { stdin } = this.#terminal;
    // Who listens for Ctrl+C ends the program, and it is not meant for us.
    const listeners = process.rawListeners('SIGINT') as NodeJS.SignalsListener[];
    const deaf = (): void => {};
    this.#lent = true;
    stdin.off('data', this.#onData);
    stdin.pause();
    process.off('SIGCONT', this.#onContinue);
    process.off('SIGTSTP', this.#onStop);
    process.on('SIGINT', deaf);
    for (const listener of listeners) process.off('SIGINT', listener);
    this.#release();
    try {
      return await act();
    } finally {
      this.#lent = false;
      for (const listener of listeners) process.on('SIGINT', listener);
      process.off('SIGINT', deaf);
      if (!this.#closed) {
        process.on('SIGCONT', this.#onContinue);
        stdin.on('data', this.#onData);
        this.#resume();
      }
    }
  }

  #resume(): void {
    if (this.#back !== null) clearTimeout(this.#back);
    this.#back = null;
    process.off('SIGTSTP', this.#onStop);
    process.on('SIGTSTP', this.#onStop);
    this.#taken = false;
    this.#take();
    this.#onResize();
    this.#handlers.redraw();
  }

  #take(): void {
    if (this.#taken) return;
    this.#taken = true;
    const { stdin } = this.#terminal;
    stdin.setRawMode(true);
    stdin.resume();
    this.#write(ENTER);
  }

  #release(): void {
    if (!this.#taken) return;
    this.#taken = false;
    this.#write(LEAVE);
    try {
      this.#terminal.stdin.setRawMode(false);
    } catch {
      // The terminal is gone; there is nothing to give back.
    }
  }

  #write(text: string): void {
    try {
      this.#terminal.stdout.write(text);
    } catch {
      this.#handlers.gone(SIGNALS.SIGHUP);
    }
  }
}
