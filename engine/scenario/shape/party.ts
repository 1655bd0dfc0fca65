/** The shape of a party: what it wants, what it refuses, what moves it. */
import { z } from 'zod';
import { TACTICS } from '../../vocabulary.ts';
import { amount, chance, duration, evidence, expression, gauge, name, occasion, pattern, rate, title } from './common.ts';

const transition = z
  .strictObject({
    to: name.describe('The state it moves to.'),
    if: expression.optional().describe('A condition that must hold besides.'),
    chance: chance.optional().describe('How likely it moves. Default: surely.'),
    ...evidence,
  })
  .describe('A move of the chart.');
const on = z
  .record(z.string(), z.union([name, transition, z.array(z.union([name, transition])).min(1)]))
  .describe('Signal → the state it leads to, or { to, if, chance }, or a list of which the first that is enabled moves.');

const worth = z.strictObject({
  weight: amount.describe('How much the issue counts beside the others.'),
  scores: z.record(name, amount).describe('0 to 100 for each option of the issue.'),
  ...evidence,
});

const bond = z
  .strictObject({ when: pattern, worth: amount.describe('Added when all terms match, in the units of the weights; may be negative.'), ...evidence })
  .describe('Worth of terms that hang together.');

const stance = z
  .strictObject({
    start: name.describe('The state it begins in.'),
    states: z.record(
      name,
      z.strictObject({
        title: title.optional(),
        accepts: z.array(name).min(1).describe('Options it accepts in this state.'),
        firm: z.boolean().optional().describe('Whether it refuses every text outside. Default: false.'),
        on: on.optional(),
      }),
    ),
    ...evidence,
  })
  .describe('Where the party stands on an issue: a statechart.');

const redLine = z
  .strictObject({
    title,
    never: pattern.describe('The terms it refuses, together.'),
    start: name.optional().describe('The state it begins in. Default: held.'),
    states: z
      .record(
        name,
        z.strictObject({
          title: title.optional(),
          bites: z.boolean().optional().describe('Whether a text that crosses the line is refused. Default: true, but false in a state called waived.'),
          on: on.optional(),
        }),
      )
      .optional()
      .describe('Default: one state, held.'),
    stated: z.boolean().optional().describe('Whether it says so in public. If not, the drafter learns of the line only by pressing it. Default: true.'),
    held: z.boolean().optional().describe('Whether it would refuse over it. If not, it is a bluff. Default: true.'),
    ...evidence,
  })
  .describe('Terms that the party refuses whatever else the text holds.');

const posture = z
  .strictObject({
    start: name.optional().describe('at-table or away. Default: at-table.'),
    states: z.record(name, z.strictObject({ title: title.optional(), on: on.optional() })).describe('Any of at-table, away, left.'),
    ...evidence,
  })
  .describe('Whether it sits at the table. Default: at-table, and left once it leaves.');

const manner = z
  .strictObject({
    exponent: amount.optional().describe('Time tactic: above 1 holds out, below 1 concedes early. Default: 1.'),
    sharpness: z.union([z.number(), name]).optional().describe('How sharply it tells a good text from a bad one; exact for no doubt at all. Default: 20.'),
    firmness: amount.optional().describe('Worth lost for each issue outside its stance. Default: 0.05.'),
    spread: amount.optional().describe('How much its threshold differs from run to run (standard deviation). Default: 0.03.'),
    slack: amount.optional().describe('In offers of its own: how far below its level it still proposes and accepts. Default: 0.'),
    prefers: z.enum(['own', 'others']).optional().describe('In offers of its own, at or above its level: own takes what is worth least to itself, others what is worth most to the others. Default: own.'),
    'rational-only': z.boolean().optional().describe('Whether it never proposes what is worth less to it than no deal. Default: true.'),
    tactic: z.enum(TACTICS).optional().describe('How it comes down from what it would like best: time (by the clock), tit-for-tat (as the offers that it hears come up), resource (as something is used up), equilibrium (by what delay costs both sides), random (by chance). Default: time.'),
    kindness: amount.optional().describe('With tit-for-tat: worth that it gives up besides, each time it hears an offer. Default: 0.'),
    'used-up': expression.optional().describe('With resource: how much is used up, 0 to 1, in place of time. A gauge of the party, for one.'),
    discount: rate.optional().describe('How fast what it gets loses in worth to it while the talks go on: 0.1 / month. Only tactics that reckon with delay mind it. Default: none.'),
    ...evidence,
  })
  .describe('How it answers.');

const position = z
  .strictObject({
    at: amount.describe('Where on the line of the issue it would have it.'),
    capability: amount.describe('How much it could bring to bear, beside the others.'),
    salience: amount.describe('How much of that it would bring to bear for this issue, 0 to 1.'),
    ...evidence,
  })
  .describe('Where it stands on an issue that is a quantity, as models of spatial bargaining have it.');

const ratifies = z
  .strictObject({
    stages: z.array(name).min(1).describe('What it must ratify.'),
    support: expression.describe('Support at home for what was signed, 0 to 1. in_force.<issue> reads the signed terms.'),
    steepness: amount.optional().describe('How sharply support decides: the chance is 1 / (1 + exp(-steepness * (support - 0.5))). Default: 8.'),
    takes: duration.optional().describe('From the signature to the vote, which is taken also when the calendar ends before it. Default: at once.'),
    ...evidence,
  })
  .describe('Ratification at home.');

const looksAhead = z
  .strictObject({
    over: duration.describe('How far it looks: 2 years.'),
    war: amount.describe('What renewed war is worth to it.'),
    doubt: amount.optional().describe('Multiplies the hazard of the agreement in its belief. Default: 1.'),
    stages: z.array(name).min(1).optional().describe('Where it weighs texts so. Default: the last stage.'),
    ...evidence,
  })
  .describe('It weighs a text by how long it believes it to last.');

export const party = z
  .strictObject({
    name: title.describe('Its name, as people read it.'),
    short: z.string().min(1).max(4).optional().describe('Two to four capitals for narrow columns. Default: made from its name.'),
    gauges: z.record(name, gauge).optional(),
    worth: z.record(name, worth).optional().describe('What it wants: a weight for each issue and a score for each option.'),
    bonds: z.record(name, bond).optional(),
    'walk-away': z
      .strictObject({ value: expression.describe('The worth, 0 to 1, below which it prefers no deal.'), ...evidence })
      .optional()
      .describe('What no deal is worth to it. Every signatory needs one.'),
    manner: manner.optional(),
    stances: z.record(name, stance).optional(),
    'red-lines': z.record(name, redLine).optional(),
    positions: z.record(name, position).optional().describe('For issues whose options have places on a line: what the simple baselines are reckoned from.'),
    posture: posture.optional(),
    leaves: occasion.optional().describe('When it may leave the talks on refusing a text.'),
    ratifies: ratifies.optional(),
    'looks-ahead': looksAhead.optional(),
  })
  .describe('A party.');
