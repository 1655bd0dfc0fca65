/** Two scenarios side by side: what differs in the files, and how the same luck ended under the one and under the other. */
import { plain } from '../../../engine/record/plain.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { shellWord } from './commandline.ts';
import { page, rule, title, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import { A_AND_B, crossings, edits, outcomes, verdict } from './paired.ts';
import type { Pair } from './paired.ts';
import { day, list, quoted } from './words.ts';

export interface Side {
  /** As the user named it. */
  readonly name: string;
  /** With its levers as they are taken here. */
  readonly scenario: Scenario;
  readonly levers: Readonly<Record<string, number>>;
}

export interface Compared extends Omit<Pair, 'first' | 'second'> {
  readonly sides: readonly [Side, Side];
  readonly seed: string;
  /** As it was said, and so as it must be said again. */
  readonly asked: {
    readonly from: string | undefined; readonly view: string | undefined; readonly vary: boolean | undefined;
    readonly set: readonly string[]; readonly setA: readonly string[]; readonly setB: readonly string[];
  };
}

function again({ sides: [first, second], result, seed, asked }: Compared): string {
  const { from, view, vary, set, setA, setB } = asked;
  const option = (name: string, values: readonly (string | undefined)[]): readonly string[] => values.flatMap((one) => (one === undefined ? [] : [name, one]));
  const words = [
    first.name, ...(second.name === first.name && setA.length + setB.length > 0 ? [] : [second.name]), ...option('--from', [from]), '--seed', seed, '--runs', String(result.runs), ...option('--view', [view]),
    ...(vary === true ? ['--vary'] : []), ...option('--set', set), ...option('--set-a', setA), ...option('--set-b', setB),
  ];
  return `winset compare ${words.map(shellWord).join(' ')}`;
}

export function comparePage(compared: Compared, at: Page): string {
  const { sides, asked, result, beyond } = compared;
  const [first, second] = sides;
  const pair = { ...compared, first: first.scenario, second: second.scenario };
  const head = (letter: string, { name, scenario }: Side, set: readonly string[]): string[] => wrap(
    `${at.paint.bold(letter)}: ${plain(name)}, ${quoted(plain(scenario.title))}, from ${day(scenario.from)}${set.length === 0 ? '' : `, with ${list(set.map(plain))}`}.`, at.width, '', '   ');
  return page([
    ...title('Two scenarios under the same luck', at),
    ...head('A', first, [...asked.set, ...asked.setA]),
    ...head('B', second, [...asked.set, ...asked.setB]),
    ...edits(pair, A_AND_B, at),
    ...outcomes(pair, A_AND_B, at),
    ...crossings(pair, at),
    '', ...title(verdict(compared), at),
    '', at.paint.dim(rule(at.width)),
    ...wrap(`Shares of simulated runs under the assumptions of the files; no probabilities. The intervals are those of differences between paired runs (Bonett & Price 2012): they measure chance in this many runs and nothing else. ${beyond.length > 0 || result.alike < result.runs ? `Whether all outcomes together differ by more than luck is asked at 95 % (Bonferroni).` : ''}`.trim(), at.width),
    `Again: ${again(compared)}`,
  ]);
}
