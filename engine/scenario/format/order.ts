/** The order in which the keys of a map are written: that of the format, as the reference and the editors' completion have it. */
import { isDocument, looksLikeDay } from '../dates/days.ts';
import { scenarioFile } from '../shape/file.ts';
import { keysAt } from '../shape/schema-walk.ts';

/** Any entry may begin and end on a day; that is said before what it is. */
const FIRST = ['since', 'until'];
/** Long: what a chart or a hazard rests on is read before them. */
const LAST = ['states', 'ratios'];

export interface Ordered {
  /** The places of the keys in the order in which they are to be written. */
  readonly places: readonly number[];
  /** Where the value of a key stands in the shape; a day is no step of the way. */
  readonly pathOf: (key: string) => readonly string[];
}

/** Orders the keys of maps. Asked for many maps of one kind, it looks each kind up once. */
export class KeyOrder {
  readonly #known = new Map<string, readonly string[]>();

  /** @param keys as they stand in the file @param path of the map */
  of(keys: readonly string[], path: readonly string[]): Ordered {
    if (keys.length > 0 && keys.every(looksLikeDay) && !isDocument(path)) return { places: sorted(keys, (key) => key), pathOf: () => path };
    const format = this.#keysAt(path);
    const pathOf = (key: string): readonly string[] => [...path, key];
    // A map of names: what stands first in it may mean something, and is its author's affair.
    if (format.length === 0) return { places: keys.map((_, at) => at), pathOf };
    const places = [...FIRST, ...format.filter((key) => !LAST.includes(key)), ...LAST.filter((key) => format.includes(key))];
    const rank = (key: string): number => (places.includes(key) ? places.indexOf(key) : places.length);
    return { places: sorted(keys, rank), pathOf };
  }

  #keysAt(path: readonly string[]): readonly string[] {
    const known = path.join('\n');
    const keys = this.#known.get(known) ?? [...new Set(keysAt(scenarioFile, path))];
    this.#known.set(known, keys);
    return keys;
  }
}

/** Stable: what ranks alike keeps its order. */
function sorted(keys: readonly string[], rank: (key: string) => number | string): readonly number[] {
  const ranked = keys.map((key, at) => ({ at, rank: rank(key) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.at - b.at)).map(({ at }) => at);
}
