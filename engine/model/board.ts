/** A board: all packages of a stage, given what is in force, with what each party would get from them under given levers. */
import { layOut, type Layout } from './layout.ts';
import type { Model } from './model.ts';
import { valuationOf, worthRow, type Valuation } from './valuation.ts';

export interface Board extends Layout {
  /** What of it no lever changes: boards of other values share it. */
  readonly layout: Layout;
  /** By party and package; a party that looks ahead weighs it by the survival it believes in. */
  readonly worth: readonly Float64Array[];
  /** By party: the steepness of its answers as a drafter sees it. */
  readonly sharpness: readonly number[];
  /** How much the stage's drafter leans towards what it values itself. */
  readonly bias: number;
  /** By party: the best and the worst worth over all packages of the stage; where its texts must bring something, over those that do. */
  readonly top: Float64Array;
  readonly worst: Float64Array;
}

/** Packages kept at a time over all boards of a model, about 100 bytes each. A run meets few boards, since what is in force changes seldom. */
const PACKAGES_KEPT = 400_000;
interface Place { readonly layout: Layout; board: Board; valuation: Valuation }
const shelves = new WeakMap<Model, Map<string, Place>>();

export function boardOf(model: Model, stage: number, inForce: Uint8Array, levers: Float64Array): Board {
  let shelf = shelves.get(model);
  if (!shelf) shelves.set(model, (shelf = new Map<string, Place>()));
  const key = keyOf(stage, inForce);
  const valuation = valuationOf(model, levers);
  const place = shelf.get(key) ?? laidOut(shelf, model, stage, inForce.slice(), valuation);
  // The layout used longest ago goes first.
  shelf.delete(key);
  shelf.set(key, place);
  if (place.valuation !== valuation) {
    place.board = valued(model, place.layout, valuation);
    place.valuation = valuation;
  }
  return place.board;
}

const keyOf = (stage: number, inForce: Uint8Array): string => String.fromCharCode(stage, ...inForce);

function laidOut(shelf: Map<string, Place>, model: Model, stage: number, inForce: Uint8Array, valuation: Valuation): Place {
  const layout = layOut(model, stage, inForce);
  const room = Math.max(2, Math.floor(PACKAGES_KEPT / layout.count));
  for (const oldest of shelf.keys()) { if (shelf.size < room) break; shelf.delete(oldest); }
  return { layout, board: valued(model, layout, valuation), valuation };
}

function valued(model: Model, layout: Layout, valuation: Valuation): Board {
  const { changes, stage } = layout;
  const worth = model.parties.map((_, p) => worthRow(model, layout, valuation, p));
  // Nobody holds out for what no text of the stage can bring.
  const any = model.stages[stage].mustBring.length === 0 || !changes.includes(1);
  const ends = worth.map((row) => endsOf(row, any ? null : changes));
  // Written out: an object that others are spread into is slow to read.
  return {
    layout, worth, sharpness: valuation.sharpness, bias: valuation.bias[stage], top: Float64Array.from(ends, ([most]) => most), worst: Float64Array.from(ends, ([, least]) => least),
    stage, changes, inForce: layout.inForce, count: layout.count, issues: layout.issues, sizes: layout.sizes, strides: layout.strides, width: layout.width, options: layout.options,
    bits: layout.bits, words: layout.words, consentBits: layout.consentBits, consentWords: layout.consentWords, consenters: layout.consenters,
    lineBits: layout.lineBits, lineWords: layout.lineWords, lines: layout.lines, closable: layout.closable, bonds: layout.bonds, ratios: layout.ratios,
  };
}

/** The greatest and the least of a row. @param among only those flagged; null: all */
function endsOf(row: Float64Array, among: Uint8Array | null): readonly [most: number, least: number] {
  let most = -Infinity;
  let least = Infinity;
  for (let k = 0; k < row.length; k++) {
    if (among !== null && among[k] === 0) continue;
    const each = row[k];
    if (each > most) most = each;
    if (each < least) least = each;
  }
  return [most, least];
}

/** The number of a package on a board of the stage. */
export function packageIndex(model: Model, stage: number, options: Uint8Array, offset = 0): number {
  let index = 0;
  for (const issue of model.stages[stage].issues) index = index * model.issues[issue].options.length + options[offset + issue];
  return index;
}
