/** The engine's stepper as the history walks it. */
import type { Model, RunOptions, SavedRun, Stepper } from '../../../engine/index.ts';
import { openStepper, restoreStepper } from '../../../engine/run/stepper.ts';
import { saveState } from '../../../engine/run/state.ts';
import type { Walker, Walkers } from './history.ts';

/** A saved run without its records: those of one run are held once, however many of its moments are kept. */
export type Moment = Omit<SavedRun, 'records'>;

export function walkersOf(model: Model, options: Omit<RunOptions, 'seed' | 'choices'>): Walkers<Moment> {
  return {
    open: (seed) => walker(openStepper(model, { seed, ...options })),
    restore: (moment, records) => walker(restoreStepper(model, { ...moment, records })),
  };
}

function walker(stepper: Stepper): Walker<Moment> {
  return {
    get head() { return stepper.head; },
    get ended() { return stepper.ended; },
    get records() { return stepper.records; },
    look: () => stepper.look(),
    phase: () => stepper.phase(),
    choose: (choice) => stepper.choose(choice),
    weigh: (terms) => stepper.weigh(terms),
    save: () => ({ head: stepper.head, state: saveState(stepper.world.state) }),
  };
}
