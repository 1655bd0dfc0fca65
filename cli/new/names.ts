/** From words of people to names in a file. */
import { plain } from '../../engine/record/plain.ts';
import { UsageError } from '../stops.ts';

export interface Named { readonly id: string; readonly title: string }

const LONGEST = 60;

/** Small letters, digits and hyphens, beginning with a letter; empty if nothing of the words can be kept. */
export function idOf(words: string): string {
  const bare = words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return bare.replaceAll(/[^a-z0-9]+/gu, '-').replace(/^[^a-z]+/u, '').slice(0, LONGEST).replace(/-+$/u, '');
}

/** `border-talks` → Border talks. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A list with commas: each a title, with the name that is made of it. */
export function namesOf(what: 'parties' | 'issues', words: string, { least, most }: { readonly least: number; readonly most: number }): readonly Named[] {
  const titles = words.split(',').map((title) => plain(title).trim()).filter((title) => title !== '');
  if (titles.length < least || titles.length > most) throw new UsageError(`Name ${least} to ${most} ${what}, with commas between them; here there ${titles.length === 1 ? 'is' : 'are'} ${titles.length}.`);
  const taken = new Map<string, string>([['mediator', 'the mediator']]);
  return titles.map((title) => {
    const id = idOf(title);
    if (id === '') throw new UsageError(`“${title}” needs some letters from a to z, to make a name of.`);
    const other = taken.get(id);
    if (other !== undefined) throw new UsageError(`“${title}” and ${other === 'the mediator' ? other : `“${other}”`} would both be called ${id}; word one of them otherwise.`);
    taken.set(id, title);
    return { id, title };
  });
}
