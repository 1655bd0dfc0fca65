/** Charts in place of a page: --format and --out, and what is written where. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { plain } from '../engine/record/plain.ts';
import { EXIT } from './io.ts';
import type { Io } from './io.ts';
import { flag, refuseIdleForce, text } from './options.ts';
import type { Args } from './options.ts';
import { writeWhole } from './save.ts';
import { Failure, UsageError } from './stops.ts';
import type { Chart } from './views/charts/chart.ts';
import { FORMATS, type Format } from './views/charts/formats.ts';
import { list } from './views/plain/words.ts';

export interface PictureOptions { readonly format: Format; /** null: to stdout. */ readonly out: string | null }

/** null: no picture is wanted. The format may be left to the ending of the file. */
export function pictureOptions(args: Args, io: Io): PictureOptions | null {
  const [said, out] = [text(args, 'format'), text(args, 'out') ?? null];
  refuseIdleForce(args);
  if (said === undefined && out === null) return null;
  const ending = out === null ? '' : path.extname(out).slice(1).toLowerCase();
  const format = FORMATS.find((each) => each === (said ?? ending));
  if (format === undefined) throw new UsageError(said === undefined ? `Say with --format what “${plain(out ?? '')}” is to be: ${list(FORMATS, 'or')}.` : `--format takes ${list(FORMATS, 'or')}, not “${plain(said)}”.`);
  if (flag(args, 'json')) throw new UsageError('--json prints what was found, --format or --out the chart of it; give one of them.');
  if (format === 'png' && out === null) throw new UsageError('A PNG is no text; say with --out where to write it.');
  if (out !== null) refuseOver(out, args, io);
  return { format, out };
}

/** A file that is there is written over only with --force; said before anything is played. */
export function refuseOver(out: string, args: Args, io: Io): void {
  if (existsSync(path.resolve(io.cwd, out)) && !flag(args, 'force')) throw new Failure(`“${plain(out)}” is there already; --force writes over it.`);
}

export async function givePicture(chart: Chart, { format, out }: PictureOptions, io: Io): Promise<number> {
  const { draw } = await import('./views/charts/render.ts');
  const drawn = await draw(chart, format);
  if (out !== null) {
    writeWhole(out, drawn, io.cwd);
    io.stdout.write(`${plain(out)}\n`);
  } else if (typeof drawn === 'string') io.stdout.write(drawn);
  return EXIT.ok;
}
