/** The screen of `winset watch` as lines: what is watched, what the edit shown changes, the edits so far, the keys. */
import type { Problem } from '../../../engine/index.ts';
import { plain } from '../../../engine/record/plain.ts';
import type { Comparison, Desk, Version } from '../../watching/desk.ts';
import { cells, heading, pad, rule, title, wrap } from '../plain/layout.ts';
import type { Page } from '../plain/layout.ts';
import type { Paint } from '../plain/paint.ts';
import { aloneLines, CAVEAT, editLines, editWords, effectLines, effectWords, progress, troubleLines } from '../plain/watch.ts';
import { cutStyled } from './cut.ts';
import { KEYS } from './state.ts';
import type { State } from './state.ts';

export interface Watching {
  readonly desk: Desk;
  /** As the user named the file, safe to print. */
  readonly name: string;
  readonly state: State;
  /** Something to say of the last save that is nowhere else. */
  readonly said: string | null;
  readonly format: (problem: Problem) => string;
  readonly paint: Paint;
}

/** Lines that are always there: title, rule, keys. */
const FRAME = 3;
/** From this width on the edits so far stand beside, as wide as this. */
const WIDE = 132;
const SIDE = 46;
/** Edits that are listed below where they are not beside. */
const BELOW = 4;

export interface Picture { readonly lines: readonly string[]; /** lines of a page, and how far it can be scrolled */ readonly page: number; readonly most: number }

export function picture(watching: Watching, columns: number, rows: number): Picture {
  const { state, paint } = watching;
  const beside = columns >= WIDE;
  const wide = beside ? columns - SIDE - 2 : columns;
  const at: Page = { width: Math.min(100, wide), paint };
  const edits = historyLines(watching, beside ? SIDE : columns, beside);
  const below = beside ? [] : lastOf(edits, Math.min(BELOW + 1, Math.max(0, rows - FRAME - 10)));
  const page = Math.max(1, rows - FRAME - below.length);
  const body = bodyLines(watching, at);
  const most = Math.max(0, body.length - page);
  const from = Math.min(state.scrolled, most);
  const seen = body.slice(from, from + page);
  // The last line tells that there is more.
  if (from < most && page > 1) seen.splice(page - 1, 1, paint.dim(`… ${body.length - from - page + 1} more lines: PgDn`));
  while (seen.length < page) seen.push('');
  const side = beside ? lastOf(edits, page) : [];
  const main = beside ? seen.map((line, nth) => `${padStyled(line, wide)}  ${side[nth] ?? ''}`) : [...seen, ...below];
  const lines = [titleLine(watching, columns), paint.dim(rule(columns)), ...main, keyLine(watching, columns)];
  return { lines: lines.slice(0, rows).map((line) => cutStyled(line, columns)), page, most };
}

/** The head and the last lines, so many in all. */
function lastOf(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : most < 2 ? [] : [...lines.slice(0, 1), ...lines.slice(lines.length - most + 1)];
}

const padStyled = (line: string, to: number): string => cutStyled(line, to) + ' '.repeat(Math.max(0, to - cells(line)));

function titleLine({ desk, name, paint }: Watching, columns: number): string {
  const last = desk.versions.at(-1);
  const of = last === undefined ? '' : ` · ${plain(last.scenario.title)}`;
  const right = desk.trouble !== null ? 'cannot be played' : last === undefined ? '' : progress(last.kept.outcomes.length, desk.runs);
  const room = Math.max(8, columns - cells(right) - 2);
  const left = cells(name + of) <= room ? name + of : cutStyled(name + of, room);
  return `${paint.bold(pad(left, room))}  ${desk.trouble === null ? right : paint.bad(right)}`;
}

function bodyLines(watching: Watching, at: Page): readonly string[] {
  const { desk, state, format, said } = watching;
  const { trouble } = desk;
  const told = said === null ? [] : wrap(said, at.width).map(at.paint.accent);
  if (trouble !== null && state.shown === null) {
    const rest = desk.versions.length === 0 ? 'Mend the file and save it; nothing else is needed.' : 'What was played stays: ↑ shows the last edit that could be. Mend the file and save it.';
    return [...title(`Save ${trouble.nth}: it cannot be played`, at), '', ...troubleLines(trouble, format, at), ...wrap(rest, at.width).map(at.paint.dim)];
  }
  const last = desk.versions.length - 1;
  const nth = Math.min(state.shown ?? last, last);
  const version = desk.versions[nth];
  const alone = desk.alone(nth);
  if (version === undefined || alone === null) return told;
  const comparison = desk.comparison(nth, state.against);
  const note = wrap(CAVEAT, at.width).map(at.paint.dim);
  if (comparison === null) return [...told, ...title('The file as it was found; edit it and save', at), ...aloneLines(alone, at), '', ...note];
  const against = state.against === 'start' ? 'against the file as it was found' : 'against the save before';
  return [...told, ...title(`Save ${version.nth}, ${against}`, at), ...editLines(comparison, at).slice(1), ...effectLines(comparison, desk.runs, at), '', ...note];
}

/** The newest last. */
function historyLines({ desk, state, paint }: Watching, wide: number, beside: boolean): readonly string[] {
  const shown = desk.trouble !== null && state.shown === null ? -1 : state.shown ?? desk.versions.length - 1;
  const lines = desk.versions.flatMap((version, at) => historyLine(version, desk.comparison(at), at === shown, { wide, beside, paint }));
  const { trouble } = desk;
  const bad = trouble === null ? [] : [cutStyled(`${shown === -1 ? '▸' : ' '}${String(trouble.nth).padStart(3)}  ${paint.bad('cannot be played')}`, wide)];
  return [paint.bold(heading('Edits so far', { width: wide, paint: { ...paint, bold: (text) => text } })[1] ?? ''), ...lines, ...bad];
}

interface Room { readonly wide: number; /** an edit has a line of its own, and what it did another */ readonly beside: boolean; readonly paint: Paint }

function historyLine({ nth }: Version, comparison: Comparison | null, shown: boolean, { wide, beside, paint }: Room): readonly string[] {
  const head = `${shown ? '▸' : ' '}${String(nth).padStart(3)}  `;
  if (comparison === null) return [cutStyled(`${head}the file as it was found`, wide)];
  const words = editWords(comparison.found, comparison.first, comparison.second);
  const effect = effectWords(comparison);
  const marked = (line: string): string => (shown ? paint.bold(line) : line);
  if (beside) return [marked(cutStyled(head + words, wide)), paint.accent(cutStyled(`${' '.repeat(cells(head))}${effect}`, wide))];
  const room = wide - cells(head);
  // What was edited may be cut; what it did is said in full, as far as there is room.
  const right = cutStyled(effect, Math.max(10, Math.floor(room / 2)));
  const left = room - cells(right) - 2;
  return [marked(`${head}${pad(cutStyled(words, left), left)}  ${paint.accent(right)}`)];
}

function keyLine({ paint, state }: Watching, columns: number): string {
  const keys = KEYS.map(({ keys: press, does }) => `${press} ${press === 's' && state.against === 'start' ? 'against the save before' : does}`).join('   ');
  return paint.dim(cutStyled(keys, columns));
}
