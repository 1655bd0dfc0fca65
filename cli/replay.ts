/**
 * A recorded run, read from a file that may come from anybody: checked strictly before anything is done with it, then
 * played again and held against what was recorded.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { openStepper } from '../engine/index.ts';
import type { Choice, Model, RunHead, RunRecord } from '../engine/index.ts';
import { plain } from '../engine/record/plain.ts';
import { ANSWERS } from '../engine/vocabulary.ts';
import type { Io } from './io.ts';
import { openScenario } from './open.ts';
import type { Opened } from './open.ts';
import { isDay } from './options.ts';
import { why } from './save.ts';
import { BadFile, Failure } from './stops.ts';

/** A long run is a few hundred kilobytes. */
const LARGEST = 16 * 1024 * 1024;
const MOST_CHOICES = 10_000;

const id = z.string().min(1).max(100).regex(/^[a-z][a-z0-9-]*$/u, 'is no name');
const round = z.int().min(1).max(1_000_000);
const choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), round, party: id, answer: z.enum(ANSWERS) }),
  z.strictObject({ kind: z.literal('vote'), round, party: id, yes: z.boolean() }),
  z.strictObject({ kind: z.literal('text'), round, party: id.exactOptional(), terms: z.record(id, id) }),
  z.strictObject({ kind: z.literal('event'), round, event: id, happens: z.boolean() }),
  z.strictObject({ kind: z.literal('lever'), round, lever: id, value: z.number() }),
]);
const head = z.strictObject({
  winset: z.literal(1),
  scenario: id,
  hash: z.string().regex(/^[0-9a-f]{64}$/u, 'is no hash'),
  seed: z.string().min(1).max(200),
  run: z.int().min(1).max(1_000_000_000),
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'is no date'),
  levers: z.record(id, z.number()),
  choices: z.array(choice).max(MOST_CHOICES),
});

export interface Recorded {
  readonly file: string;
  readonly head: RunHead;
  /** The records as they were written, one JSON text each; fewer than the run's when it was saved on the way. */
  readonly lines: readonly string[];
}

function bad(file: string, message: string): BadFile {
  return new BadFile(`The recorded run “${plain(file)}” cannot be used: ${plain(message)}`);
}

/** The value on a line, and the same as JSON without blanks. */
function parsed(file: string, text: string, line: number): { readonly value: unknown; readonly json: string } {
  let forbidden = false;
  try {
    const value: unknown = JSON.parse(text, (key, part: unknown) => {
      forbidden ||= key === '__proto__';
      return part;
    });
    // Nesting too deep for the machine ends up below as well.
    const json = JSON.stringify(value);
    if (!forbidden) return { value, json };
  } catch {
    throw bad(file, `line ${line} is not JSON that a run could hold. Was it cut short?`);
  }
  throw bad(file, `line ${line} has a key that is not allowed: __proto__.`);
}

/** Reads and checks the head; records are kept as text, to be compared. */
export function readRecorded(file: string, cwd: string): Recorded {
  const at = path.resolve(cwd, file);
  let text: string;
  try {
    const found = statSync(at);
    if (!found.isFile()) throw bad(file, 'it is not a file.');
    if (found.size > LARGEST) throw bad(file, 'it is larger than 16 MB, which no run is.');
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(at));
  } catch (error) {
    if (error instanceof BadFile) throw error;
    if (error instanceof TypeError) throw bad(file, 'it is not text.');
    throw new Failure(error instanceof Error && 'code' in error && error.code === 'ENOENT' ? `There is no file “${plain(file)}”.` : `The file “${plain(file)}” cannot be read: ${why(error)}.`);
  }
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  if (lines.length === 0) throw bad(file, 'it is empty.');
  const checked = head.safeParse(parsed(file, lines[0] ?? '', 1).value);
  if (!checked.success) {
    const [first] = checked.error.issues;
    const where = first === undefined || first.path.length === 0 ? '' : `${first.path.join('.')}: `;
    throw bad(file, `its first line is not the head of a run. ${where}${first?.message ?? ''}.`);
  }
  return { file, head: checked.data, lines: lines.slice(1).map((line, at) => parsed(file, line, at + 2).json) };
}

/** The recorded moves, each of which must fit the scenario. */
export function checkedChoices(recorded: Recorded, model: Model): readonly Choice[] {
  const { file, head: { scenario, hash, levers, choices } } = recorded;
  if (scenario !== model.scenario.id) throw new Failure(`“${plain(file)}” was recorded with the scenario ${scenario}, not with ${model.scenario.id}.`);
  if (hash !== model.scenario.hash) {
    throw new Failure(`The scenario ${scenario} is not the one that “${plain(file)}” was recorded with: its hash is ${model.scenario.hash.slice(0, 12)}, the recorded one ${hash.slice(0, 12)}. A run can only be played again on the scenario it was made with.`);
  }
  const known = model.scenario.levers;
  for (const [name, value] of Object.entries(levers)) {
    const lever = known.find((one) => one.id === name);
    if (lever === undefined) throw bad(file, `the scenario has no lever ${name}.`);
    if (value < lever.range[0] || value > lever.range[1]) throw bad(file, `the lever ${name} goes from ${lever.range[0]} to ${lever.range[1]}.`);
  }
  if (known.some((lever) => !Object.hasOwn(levers, lever.id))) throw bad(file, 'it does not give every lever of the scenario a value.');
  const trial = openStepper(model, { seed: '1' });
  for (const one of choices) {
    const objection = trial.choose(one);
    if (objection !== null) throw bad(file, `a move in it does not fit: ${objection}.`);
  }
  return choices;
}

/** The scenario as it stood on the day from which the run was played. */
export async function openRecorded(recorded: Recorded, name: string, io: Io): Promise<Opened> {
  const { file, head: { from, scenario } } = recorded;
  const opened = await openScenario(name, io);
  // Another scenario is told of when the run is checked against it.
  if (from === opened.scenario.from || scenario !== opened.scenario.id) return opened;
  const earliest = opened.scenario.starts[0] ?? opened.scenario.from;
  if (!isDay(from) || from < earliest) throw bad(file, `it starts on ${from}, and the scenario on ${earliest} at the earliest.`);
  return await openScenario(name, io, { from });
}

export interface Replayed { readonly head: RunHead; readonly records: readonly RunRecord[]; readonly cutShort: boolean }

/** Plays it again, to the end. What was recorded must come out again, record for record. */
export function replayRun(recorded: Recorded, model: Model): Replayed {
  const choices = checkedChoices(recorded, model);
  const { seed, run, levers } = recorded.head;
  const stepper = openStepper(model, { seed, run, levers, choices });
  stepper.toEnd();
  const differs = recorded.lines.findIndex((line, at) => line !== JSON.stringify(stepper.records[at]));
  if (differs >= 0) throw new Failure(`The replay differs from “${plain(recorded.file)}” at its line ${differs + 2}. The file was changed, or made with another version of Winset.`);
  return { head: stepper.head, records: stepper.records, cutShort: recorded.lines.length < stepper.records.length };
}
