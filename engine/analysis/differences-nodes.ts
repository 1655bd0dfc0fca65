/** A scenario as a tree of plain values, for comparing two of them: which are one value, of which kind, and what things of a list are called. */
import type { Distribution } from '../chance/distribution.ts';
import type { Amount, Duration, Evidence, Rate, TermsPattern } from '../scenario/scenario.ts';

/** A value as the scenario has it, with its kind. `thing`: more than one value. */
export type Said =
  | { readonly is: 'nothing' | 'thing' }
  | { readonly is: 'number'; readonly of: number }
  | { readonly is: 'truth'; readonly of: boolean }
  | { readonly is: 'word' | 'expression' | 'signal'; readonly of: string }
  | { readonly is: 'words'; readonly of: readonly string[] }
  | { readonly is: 'numbers'; readonly of: readonly number[] }
  | { readonly is: 'amount'; readonly of: Amount }
  | { readonly is: 'rate'; readonly of: Rate }
  | { readonly is: 'duration'; readonly of: Duration }
  | { readonly is: 'terms'; readonly of: TermsPattern }
  | { readonly is: 'evidence'; readonly of: Evidence }
  | { readonly is: 'distribution'; readonly of: Distribution };

/** What a scenario is made of, seen as data. */
export type Node = string | number | boolean | null | undefined | readonly Node[] | Branch;
export interface Branch { readonly [key: string]: Node }

export const isList = (node: Node): node is readonly Node[] => Array.isArray(node);
export const isBranch = (node: Node): node is Branch => typeof node === 'object' && node !== null && !isList(node);

/** Conditions on terms, by the name of their field; `when` is one only where it is no expression. */
const PATTERNS = ['never', 'when', 'opens', 'closes'];

/** `field`: where it stands; some values are told by that alone. */
export function said(node: Node, field: string): Said {
  if (node === null || node === undefined) return { is: 'nothing' };
  if (typeof node === 'number') return { is: 'number', of: node };
  if (typeof node === 'boolean') return { is: 'truth', of: node };
  if (typeof node === 'string') return { is: 'word', of: node };
  return isList(node) ? listed(node) : isBranch(node) ? branched(node, field) : { is: 'thing' };
}

function listed(node: readonly Node[]): Said {
  if (node.length > 0 && node.every((one) => typeof one === 'string')) return { is: 'words', of: node };
  if (node.length > 0 && node.every((one) => typeof one === 'number')) return { is: 'numbers', of: node };
  return { is: 'thing' };
}

/** The shapes of `basis.ts` and `expression-tree.ts`, known by the fields that only they have. */
function branched(node: Branch, field: string): Said {
  const { text, written } = node;
  const has = (...keys: readonly string[]): boolean => keys.every((key) => Object.hasOwn(node, key));
  const shape: unknown = node;
  if (has('tree') && typeof text === 'string') return { is: 'expression', of: text };
  if (has('amount', 'per')) return { is: 'rate', of: shape as Rate };
  if (has('count', 'unit', 'days')) return { is: 'duration', of: shape as Duration };
  if (has('because') && !has('id')) return { is: 'evidence', of: shape as Evidence };
  if (typeof written === 'string') return { is: 'signal', of: written };
  if (field === 'distribution') return { is: 'distribution', of: shape as Distribution };
  if (PATTERNS.includes(field)) return { is: 'terms', of: shape as TermsPattern };
  if (Object.keys(node).length === 1 && (typeof node['value'] === 'number' || typeof node['lever'] === 'string')) return { is: 'amount', of: shape as Amount };
  return { is: 'thing' };
}

/** Whether two values mean the same: an expression by its tree and not by its blanks, a condition on terms in whatever order. */
export const equal = (one: Node, other: Node): boolean => canonical(one) === canonical(other);

function canonical(node: Node): string {
  if (isList(node)) return `[${node.map(canonical).join()}]`;
  if (!isBranch(node)) return JSON.stringify(node ?? null);
  if (node['tree'] !== undefined) return canonical(node['tree']);
  const keys = Object.keys(node).filter((key) => node[key] !== undefined).sort((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(node[key])}`).join()}}`;
}

/** The things of a list by what they are called; two of one name are told apart by their number. */
export function keyed(list: readonly Node[]): ReadonlyMap<string, Node> {
  const things = new Map<string, Node>();
  for (const node of list) {
    const name = nameOf(node);
    let key = name;
    for (let twin = 2; things.has(key); twin++) key = `${name} (${twin})`;
    things.set(key, node);
  }
  return things;
}

function nameOf(node: Node): string {
  if (!isBranch(node)) return canonical(node);
  const { id, issue, on, to, signal, gauge, party, when } = node;
  const by = id ?? issue ?? on ?? signal ?? gauge ?? party;
  const name = by === undefined ? (isBranch(when) && typeof when['text'] === 'string' ? when['text'] : termsName(when)) : nameWord(by);
  return typeof to === 'string' ? `${name} > ${to}` : name;
}

/** A condition on terms: `patrol=shared|none, light=joint`. */
function termsName(node: Node): string {
  if (!isBranch(node)) return canonical(node);
  return Object.keys(node).sort((a, b) => (a < b ? -1 : 1)).map((issue) => `${issue}=${[node[issue]].flat().map((option) => (typeof option === 'string' ? option : canonical(option))).join('|')}`).join(', ');
}

function nameWord(node: Node): string {
  if (!isBranch(node)) return typeof node === 'string' ? node : canonical(node);
  if (typeof node['written'] === 'string') return node['written'];
  return [node['party'], node['gauge']].filter((one) => typeof one === 'string').join('.');
}
