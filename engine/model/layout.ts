/** What of a board no lever can change: the packages of a stage, given what is in force, who must consent to each and which red lines each newly crosses. */
import type { Model } from './model.ts';
import { brings, matches } from './pattern.ts';
import { countOf, spread, spreadPattern } from './spread.ts';
import type { StageBits } from './stage-bits.ts';

export interface Layout {
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
  /** By package, in words of 32 bits: its options, as the stage's bits have it; how many words a package has. */
  readonly bits: Int32Array;
  readonly words: number;
  /** By party and package: 1 where its consent is needed: signatories, and performers of what is new. */
  readonly consents: readonly Uint8Array[];
  /** By package, in words: the parties whose consent is needed; how many words a package has. */
  readonly consentBits: Int32Array;
  readonly consentWords: number;
  /** All whose consent some package needs. */
  readonly consenters: readonly number[];
  /** By line and package: 1 where the package crosses the line, what is in force does not, and the line's party must consent or writes the text. */
  readonly crosses: readonly Uint8Array[];
  /** By package, in words of 32 bits: the lines that it crosses; how many words a package has. */
  readonly lineBits: Int32Array;
  readonly lineWords: number;
  /** By package: 1 where it can be a text: it differs from what is in force, and brings what the stage's texts must. */
  readonly changes: Uint8Array;
}

export function layOut(model: Model, stage: number, inForce: Uint8Array): Layout {
  const { issues, bits, signs, mustBring, drafter } = model.stages[stage];
  const count = countOf(model, stage);
  const span = { stage, inForce, count };
  const sizes = issues.map((issue) => model.issues[issue].options.length);
  const options = optionsOf(model, stage, inForce, count);
  const width = model.issues.length;
  const changes = spread(model, span, 0, (before, issue, o) => (before === 1 || o !== inForce[issue] ? 1 : 0));
  if (mustBring.length > 0) for (let k = 0; k < count; k++) if (changes[k] === 1 && !brings(mustBring, inForce, options, k * width)) changes[k] = 0;
  const consents = model.parties.map((_, p) => {
    const performs = (issue: number, o: number): boolean => o !== inForce[issue] && model.issues[issue].performers[o].includes(p);
    return spread(model, span, signs.includes(p) ? 1 : 0, (before, issue, o) => (before === 1 || performs(issue, o) ? 1 : 0));
  });
  const none = new Uint8Array(count);
  const crosses = model.lines.map(({ never, party }) => {
    const row = matches(never, inForce) ? null : spreadPattern(model, span, never);
    if (row === null) return none;
    if (party !== drafter) for (let k = 0; k < count; k++) row[k] &= consents[party][k];
    return row;
  });
  const lineWords = (model.lines.length + 31) >>> 5;
  const consentWords = (model.parties.length + 31) >>> 5;
  return {
    stage, inForce, count, issues, sizes, width, options, consents, crosses, lineWords, changes,
    words: bits.words, bits: optionBits(sizes, bits, count),
    consentWords, consentBits: bitsOf(consents, count, consentWords),
    strides: sizes.map((_, place) => sizes.slice(place + 1).reduce((product, size) => product * size, 1)),
    consenters: consents.flatMap((row, p) => (row.includes(1) ? [p] : [])),
    lineBits: bitsOf(crosses, count, lineWords),
  };
}

function optionsOf(model: Model, stage: number, inForce: Uint8Array, count: number): Uint8Array {
  const width = model.issues.length;
  const options = new Uint8Array(count * width);
  options.set(inForce);
  for (let known = width; known < options.length; known *= 2) options.copyWithin(known, 0, Math.min(known, options.length - known));
  let stride = count;
  for (const issue of model.stages[stage].issues) {
    const size = model.issues[issue].options.length;
    const block = stride;
    stride /= size;
    for (let from = 0; from < count; from += block) for (let o = 0; o < size; o++) for (let k = from + o * stride; k < from + (o + 1) * stride; k++) options[k * width + issue] = o;
  }
  return options;
}

function optionBits(sizes: readonly number[], { base, words }: StageBits, count: number): Int32Array {
  const bits = new Int32Array(count * words);
  let stride = count;
  sizes.forEach((size, place) => {
    stride /= size;
    for (let k = 0; k < count; k++) {
      const bit = base[place] + (Math.floor(k / stride) % size);
      bits[k * words + (bit >>> 5)] |= 1 << (bit & 31);
    }
  });
  return bits;
}

/** Rows of flags as bits by package. */
function bitsOf(rows: readonly Uint8Array[], count: number, words: number): Int32Array {
  const bits = new Int32Array(count * words);
  rows.forEach((row, at) => {
    if (!row.includes(1)) return;
    const bit = 1 << (at & 31);
    for (let k = 0; k < count; k++) if (row[k] === 1) bits[k * words + (at >>> 5)] |= bit;
  });
  return bits;
}
