/**
 * Offers that no other offer beats, while stances stay as they are. One beats another when it needs nobody's consent that the other does not, is worth as much or more
 * to everybody it needs and doubted no more, and costs the drafter no more; and has the lower number or the greater sum of worth. A beaten offer is never chosen: its cost
 * is no lower, its sum of worth is no greater, and whatever bound or floor excludes the better one excludes it too. All this is held between the very numbers that the
 * choice compares, so that no rounding parts the two.
 */
import { overlap } from '../model/bits.ts';
import { sumOf, type Belief, type Offers } from './draft.ts';

type Stances = readonly Pick<Belief, 'outside' | 'firmness' | 'dearer'>[];

/** What each offer is to the drafter, as a cost; to those who are asked, a row an offer: worth less firmness, Infinity where consent is not needed, and doubt; and the sum of worth. */
interface Seen { readonly own: Float64Array; readonly worth: Float64Array; readonly doubt: Float64Array; readonly sums: Float64Array; readonly asked: number }

/** @param stances of the consenters, in the order that the offers name them by */
export function undominated(offers: Offers, stances: Stances): Offers {
  const { packages, asked, rows, bits } = offers;
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
  return { packages: rowsOf(packages), asked, rows: rowsOf(rows), bits: rowsOf(bits) };
}

function see(offers: Offers, stances: Stances): Seen {
  const { packages, asked, rows, bits } = offers;
  const width = 1 + 2 * asked.length;
  const words = bits.length / Math.max(1, packages.length);
  const worth = new Float64Array(packages.length * asked.length);
  const doubt = new Float64Array(worth.length);
  packages.forEach((_, i) => asked.forEach((c, a) => {
    const { outside, firmness, dearer } = stances[c];
    const times = overlap(bits, i * words, outside);
    worth[i * asked.length + a] = rows[i * width + 1 + 2 * a] - times * firmness;
    doubt[i * asked.length + a] = rows[i * width + 2 + 2 * a] * dearer[times];
  }));
  return { own: Float64Array.from(packages, (_, i) => rows[i * width]), worth, doubt, sums: Float64Array.from(packages, (_, i) => sumOf(offers, i, stances)), asked: asked.length };
}

/** @param j @param i places among the offers, whose numbers rise */
function beats({ own, worth, doubt, sums, asked }: Seen, j: number, i: number): boolean {
  if (own[j] > own[i]) return false;
  // Not to be asked is more than any worth.
  for (let a = 0; a < asked; a++) if (worth[j * asked + a] < worth[i * asked + a] || doubt[j * asked + a] > doubt[i * asked + a]) return false;
  return j < i || sums[j] > sums[i];
}
