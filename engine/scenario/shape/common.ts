/** Shapes that many parts of a file share. Descriptions become the editor's hover help. No transforms: the schema must export as JSON Schema. */
import { z } from 'zod';

/** How a name looks; `names.ts` words what is wrong with one. */
export const NAME_PATTERN = '^[a-z][a-z0-9-]*$';
export const name = z.string().meta({ pattern: NAME_PATTERN });
/** How lengths of time, days, rates and chances look, for editors; `link/amounts.ts` reads them and words what is wrong with one. */
const UNIT = '(day|week|month|year)s?';
const DURATION = `\\d+(\\.\\d+)?\\s+${UNIT}`;
const DAY = '\\d{4}-\\d{2}-\\d{2}';
const RATE = `\\S+\\s*/\\s*${UNIT}`;
const NAME = NAME_PATTERN.slice(1, -1);
const looksLike = (...ways: readonly string[]): z.ZodString => z.string().meta({ pattern: `^\\s*(${ways.join('|')})\\s*$` });
/** Claims and sources may have digits and dots: "002.2". */
export const reference = z.string();

export const title = z.string().min(1).describe('What people read.');

/** Spread into every map that holds a value. */
export const evidence = {
  because: z.array(reference).min(1).optional().describe('Claims on which this rests, in quotes: ["002.2"]. Claims show that something exists, its direction or its order, never its size.'),
  figure: name.optional().describe('The published figure that gives the number.'),
  assumed: z.string().min(1).optional().describe('Why this value, where no document gives it.'),
};

export const amount = z.union([z.number(), name]).describe('A number, or the name of a lever.');
export const rate = z.union([z.number(), looksLike(RATE)]).describe('An amount per day, week, month or year: 0.05 / week. A lever may stand for the number.');
export const chance = z.union([z.number(), looksLike(RATE, NAME)]).describe('How likely: 0.5 on each occasion, or 0.15 / week for the chance that it happens at least once in a week. A lever may stand for the number.');
export const duration = looksLike(DURATION).describe('A length of time: 2 weeks, 1 day, 3 months.');
export const date = z.string().meta({ pattern: `^${DAY}$` }).describe('A day: 2025-04-22.');
export const moment = looksLike(DURATION, DAY);
export const expression = z.union([z.string(), z.number(), z.boolean()]).describe('One line of CEL: exhaustion > 0.5 && fighting == "war". Names are written with _ for -.');

export const oneOrMany = z.union([name, z.array(name).min(1)]);
export const pattern = z.record(name, oneOrMany).describe('Terms: for each issue the option, or any of a list of options. All must match.');

export const occasion = z
  .strictObject({
    when: expression.optional().describe('The condition under which it may happen; without one it always may.'),
    chance: chance.describe('How likely it is while the condition holds.'),
    ...evidence,
  })
  .describe('Something that may happen while a condition holds.');

export const gauge = z
  .strictObject({
    title,
    start: amount.describe('Where it begins, 0 to 1.'),
    drift: rate.optional().describe('What is added per unit of time. Default: nothing.'),
    noise: rate.optional().describe('Standard deviation after one unit of time. Default: none.'),
    while: z
      .array(z.strictObject({ when: expression, drift: rate }))
      .min(1)
      .optional()
      .describe('Drift that is added while a condition holds.'),
    on: z.record(z.string(), amount).optional().describe('What a signal adds in each round in which it arrives.'),
    rises: z.record(z.string(), name).optional().describe('At or above this value the signal is sent every round: { 0.6: exhausted }.'),
    falls: z.record(z.string(), name).optional().describe('At or below this value the signal is sent every round.'),
    ...evidence,
  })
  .describe('A pressure between 0 and 1 that moves over time.');
