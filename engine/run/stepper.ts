/** The stepper: one run driven through real XState actors, phase by phase, open to a person's moves, to be saved and restored. */
import { runKey } from '../chance/key.ts';
import { RunLuck } from '../chance/luck.ts';
import type { Model } from '../model/model.ts';
import type { Choice, RunHead, RunRecord } from '../record/record.ts';
import type { Terms } from '../vocabulary.ts';
import { objection } from './choices.ts';
import type { LeverOptions } from './levers.ts';
import type { Look, TextLook } from './look.ts';
import { lookAt, lookAtText } from './look-at.ts';
import { playPhase } from './round.ts';
import { freshState, restoreState, saveState, type SavedState } from './state.ts';
import { actorMover } from './stepper-actors.ts';
import { makeWorld, type World } from './world.ts';

export interface RunOptions extends LeverOptions {
  readonly seed: string;
  /** The run's number under the seed, from 1. */
  readonly run?: number;
  readonly choices?: readonly Choice[];
}

/** A run at one moment, as plain JSON. */
export interface SavedRun {
  readonly head: RunHead;
  readonly state: SavedState;
  readonly records: readonly RunRecord[];
}

export interface Stepper {
  readonly head: RunHead;
  readonly ended: boolean;
  /** All records so far. */
  readonly records: readonly RunRecord[];
  look(): Look;
  /** Plays the next phase; its records. Empty when the run is over. */
  phase(): readonly RunRecord[];
  /** Plays to the end of the present round, or a whole round when one has just ended. */
  round(): readonly RunRecord[];
  toEnd(): readonly RunRecord[];
  /** A person's move. null when taken, otherwise why not. A later choice for the same thing replaces the earlier. */
  choose(choice: Choice): string | null;
  /** How everybody would stand to a package of the present stage; issues not named as in the text that stands, or in force. */
  weigh(terms: Terms): TextLook;
  save(): SavedRun;
  /** The run's inside, for engine/analysis. */
  readonly world: World;
}

export function openStepper(model: Model, options: RunOptions): Stepper {
  const { seed, run = 1, choices = [] } = options;
  const luck = new RunLuck(model.draws, runKey(seed, run));
  const state = freshState(model, luck, options);
  const head: RunHead = {
    winset: 1, scenario: model.scenario.id, hash: model.scenario.hash, seed, run, from: model.scenario.from,
    levers: Object.fromEntries(model.levers.map((id, l) => [id, state.levers[l]])), choices: [...choices],
  };
  return makeStepper(model, head, luck, state, []);
}

/** A stepper from a saved moment. Throws a RangeError when it does not fit the model. */
export function restoreStepper(model: Model, saved: SavedRun): Stepper {
  const luck = new RunLuck(model.draws, runKey(saved.head.seed, saved.head.run));
  return makeStepper(model, saved.head, luck, restoreState(model, luck, saved.state), saved.records);
}

function makeStepper(model: Model, first: RunHead, luck: RunLuck, state: World['state'], before: readonly RunRecord[]): Stepper {
  const records = [...before];
  const choices = [...first.choices];
  const world = makeWorld(model, state, luck, choices, (record) => { records.push(record); }, actorMover(model, state, luck));
  const since = (count: number): readonly RunRecord[] => records.slice(count);
  const head = (): RunHead => ({ ...first, choices: [...choices] });
  return {
    get head() { return head(); },
    get ended() { return state.over === 1; },
    get records() { return records; },
    look: () => lookAt(world),
    phase() {
      const count = records.length;
      playPhase(world);
      return since(count);
    },
    round() {
      const count = records.length;
      do playPhase(world); while (state.phase !== 0 && state.over === 0);
      return since(count);
    },
    toEnd() {
      const count = records.length;
      while (state.over === 0) playPhase(world);
      return since(count);
    },
    choose(choice) {
      const why = objection(model, state, choice);
      if (why !== null) return why;
      const same = choices.findIndex((each) => sameThing(each, choice));
      if (same >= 0) choices.splice(same, 1);
      choices.push(choice);
      return null;
    },
    weigh(terms) {
      const options = state.tabled === 1 ? state.text.slice() : state.inForce.slice();
      for (const [issue, option] of Object.entries(terms)) {
        const at = model.issues.findIndex((each) => each.id === issue);
        if (at < 0 || !model.issues[at].options.includes(option)) throw new RangeError(`no option ${issue}=${option}`);
        options[at] = model.issues[at].options.indexOf(option);
      }
      return lookAtText(world, options, false);
    },
    world,
    save: () => ({ head: head(), state: saveState(state), records: [...records] }),
  };
}

function sameThing(a: Choice, b: Choice): boolean {
  if (a.round !== b.round) return false;
  if (a.kind === 'answer' && b.kind === 'answer') return a.party === b.party;
  if (a.kind === 'vote' && b.kind === 'vote') return a.party === b.party;
  if (a.kind === 'event' && b.kind === 'event') return a.event === b.event;
  if (a.kind === 'lever' && b.kind === 'lever') return a.lever === b.lever;
  return a.kind === 'text' && b.kind === 'text' && a.party === b.party;
}
