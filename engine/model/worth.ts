/** Worth of packages: linear and additive over issues, plus bonds, divided by the sum of weights; not clamped. Raw worth (`normalise: false`) is neither scaled nor divided. */
import { matches } from './pattern.ts';
import type { Model, NumberOf, WorthTable } from './model.ts';
import { sameValues } from './numbers.ts';

export function worthTable(model: Model, levers: Float64Array): WorthTable {
  const totals = new Float64Array(model.parties.length);
  const parts = model.parties.map((party, p) => {
    const row = new Float64Array(model.optionCount);
    model.issues.forEach((issue, i) => {
      const weight = party.weights[i]?.(levers) ?? 0;
      totals[p] += weight;
      for (let o = 0; o < issue.options.length; o++) {
        const value = weight * (party.scores[issue.base + o]?.(levers) ?? 0);
        row[issue.base + o] = model.normalise ? value / 100 : value;
      }
    });
    return row;
  });
  return { parts, totals, bonds: model.parties.map((party) => Float64Array.from(party.bonds, (bond) => bond.worth(levers))) };
}

/** Worth of one package (an option by issue, from `offset`) to a party; 0 for a party that values nothing. */
export function worthOf(model: Model, table: WorthTable, party: number, options: Uint8Array, offset = 0): number {
  const total = table.totals[party];
  if (total === 0) return 0;
  const row = table.parts[party];
  let sum = 0;
  for (let i = 0; i < model.issues.length; i++) sum += row[model.issues[i].base + options[offset + i]];
  const { bonds } = model.parties[party];
  for (let b = 0; b < bonds.length; b++) if (matches(bonds[b].when, options, offset)) sum += table.bonds[party][b];
  return model.normalise ? sum / total : sum;
}

/** What is in force, to a party. The last answers are kept: what is in force changes seldom. */
export function standingOf(model: Model): NumberOf {
  let table: WorthTable | null = null;
  const inForce = new Uint8Array(model.issues.length);
  const values = new Float64Array(model.parties.length);
  return (state, party) => {
    const now = model.worth(state.levers);
    if (now !== table || !sameValues(inForce, state.inForce)) {
      table = now;
      inForce.set(state.inForce);
      for (let p = 0; p < values.length; p++) values[p] = worthOf(model, now, p, inForce);
    }
    return values[party];
  };
}
