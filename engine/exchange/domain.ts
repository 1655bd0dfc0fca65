/** What an exchange file says, whatever its format: issues with their values, and what each party makes of them. */
import { plain } from '../record/plain.ts';
import type { Origin } from '../scenario/origin.ts';
import type { Left } from './left-out.ts';

export interface DomainIssue {
  readonly title: string;
  readonly values: readonly string[];
  readonly origin: Origin;
  /** How it is described, and by value how that is; null: not. */
  readonly description: string | null;
  readonly descriptions: readonly (string | null)[];
}

export interface Domain {
  readonly title: string;
  readonly issues: readonly DomainIssue[];
  readonly description: string | null;
  /** What else its file holds, where the file is none of a profile. */
  readonly left: readonly Left[];
}

/** A description as it is kept: on one line, and safe to write. */
export const said = (words: string): string => plain(words).replaceAll(/ +/gu, ' ').trim();

/** All descriptions of a domain. */
export function descriptionsOf({ description, issues }: Omit<Domain, 'left'>): readonly string[] {
  return [description, ...issues.flatMap((issue) => [issue.description, ...issue.descriptions])].filter((one) => one !== null);
}

export interface Profile {
  /** The party, as people read it. */
  readonly name: string;
  /** The file it comes from. */
  readonly from: string;
  /** By issue of the domain. */
  readonly weights: readonly number[];
  /** By issue and value: 0..100, 100 for the best value that the file can express. */
  readonly scores: readonly (readonly number[])[];
  /** What no deal is worth, 0..1; null: the file says nothing. */
  readonly reservation: number | null;
  /** What a unit of worth at the end of the talks is worth at their beginning, 0..1; null: no discount. */
  readonly discount: number | null;
  /** What else its file holds. */
  readonly left: readonly Left[];
}
