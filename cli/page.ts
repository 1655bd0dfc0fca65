/** The page a command writes on: as wide as the terminal, coloured if that is wanted. */
import { wantsColor, width } from './io.ts';
import type { Io } from './io.ts';
import { flag } from './options.ts';
import type { Args } from './options.ts';
import type { Page } from './views/plain/layout.ts';
import { PAINTED, UNPAINTED } from './views/plain/paint.ts';

export function pageOf(args: Args, io: Io): Page {
  return { width: width(io.stdout), paint: wantsColor(io, flag(args, 'no-color')) ? PAINTED : UNPAINTED };
}
