/** What is watched, as text or as lines of JSON: something for every save, whoever reads it. */
import { plain } from '../../engine/record/plain.ts';
import type { Io } from '../io.ts';
import { jsonLine } from '../json.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { differenceWords } from '../views/plain/compare-words.ts';
import { asciiStyled } from '../views/watch/cut.ts';
import { page, rule, title, wrap } from '../views/plain/layout.ts';
import { aloneLines, CAVEAT, editLines, effectLines, troubleLines } from '../views/plain/watch.ts';
import type { Comparison, Desk } from './desk.ts';
import { watchFile } from './watching.ts';
import type { Watched } from './watching.ts';

export interface Told extends Watched {
  /** As the user named the file. */
  readonly name: string;
  readonly seed: string;
  readonly json: boolean;
  /** ASCII signs only, in pages. */
  readonly ascii: boolean;
  readonly args: Args;
  readonly io: Io;
}

export async function tell({ name, seed, json, ascii, args, io, ...watched }: Told): Promise<void> {
  const { formatProblem } = await import('../../engine/index.ts');
  const { desk } = watched;
  const say = (lines: readonly string[]): void => io.stdout.write(page(ascii ? lines.map(asciiStyled) : lines));
  const at = (): ReturnType<typeof pageOf> => pageOf(args, io);
  await watchFile(watched, {
    saved(fresh) {
      if (!fresh) return;
      const { trouble } = desk;
      const last = desk.versions.length - 1;
      const version = desk.versions[last];
      if (json) {
        if (trouble !== null) io.stdout.write(`${jsonLine({ winset: 1, save: trouble.nth, file: name, problems: trouble.problems, says: trouble.says })}\n`);
        return;
      }
      if (trouble !== null) return say(['', ...title(`Save ${trouble.nth}: it cannot be played`, at()), '', ...troubleLines(trouble, formatProblem, at())]);
      if (version === undefined) return;
      const comparison = desk.comparison(last);
      say(comparison === null ? title(`${plain(version.scenario.title)}, watched at every save; Ctrl+C ends.`, at()) : ['', ...title(`Save ${version.nth}`, at()), ...editLines(comparison, at())]);
    },
    played() {},
    done() {
      const last = desk.versions.length - 1;
      const comparison = desk.comparison(last);
      if (json) return io.stdout.write(`${jsonLine(lineOf(desk, last, comparison, name, seed))}\n`);
      const alone = desk.alone(last);
      if (comparison !== null) return say(effectLines(comparison, desk.runs, at()));
      if (alone !== null) say([...aloneLines(alone, at()), at().paint.dim(rule(at().width)), ...wrap(CAVEAT, at().width)]);
    },
  });
}

function lineOf(desk: Desk, at: number, comparison: Comparison | null, file: string, seed: string): Readonly<Record<string, unknown>> | null {
  const version = desk.versions[at];
  const alone = desk.alone(at);
  if (version === undefined || alone === null) return null;
  const { id, hash, from, levers } = version.scenario;
  const head = {
    winset: 1, save: version.nth, file, problems: [], says: null, scenario: id, hash, from, seed, runs: alone.runs, levers: Object.fromEntries(levers.map((lever) => [lever.id, lever.value])),
    outcomes: alone.outcomes.map(({ id: outcome, title: said, first }) => ({ id: outcome, title: said, ...first })),
  };
  if (comparison === null) return { ...head, edits: [], same: false, alike: null, beyondLuck: [], differences: [], crossings: [] };
  const { found, first, second, same, beyond, result } = comparison;
  const edits = found.map((one) => ({ path: one.path, change: one.change, plays: one.plays, words: differenceWords(one, first, second), before: one.before, after: one.after }));
  return { ...head, edits, same, alike: result.alike, beyondLuck: beyond, differences: result.outcomes, crossings: result.crossings };
}
