/**
 * Threefry-2x32 with 20 rounds for eight keys at a time, as a WebAssembly module: four keys fill a vector, and the steps of a second vector fill the gaps in which
 * those of the first wait for one another. The steps are those of threefry.ts, which says what they are.
 */

/** Where things lie in the module's memory, in bytes: results, handles of the draws wanted, and by handle the two words of its key. */
export const AT = { out: 0, draws: 4096, keys: 6144 } as const;
/** How many draws fit at once; they go in blocks. */
export const MOST = 512;
export const BLOCK = 8;

const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const;

/** WebAssembly's numbers of variable length. */
function leb(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return done ? [low] : [low | 0x80, ...leb(rest)];
}
/** Unsigned ones. */
const uleb = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...uleb(value >>> 7)]);

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const whole = (value: number): number[] => [0x41, ...leb(value)];
const vector = (code: number, ...rest: readonly number[]): number[] => [0xfd, ...uleb(code), ...rest];
const real = (value: number): number[] => { const half = new Uint8Array(Float64Array.of(value).buffer); return vector(0x0c, ...half, ...half); };
const ADD = vector(0xae);
const XOR = vector(0x51);
const OR = vector(0x50);
const SPLAT = vector(0x11);
const left = (by: number): number[] => [...whole(by), ...vector(0xab)];
const right = (by: number): number[] => [...whole(by), ...vector(0xad)];
/** Picks four words of two vectors: 0 to 3 of the first, 4 to 7 of the second. */
const pick = (...words: readonly number[]): number[] => vector(0x0d, ...words.flatMap((word) => [0, 1, 2, 3].map((byte) => 4 * word + byte)));

/** Parameters: the two words of the run's key, the round and the number of blocks. Then two pointers, and vectors: the parameters, and for each of the two chains key words and counters. */
const [HIGH, LOW, ROUND, BLOCKS, FROM, TO] = [0, 1, 2, 3, 4, 5];
const [HIGHS, LOWS, ROUNDS] = [6, 7, 8];
const CHAINS = [9, 14].map((first) => ({ key0: first, key1: first + 1, key2: first + 2, x0: first + 3, x1: first + 4 }));
type Chain = (typeof CHAINS)[number];
const LOCALS = [2, 0x7f, 13, 0x7b];

/** The keys of four draws, of which the handles lie `offset` behind the pointer. */
function keys({ key0, key1, key2, x0, x1 }: Chain, offset: number): number[] {
  const address = (place: number): number[] => [...get(FROM), 0x28, 2, ...uleb(AT.draws + offset + 4 * place), ...whole(3), 0x74];
  const two = (place: number): number[] => [...address(place + 1), ...address(place), ...vector(0x5d, 3, ...uleb(AT.keys)), ...vector(0x57, 3, ...uleb(AT.keys), 1)];
  return [
    ...two(0), ...set(x0), ...two(2), ...set(x1),
    ...get(x0), ...get(x1), ...pick(0, 2, 4, 6), ...get(HIGHS), ...ADD, ...set(key0),
    ...get(x0), ...get(x1), ...pick(1, 3, 5, 7), ...get(LOWS), ...ADD, ...set(key1),
    ...whole(0x1bd11bda), ...SPLAT, ...get(key0), ...XOR, ...get(key1), ...XOR, ...set(key2),
    ...get(ROUNDS), ...get(key0), ...ADD, ...set(x0), ...get(key1), ...set(x1),
  ];
}

const step = ({ x0, x1 }: Chain, by: number): number[] => [
  ...get(x0), ...get(x1), ...ADD, ...set(x0),
  ...get(x1), ...left(by), ...get(x1), ...right(32 - by), ...OR, ...get(x0), ...XOR, ...set(x1),
];

/** After each group of four steps the next two key words and the group's number are added. */
function inject({ key0, key1, key2, x0, x1 }: Chain, group: number): number[] {
  const words = [key0, key1, key2];
  return [...get(x0), ...get(words[group % 3]), ...ADD, ...set(x0), ...get(x1), ...get(words[(group + 1) % 3]), ...ADD, ...whole(group), ...SPLAT, ...ADD, ...set(x1)];
}

/** The two words as numbers in 0..1, in the sums of luck.ts: two at a time. */
function write({ x0, x1 }: Chain, offset: number): number[] {
  const half = (words: readonly number[], at: number): number[] => [
    ...get(TO), ...get(x0), ...get(x0), ...pick(...words), ...vector(0xfe), ...real(67108864), ...vector(0xf2),
    ...get(x1), ...get(x1), ...pick(...words), ...vector(0xfe), ...vector(0xf0), ...real(0.5), ...vector(0xf0), ...real(1.1102230246251565e-16), ...vector(0xf2), ...vector(0x0b, 4, ...uleb(AT.out + at)),
  ];
  return [...get(x0), ...right(5), ...set(x0), ...get(x1), ...right(6), ...set(x1), ...half([0, 1, 0, 1], offset), ...half([2, 3, 2, 3], offset + 16)];
}

function body(): number[] {
  const steps = [0, 1, 2, 3, 4].flatMap((group) => [
    ...[0, 1, 2, 3].flatMap((each) => CHAINS.flatMap((chain) => step(chain, ROTATIONS[(4 * group + each) % 8]))),
    ...CHAINS.flatMap((chain) => inject(chain, group + 1)),
  ]);
  return [
    ...get(HIGH), ...SPLAT, ...set(HIGHS), ...get(LOW), ...SPLAT, ...set(LOWS), ...get(ROUND), ...SPLAT, ...set(ROUNDS),
    0x03, 0x40, // a loop over the blocks
    ...keys(CHAINS[0], 0), ...keys(CHAINS[1], 16), ...steps, ...write(CHAINS[0], 0), ...write(CHAINS[1], 32),
    ...get(FROM), ...whole(32), 0x6a, ...set(FROM), ...get(TO), ...whole(64), 0x6a, ...set(TO),
    ...get(BLOCKS), ...whole(1), 0x6b, 0x22, BLOCKS, 0x0d, 0, 0x0b, 0x0b,
  ];
}

/** The module: exports `memory` and `draw(high, low, round, blocks)`. */
export function lanesCode(): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: readonly number[]): number[] => [id, ...uleb(content.length), ...content];
  const text = (word: string): number[] => [word.length, ...Array.from(word, (letter) => letter.charCodeAt(0))];
  const code = [2, ...LOCALS, ...body()];
  return Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, 4, 0x7f, 0x7f, 0x7f, 0x7f, 0]), ...section(3, [1, 0]), ...section(5, [1, 0, 1]),
    ...section(7, [2, ...text('memory'), 2, 0, ...text('draw'), 0, 0]), ...section(10, [1, ...uleb(code.length), ...code]),
  ]);
}
