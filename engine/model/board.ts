/**
 * A board: all packages of a stage, given what is in force, with what each party would get from them, who must consent to
 * each and which red lines each would newly cross. Packages are numbered row-major, the stage's first issue varying slowest.
 */
import type { Model } from './model.ts';
import { matches } from './pattern.ts';
import { worthOf } from './worth.ts';

export interface Board {
  readonly stage: number;
  readonly count: number;
  /** The stage's issues, and how many options each has. */
  readonly issues: readonly number[];
  readonly sizes: readonly number[];
  /** By package: an option for every issue; issues outside the stage as in force. */
  readonly options: Uint8Array;
  /** By party and package. */
  readonly worth: readonly Float64Array[];
  /** By party and package: 1 where its consent is needed: signatories, and performers of what is new. */
  readonly consents: readonly Uint8Array[];
  /** By line and package: 1 where the package crosses the line, what is in force does not, and the line's party must consent. */
  readonly crosses: readonly Uint8Array[];
  /** By line: the packages where `crosses` is 1. */
  readonly crossing: readonly Int32Array[];
  /** By package: 1 where it differs from what is in force. */
  readonly changes: Uint8Array;
  /** By party: the best worth over all packages of the stage. */
  readonly top: Float64Array;
}

/** Packages kept at a time over all boards of a model, about 100 bytes each. A run meets few boards, since what is in force changes seldom. */
const PACKAGES_KEPT = 600_000;
const boards = new WeakMap<Model, Map<string, Board>>();

export function boardOf(model: Model, stage: number, inForce: Uint8Array, levers: Float64Array): Board {
  let kept = boards.get(model);
  if (!kept) boards.set(model, (kept = new Map()));
  const key = `${stage} ${inForce.join()} ${levers.join()}`;
  let board = kept.get(key);
  if (!board) {
    board = layOut(model, stage, inForce, levers);
    const room = Math.max(2, Math.floor(PACKAGES_KEPT / board.count));
    for (const oldest of kept.keys()) { if (kept.size < room) break; kept.delete(oldest); }
    kept.set(key, board);
  }
  return board;
}

/** The number of a package on a board of the stage. */
export function packageIndex(model: Model, stage: number, options: Uint8Array, offset = 0): number {
  let index = 0;
  for (const issue of model.stages[stage].issues) index = index * model.issues[issue].options.length + options[offset + issue];
  return index;
}

function layOut(model: Model, stage: number, inForce: Uint8Array, levers: Float64Array): Board {
  const { issues: stageIssues, signs } = model.stages[stage];
  const width = model.issues.length;
  const count = stageIssues.reduce((product, issue) => product * model.issues[issue].options.length, 1);
  const options = new Uint8Array(count * width);
  const changes = new Uint8Array(count);
  for (let k = 0; k < count; k++) {
    options.set(inForce, k * width);
    let rest = k;
    for (let i = stageIssues.length - 1; i >= 0; i--) {
      const issue = stageIssues[i];
      const size = model.issues[issue].options.length;
      const option = rest % size;
      rest = (rest - option) / size;
      options[k * width + issue] = option;
      if (option !== inForce[issue]) changes[k] = 1;
    }
  }
  const table = model.worth(levers);
  const worth = model.parties.map((_, p) => {
    const row = new Float64Array(count);
    for (let k = 0; k < count; k++) row[k] = worthOf(model, table, p, options, k * width);
    return row;
  });
  const consents = model.parties.map((_, p) => new Uint8Array(count).fill(signs.includes(p) ? 1 : 0));
  for (const issue of stageIssues) {
    model.issues[issue].performers.forEach((performers, option) => {
      if (option === inForce[issue]) return;
      for (const p of performers) for (let k = 0; k < count; k++) if (options[k * width + issue] === option) consents[p][k] = 1;
    });
  }
  const crosses = model.lines.map((line) => {
    const row = new Uint8Array(count);
    if (matches(line.never, inForce)) return row;
    for (let k = 0; k < count; k++) if (consents[line.party][k] === 1 && matches(line.never, options, k * width)) row[k] = 1;
    return row;
  });
  return {
    stage, count, options, worth, consents, crosses, changes,
    issues: stageIssues,
    sizes: stageIssues.map((issue) => model.issues[issue].options.length),
    crossing: crosses.map((row) => Int32Array.from(row.keys()).filter((k) => row[k] === 1)),
     top: Float64Array.from(worth, (row) => row.reduce((best, each) => (each > best ? each : best), -Infinity)),
  };
}
