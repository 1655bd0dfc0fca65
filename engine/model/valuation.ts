/** What levers make of worth: all numbers on which the values of a board depend. Levers that change none of them share one valuation, and so its boards. */
import type { LookingAheadModel, Model, WorthTable } from './model.ts';
import { sameValues } from './numbers.ts';
import { has } from './bits.ts';
import { spreadPatterns, spreadSum, type Span } from './spread.ts';

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
export function worthRow(model: Model, span: Span, { table, ahead }: Valuation, party: number): Float64Array {
  const row = spreadSum(model, span, table.parts[party]);
  const total = table.totals[party];
  if (total === 0) row.fill(0);
  else {
    const { bonds } = model.parties[party];
    const bits = spreadPatterns(model, span, bonds.map(({ when }) => when));
    const words = bits.length / span.count;
    bonds.forEach((_, b) => {
      const worth = table.bonds[party][b];
      for (let k = 0; k < row.length; k++) if (has(bits, k * words, b)) row[k] += worth;
    });
    if (model.normalise) for (let k = 0; k < row.length; k++) row[k] /= total;
  }
  const looks = ahead[party];
  if (looks === null || !looks.model.stages.includes(span.stage)) return row;
  // Peace while it lasts, renewed war after (Fearon 1995; Powell 2006).
  const survival = survivalRow(model, span, looks);
  for (let k = 0; k < row.length; k++) row[k] = survival[k] * row[k] + (1 - survival[k]) * looks.war;
  return row;
}

/** The share of such packages that a party believes still to hold after the time it looks ahead. */
function survivalRow(model: Model, span: Span, { hazard, ratios, doubt }: Ahead): Float64Array {
  const row = new Float64Array(span.count).fill(1);
  if (hazard === null) return row;
  const bits = spreadPatterns(model, span, model.hazards.agreement?.ratios.map(({ when }) => when) ?? []);
  const words = bits.length / span.count;
  ratios.forEach((ratio, r) => { for (let k = 0; k < row.length; k++) if (has(bits, k * words, r)) row[k] *= ratio; });
  for (let k = 0; k < row.length; k++) row[k] = Math.exp(-hazard * row[k] * doubt);
  return row;
}
