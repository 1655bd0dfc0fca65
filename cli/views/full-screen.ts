/** A view on the whole terminal: takes it, reads keys, draws a picture when asked, and gives it back whatever happens. */
import { COMES_WITH_IT, editorOf, NO_EDITOR, openEditor } from '../editor.ts';
import type { Editing } from '../editor.ts';
import { EXIT } from '../io.ts';
import type { Io, Terminal } from '../io.ts';
import { Decoder } from './dashboard/decode.ts';
import type { Key } from './dashboard/decode.ts';
import type { Drawing } from './dashboard/frame.tsx';
import { FrameSink } from './dashboard/sink.ts';
import { Screen, SIGNALS } from './dashboard/terminal.ts';

/** What a view may do to its screen. */
export interface FullScreen {
  /** When the view begins; it is told of later sizes. */
  readonly columns: number;
  readonly rows: number;
  /** Draws the picture soon; many askings at once draw it once. */
  readonly draw: () => void;
  readonly drawNow: () => void;
  /** Does it unless the view has ended; a fault ends the view and leaves no terminal taken. */
  readonly guarded: (act: () => void) => void;
  /** Ends the view with an exit code. */
  readonly finish: (code: number) => void;
  /** Ends it with a fault. */
  readonly fail: (error: unknown) => void;
  readonly suspend: () => void;
  /**
   * Opens a file in somebody's editor, whose the terminal is until it is left; nothing, while one is open.
   * @param file null: it comes with Winset @param then told why it could not be edited, in words, or null
   */
  readonly edit: (file: string | null, then: (failed: string | null) => Promise<void> | void) => void;
  /** The next picture is drawn on a cleared screen. */
  readonly forget: () => void;
}

export interface View {
  /** As many lines as the screen has rows, none wider than it. */
  readonly picture: (columns: number, rows: number) => readonly string[];
  readonly press: (keys: readonly Key[]) => void;
  /** Before it is drawn at another size. */
  readonly resized?: (columns: number, rows: number) => void;
  /** After each drawing. */
  readonly drawn?: () => void;
}

/** How long to wait for the rest of a key that begins with ESC, in milliseconds. */
const ESCAPE_WAIT = 40;
/** Between two pictures that no key asked for, in milliseconds. */
const PACE = 50;

/** Resolves with the exit code. @param begin makes the view; called once, before the screen is taken */
export function onFullScreen(terminal: Terminal, io: Io, colour: boolean, begin: (screen: FullScreen) => View): Promise<number> {
  // Ink's colours know no NO_COLOR; this must be set before it is loaded.
  if (!colour) process.env['FORCE_COLOR'] = '0';
  return new Promise<number>((resolve, reject) => {
    const decoder = new Decoder();
    let waiting: NodeJS.Timeout | null = null;
    let coming: NodeJS.Timeout | null = null;
    let editing: Editing | null = null;
    let over = false;

    const leave = (): boolean => {
      if (over) return false;
      over = true;
      editing?.stop();
      if (waiting !== null) clearTimeout(waiting);
      if (coming !== null) clearTimeout(coming);
      io.signal.removeEventListener('abort', aborted);
      sink.open = false;
      drawing?.stop();
      screen.close();
      return true;
    };
    const finish = (code: number): void => { if (leave()) resolve(code); };
    const fail = (error: unknown): void => { if (leave()) reject(error instanceof Error ? error : new Error(String(error))); };
    const guarded = (act: () => void): void => {
      if (over) return;
      try {
        act();
      } catch (error) {
        fail(error);
      }
    };
    const drawNow = (): void => guarded(() => {
      if (coming !== null) clearTimeout(coming);
      coming = null;
      const lines = view.picture(sink.columns, sink.rows);
      sink.expect(lines);
      if (drawing === null) sink.write(lines.join('\n'));
      else drawing.draw(lines);
      view.drawn?.();
    });
    const draw = (): void => { if (!over) coming ??= setTimeout(drawNow, PACE); };
    const press = (keys: readonly Key[]): void => guarded(() => {
      view.press(keys);
      drawNow();
    });
    const type = (chunk: string): void => {
      if (waiting !== null) clearTimeout(waiting);
      waiting = null;
      press(decoder.feed(chunk));
      if (decoder.waiting && !over) waiting = setTimeout(() => press(decoder.flush()), ESCAPE_WAIT);
    };
    const edited = async (file: string | null): Promise<string | null> => {
      const words = editorOf(io.env);
      if (file === null) return COMES_WITH_IT;
      if (words === null) return NO_EDITOR;
      return await screen.lend(async () => {
        editing = openEditor(words, file, io.cwd);
        return await editing.done;
      });
    };
    const edit: FullScreen['edit'] = (file, then) => {
      if (editing !== null) return;
      const whole = async (): Promise<void> => {
        const failed = await edited(file);
        editing = null;
        if (over) return;
        await then(failed);
        redraw();
      };
      whole().catch(fail);
    };
    const aborted = (): void => finish(io.signal.reason === 'interrupt' ? EXIT.interrupted : SIGNALS.SIGHUP);
    const redraw = (): void => {
      sink.forget();
      drawNow();
    };

    const screen = new Screen(terminal, {
      chunk: type,
      resize: (columns, rows) => guarded(() => {
        if (columns === sink.columns && rows === sink.rows) return;
        sink.columns = columns;
        sink.rows = rows;
        sink.forget();
        view.resized?.(columns, rows);
        sink.emit('resize');
        drawNow();
      }),
      redraw,
      gone: finish,
    });
    const sink = new FrameSink((text) => screen.send(text), screen.columns, screen.rows);
    // Ink takes longer to load than all the rest; the first picture does not wait for it.
    let drawing: Drawing | null = null;
    const view = begin({ columns: sink.columns, rows: sink.rows, draw, drawNow, guarded, finish, fail, suspend: () => screen.suspend(), edit, forget: () => sink.forget() });
    io.signal.addEventListener('abort', aborted, { once: true });
    guarded(() => {
      screen.open();
      drawNow();
    });
    import('./dashboard/frame.tsx').then(({ startDrawing }) => guarded(() => {
      drawing = startDrawing(sink, terminal.stdin);
      drawNow();
    }), fail);
    if (io.signal.aborted) aborted();
  });
}
