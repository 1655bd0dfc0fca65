/**
 * A worker's side of the outlook: the scenario comes once, as data; then moments, from each of which runs are played on,
 * a few at a time, so that the next question is heard soon and ends the one before.
 */
import type { MessagePort } from 'node:worker_threads';
import { addPairs, addRuns, outlookOf, pairedOutlookOf } from '../../../../engine/analysis/outlook.ts';
import { compile } from '../../../../engine/model/compile.ts';
import type { Outlook, PairedOutlook, PlayFrom, Scenario } from '../../../../engine/index.ts';
import type { Moment } from '../walkers.ts';

/** What a worker is made with. */
export interface Errand { readonly scenario: Scenario }

/** What it is asked: to play on from a moment, or from two under the same luck; without any, to rest. Answers carry the number of the question. */
export interface Question {
  readonly number: number;
  readonly moment: Moment | null;
  /** The other moment of a pair. */
  readonly other: Moment | null;
  /** What was counted from this moment before; the runs that follow are added to it. */
  readonly had: Outlook | null;
  readonly runs: number;
}
export type Answer = { readonly number: number } & ({ readonly outlook: Outlook } | { readonly pair: PairedOutlook });

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

  const fromOf = ({ head, state }: Moment): PlayFrom => ({ state, seed: head.seed, choices: head.choices });
  const play = async ({ number, moment, other, had, runs }: Question): Promise<void> => {
    if (moment === null) return;
    const count = model.outcomes.length;
    const first = fromOf(moment);
    const second = other === null ? null : fromOf(other);
    const counts = second === null ? Float64Array.from(model.outcomes, ({ id }) => had?.outcomes.find((one) => one.id === id)?.count ?? 0) : new Float64Array(count * count);
    const tell = (): void => port.postMessage((second === null ? { number, outlook: outlookOf(model, counts) } : { number, pair: pairedOutlookOf(model, counts) }) satisfies Answer);
    let due = performance.now() + (had === null ? FIRST_AFTER : NEXT_AFTER);
    for (let played = second === null ? had?.runs ?? 0 : 0; played < runs;) {
      const next = Math.min(FEW, runs - played);
      if (second === null) addRuns(model, first.state, first.seed, first.choices, played + 1, next, counts);
      else addPairs(model, first, second, played + 1, next, counts);
      played += next;
      if (played === runs || (played >= LEAST && performance.now() >= due)) {
        tell();
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
