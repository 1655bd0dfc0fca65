/** Finished parts as JSON, and back; those who read them trust nobody. */
import { z } from 'zod';
import type { CellsPart } from '../cells/play.ts';
import type { Part } from '../play.ts';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/u);
const blockersSchema = z.array(z.tuple([z.string(), z.number()]));
const batchPart = z.strictObject({ index: z.int(), counts: z.array(z.number()), blockers: blockersSchema, stood: z.array(z.strictObject({ runs: z.number(), blockers: blockersSchema })).nullable(), rows: base64.nullable() });
const cellsPart = z.strictObject({ cells: z.array(z.strictObject({ first: z.int(), outcomes: base64, measures: z.array(base64), texts: z.array(z.array(z.string().nullable())) })) });

const toText = (values: Uint8Array | Float64Array): string => Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const from = Buffer.from(text, 'base64');
  const bytes = new Uint8Array(from.length);
  bytes.set(from);
  return bytes;
}

export const packBatch = ({ index, tally, rows }: Part): unknown => ({ index, counts: [...tally.counts], blockers: tally.blockers, stood: tally.stood, rows: rows && toText(rows) });
/** Throws a ZodError when it is none. */
export function unpackBatch(said: unknown): Part {
  const { index, counts, blockers, stood, rows } = batchPart.parse(said);
  return { index, tally: { counts: Float64Array.from(counts), blockers, stood }, rows: rows === null ? null : toBytes(rows) };
}

export const packCells = ({ cells }: CellsPart): unknown => ({ cells: cells.map(({ first, outcomes, measures, texts }) => ({ first, outcomes: toText(outcomes), measures: measures.map(toText), texts })) });
/** Throws a ZodError when it is none. */
export function unpackCells(said: unknown): CellsPart {
  return { cells: cellsPart.parse(said).cells.map(({ first, outcomes, measures, texts }) => ({ first, outcomes: toBytes(outcomes), measures: measures.map((each) => new Float64Array(toBytes(each).buffer)), texts })) };
}
