/**
 * A worker's side of the outlook: the scenario comes once, as data; then moments, from each of which runs are played on,
 * a few at a time, so that the next question is heard soon and ends the one before.
 */
import type { MessagePort } from 'node:worker_threads';
import { addRuns, compile, outlookOf } from '../../../../engine/index.ts';
import type { Outlook, Scenario } from '../../../../engine/index.ts';
import type { Moment } from '../walkers.ts';

/** What a worker is made with. */
export interface Errand { readonly scenario: Scenario }

/** What it is asked: to play on from a moment; without one, to rest. Answers carry the number of the question. */
export interface Question {
  readonly number: number;
  readonly moment: Moment | null;
  /** What was counted from this moment before; the runs that follow are added to it. */
  readonly had: Outlook | null;
  readonly runs: number;
}
export interface Answer { readonly number: number; readonly outlook: Outlook }

/** Runs between two looks at what else has come in. */
const FEW = 2;
/** Fewer say too little to be shown. */
const LEAST = 12;
/** Milliseconds until the first estimate, and between those that refine it. */
const FIRST_AFTER = 60;
const NEXT_AFTER = 250;

export function serve(port: MessagePort, { scenario }: Errand): void {
  const model = compile(scenario);
  let latest = 0;

  const play = async ({ number, moment, had, runs }: Question): Promise<void> => {
    if (moment === null) return;
    const counts = Float64Array.from(model.outcomes, ({ id }) => had?.outcomes.find((one) => one.id === id)?.count ?? 0);
    let due = performance.now() + (had === null ? FIRST_AFTER : NEXT_AFTER);
    for (let played = had?.runs ?? 0; played < runs;) {
      const next = Math.min(FEW, runs - played);
      addRuns(model, moment.state, moment.head.seed, moment.head.choices, played + 1, next, counts);
      played += next;
      if (played === runs || (played >= LEAST && performance.now() >= due)) {
        port.postMessage({ number, outlook: outlookOf(model, counts) } satisfies Answer);
        due = performance.now() + NEXT_AFTER;
      }
      await new Promise((heard) => { setImmediate(heard); });
      if (number !== latest) return;
    }
  };
  port.on('message', (question: Question) => {
    latest = question.number;
    // A failure ends the worker, and so becomes known.
    play(question).catch((error: unknown) => { queueMicrotask(() => { throw error; }); });
  });
}
