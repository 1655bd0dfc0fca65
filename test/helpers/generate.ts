/** Scenarios made from a number: the same number gives the same file, so that a failing case can be named and kept. `generate/` has their parts. */
import { stringify } from 'yaml';
import type { Making } from './generate/charts.ts';
import { conditionsOf } from './generate/conditions.ts';
import { drawsOf, picker, type Draws } from './generate/draws.ts';
import { frameOf, WIDE, type Frame, type Wide } from './generate/frame.ts';
import { leversOf } from './generate/levers.ts';
import { calendarOf, eventsOf, outcomesOf, peaceOf } from './generate/outside.ts';
import { gaugeOf, partyOf } from './generate/party.ts';
import { mediatorOf, stagesOf, tracksOf } from './generate/process.ts';

/** The days on which it may start, the earliest first. */
const startsOf = ({ chance }: Draws): readonly string[] => ['2025-01-06', ...(chance(0.25) ? ['2025-02-17'] : [])];

/**
 * The text of scenario number `seed`. Most are valid; `readScenarioText` decides.
 * @param wide whether a share of them has about as many options, lines, parties or signals as a word has bits, or more; or of what there are to be so many
 */
export function generated(seed: number, { wide = false }: { readonly wide?: boolean | Wide } = {}): string {
  const draws = drawsOf(picker(seed));
  const frame = frameOf(draws, typeof wide === 'string' ? wide : wide && draws.chance(0.3) ? draws.some(WIDE) : null);
  return stringify(JSON.parse(JSON.stringify(fileOf(seed, draws, frame))), { aliasDuplicateObjects: false });
}

function fileOf(seed: number, draws: Draws, frame: Frame): unknown {
  const levers = leversOf(draws);
  const making: Making = { draws, frame, levers, conditions: conditionsOf(draws, frame, levers), starts: startsOf(draws) };
  const parties = Object.fromEntries(frame.parties.map((party) => [party.id, partyOf(making, party)]));
  const gauges = frame.gauges.length > 0 ? { gauges: Object.fromEntries(frame.gauges.map((gauge) => [gauge, gaugeOf(making, null, gauge)])) } : {};
  const rest = {
    parties, ...mediatorOf(making), tracks: tracksOf(making), stages: stagesOf(making), ...eventsOf(making, JSON.stringify([parties, gauges])), ...peaceOf(making), outcomes: outcomesOf(making),
  };
  return {
    winset: 1, id: `generated-${seed}`, title: 'Generated', question: 'Do both walkers agree?', calendar: calendarOf(making), ...(frame.raw ? { normalise: false } : {}), ...levers.written(JSON.stringify([gauges, rest])), ...gauges,
    issues: Object.fromEntries(frame.issues.map(({ id, standing, options, brings, performers }) => [id, {
      title: id, standing,
      options: Object.fromEntries(options.map((option) => [option, { title: option, ...(brings[option] === undefined ? {} : { brings: brings[option] }), ...(performers[option] === undefined ? {} : { 'performed-by': performers[option] }) }])),
    }])),
    ...rest,
  };
}
