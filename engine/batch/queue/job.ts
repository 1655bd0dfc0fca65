/** What travels through the queue: a piece of work with all that is needed to play it. It is checked at the far end as a file of anybody is. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../scenario/hash.ts';

const name = z.string().min(1).max(200);
const whole = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const levers = z.record(name, z.number());
const leverOptions = { levers: levers.optional(), view: name.optional(), vary: z.boolean().optional() };
/** Runs that one piece may hold; a batch of 10^9 runs has pieces of half a million. */
const MOST_RUNS = 5_000_000;
const piece = { index: whole, first: whole.min(1), runs: whole.min(1).max(MOST_RUNS) };
const luggage = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/u), from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u), text: z.string().max(1_400_000) });
const head = { winset: z.literal(1), version: name };

const batchJob = z.strictObject({
  ...head, kind: z.literal('batch'), scenario: luggage,
  options: z.strictObject({ ...leverOptions, seed: z.string().max(200), rows: z.strictObject({ head: z.string().max(100_000), version: name }).nullable() }),
  piece: z.strictObject(piece),
});
const cellsJob = z.strictObject({
  ...head, kind: z.literal('cells'), scenarios: z.array(luggage).max(50),
  piece: z.strictObject({
    ...piece,
    asked: z.strictObject({ seed: z.string().max(200), measures: z.array(name).max(500).optional(), texts: z.array(name).max(50).optional() }),
    cells: z.array(z.strictObject({ ...leverOptions, scenario: whole, first: whole.min(1).optional(), runs: whole.max(MOST_RUNS) })).max(100_000),
  }),
});

export const jobSchema = z.discriminatedUnion('kind', [batchJob, cellsJob]);
export type Job = z.infer<typeof jobSchema>;
export type BatchJob = z.infer<typeof batchJob>;
export type CellsJob = z.infer<typeof cellsJob>;

/** The same work has the same name, whoever asks for it and however often: what was played for a caller that died is there for the next. */
export const nameOf = (job: Job): string => createHash('sha256').update(canonicalJson(job)).digest('hex').slice(0, 40);
