/** Sets as bits in words of 32. */

export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** How many members of a set are in the row that begins at `from`. */
export function overlap(rows: Int32Array, from: number, set: Int32Array): number {
  let count = 0;
  for (let word = 0; word < set.length; word++) for (let rest = rows[from + word] & set[word]; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Whether no member of a set is in the row that begins at `from`. */
export function isDisjoint(rows: Int32Array, from: number, set: Int32Array): boolean {
  for (let word = 0; word < set.length; word++) if ((rows[from + word] & set[word]) !== 0) return false;
  return true;
}
