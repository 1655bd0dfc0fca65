/** The options of a stage's issues as bits, and where stances stand to them. */
import { include } from './bits.ts';
import type { Hearing } from './hearing.ts';
import type { IssueModel, PartyModel } from './model.ts';

export interface StageBits {
  /** By place among the stage's issues: the bit of its first option; bits are counted through the issues, in words of 32. */
  readonly base: readonly number[];
  readonly words: number;
  /** By bit: the issue. */
  readonly issue: Int16Array;
  /** By party: its stances on the stage's issues; by state, the options outside of it. */
  readonly stances: readonly (readonly StanceBits[])[];
  /** By party: the options of which it waits to be offered them. */
  readonly awaited: readonly Int32Array[];
}
export interface StanceBits { readonly region: number; readonly firm: Uint8Array; readonly outside: readonly Int32Array[] }

export function stageBits(issues: readonly number[], all: readonly IssueModel[], parties: readonly PartyModel[], { places, machines }: Hearing): StageBits {
  const sizes = issues.map((issue) => all[issue].options.length);
  const base = sizes.map((_, place) => sizes.slice(0, place).reduce((sum, size) => sum + size, 0));
  const words = (sizes.reduce((sum, size) => sum + size, 0) + 31) >>> 5;
  return {
    base, words,
    issue: Int16Array.from(issues.flatMap((issue, place) => Array.from({ length: sizes[place] }, () => issue))),
    stances: parties.map(({ stances }) => issues.flatMap((issue, place): readonly StanceBits[] => {
      const stance = stances[issue];
      if (stance === null) return [];
      return [{ region: stance.region, firm: stance.firm, outside: stance.refuses.map((row) => bitsFrom(words, base[place], row)) }];
    })),
    awaited: parties.map(({ offered }, party) => {
      const row = new Int32Array(words);
      issues.forEach((issue, place) => all[issue].options.forEach((_, option) => { if (places[offered[all[issue].base + option] * machines + party] >= 0) include(row, base[place] + option); }));
      return row;
    }),
  };
}

/** @param flags by option of one issue */
function bitsFrom(words: number, base: number, flags: Uint8Array): Int32Array {
  const row = new Int32Array(words);
  flags.forEach((flag, option) => { if (flag === 1) row[(base + option) >>> 5] |= 1 << ((base + option) & 31); });
  return row;
}
