/** The shape of a whole scenario file: the first level of trust. What names mean is checked later, by `link/`. */
import { z } from 'zod';
import { TRUCES, VOICES } from '../../vocabulary.ts';
import { amount, chance, date, duration, evidence, expression, gauge, moment, name, occasion, oneOrMany, pattern, rate, reference, title } from './common.ts';
import { lever, view } from './levers.ts';
import { party } from './party.ts';
import { stage } from './stage.ts';

/** A file is read once for each day on which it is meant to be started. */
export const MOST_STARTS = 12;

const deadline = z.strictObject({
  title,
  at: moment.describe('A time after the start (11 weeks) or a day (2025-05-09).'),
  near: duration.optional().describe('From how long before it the signal deadline-near is sent. Default: 2 weeks.'),
  announced: z.boolean().optional().describe('Whether the parties know it and pace themselves by it. Default: true.'),
  ...evidence,
});

const calendar = z
  .strictObject({
    start: date.describe('The first day: 2025-04-22.'),
    starts: z.array(date).min(1).max(MOST_STARTS).optional().describe('Further days on which it is meant to be started; --from takes any day from start on.'),
    round: duration.describe('How long a round is: 1 week.'),
    rounds: z.int().min(1).max(10_000).describe('How many rounds there are.'),
    deadlines: z.record(name, deadline).optional(),
  })
  .describe('When it starts, how long a round is, how many rounds there are.');

const source = z.strictObject({
  title,
  date,
  file: z.string().min(1).optional().describe('The name of the document.'),
  url: z.string().min(1).optional(),
});
const claim = z.strictObject({
  says: z.string().min(1).describe('What the source says, in our own words.'),
  voice: z.enum(VOICES).describe('Whose voice: a named speaker, an unnamed source, the reporter, a headline.'),
  date,
  contradicts: z.array(reference).min(1).optional().describe('Claims that say otherwise: ["001.12"]. It counts for both sides.'),
});
const figure = z.strictObject({
  title,
  source: reference.describe('The source it was taken from.'),
  status: z.enum(['seen', 'computed', 'to-be-checked']).describe('seen in the source, computed from it, or to be checked.'),
  value: z.number().optional(),
  survival: z.record(z.string(), z.number().min(0).max(1)).optional().describe('Share that still holds after a time: { 30 days: 0.98, 1 year: 0.5 }.'),
});
const option = z.strictObject({
  title,
  'performed-by': oneOrMany.optional().describe('Who must carry it out, and so must consent to it.'),
  brings: z.enum(TRUCES).optional().describe('What the fighting becomes when it is signed.'),
  at: z.number().optional().describe('Its place on a line, for an issue that is a quantity: years, a share, a sum. All options of the issue have one, or none.'),
});
const issue = z
  .strictObject({
    title,
    options: z.record(name, z.union([title, option])).describe('Possible answers, from one pole to the other.'),
    standing: name.describe('The option that holds while nothing is agreed.'),
  })
  .describe('A question on the table.');

const mediator = z.strictObject({ party: name, 'walks-away': occasion.optional().describe('When it may end the talks.') });
const track = z
  .strictObject({
    title,
    seats: z.array(name).min(1).describe('Who sits here.'),
    needs: z.array(name).min(1).optional().describe('Without whom it does not meet. Default: everybody who sits here.'),
    every: duration.optional().describe('At least this long between two meetings. Default: whenever its turn comes.'),
    after: duration.optional().describe('How long after the start it may first meet. Default: at once.'),
    ...evidence,
  })
  .describe('Who meets whom.');
const event = z
  .strictObject({
    title,
    when: expression.optional().describe('The condition under which it may happen. Default: always.'),
    chance: chance.optional().describe('How likely. Default: surely, whenever its condition holds.'),
    times: z.int().min(1).optional().describe('How often it may happen in a run. Default: as often as it does.'),
    sends: oneOrMany.optional().describe('Signals it sends.'),
    moves: z.record(z.string(), amount).optional().describe('What it adds to gauges: { exhaustion: 0.1, ukraine.support: -0.2 }.'),
    opens: pattern.optional().describe('Options that may be drafted again.'),
    closes: pattern.optional().describe('Options that may no longer be drafted.'),
    'breaks-truce': z.boolean().optional().describe('Whether a truce in force ends with it. Default: false.'),
    ...evidence,
  })
  .describe('Something that may happen outside the room.');
const hazard = z
  .strictObject({
    rate: rate.optional().describe('A constant hazard: 0.4 / year. Without it, figure names a survival curve.'),
    ratios: z
      .array(z.strictObject({ when: pattern, ratio: amount.describe('Below 1 the truce lasts longer.'), ...evidence }))
      .min(1)
      .optional()
      .describe('Terms in force that change the hazard; the product of all that match.'),
    ...evidence,
  })
  .describe('How a truce breaks.');
const outcome = z.strictObject({
  id: name,
  title,
  when: expression.optional().describe('The first outcome whose condition holds at the end is the outcome of the run.'),
  otherwise: z.boolean().optional().describe('true on the last outcome, instead of when.'),
});

export const scenarioFile = z.strictObject({
  winset: z.literal(1).describe('The version of this format: 1.'),
  extends: z.union([z.string(), z.array(z.string()).min(1)]).optional().describe('A file, or files, that this one changes parts of.'),
  id: name,
  title,
  question: z.string().min(1).describe('What the scenario is to answer.'),
  'leaves-out': z.array(z.string().min(1)).optional().describe('What it says nothing about.'),
  normalise: z.boolean().optional().describe('false: scores are any numbers, and worth is their weighted sum as it is. Default: true, scores from 0 to 100 and worth divided by the sum of weights.'),
  calendar,
  sources: z.record(reference, source).optional().describe('Documents, by a number or name in quotes.'),
  claims: z.record(reference, claim).optional().describe('What the sources say: "002.2" is a claim of source "002".'),
  figures: z.record(name, figure).optional().describe('Published numbers and survival curves.'),
  levers: z.record(name, lever).optional(),
  views: z.record(name, view).optional().describe('What experts disagree about: each sets some levers.'),
  issues: z.record(name, issue),
  gauges: z.record(name, gauge).optional().describe('Gauges of the whole scenario.'),
  parties: z.record(name, party),
  mediator: mediator.optional(),
  tracks: z.record(name, track),
  stages: z.record(name, stage).describe('In the order in which they are negotiated.'),
  events: z.record(name, event).optional(),
  peace: z
    .strictObject({
      'limited-truce': hazard.optional(),
      ceasefire: hazard.optional(),
      horizon: duration.optional().describe('For how long the peace is followed after the last signature: 5 years.'),
      agreement: hazard.optional().describe('How an agreement collapses after the last signature. It needs horizon.'),
    })
    .optional()
    .describe('How truces and agreements break.'),
  outcomes: z.array(outcome).min(1),
});

/** A file as its author wrote it: shaped, not yet checked. */
export type ScenarioFile = z.infer<typeof scenarioFile>;
