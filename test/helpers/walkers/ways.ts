/** The stepper and the kernel over the same runs, in every way in which either is used, until they part. */
import { compile, openStepper, restoreStepper, type Model, type RunRecord, type SavedRun, type Scenario, type Stepper } from '../../../engine/index.ts';
import { openKernel, playRun, type FinishedRun, type Kernel } from '../../../engine/run/kernel.ts';
import { attempt, differenceOf, exactState, linesOf, type Difference, type Played } from './difference.ts';
import { settingsOf, type Setting } from './settings.ts';

/** A model of its own for each, so that neither finds what the other has remembered. */
export interface Pair { readonly stepper: Model; readonly kernel: Model }
export const pairOf = (scenario: Scenario): Pair => ({ stepper: compile(scenario), kernel: compile(scenario) });

export interface Asked {
  readonly seed: string;
  readonly runs: readonly number[];
  /** How many of them are played with levers drawn, in a view and with moves of a person. Default: all. */
  readonly few?: number;
  /** The first of the runs is also played on from the state after each so many phases; 0: not. */
  readonly every: number;
  /** Told of each moment from which it is played on: the place of its phase in a round. */
  readonly at?: (phase: number) => void;
}

/** null: the walkers agree. */
export function firstDifference(pair: Pair, asked: Asked): Difference | null {
  for (const setting of settingsOf(pair.stepper)) {
    const found = whole(pair, asked, setting) ?? onTheWay(pair, asked, setting) ?? fromMoments(pair, asked, setting);
    if (found !== null) return found;
  }
  // What a model has come to remember in all these runs must change none of them.
  const [run] = asked.runs;
  const [setting] = settingsOf(pair.stepper);
  const old = playedBy(openStepper(pair.stepper, { seed: asked.seed, run, ...setting }));
  const fresh = playedBy(openStepper(compile(pair.stepper.scenario), { seed: asked.seed, run, ...setting }));
  return differenceOf({ setting: setting.name, way: 'the stepper on a new model against one on a used model', run }, fresh, old);
}

export const BACK = 'one kernel, back again';

/** Runs from their beginning: in memory of their own, one after the other in the same memory, back again, and without records. */
function whole({ stepper, kernel }: Pair, { seed, runs: all, few = all.length }: Asked, setting: Setting): Difference | null {
  const runs = setting.asItIs ? all : all.slice(0, few);
  const options = { seed, ...setting };
  const records: RunRecord[] = [];
  const emit = (record: RunRecord): void => { records.push(record); };
  const taken = (finished: FinishedRun): Played => { const lines = linesOf(records); records.length = 0; return { lines, state: exactState(finished.state) }; };
  const reused = openKernel(kernel, { ...options, emit });
  const silent = openKernel(kernel, options);
  const stepped = new Map(runs.map((run) => [run, playedBy(openStepper(stepper, { ...options, run }))]));
  const plays: readonly (readonly [way: string, order: readonly number[], play: (run: number) => Played])[] = [
    ['the kernel alone', runs, (run) => taken(playRun(kernel, run, { ...options, emit }))],
    ['one kernel, run after run', runs, (run) => taken(reused.play(run))],
    [BACK, runs.toReversed(), (run) => taken(reused.play(run))],
    // Its last states are the same; there is nothing else to compare.
    ['the kernel without records', runs, (run) => ({ lines: stepped.get(run)?.lines ?? [], state: exactState(silent.play(run).state) })],
  ];
  for (const [way, order, play] of plays) {
    for (const run of order) {
      const found = differenceOf({ setting: setting.name, way, run }, stepped.get(run) ?? NOTHING, attempt('kernel', () => play(run)));
      if (found !== null) return found;
    }
  }
  return null;
}

const NOTHING: Played = { lines: [], state: {} };

function playedBy(stepper: Stepper): Played {
  return attempt('stepper', () => {
    stepper.toEnd();
    return { lines: linesOf(stepper.records), state: exactState(stepper.world.state) };
  });
}

/** A person's moves, each made when its round begins, against the same given from the start; those that cannot be taken then are none. */
function onTheWay({ stepper: model, kernel }: Pair, { seed, runs: [run] }: Asked, setting: Setting): Difference | null {
  if (setting.choices.length === 0) return null;
  const stepper = openStepper(model, { seed, run });
  while (!stepper.ended) {
    const { phase, round } = stepper.world.state;
    if (phase === 0) for (const choice of setting.choices) if (choice.round === round + 1) stepper.choose(choice);
    stepper.phase();
  }
  const records: RunRecord[] = [];
  const { state } = playRun(kernel, run, { seed, choices: stepper.head.choices, emit: (record) => { records.push(record); } });
  return differenceOf({ setting: setting.name, way: 'made on the way', run }, playedBy(stepper), { lines: linesOf(records), state: exactState(state) });
}

/** From states in the middle of a run, under its own luck and under that of the next. */
function fromMoments({ stepper: model, kernel: other }: Pair, { seed, runs: [run], every, at }: Asked, setting: Setting): Difference | null {
  if (every === 0) return null;
  const records: RunRecord[] = [];
  const kernel = openKernel(other, { seed, ...setting, emit: (record) => { records.push(record); } });
  const stepper = openStepper(model, { seed, run, ...setting });
  for (let phases = 1; !stepper.ended; phases++) {
    stepper.phase();
    if (phases % every !== 0) continue;
    at?.((phases - 1) % 8);
    const saved = JSON.parse(JSON.stringify(stepper.save())) as SavedRun;
    for (const luck of [run, run + 1]) {
      records.length = 0;
      const found = onFrom(model, kernel, saved, luck, records);
      if (found !== null) return differenceOf({ setting: setting.name, way: `played on from phase ${phases} under the luck of run ${luck}`, run }, ...found);
    }
  }
  records.length = 0;
  const { state } = kernel.play(run);
  return differenceOf({ setting: setting.name, way: 'the kernel from the beginning, after it was played on from the middle', run }, playedBy(stepper), { lines: linesOf(records), state: exactState(state) });
}

/** The two plays where they differ. */
function onFrom(model: Model, kernel: Kernel, saved: SavedRun, luck: number, records: readonly RunRecord[]): readonly [Played, Played] | null {
  const restored = playedBy(restoreStepper(model, { ...saved, head: { ...saved.head, run: luck } }));
  const stepped = { ...restored, lines: restored.lines.slice(saved.records.length) };
  const walked = attempt('kernel', () => {
    const { state } = kernel.playOn(saved.state, luck);
    return { lines: linesOf(records), state: exactState(state) };
  });
  return differenceOf({ setting: '', way: '', run: luck }, stepped, walked) === null ? null : [stepped, walked];
}
