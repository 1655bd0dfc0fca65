/** What levers make of worth: all numbers on which the values of a board depend. Levers that change none of them share one valuation, and so its boards. */
import type { LookingAheadModel, Model, WorthTable } from './model.ts';
import { sameValues } from './numbers.ts';
import { has } from './bits.ts';
import type { Layout } from './layout.ts';
import { spreadSum } from './spread.ts';

export interface Valuation {
  readonly table: WorthTable;
  /** By party: the steepness of its answers as a drafter sees it. */
  readonly sharpness: readonly number[];
  /** By stage: how much its drafter leans towards what it values itself. */
  readonly bias: readonly number[];
  /** By party that looks ahead: what it believes of the years after. */
  readonly ahead: readonly (Ahead | null)[];
}

/** `hazard`: cumulative over the time it looks ahead; null where agreements do not collapse. `ratios`: in the order of the hazard's. */
interface Ahead { readonly model: LookingAheadModel; readonly war: number; readonly doubt: number; readonly hazard: number | null; readonly ratios: readonly number[] }

/** The steepness that a drafter supposes of one who answers without doubt. */
const SUPPOSED_SHARPNESS = 40;

interface Last { readonly levers: Float64Array; readonly numbers: Float64Array; readonly valuation: Valuation }
const last = new WeakMap<Model, Last>();

export function valuationOf(model: Model, levers: Float64Array): Valuation {
  const before = last.get(model);
  if (before && sameValues(before.levers, levers)) return before.valuation;
  const made = read(model, levers);
  const numbers = numbersIn(made);
  const valuation = before && sameValues(before.numbers, numbers) ? before.valuation : made;
  last.set(model, { levers: levers.slice(), numbers, valuation });
  return valuation;
}

function read(model: Model, levers: Float64Array): Valuation {
  const { agreement } = model.hazards;
  return {
    table: model.worth(levers),
    sharpness: model.parties.map((party) => party.sharpness?.(levers) ?? SUPPOSED_SHARPNESS),
    bias: model.stages.map((stage) => stage.bias(levers)),
    ahead: model.parties.map(({ looksAhead: looks }) => looks && {
      model: looks, war: looks.war(levers), doubt: looks.doubt(levers),
      hazard: agreement && agreement.cumulative(looks.days, levers), ratios: agreement?.ratios.map((each) => each.ratio(levers)) ?? [],
    }),
  };
}

function numbersIn({ table, sharpness, bias, ahead }: Valuation): Float64Array {
  return Float64Array.from([
    ...table.parts.flatMap((row) => [...row]), ...table.bonds.flatMap((row) => [...row]), ...table.totals, ...sharpness, ...bias,
    ...ahead.flatMap((each) => (each ? [each.war, each.doubt, each.hazard ?? 0, ...each.ratios] : [])),
  ]);
}

/** By package: what it is worth to a party; one that looks ahead weighs it by the survival it believes in. */
export function worthRow(model: Model, layout: Layout, { table, ahead }: Valuation, party: number): Float64Array {
  const row = spreadSum(model, layout, table.parts[party]);
  const total = table.totals[party];
  if (total === 0) row.fill(0);
  else {
    addBonds(row, layout.bonds[party], table.bonds[party]);
    if (model.normalise) for (let k = 0; k < row.length; k++) row[k] /= total;
  }
  const looks = ahead[party];
  if (looks !== null && looks.model.stages.includes(layout.stage)) lookAhead(row, layout.ratios, looks);
  return row;
}

/** Adds to each package the bonds that it has, in their order. */
function addBonds(row: Float64Array, bits: Int32Array, bonds: Float64Array): void {
  const words = bits.length / row.length;
  for (let at = 0, k = 0; k < row.length; k++) {
    for (let word = 0; word < words; word++, at++) {
      for (let rest = bits[at]; rest !== 0; rest &= rest - 1) row[k] += bonds[word * 32 + 31 - Math.clz32(rest & -rest)];
    }
  }
}

/** Peace while it lasts, renewed war after (Fearon 1995; Powell 2006). @param bits by package: the ratios of the hazard that it has */
function lookAhead(row: Float64Array, bits: Int32Array, { hazard, ratios, doubt, war }: Ahead): void {
  const words = bits.length / row.length;
  // The share believed still to hold after the time looked ahead hangs on the ratios alone, and few sets of them occur.
  const known = new Map<string | number, number>();
  const survivalOf = (k: number): number => {
    if (hazard === null) return 1;
    let ratio = 1;
    for (let r = 0; r < ratios.length; r++) if (has(bits, k * words, r)) ratio *= ratios[r];
    return Math.exp(-hazard * ratio * doubt);
  };
  for (let k = 0; k < row.length; k++) {
    const key = words === 1 ? bits[k] : bits.subarray(k * words, (k + 1) * words).join();
    let survival = known.get(key);
    if (survival === undefined) known.set(key, (survival = survivalOf(k)));
    row[k] = survival * row[k] + (1 - survival) * war;
  }
}
