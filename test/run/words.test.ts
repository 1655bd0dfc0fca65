/** What is remembered by words is found by just these words, whatever else was added and however alike they hash. */
import { expect, it } from 'vitest';
import { WordTable } from '../../engine/run/words.ts';

const START = 0x2bd1e995;
const FACTOR = 0x5bd1e995;
/** What a first word makes of the hash; a second word that undoes the difference gives two pairs one hash. */
const after = (word: number): number => {
  const hash = Math.imul(START ^ word, FACTOR);
  return hash ^ (hash >>> 15);
};
const alike = (word: number): Int32Array => Int32Array.of(word, after(word) ^ 12345);

it('words of one hash are told apart', () => {
  const table = new WordTable<number>();
  for (let word = 0; word < 300; word++) {
    expect(table.find(alike(word))).toBeNull();
    table.add(alike(word), word);
  }
  for (let word = 0; word < 300; word++) expect(table.find(alike(word))).toBe(word);
  expect(table.find(alike(300))).toBeNull();
});

it('keys of any length are kept as the table grows, none among them', () => {
  const table = new WordTable<string>();
  const keys = Array.from({ length: 2000 }, (_, at) => Int32Array.from({ length: at % 9 }, (__, word) => at * (word + 1)));
  const names = new Map<string, Int32Array>(keys.map((words) => [words.join(), words]));
  for (const [name, words] of names) table.add(words, name);
  for (const [name, words] of names) expect(table.find(words)).toBe(name);
  expect(table.find(Int32Array.of(-1))).toBeNull();
  expect(table.find(Int32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBeNull();
});

it('takes the words as they were, though the row is used for others afterwards', () => {
  const table = new WordTable<string>();
  const row = Int32Array.of(1, 2);
  table.add(row, 'first');
  row[0] = 7;
  expect(table.find(row)).toBeNull();
  expect(table.find(Int32Array.of(1, 2))).toBe('first');
});
