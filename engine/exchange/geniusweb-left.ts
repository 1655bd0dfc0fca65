/** What files of GeniusWeb hold besides what `geniusweb-read.ts` takes. */
import type { Tree, TreeEntry } from '../scenario/tree.ts';
import { said } from './domain.ts';
import { kindOfLeft, type Left } from './left-out.ts';

/** Keys that are read, and what is read below each; `*` is any name of an issue or of a value. */
interface Taken { readonly [key: string]: Taken | null }
const RANGE: Taken = { low: null, high: null, step: null };
const DISCRETE: Taken = { valueUtilities: null };
const LINE: Taken = { lowValue: null, lowUtility: null, highValue: null, highUtility: null };
const ISSUES: Taken = { '*': { values: null, range: RANGE } };
const DOMAIN: Taken = { name: null, issuesValues: ISSUES, issueValues: ISSUES };
const UTILITIES: Taken = { '*': { DiscreteValueSetUtilities: DISCRETE, discreteutils: DISCRETE, discrete: DISCRETE, NumberValueSetUtilities: LINE, numberutils: LINE, number: LINE } };
const PROFILE: Taken = { name: null, domain: DOMAIN, issueUtilities: UTILITIES, issueWeights: null, reservationBid: null };
const FILE: Taken = { LinearAdditiveUtilitySpace: PROFILE, linearadditive: PROFILE };

/** @param kept descriptions that the scenario has from elsewhere */
export function geniusWebLeft(root: Tree, of: 'domain' | 'profile', kept: ReadonlySet<string>): readonly Left[] {
  return within(root, of === 'domain' ? DOMAIN : FILE, kept);
}

function within(tree: Tree, taken: Taken, kept: ReadonlySet<string>): readonly Left[] {
  if (tree.kind !== 'map') return [];
  return [...tree.entries].flatMap(([key, entry]) => {
    const below = Object.hasOwn(taken, key) ? taken[key] : taken['*'];
    if (below === undefined) return saysNothing(key, entry, kept) ? [] : [{ what: kindOfLeft(key, `key “${key}”`), origin: entry.key }];
    return below === null ? [] : within(entry.value, below, kept);
  });
}

function saysNothing(key: string, { value }: TreeEntry, kept: ReadonlySet<string>): boolean {
  if (value.kind === 'leaf') return value.value === null || value.written.trim() === '' || (key === 'description' && typeof value.value === 'string' && kept.has(said(value.value)));
  return value.kind === 'list' ? value.items.length === 0 : value.entries.size === 0;
}
