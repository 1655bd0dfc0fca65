/** Sets as bits in words of 32: rows of them, each a set, beside one set. */

/** How many bits of a word are set: in pairs, fours and eights, then all bytes at once. No branch, since a processor guesses such loops wrong. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many members of a set are in the row that begins at `from`. */
export function overlap(rows: Int32Array, from: number, set: Int32Array): number {
  let count = 0;
  for (let word = 0; word < set.length; word++) count += bitCount(rows[from + word] & set[word]);
  return count;
}

/** Whether no member of a set is in the row that begins at `from`. */
export function isDisjoint(rows: Int32Array, from: number, set: Int32Array): boolean {
  for (let word = 0; word < set.length; word++) if ((rows[from + word] & set[word]) !== 0) return false;
  return true;
}

/** The first member of a set that is in the row that begins at `from`; -1: none. */
export function firstIn(rows: Int32Array, from: number, set: Int32Array): number {
  for (let word = 0; word < set.length; word++) {
    const both = rows[from + word] & set[word];
    if (both !== 0) return word * 32 + 31 - Math.clz32(both & -both);
  }
  return -1;
}

export const has = (rows: Int32Array, from: number, member: number): boolean => (rows[from + (member >>> 5)] & (1 << (member & 31))) !== 0;

export function include(set: Int32Array, member: number): void {
  set[member >>> 5] |= 1 << (member & 31);
}

/** Empties a set. */
export function empty(set: Int32Array): void {
  for (let word = 0; word < set.length; word++) set[word] = 0;
}
