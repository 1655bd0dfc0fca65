/** Values remembered by what they depend on: some words of 32 bits. Exact: words that hash alike are told apart. */
interface Slot<Value> { readonly words: Int32Array; readonly value: Value; readonly next: Slot<Value> | null }

export class WordTable<Value> {
  readonly #slots = new Map<number, Slot<Value>>();

  find(words: Int32Array): Value | null {
    for (let slot = this.#slots.get(hashOf(words)) ?? null; slot !== null; slot = slot.next) if (alike(slot.words, words)) return slot.value;
    return null;
  }

  add(words: Int32Array, value: Value): void {
    const hash = hashOf(words);
    this.#slots.set(hash, { words: words.slice(), value, next: this.#slots.get(hash) ?? null });
  }
}

/** Thirty bits. */
function hashOf(words: Int32Array): number {
  let hash = 0x2bd1e995;
  for (let at = 0; at < words.length; at++) {
    hash = Math.imul(hash ^ words[at], 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash & 0x3fffffff;
}

function alike(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
