/** The shape of a stage: what is negotiated now, how, and who signs. */
import { z } from 'zod';
import { MEDIATION_STYLES, PROTOCOLS } from '../../vocabulary.ts';
import { amount, evidence, expression, name, oneOrMany, title } from './common.ts';

const leverage = z
  .strictObject({
    worth: amount.describe("The most by which it can lower the party's walk-away value. Half of what is left is spent each time the party refuses a text as not good enough."),
    hazard: amount.optional().describe('What a peace bought with all of it multiplies the later hazard by. Default: 1.'),
    ...evidence,
  })
  .describe('What the mediator can bring to bear on a party.');

export const stage = z
  .strictObject({
    title,
    issues: z.array(name).min(1).describe('What is negotiated.'),
    'must-bring': z
      .record(name, oneOrMany)
      .optional()
      .describe('Terms of which a text must bring at least one that is not in force: { ceasefire: [limited, full] }. No other text is tabled, by nobody. Default: a text may be any.'),
    signs: z.array(name).min(1).describe('Whose signature is needed.'),
    binds: z.array(name).min(1).optional().describe('Who is bound without signing: asked once after the signature, and may repudiate. Default: nobody.'),
    protocol: z.enum(PROTOCOLS).optional().describe("single-text: a drafter carries one text; alternating-offers: those who sign make offers in turn. Default: single-text."),
    drafter: name.optional().describe('Who writes the text. A single text needs one; offers in turn have none.'),
    style: z.enum(MEDIATION_STYLES).optional().describe("What the drafter does: facilitate carries the parties' own offers, formulate writes freely, manipulate also spends leverage. Default: formulate."),
    leverage: z.record(name, leverage).optional().describe('Party → what a manipulating mediator can bring to bear on it.'),
    rounds: z.int().min(1).max(10_000).describe('How many rounds it may take.'),
    guess: amount.optional().describe("The drafter's first guess of each party's threshold. Default: 0.5."),
    bias: amount.optional().describe("Weight of the drafter's own worth in its choice. Default: 0.5."),
    fade: amount.optional().describe('By how much what a refusal taught fades in a round. Default: 0.02.'),
    when: expression.optional().describe('It opens only if this holds when its turn comes; else it is passed over. Default: always.'),
    'on-failure': z.enum(['next', 'end']).optional().describe('What follows without a signature. Default: next; the last stage ends.'),
    reopens: z.boolean().optional().describe('Whether it opens again when the truce it brought breaks. Default: false.'),
    upgradable: z.boolean().optional().describe('Whether it stays open for more after a limited truce, until its rounds are over. Default: false.'),
    ...evidence,
  })
  .describe('What is negotiated now.');
