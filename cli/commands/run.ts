/** `winset run`: one run as a transcript, or as JSON lines; or a recorded run played again. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { plain } from '../../engine/record/plain.ts';
import type { RunHead, RunRecord } from '../../engine/record/record.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import { shippedAs } from '../find.ts';
import { EXIT } from '../io.ts';
import type { Io } from '../io.ts';
import { jsonLine } from '../json.ts';
import { leverOptions, openScenario, readingOf, scenarioName, tellIdleVary } from '../open.ts';
import { flag, refuseIdleForce, seedOf, text, whole } from '../options.ts';
import type { Args } from '../options.ts';
import { pageOf } from '../page.ts';
import { writeWhole } from '../save.ts';
import { Failure, UsageError } from '../stops.ts';
import { changedLevers } from '../views/plain/commandline.ts';
import type { Asked } from '../views/plain/commandline.ts';
import { transcript } from '../views/plain/transcript.ts';
import type { Command } from './command.ts';

export const MOST_RUN = 1_000_000_000;

interface Played { readonly head: RunHead; readonly records: readonly RunRecord[]; readonly scenario: Scenario; readonly asked: Asked }

/** What a recorded run fixes cannot be said again. */
export function refuseWithReplay(args: Args): void {
  const said = (['seed', 'set', 'run', 'from', 'view', 'vary'] as const).find((name) => args[name] !== undefined);
  if (said !== undefined) throw new UsageError(`--${said} and --replay exclude each other: the recorded run says it.`);
}

/** The scenario that is named, else the shipped one of the recorded name. */
export function recordedScenario(recorded: string, args: Args): string {
  if (args['scenario'] !== undefined) return scenarioName(args);
  const shipped = shippedAs(recorded);
  if (shipped === undefined) throw new UsageError(`The run was recorded with the scenario “${plain(recorded)}”, which does not come with Winset. Name its file too: ${plain(recorded)}.yaml, or wherever it is.`);
  return shipped;
}

async function replayed(file: string, args: Args, io: Io): Promise<Played> {
  refuseWithReplay(args);
  const { openRecorded, readRecorded, replayRun } = await import('../replay.ts');
  const recorded = readRecorded(file, io.cwd);
  const name = recordedScenario(recorded.head.scenario, args);
  const { model, scenario } = await openRecorded(recorded, name, io);
  const { head, records, cutShort } = replayRun(recorded, model);
  if (cutShort && recorded.lines.length > 0) io.stderr.write('The recorded run stops on the way; here it is played to its end.\n');
  return { head, records, scenario, asked: { name, levers: changedLevers(head.levers, scenario.levers) } };
}

async function played(args: Args, io: Io): Promise<Played> {
  const seed = seedOf(args);
  const run = whole(args, 'run', { least: 1, most: MOST_RUN, otherwise: 1 });
  const { model, scenario, name } = await openScenario(scenarioName(args), io, readingOf(args));
  const taken = leverOptions(args, scenario);
  tellIdleVary(taken, [scenario], io);
  const { openStepper } = await import('../../engine/index.ts');
  const stepper = openStepper(model, { seed, run, ...taken });
  stepper.toEnd();
  return { head: stepper.head, records: stepper.records, scenario, asked: { levers: {}, ...taken, name } };
}

export const run: Command = {
  name: 'run',
  usage: 'run [scenario]',
  describe: 'One run as a text to read: what was tabled, who answered how, and why',
  positionals: { scenario: 'Name of a scenario, or path of a scenario file' },
  options: ['seed', 'run', 'from', 'set', 'view', 'vary', 'replay', 'out', 'force', 'json', 'no-color'],
  notes: { force: 'Write over a file that is there' },
  examples: [
    ['winset run tutorial --seed 7', 'The first run under the seed 7'],
    ['winset run tutorial --seed 7 --run 12', 'The twelfth run of `winset batch tutorial --seed 7`'],
    ['winset run tutorial --out mine.jsonl', 'Also save it'],
    ['winset run --replay mine.jsonl', 'Play a saved run again'],
    ['winset run tutorial --json', 'The head and each record as a line of JSON'],
  ],
  async run(args, io) {
    const file = text(args, 'replay');
    const out = text(args, 'out');
    refuseIdleForce(args);
    // Before anything is played: what is there may be all that somebody has.
    if (out !== undefined && !flag(args, 'force') && statSync(path.resolve(io.cwd, out), { throwIfNoEntry: false })?.isFile()) throw new Failure(`There is already a file “${plain(out)}”; --force writes over it.`);
    const { head, records, scenario, asked } = file === undefined ? await played(args, io) : await replayed(file, args, io);
    const lines = (): string => `${[head, ...records].map(jsonLine).join('\n')}\n`;
    if (out !== undefined) writeWhole(out, lines(), io.cwd);
    io.stdout.write(flag(args, 'json') ? lines() : transcript(head, records, scenario, asked, pageOf(args, io)));
    return EXIT.ok;
  },
};
