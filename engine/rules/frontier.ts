/**
 * Offers that no other offer beats, while stances stay as they are. One beats another when it needs nobody's consent that the other does not, is worth as much or more
 * to everybody it needs and doubted no more, and costs the drafter no more; and has the lower number or the greater sum of worth. A beaten offer is never chosen: its cost
 * is no lower, its sum of worth is no greater, and whatever bound or floor excludes the better one excludes it too. All this is held between the very numbers that the
 * choice compares, so that no rounding parts the two.
 */
import { overlap } from '../model/bits.ts';
import type { Belief, Offers } from './draft.ts';

type Stances = readonly Pick<Belief, 'outside' | 'firmness' | 'dearer'>[];

/** What each offer is to the drafter, as a cost; to consenters, a row an offer: worth less firmness, Infinity where consent is not needed, and doubt; and the sum of worth, 2 for each who is not asked. */
interface Seen { readonly own: Float64Array; readonly worth: Float64Array; readonly doubt: Float64Array; readonly sums: Float64Array; readonly consenters: number }

/** @param stances of the consenters, in the order of the offers' rows */
export function undominated(offers: Offers, stances: Stances): Offers {
  const { packages, rows, bits } = offers;
  const seen = see(offers, stances);
  const { own, sums } = seen;
  // In order of falling sums an offer can only be beaten by an earlier one, save for those of equal sum.
  const order = Int32Array.from(packages, (_, i) => i).sort((a, b) => sums[b] - sums[a] || own[a] - own[b] || a - b);
  const kept: number[] = [];
  for (const i of order) if (!kept.some((j) => beats(seen, j, i))) kept.push(i);
  kept.sort((a, b) => a - b);
  const rowsOf = <Row extends Float64Array | Int32Array>(of: Row): Row => {
    const width = of.length / packages.length;
    const picked = of.slice(0, kept.length * width) as Row;
    kept.forEach((i, at) => { picked.set(of.subarray(i * width, (i + 1) * width), at * width); });
    return picked;
  };
  return { packages: rowsOf(packages), rows: rowsOf(rows), bits: rowsOf(bits) };
}

function see({ packages, rows, bits }: Offers, stances: Stances): Seen {
  const consenters = stances.length;
  const width = 1 + 2 * consenters;
  const words = bits.length / Math.max(1, packages.length);
  const seen = {
    own: Float64Array.from(packages, (_, i) => rows[i * width]), sums: new Float64Array(packages.length), consenters,
    worth: new Float64Array(packages.length * consenters), doubt: new Float64Array(packages.length * consenters),
  };
  packages.forEach((_, i) => stances.forEach(({ outside, firmness, dearer }, c) => {
    const times = overlap(bits, i * words, outside);
    const worth = rows[i * width + 1 + 2 * c] - times * firmness;
    seen.worth[i * consenters + c] = worth;
    seen.doubt[i * consenters + c] = rows[i * width + 2 + 2 * c] * dearer[times];
    seen.sums[i] += worth === Infinity ? 2 : worth;
  }));
  return seen;
}

/** @param j @param i places among the offers, whose numbers rise */
function beats({ own, worth, doubt, sums, consenters }: Seen, j: number, i: number): boolean {
  if (own[j] > own[i]) return false;
  // Not to be asked is more than any worth.
  for (let c = 0; c < consenters; c++) if (worth[j * consenters + c] < worth[i * consenters + c] || doubt[j * consenters + c] > doubt[i * consenters + c]) return false;
  return j < i || sums[j] > sums[i];
}
