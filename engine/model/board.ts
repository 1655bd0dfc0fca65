/**
 * A board: all packages of a stage, given what is in force, with what each party would get from them, who must consent to
 * each and which red lines each would newly cross. Packages are numbered row-major, the stage's first issue varying slowest.
 */
import type { LookingAheadModel, Model } from './model.ts';
import { brings, matches } from './pattern.ts';
import { worthOf } from './worth.ts';

export interface Board {
  readonly stage: number;
  /** What is in force: an option by issue. */
  readonly inForce: Uint8Array;
  readonly count: number;
  /** The stage's issues. */
  readonly issues: readonly number[];
  /** By place among the stage's issues: how many options, and by how much a package's number rises with the option. */
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  /** How many issues the scenario has: the length of a row of `options`. */
  readonly width: number;
  /** By package: an option for every issue; issues outside the stage as in force. */
  readonly options: Uint8Array;
  /** By party and package; a party that looks ahead weighs it by the survival it believes in. */
  readonly worth: readonly Float64Array[];
  /** By party: the steepness of its answers as a drafter sees it; and by package exp(−that · worth). */
  readonly sharpness: readonly number[];
  readonly doubt: readonly Float64Array[];
  /** By package: exp(−bias · the drafter's own worth); all 1 without a drafter. */
  readonly own: Float64Array;
  /** By party and package: 1 where its consent is needed: signatories, and performers of what is new. */
  readonly consents: readonly Uint8Array[];
  /** All whose consent some package needs. */
  readonly consenters: readonly number[];
  /** By line and package: 1 where the package crosses the line, what is in force does not, and the line's party must consent or writes the text. */
  readonly crosses: readonly Uint8Array[];
  /** By package, in words of 32 bits: the lines that it crosses; how many words a package has. */
  readonly lineBits: Uint32Array;
  readonly lineWords: number;
  /** By package: 1 where it can be a text: it differs from what is in force, and brings what the stage's texts must. */
  readonly changes: Uint8Array;
  /** By party: the best and the worst worth over all packages of the stage; where its texts must bring something, over those that do. */
  readonly top: Float64Array;
  readonly worst: Float64Array;
}

/** The steepness that a drafter supposes of one who answers without doubt. */
const SUPPOSED_SHARPNESS = 40;

/** Packages kept at a time over all boards of a model, about 100 bytes each. A run meets few boards, since what is in force changes seldom. */
const PACKAGES_KEPT = 600_000;
interface Shelf { readonly boards: Map<string, Board>; last: Board | null; readonly lastLevers: Float64Array }
const shelves = new WeakMap<Model, Shelf>();

export function boardOf(model: Model, stage: number, inForce: Uint8Array, levers: Float64Array): Board {
  let shelf = shelves.get(model);
  if (!shelf) shelves.set(model, (shelf = { boards: new Map(), last: null, lastLevers: new Float64Array(levers.length) }));
  // A phase asks many times for the same board.
  const { last } = shelf;
  if (last && last.stage === stage && alike(last.inForce, inForce) && alike(shelf.lastLevers, levers)) return last;
  const key = `${stage} ${inForce.join()} ${levers.join()}`;
  let board = shelf.boards.get(key);
  // The board used longest ago goes first.
  if (board) {
    shelf.boards.delete(key);
    shelf.boards.set(key, board);
  } else {
    board = layOut(model, stage, inForce.slice(), levers);
    const room = Math.max(2, Math.floor(PACKAGES_KEPT / board.count));
    for (const oldest of shelf.boards.keys()) { if (shelf.boards.size < room) break; shelf.boards.delete(oldest); }
    shelf.boards.set(key, board);
  }
  shelf.last = board;
  shelf.lastLevers.set(levers);
  return board;
}

function alike(a: Uint8Array | Float64Array, b: Uint8Array | Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The number of a package on a board of the stage. */
export function packageIndex(model: Model, stage: number, options: Uint8Array, offset = 0): number {
  let index = 0;
  for (const issue of model.stages[stage].issues) index = index * model.issues[issue].options.length + options[offset + issue];
  return index;
}

/** The share of such packages that a party believes still to hold after the time it looks ahead. */
function survivalOf(model: Model, looks: LookingAheadModel, options: Uint8Array, offset: number, levers: Float64Array): number {
  const hazard = model.hazards.agreement;
  if (!hazard) return 1;
  let ratio = 1;
  for (const each of hazard.ratios) if (matches(each.when, options, offset)) ratio *= each.ratio(levers);
  return Math.exp(-hazard.cumulative(looks.days, levers) * ratio * looks.doubt(levers));
}

function bitsOf(crosses: readonly Uint8Array[], count: number, words: number): Uint32Array {
  const bits = new Uint32Array(count * words);
  crosses.forEach((row, line) => { for (let k = 0; k < count; k++) if (row[k] === 1) bits[k * words + (line >>> 5)] |= 1 << (line & 31); });
  return bits;
}

function layOut(model: Model, stage: number, inForce: Uint8Array, levers: Float64Array): Board {
  const { issues: stageIssues, signs, mustBring } = model.stages[stage];
  const width = model.issues.length;
  const sizes = stageIssues.map((issue) => model.issues[issue].options.length);
  const count = sizes.reduce((product, size) => product * size, 1);
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
    if (changes[k] === 1 && !brings(mustBring, inForce, options, k * width)) changes[k] = 0;
  }
  const table = model.worth(levers);
  const worth = model.parties.map((_, p) => {
    const row = new Float64Array(count);
    const ahead = model.parties[p].looksAhead;
    const looks = ahead?.stages.includes(stage) ? ahead : null;
    for (let k = 0; k < count; k++) {
      const worth = worthOf(model, table, p, options, k * width);
      if (!looks) row[k] = worth;
      else {
        // Peace while it lasts, renewed war after (Fearon 1995; Powell 2006).
        const survival = survivalOf(model, looks, options, k * width, levers);
        row[k] = survival * worth + (1 - survival) * looks.war(levers);
      }
    }
    return row;
  });
  const sharpness = model.parties.map((party) => (party.sharpness === null ? SUPPOSED_SHARPNESS : party.sharpness(levers)));
  const doubt = worth.map((row, p) => row.map((each) => Math.exp(-sharpness[p] * each)));
  const { drafter, bias } = model.stages[stage];
  const weight = bias(levers);
  const own = drafter < 0 ? new Float64Array(count).fill(1) : worth[drafter].map((each) => Math.exp(-weight * each));
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
    for (let k = 0; k < count; k++) if ((line.party === drafter || consents[line.party][k] === 1) && matches(line.never, options, k * width)) row[k] = 1;
    return row;
  });
  // Nobody holds out for what no text of the stage can bring.
  const any = mustBring.length === 0 || !changes.includes(1);
  const hoped = (k: number): boolean => any || changes[k] === 1;
  const lineWords = (model.lines.length + 31) >>> 5;
  return {
    stage, inForce, count, options, sharpness, doubt, own,
    consenters: consents.flatMap((row, p) => (row.includes(1) ? [p] : [])),
    worth, consents, crosses, changes,
    issues: stageIssues,
    width,
    sizes,
    strides: sizes.map((_, place) => sizes.slice(place + 1).reduce((product, size) => product * size, 1)),
    lineBits: bitsOf(crosses, count, lineWords),
    lineWords,
    top: Float64Array.from(worth, (row) => row.reduce((best, each, k) => (each > best && hoped(k) ? each : best), -Infinity)),
    worst: Float64Array.from(worth, (row) => row.reduce((least, each, k) => (each < least && hoped(k) ? each : least), Infinity)),
  };
}
