/** A scenario as it travels: its whole text, packed, with the hash by which both ends name it. */
import { deflateSync, inflateSync } from 'node:zlib';
import { LARGEST_FILE } from '../../scenario/files.ts';
import { readScenarioText } from '../../scenario/read.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { QueueError } from './queue-error.ts';

export interface Luggage {
  readonly hash: string;
  /** The day on which it starts. */
  readonly from: string;
  /** Base64 of the deflated text. */
  readonly text: string;
}

/** The text that a scenario was read from: `text` of what the reader gives. */
export interface Written { readonly scenario: Scenario; readonly text: string }

export const packScenario = ({ scenario, text }: Written): Luggage => ({ hash: scenario.hash, from: scenario.from, text: deflateSync(text).toString('base64') });

/** Reads and checks it again, as a file of anybody. Throws a QueueError when it is not what its hash says. */
export function unpackScenario({ hash, from, text }: Luggage): Scenario {
  const refuse = (why: string): never => { throw new QueueError('cannot-travel', `The scenario that came with the work ${why}.`); };
  let whole: string;
  try {
    whole = inflateSync(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST_FILE }).toString('utf8');
  } catch {
    return refuse('cannot be unpacked');
  }
  // A text by itself: nothing on this machine is read for it.
  if (/^\s*"?extends"?\s*:/mu.test(whole) || /[{,]\s*"extends"\s*:/u.test(whole)) return refuse('asks for other files');
  const read = readScenarioText(whole, { file: 'scenario from the queue', from });
  if (!read.ok) return refuse(`has problems: ${read.problems[0]?.message ?? ''}`);
  if (read.scenario.hash !== hash) return refuse('is not the one that was named');
  return read.scenario;
}
