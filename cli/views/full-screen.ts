/** A view on the whole terminal: takes it, reads keys, draws a picture when asked, and gives it back whatever happens. */
import { EXIT } from '../io.ts';
import type { Io, Terminal } from '../io.ts';
import { Decoder } from './dashboard/decode.ts';
import type { Key } from './dashboard/decode.ts';
import { FrameSink } from './dashboard/sink.ts';
import { Screen, SIGNALS } from './dashboard/terminal.ts';

/** What a view may do to its screen. */
export interface FullScreen {
  /** Draws the picture soon; many askings at once draw it once. */
  readonly draw: () => void;
  /** Ends the view with an exit code. */
  readonly finish: (code: number) => void;
  /** Ends it with a fault. */
  readonly fail: (error: unknown) => void;
  readonly suspend: () => void;
  /** The terminal is another program's for as long as it runs. */
  readonly lend: <T>(act: () => Promise<T>) => Promise<T>;
  /** The next picture is drawn on a cleared screen. */
  readonly redraw: () => void;
}

export interface View {
  /** As many lines as the screen has rows, none wider than it. */
  readonly picture: (columns: number, rows: number) => readonly string[];
  readonly press: (keys: readonly Key[]) => void;
}

/** How long to wait for the rest of a key that begins with ESC, in milliseconds. */
const ESCAPE_WAIT = 40;
/** Between two pictures that no key asked for, in milliseconds. */
const PACE = 50;

/** Resolves with the exit code. @param begin makes the view; called once, before the screen is taken */
export async function onFullScreen(terminal: Terminal, io: Io, colour: boolean, begin: (screen: FullScreen) => View): Promise<number> {
  // Ink's colours know no NO_COLOR; this must be set before it is loaded.
  if (!colour) process.env['FORCE_COLOR'] = '0';
  const { startDrawing } = await import('./dashboard/frame.tsx');
  return await new Promise<number>((resolve, reject) => {
    const decoder = new Decoder();
    let waiting: NodeJS.Timeout | null = null;
    let drawn: NodeJS.Timeout | null = null;
    let over = false;

    const leave = (): boolean => {
      if (over) return false;
      over = true;
      if (waiting !== null) clearTimeout(waiting);
      if (drawn !== null) clearTimeout(drawn);
      io.signal.removeEventListener('abort', aborted);
      sink.open = false;
      drawing.stop();
      screen.close();
      return true;
    };
    const finish = (code: number): void => { if (leave()) resolve(code); };
    const fail = (error: unknown): void => { if (leave()) reject(error instanceof Error ? error : new Error(String(error))); };
    /** A fault must not leave the terminal taken. */
    const guarded = (act: () => void): void => {
      if (over) return;
      try {
        act();
      } catch (error) {
        fail(error);
      }
    };
    const drawNow = (): void => {
      if (drawn !== null) clearTimeout(drawn);
      drawn = null;
      if (!over) drawing.draw(view.picture(sink.columns, sink.rows));
    };
    const draw = (): void => { if (!over) drawn ??= setTimeout(() => guarded(drawNow), PACE); };
    const press = (keys: readonly Key[]): void => {
      view.press(keys);
      drawNow();
    };
    const type = (chunk: string): void => {
      if (waiting !== null) clearTimeout(waiting);
      waiting = null;
      press(decoder.feed(chunk));
      if (decoder.waiting && !over) waiting = setTimeout(() => guarded(() => press(decoder.flush())), ESCAPE_WAIT);
    };
    const aborted = (): void => finish(io.signal.reason === 'interrupt' ? EXIT.interrupted : SIGNALS.SIGHUP);
    const redraw = (): void => {
      sink.forget();
      guarded(drawNow);
    };

    const screen = new Screen(terminal, {
      chunk: (text) => guarded(() => type(text)),
      resize: (columns, rows) => guarded(() => {
        if (columns === sink.columns && rows === sink.rows) return;
        sink.columns = columns;
        sink.rows = rows;
        sink.forget();
        sink.emit('resize');
        drawNow();
      }),
      redraw,
      gone: finish,
    });
    const sink = new FrameSink((text) => screen.send(text), screen.columns, screen.rows);
    const drawing = startDrawing(sink, terminal.stdin);
    const view = begin({ draw, finish, fail, suspend: () => screen.suspend(), lend: (act) => screen.lend(act), redraw });
    io.signal.addEventListener('abort', aborted, { once: true });
    guarded(() => {
      screen.open();
      drawNow();
    });
    if (io.signal.aborted) aborted();
  });
}
