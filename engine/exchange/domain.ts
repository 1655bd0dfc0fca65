/** What an exchange file says, whatever its format: issues with their values, and what each party makes of them. */
import type { Origin } from '../scenario/origin.ts';

export interface DomainIssue { readonly title: string; readonly values: readonly string[]; readonly origin: Origin }

export interface Domain {
  readonly title: string;
  readonly issues: readonly DomainIssue[];
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
}
