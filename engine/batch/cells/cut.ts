/** How a design is cut into pieces, and its parts put together again. */
import type { Asked, Cell, CellRuns, CellsPiece } from './cell.ts';
import type { CellsPart } from './play.ts';

/** A piece, and the cells to which its own belong. */
export interface Cut { readonly piece: CellsPiece; readonly of: readonly number[] }

/** Runs in a piece: enough that handing it out costs little, few enough that all hands are busy to the end. */
const LEAST = 25;
const MOST = 500;
/** Pieces that a design is cut into, as long as they are neither larger nor smaller. */
const WANTED = 64;

export function cutCells(cells: readonly Cell[], asked: Asked): readonly Cut[] {
  const total = cells.reduce((sum, cell) => sum + cell.runs, 0);
  const size = Math.min(MOST, Math.max(LEAST, Math.ceil(total / WANTED)));
  const cuts: Cut[] = [];
  let first = 1;
  let [open, of, runs]: [Cell[], number[], number] = [[], [], 0];
  const close = (): void => {
    if (runs === 0) return;
    cuts.push({ piece: { index: cuts.length, first, runs, asked, cells: open }, of });
    first += runs;
    [open, of, runs] = [[], [], 0];
  };
  cells.forEach((cell, at) => {
    for (let done = 0; done < cell.runs;) {
      const take = Math.min(size - runs, cell.runs - done);
      open.push({ ...cell, first: (cell.first ?? 1) + done, runs: take });
      of.push(at);
      runs += take;
      done += take;
      if (runs === size) close();
    }
  });
  close();
  return cuts;
}

/** The runs of each cell, whole. */
export function joinRuns(cells: readonly Cell[], cuts: readonly Cut[], found: ReadonlyMap<number, CellsPart>): readonly CellRuns[] {
  const pieces: CellRuns[][] = cells.map(() => []);
  for (const { piece, of } of cuts) of.forEach((cell, at) => { const part = found.get(piece.index)?.cells[at]; if (part) pieces[cell].push(part); });
  return cells.map((cell, c) => {
    const parts = pieces[c];
    const outcomes = new Uint8Array(cell.runs);
    const measures = (parts[0]?.measures ?? []).map(() => new Float64Array(cell.runs));
    let at = 0;
    for (const part of parts) {
      outcomes.set(part.outcomes, at);
      part.measures.forEach((values, m) => { measures[m].set(values, at); });
      at += part.outcomes.length;
    }
    return { first: cell.first ?? 1, outcomes, measures, texts: (parts[0]?.texts ?? []).map((_, t) => parts.flatMap((part) => part.texts[t])) };
  });
}
