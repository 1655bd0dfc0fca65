/** The name that was probably meant. Distance: insert, delete, replace, or swap two neighbours (Damerau, optimal string alignment). */

/** Longer names are compared by their beginning: nobody misspells by more. */
const LONGEST = 64;

export function nearest(written: string, names: Iterable<string>): string | null {
  const word = written.slice(0, LONGEST).toLowerCase();
  if (word === '') return null;
  let best: string | null = null;
  // A third of the letters may be wrong, at least one.
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const name of names) {
    // A name that is longer or shorter by more cannot be nearer.
    if (Math.abs(Math.min(name.length, LONGEST) - word.length) > least) continue;
    const distance = editDistance(word, name.slice(0, LONGEST).toLowerCase());
    if (distance < least || (distance === least && best !== null && name < best)) {
      best = name;
      least = distance;
    }
  }
  return best ?? startsLike(word, names);
}

/** Names that are told where there are more. */
const SOME = 8;

/** "did you mean x?", or the names there are, some of them where they are many. */
export function didYouMean(written: string, names: Iterable<string>, quote: (name: string) => string = (name) => name): string {
  const all = [...new Set(names)];
  const near = nearest(written, all);
  if (near !== null) return `did you mean ${quote(near)}?`;
  if (all.length === 0) return 'there is none yet: write it first, or leave this out';
  if (all.length > 12) return `there are ${all.length}, such as ${all.slice(0, SOME).map(quote).join(', ')}`;
  return `there ${all.length === 1 ? 'is' : 'are'}: ${all.map(quote).join(', ')}`;
}

/** One name begins with the other: `truce` for `truce-broken`. */
function startsLike(word: string, names: Iterable<string>): string | null {
  if (word.length < 3) return null;
  let best: string | null = null;
  for (const name of names) {
    const fits = name.startsWith(word) || (name.length >= 3 && word.startsWith(name));
    if (fits && (best === null || name.length < best.length || (name.length === best.length && name < best))) best = name;
  }
  return best;
}

export function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    older = old;
    old = row;
  }
  return old[b.length] ?? 0;
}
