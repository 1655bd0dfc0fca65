/** The full-screen view of `winset watch`. */
import { formatProblem } from '../../../engine/index.ts';
import { EXIT, wantsColor } from '../../io.ts';
import type { Io } from '../../io.ts';
import { watchFile } from '../../watching/watching.ts';
import type { Watched } from '../../watching/watching.ts';
import { showsUnicode } from '../dashboard/ascii.ts';
import { onFullScreen } from '../full-screen.ts';
import { PAINTED, UNPAINTED } from '../plain/paint.ts';
import { asciiStyled } from './cut.ts';
import { picture } from './picture.ts';
import { FIRST, reduce } from './state.ts';

export interface WatchOptions extends Omit<Watched, 'signal'> {
  /** As the user named the file, safe to print. */
  readonly name: string;
  /** Whether the file is the user's own; what comes with Winset is not edited in its place. */
  readonly own: boolean;
  readonly noColor: boolean;
  readonly ascii: boolean;
}

/** Resolves with the exit code when the person quits or the terminal goes away. */
export async function openWatch({ name, own, noColor, ascii, ...watched }: WatchOptions, io: Io): Promise<number> {
  const { terminal } = io;
  if (terminal === null) return EXIT.usage;
  const colour = wantsColor(io, noColor);
  const bare = ascii || !showsUnicode(io.env);
  const { desk } = watched;
  const end = new AbortController();
  let state = FIRST;
  let said: string | null = null;
  let drawn = { page: 1, most: 0 };
  let watching: Promise<void> = Promise.resolve();

  const code = await onFullScreen(terminal, io, colour, (screen) => {
    watching = watchFile({ ...watched, signal: end.signal }, {
      saved(fresh) {
        said = fresh ? null : 'Saved; nothing that the scenario says has changed.';
        // A save is looked at, whatever was being looked at before.
        if (fresh) state = { ...state, shown: null, scrolled: 0 };
        screen.draw();
      },
      played: screen.draw,
      done: screen.draw,
    });
    watching.catch(screen.fail);
    return {
      picture(columns, rows) {
        const { lines, ...seen } = picture({ desk, name, state, said, format: formatProblem, paint: colour ? PAINTED : UNPAINTED }, columns, rows);
        drawn = seen;
        return bare ? lines.map(asciiStyled) : lines;
      },
      press(keys) {
        for (const key of keys) {
          const next = reduce(state, key, { versions: desk.versions.length, trouble: desk.trouble !== null, ...drawn });
          state = next.state;
          if (next.todo?.kind === 'quit') screen.finish(next.todo.code);
          if (next.todo?.kind === 'suspend') screen.suspend();
          if (next.todo?.kind === 'redraw') screen.forget();
          // What is saved meanwhile is seen as any save is.
          if (next.todo?.kind === 'edit') screen.edit(own ? watched.file : null, (failed) => { said = failed; });
        }
      },
    };
  }).finally(() => end.abort());
  await watching;
  return code;
}
