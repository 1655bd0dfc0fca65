/** The options of a stage's issues as bits, and where stances stand to them. */
import { include } from './bits.ts';
import type { Hearing } from './hearing.ts';
import type { IssueModel, PartyModel, StageBits, StanceBits } from './model.ts';

export function stageBits(issues: readonly number[], all: readonly IssueModel[], parties: readonly PartyModel[], regions: number, { places, machines }: Hearing): StageBits {
  const sizes = issues.map((issue) => all[issue].options.length);
  const base = sizes.map((_, place) => sizes.slice(0, place).reduce((sum, size) => sum + size, 0));
  const words = (sizes.reduce((sum, size) => sum + size, 0) + 31) >>> 5;
  const stances = parties.map((party) => issues.flatMap((issue, place): readonly StanceBits[] => {
    const stance = party.stances[issue];
    if (stance === null) return [];
    return [{ region: stance.region, all: bitsFrom(words, base[place], new Uint8Array(sizes[place]).fill(1)), firm: stance.firm, outside: stance.refuses.map((row) => bitsFrom(words, base[place], row)) }];
  }));
  return {
    base, words,
    issue: Int16Array.from(issues.flatMap((issue, place) => Array.from({ length: sizes[place] }, () => issue))),
    stances,
    ofRegion: Array.from({ length: regions }, (_, region) => stances.flat().find((stance) => stance.region === region) ?? null),
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
