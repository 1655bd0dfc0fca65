/** What of a board no lever can change: the packages of a stage, given what is in force, who must consent to each and which red lines each newly crosses. */
import type { Model } from './model.ts';
import { brings, matches } from './pattern.ts';
import { has, include } from './bits.ts';
import { countOf, spreadAll, spreadPatterns, type Span } from './spread.ts';

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
  /** By package, in words: the parties whose consent is needed (signatories, and performers of what is new); how many words a package has. Ask `needs`. */
  readonly consentBits: Int32Array;
  readonly consentWords: number;
  /** All whose consent some package needs. */
  readonly consenters: readonly number[];
  /** By package, in words: the lines that it crosses, what is in force does not, and whose party must consent or writes the text; how many words a package has. Ask `crosses`. */
  readonly lineBits: Int32Array;
  readonly lineWords: number;
  /** The lines that some package crosses, as bits. */
  readonly lines: Int32Array;
  /** By party, then package in words: its bonds that the package has; by package in words: the ratios of an agreement's hazard that it has. */
  readonly bonds: readonly Int32Array[];
  readonly ratios: Int32Array;
  /** Options that events may close and that are not in force: counted through all issues, and as bits of the stage. */
  readonly closable: readonly { readonly option: number; readonly bit: number }[];
  /** By package: 1 where it can be a text: it differs from what is in force, and brings what the stage's texts must. */
  readonly changes: Uint8Array;
}

/** Whether a package needs the party's consent. */
export const needs = ({ consentBits, consentWords }: Layout, party: number, k: number): boolean => has(consentBits, k * consentWords, party);

/** Whether a package crosses the line. */
export const crosses = ({ lineBits, lineWords }: Layout, line: number, k: number): boolean => has(lineBits, k * lineWords, line);

export function layOut(model: Model, stage: number, inForce: Uint8Array): Layout {
  const { issues, bits, signs, mustBring } = model.stages[stage];
  const count = countOf(model, stage);
  const span = { stage, inForce, count };
  const options = optionsOf(model, stage, inForce, count);
  const width = model.issues.length;
  const sizes = issues.map((issue) => model.issues[issue].options.length);
  const changes = Uint8Array.from(spreadAll(model, span, Int32Array.of(0), (issue, o) => Int32Array.of(o === inForce[issue] ? 0 : 1)));
  if (mustBring.length > 0) for (let k = 0; k < count; k++) if (changes[k] === 1 && !brings(mustBring, inForce, options, k * width)) changes[k] = 0;
  const consentWords = (model.parties.length + 31) >>> 5;
  const consentBits = spreadAll(model, span, setOf(consentWords, signs), (issue, o) => setOf(consentWords, o === inForce[issue] ? [] : model.issues[issue].performers[o]));
  const lineWords = (model.lines.length + 31) >>> 5;
  const lineBits = linesOf(model, span, lineWords, { consentBits, consentWords });
  return {
    stage, inForce, count, issues, sizes, width, options, changes, consentBits, consentWords, lineBits, lineWords,
    strides: sizes.map((_, place) => sizes.slice(place + 1).reduce((product, size) => product * size, 1)),
    words: bits.words, bits: spreadAll(model, span, new Int32Array(bits.words), (issue, o) => setOf(bits.words, [bits.base[issues.indexOf(issue)] + o])),
    closable: issues.flatMap((issue, place) => {
      const { base, options: all } = model.issues[issue];
      return all.flatMap((_, o) => (model.closable.includes(base + o) && o !== inForce[issue] ? [{ option: base + o, bit: bits.base[place] + o }] : []));
    }),
    consenters: membersOf(anyOf(consentBits, consentWords)),
    lines: anyOf(lineBits, lineWords),
    bonds: model.parties.map((party) => spreadPatterns(model, span, party.bonds.map(({ when }) => when))),
    ratios: spreadPatterns(model, span, model.hazards.agreement?.ratios.map(({ when }) => when) ?? []),
  };
}

function linesOf(model: Model, span: Span, words: number, { consentBits, consentWords }: Pick<Layout, 'consentBits' | 'consentWords'>): Int32Array {
  const { drafter, signs } = model.stages[span.stage];
  const rows = spreadPatterns(model, span, model.lines.map(({ never }) => never));
  const of = (party: number): Int32Array => setOf(words, model.parties[party].lines);
  // What is in force already crosses nothing anew.
  const fresh = setOf(words, model.lines.flatMap(({ never }, line) => (matches(never, span.inForce) ? [] : [line])));
  const always = new Int32Array(words);
  for (const party of [...signs, ...(drafter < 0 ? [] : [drafter])]) of(party).forEach((bits, word) => { always[word] |= bits; });
  const others = model.parties.flatMap((_, party) => (signs.includes(party) || party === drafter ? [] : [{ party, lines: of(party) }]));
  for (let k = 0; k < span.count; k++) {
    for (let word = 0; word < words; word++) {
      const crossed = rows[k * words + word] & fresh[word];
      if (crossed === 0) { rows[k * words + word] = 0; continue; }
      let heard = always[word];
      for (const { party, lines } of others) if (has(consentBits, k * consentWords, party)) heard |= lines[word];
      rows[k * words + word] = crossed & heard;
    }
  }
  return rows;
}

function setOf(words: number, members: readonly number[]): Int32Array {
  const set = new Int32Array(words);
  for (const member of members) include(set, member);
  return set;
}

function anyOf(rows: Int32Array, words: number): Int32Array {
  const any = new Int32Array(words);
  for (let at = 0; at < rows.length; at += words) for (let word = 0; word < words; word++) any[word] |= rows[at + word];
  return any;
}

const membersOf = (set: Int32Array): readonly number[] => Array.from({ length: set.length * 32 }, (_, member) => member).filter((member) => has(set, 0, member));

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
