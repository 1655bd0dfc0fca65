/**
 * Offers that no other offer beats. One beats another when it needs nobody's consent that the other does not, and is worth as
 * much or more to everybody it needs and to the drafter; among equals the lower number stays. A beaten offer is never chosen: its cost
 * is no lower, its sum of worth is, and whatever bound or floor excludes the better one excludes it too.
 */
import { sumOf, type Offers } from './draft.ts';

export function undominated(offers: Offers): Offers {
  const { own, needed, worth, packages } = offers;
  // In order of falling sums an offer can only be beaten by an earlier one, save for those of equal sum.
  const sums = Float64Array.from(packages, (_, i) => sumOf(offers, i));
  const order = Int32Array.from(packages, (_, i) => i).sort((a, b) => sums[b] - sums[a] || own[a] - own[b] || a - b);
  const kept: number[] = [];
  for (const i of order) if (!kept.some((j) => beats(offers, j, i))) kept.push(i);
  kept.sort((a, b) => a - b);
  const pick = <Row extends Float64Array | Uint8Array | Int32Array>(row: Row): Row => {
    const picked = row.slice(0, kept.length) as Row;
    kept.forEach((i, at) => { picked[at] = row[i]; });
    return picked;
  };
  return { packages: pick(packages), own: pick(own), needed: needed.map(pick), worth: worth.map(pick), doubt: offers.doubt.map(pick), sharpness: offers.sharpness };
}

function beats(offers: Offers, j: number, i: number): boolean {
  if (offers.own[j] > offers.own[i]) return false;
  let better = offers.own[j] < offers.own[i];
  for (let c = 0; c < offers.worth.length; c++) {
    const needs = offers.needed[c][j];
    if (needs > offers.needed[c][i]) return false;
    if (needs < offers.needed[c][i]) better = true;
    else if (needs === 1) {
      if (offers.worth[c][j] < offers.worth[c][i]) return false;
      if (offers.worth[c][j] > offers.worth[c][i]) better = true;
    }
  }
  return better || offers.packages[j] < offers.packages[i];
}
