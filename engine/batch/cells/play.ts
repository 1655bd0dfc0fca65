/** Plays a piece of a design: what both the main thread and the workers do. */
import { compile } from '../../model/compile.ts';
import type { Model } from '../../model/model.ts';
import { openKernel, type FinishedRun } from '../../run/kernel.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { blockersOf } from '../blockers.ts';
import type { Player } from '../hand.ts';
import { columnsOf, type RowSource } from '../rows/columns.ts';
import type { Asked, Cell, CellRuns, CellsPiece } from './cell.ts';

export interface CellsPart { readonly cells: readonly CellRuns[] }

/** Runs between two moments in which others are heard. */
const BREATH = 10;
/** Models kept; cells of one scenario stand together, so few are in use at a time. */
const KEPT = 4;

/** `scenarios` may grow while it plays. */
export function cellsPlayer(scenarios: readonly Scenario[]): Player<CellsPiece, CellsPart> {
  const models = new Map<number, Model>();
  const modelOf = (at: number): Model => {
    const found = models.get(at) ?? compile(scenarios[at]);
    models.delete(at);
    models.set(at, found);
    const [oldest] = models.keys();
    if (models.size > KEPT && oldest !== undefined) models.delete(oldest);
    return found;
  };
  return async function* player({ asked, cells }) {
    const parts: CellRuns[] = [];
    let played = 0;
    for (const cell of cells) {
      const model = modelOf(cell.scenario);
      const reading = reader(model, asked, cell.runs);
      const play = cellKernel(model, cell, asked.seed);
      const { first = 1 } = cell;
      const outcomes = new Uint8Array(cell.runs);
      for (let at = 0; at < cell.runs; at++, played++) {
        if (played > 0 && played % BREATH === 0) yield played;
        const finished = play(first + at);
        outcomes[at] = finished.outcome;
        reading.add(at, first + at, finished);
      }
      parts.push({ first, outcomes, measures: reading.measures, texts: reading.texts });
    }
    return { cells: parts };
  };
}

function cellKernel(model: Model, { levers, view, vary, saved, choices }: Cell, seed: string): (run: number) => FinishedRun {
  const moves = choices === undefined ? {} : { choices };
  if (saved !== undefined) {
    const kernel = openKernel(model, { seed, ...moves });
    return (run) => kernel.playOn(saved, run);
  }
  const kernel = openKernel(model, { seed, ...moves, ...(levers && { levers }), ...(view !== undefined && { view }), ...(vary !== undefined && { vary }) });
  return (run) => kernel.play(run);
}

interface Reading { readonly measures: readonly Float64Array[]; readonly texts: readonly (string | null)[][]; readonly add: (at: number, run: number, finished: FinishedRun) => void }

/** Throws a RangeError for a measure or text that the scenario's rows have not. */
function reader(model: Model, { seed, measures = [], texts = [] }: Asked, runs: number): Reading {
  if (measures.length === 0 && texts.length === 0) return { measures: [], texts: [], add: () => {} };
  const columns = columnsOf(model, seed);
  const numbers = measures.map((measure) => numberOf(measure, columns));
  const words = texts.map((name) => columns.find((column) => column.name === name && column.type === 'STRING') ?? unknown(name));
  const into = { measures: numbers.map(() => new Float64Array(runs)), texts: words.map(() => Array.from<string | null>({ length: runs })) };
  return {
    ...into,
    add(at, run, { outcome, state }) {
      const row: RowSource = { run, outcome, state, blockers: blockersOf(model, state), worth: model.worth(state.levers) };
      numbers.forEach((read, m) => { into.measures[m][at] = read(row); });
      words.forEach((column, t) => { into.texts[t][at] = column.read(row) as string | null; });
    },
  };
}

function numberOf(measure: string, columns: ReturnType<typeof columnsOf>): (row: RowSource) => number {
  const [name, value] = measure.split('=');
  const column = columns.find((each) => each.name === name);
  if (column === undefined || (column.type === 'STRING') !== (value !== undefined)) return unknown(measure);
  if (value !== undefined) return (row) => (column.read(row) === value ? 1 : 0);
  return (row) => {
    const found = column.read(row);
    return found === null ? NaN : Number(found);
  };
}

function unknown(name: string): never {
  throw new RangeError(`runs of this scenario have no such column: ${name}`);
}
