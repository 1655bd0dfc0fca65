/** Values remembered by what they depend on: some words of 32 bits. Exact: words that hash alike are told apart. */

/** Before the words of an entry stand their hash, how many they are, and the place of the value. */
const HEAD = 3;

/** All entries lie in one row, since what is looked up is seldom near at hand: a look should touch little memory. */
export class WordTable<Value> {
  /** By hash, the next free place taking over: where the entry begins; 0: none. At most half of the places are taken. */
  #places = new Int32Array(16);
  #entries = new Int32Array(64);
  /** The first word is left out, so that no entry begins at 0. */
  #used = 1;
  readonly #values: Value[] = [];

  find(words: Int32Array): Value | null {
    const hash = hashOf(words);
    const last = this.#places.length - 1;
    for (let place = hash & last; this.#places[place] !== 0; place = (place + 1) & last) {
      const at = this.#places[place];
      if (this.#entries[at] === hash && this.#holds(at, words)) return this.#values[this.#entries[at + 2]];
    }
    return null;
  }

  /** Words that are not there yet. */
  add(words: Int32Array, value: Value): void {
    const at = this.#used;
    this.#used += HEAD + words.length;
    if (this.#used > this.#entries.length) this.#entries = longer(this.#entries, 2 * this.#used);
    this.#entries[at] = hashOf(words);
    this.#entries[at + 1] = words.length;
    this.#entries[at + 2] = this.#values.length;
    this.#entries.set(words, at + HEAD);
    this.#values.push(value);
    if (2 * this.#values.length > this.#places.length) this.#spread();
    else this.#place(at);
  }

  #holds(at: number, words: Int32Array): boolean {
    const entries = this.#entries;
    if (entries[at + 1] !== words.length) return false;
    for (let word = 0; word < words.length; word++) if (entries[at + HEAD + word] !== words[word]) return false;
    return true;
  }

  #place(at: number): void {
    const last = this.#places.length - 1;
    let place = this.#entries[at] & last;
    while (this.#places[place] !== 0) place = (place + 1) & last;
    this.#places[place] = at;
  }

  #spread(): void {
    this.#places = new Int32Array(2 * this.#places.length);
    for (let at = 1; at < this.#used; at += HEAD + this.#entries[at + 1]) this.#place(at);
  }
}

function longer(row: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length);
  grown.set(row);
  return grown;
}

function hashOf(words: Int32Array): number {
  let hash = 0x2bd1e995;
  for (let at = 0; at < words.length; at++) {
    hash = Math.imul(hash ^ words[at], 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash;
}
