/** Where two plays of one run part, byte for byte. */
import type { State } from '../../../engine/model/state.ts';
import type { RunRecord } from '../../../engine/index.ts';

/** What a walker made of a run: each record as its line of JSON, and the last state with every bit of its numbers. */
export interface Played { readonly lines: readonly string[]; readonly state: Readonly<Record<string, string>> }

export interface Difference {
  /** How the scenario was played: as it is, with levers drawn, … */
  readonly setting: string;
  /** What was compared. */
  readonly way: string;
  readonly run: number;
  /** `record 12`, or `gauges in the last state`. */
  readonly where: string;
  readonly stepper: string;
  readonly kernel: string;
}

export const linesOf = (records: readonly RunRecord[]): readonly string[] => records.map((record) => JSON.stringify(record));

export function exactState(state: State): Played['state'] {
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, typeof value === 'number' ? exact(value) : Array.from(value as ArrayLike<number>, exact).join(' ')]));
}

/** A number's shortest text tells all its bits apart but those of zeroes. */
const exact = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** A walker that fails has parted from the other, also where both do. */
export function attempt(who: 'stepper' | 'kernel', play: () => Played): Played {
  try {
    return play();
  } catch (error) {
    return { lines: [`the ${who} fails: ${error instanceof Error ? error.stack ?? error.message : String(error)}`], state: {} };
  }
}

/** null: none. */
export function differenceOf(at: Pick<Difference, 'setting' | 'way' | 'run'>, stepper: Played, kernel: Played): Difference | null {
  const record = firstOther(stepper.lines, kernel.lines);
  if (record >= 0) return { ...at, where: `record ${record + 1}`, stepper: stepper.lines[record] ?? 'no record', kernel: kernel.lines[record] ?? 'no record' };
  const key = Object.keys(stepper.state).find((each) => stepper.state[each] !== kernel.state[each]);
  return key === undefined ? null : { ...at, where: `“${key}” in the last state`, stepper: stepper.state[key], kernel: kernel.state[key] };
}

function firstOther(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) if (a[at] !== b[at]) return at;
  return -1;
}

export const inWords = ({ setting, way, run, where, stepper, kernel }: Difference): string => `run ${run}, ${setting}, ${way}: ${where} differs\n  stepper: ${stepper}\n  kernel:  ${kernel}`;
