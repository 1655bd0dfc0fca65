/** What a file of rows says of itself, in its metadata. Files come from anybody: nothing of it is believed before it is checked. */
import { z } from 'zod';
import type { Frame } from '../frame.ts';
import type { Head } from '../head.ts';
import { BLOCKER_KINDS } from '../result.ts';
import type { PackedTally, Tally, TallyShape } from '../tally.ts';
import { unpack } from '../tally.ts';

export interface Notes { readonly head: Head; readonly tally: PackedTally; readonly frame: Frame | null }

const text = z.string().max(10_000);
const whole = z.number().int().nonnegative();
const shard = z.strictObject({ part: whole.min(1), of: whole.min(1) }).refine(({ part, of }) => part <= of).nullable();
const numbers = z.record(text, z.number());
const headShape = z.strictObject({
  winset: z.literal(1), version: text, scenario: text, hash: text, from: text, seed: text, runs: whole.min(1).max(1e12), until: z.number().positive().max(0.5).nullable(),
  vary: z.boolean(), view: text.nullable(), set: numbers, shard,
});
const named = { id: text, title: text };
const length = whole.max(1_000_000);
const frameShape = z.strictObject({
  scenario: text, hash: text, from: text, seed: text, vary: z.boolean(), view: text.nullable(), levers: numbers, horizonDays: z.number(),
  shape: z.strictObject({ outcomes: length, stages: whole.max(10_000), options: length, rounds: length }).refine(({ stages, options }) => stages * options <= 10_000_000),
  outcomes: z.array(z.strictObject(named)),
  stages: z.array(z.strictObject({ id: text, issues: z.array(z.strictObject({ ...named, base: whole, options: z.array(z.strictObject(named)) })) })),
}).refine(({ shape, outcomes, stages }) => outcomes.length === shape.outcomes && stages.length === shape.stages
  && stages.every((stage) => stage.issues.every(({ base, options }) => base + options.length <= shape.options)));
const blockers = z.array(z.tuple([z.string().max(1000).regex(new RegExp(`^[a-z0-9-]*\\t(${BLOCKER_KINDS.join('|')})\\t[a-z0-9-]*$`, 'u')), whole]));
// Files from before blockers were counted by stage have no `stood`.
const tallyShape = z.strictObject({ counts: z.array(whole).min(4), blockers, stood: z.array(z.strictObject({ runs: whole, blockers })).max(10_000).optional() });

function parsed<T>(shape: z.ZodType<T>, json: string | undefined): T | null {
  if (json === undefined) return null;
  try {
    const found = shape.safeParse(JSON.parse(json));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}

/** The notes of a file's metadata; null when they are not Winset's, or damaged. */
export function readNotes(pairs: readonly { readonly key: string; readonly value?: string | undefined }[]): Notes | null {
  const note = (key: string): string | undefined => pairs.find((pair) => pair.key === key)?.value;
  const head = parsed<Head>(headShape, note('winset'));
  const tally = parsed(tallyShape, note('winset.tally'));
  if (!head || !tally) return null;
  return { head, tally: { counts: Float64Array.from(tally.counts), blockers: tally.blockers, stood: tally.stood ?? null }, frame: parsed<Frame>(frameShape, note('winset.frame')) };
}

export const readHead = (json: string): Head | null => parsed<Head>(headShape, json);

/** The tally, or null when it does not fit the shape. */
export function tallyOf(shape: TallyShape, packed: PackedTally): Tally | null {
  try {
    return unpack(shape, packed);
  } catch {
    return null;
  }
}
