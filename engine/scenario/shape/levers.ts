/** The shapes of levers and of views: what the author does not know, and what others believe of it. */
import { z } from 'zod';
import { evidence, name, title } from './common.ts';

const pair = z.array(z.number()).min(2).max(2);
const three = z.array(z.number()).min(3).max(3);

const distribution = z
  .strictObject({
    uniform: pair.optional().describe('[lowest, highest]: all alike.'),
    triangular: three.optional().describe('[lowest, likeliest, highest], falling in straight lines to both sides.'),
    pert: three.optional().describe('[lowest, likeliest, highest], rounded: less weight at the ends than triangular.'),
    normal: pair.optional().describe('[mean, standard deviation], cut off at the ends of the range.'),
    discrete: z.array(pair).min(1).optional().describe('[[value, weight], …]'),
  })
  .describe('How the lever is drawn, once a run, with --vary. One of uniform, triangular, pert, normal, discrete.');

export const lever = z
  .strictObject({ title, value: z.number(), range: pair.describe('[lowest, highest]'), distribution: distribution.optional(), ...evidence })
  .describe('An assumption that a user may vary with --set.');

export const view = z
  .strictObject({
    title,
    source: z.string().min(1).optional().describe('The published source that holds this view: a source of this file, or a citation in words.'),
    role: z.string().min(1).optional().describe('The role of somebody who would hold it, where no source does: never an invented person.'),
    levers: z.record(name, z.number()).describe('Lever → the value in this view.'),
    weight: z.number().optional().describe('How often it is drawn with --vary, beside the other views. Default: 1.'),
    ...evidence,
  })
  .describe('What one published source, or somebody in one role, believes of some levers.');
