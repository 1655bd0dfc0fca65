/** The arrays of a state, all in one block of memory, so that a run begins with one wipe. */
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';

export interface Memory {
  readonly state: State;
  /** All the state's arrays. */
  readonly bytes: Uint8Array;
  /** What they hold before the first round, private shifts aside, and under which levers. */
  start: { readonly levers: Float64Array; readonly bytes: Uint8Array } | null;
}

/** An array of so many numbers, out of the block. */
type Take = <Row>(of: RowType<Row>, length: number) => Row;
interface RowType<Row> { new (block: ArrayBuffer, at: number, length: number): Row; readonly BYTES_PER_ELEMENT: number }

/** The scalars of a state before the first round. */
export function resetScalars(state: State): void {
  state.round = state.phase = state.over = state.ending = 0;
  state.endedBy = -1;
  state.stage = 0;
  state.stageOpened = 1;
  state.ratifying = state.signedIn = state.reopening = state.nth = state.refusals = 0;
  state.truceSince = -1;
  state.truceStage = state.breaks = state.firstTruce = state.firstBreak = 0;
  state.track = state.lastTrack = -1;
  state.tabled = state.hasText = 0;
  state.textBy = -1;
  state.bought = 1;
  state.peaceDays = state.collapsed = 0;
}

/** A state of which all is zero. */
export function allocate(model: Model): Memory {
  let size = 0;
  const none = new ArrayBuffer(0);
  blank(model, (of, length) => {
    size += aligned(length * of.BYTES_PER_ELEMENT);
    return new of(none, 0, 0);
  });
  const block = new ArrayBuffer(size);
  let used = 0;
  const state = blank(model, (of, length) => {
    const at = used;
    used += aligned(length * of.BYTES_PER_ELEMENT);
    return new of(block, at, length);
  });
  return { state, bytes: new Uint8Array(block), start: null };
}

const aligned = (bytes: number): number => (bytes + 7) & ~7;

function blank(model: Model, take: Take): State {
  const issues = model.issues.length;
  const parties = model.parties.length;
  const stages = model.stages.length;
  // Written out, so that all states have one shape and the scalars lie in the object itself. Their values are those of `resetScalars`.
  return {
    round: 0, phase: 0, over: 0, ending: 0, endedBy: 0,
    levers: take(Float64Array, model.levers.length),
    gauges: take(Float64Array, model.gauges.length), past: take(Uint8Array, model.thresholds.at.length),
    regions: take(Uint8Array, model.regions.length), signals: take(Int32Array, model.machines.length * model.hearing.words),
    inForce: take(Uint8Array, issues), carriedBy: take(Uint8Array, issues), closed: take(Uint8Array, model.optionCount),
    stage: 0, stageOpened: 0, stages: take(Uint8Array, stages), signed: take(Uint8Array, stages), signedTerms: take(Uint8Array, stages * issues),
    ratified: take(Uint8Array, stages), repudiated: take(Uint8Array, stages),
    ratifying: 0, signedIn: 0, reopening: 0, votes: take(Uint8Array, parties), nth: 0, refusals: 0,
    truceSince: 0, truceStage: 0, breaks: 0, firstTruce: 0, firstBreak: 0, firstTerms: take(Uint8Array, issues),
    track: 0, lastTrack: 0, met: take(Int16Array, model.tracks.length),
    tabled: 0, text: take(Uint8Array, issues), hasText: 0, textBy: 0,
    answers: take(Uint8Array, parties), because: take(Uint8Array, parties), becauseOf: take(Int16Array, parties),
    known: take(Uint8Array, model.lines.length),
    spent: take(Float64Array, parties), amended: take(Int32Array, parties), bought: 0, peaceDays: 0, collapsed: 0,
    taught: take(Int16Array, parties), bound: take(Float64Array, parties), estimate: take(Float64Array, parties), shift: take(Float64Array, parties),
    left: take(Float64Array, parties), heard: take(Float64Array, parties), heardNth: take(Int32Array, parties),
    happened: take(Int16Array, model.events.length), deadlines: take(Uint8Array, model.deadlines.length),
  };
}
