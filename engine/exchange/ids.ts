/** From people's words to names of a scenario: unlike one another, and no words of expressions. */
import { RESERVED_WORDS } from '../scenario/names.ts';

/** Room is left for a number behind it. */
const LONGEST = 50;
const RESERVED: ReadonlySet<string> = new Set(RESERVED_WORDS);

/** Small letters, digits and hyphens, beginning with a letter; empty if nothing of the words can be kept. */
function bare(words: string): string {
  const latin = words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return latin.replaceAll(/[^a-z0-9]+/gu, '-').replace(/^-+/u, '').slice(0, LONGEST).replace(/-+$/u, '');
}

/** A name for each title, in order. `kind` stands before what would begin with a digit, and in place of what has no letter. */
export function idsFor(titles: readonly string[], kind: string): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title, at) => {
    const words = bare(title);
    const named = words === '' ? `${kind}-${at + 1}` : /^[a-z]/u.test(words) ? words : `${kind}-${words}`;
    const first = RESERVED.has(named) ? `${named}-${kind}` : named;
    let id = first;
    for (let nth = 2; taken.has(id); nth++) id = `${first}-${nth}`;
    taken.add(id);
    return id;
  });
}

export const baseName = (file: string): string => file.replace(/^.*[/\\]/u, '');

/** Names without the words that all of them begin with: camera-buyer, camera-seller → buyer, seller. */
export function apart(names: readonly string[]): readonly string[] {
  const [first = ''] = names;
  let shared = 0;
  for (let at = 1; at < first.length; at++) if (/[-_ .]/u.test(first.charAt(at - 1)) && names.every((name) => name.startsWith(first.slice(0, at)) && name.length > at)) shared = at;
  return names.map((name) => name.slice(shared));
}

/** A file's name without its way and ending, in words: `some/Camera-domain.xml` → Camera. */
export function nameOfFile(file: string): string {
  const stem = baseName(file).replace(/\.[a-z0-9]+$/iu, '');
  const words = stem.replaceAll(/[_\s]+/gu, ' ').trim();
  return words.replace(/[ -]*(domain|template)$/iu, '') || words;
}
