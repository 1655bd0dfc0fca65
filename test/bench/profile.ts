/** Where the kernel's time goes on the flagship. */
import { built } from './built.ts';
import { rounded, table } from './child.ts';
import type { Shares } from './built/profile.ts';

const MOST_ROWS = 20;

/** The first rows, and what is left of the whole in one more. */
function rows(shares: Shares): readonly (readonly string[])[] {
  const percent = (share: number): string => `${rounded(100 * share, 1)} %`;
  const rest = shares.slice(MOST_ROWS);
  return [
    ...shares.slice(0, MOST_ROWS).map(([what, share]) => [what, percent(share)]),
    ...(rest.length === 0 ? [] : [[`${rest.length} more`, percent(rest.reduce((sum, [, share]) => sum + share, 0))]]),
  ];
}

export function profile(scenario = 'ukraine-2025'): Promise<string> {
  return built((ask) => {
    const { pace, sampled, samples, phases, files, functions } = ask('profile', scenario);
    return table(`The kernel's time on ${scenario}: ${samples} samples, taken at ${rounded(sampled)} runs a second (${rounded(pace)} unsampled)`, [['phase, with all that it calls', 'share'], ...rows(phases)])
      + table('By file, without what it calls', [['file', 'share'], ...rows(files)])
      + table('By function, without what it calls', [['function', 'share'], ...rows(functions)]);
  });
}
