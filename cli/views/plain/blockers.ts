/** What stood in the way of the runs that were not signed, by the stage in which the talks stood at their end. */
import type { BatchResult, Blocker, Blockers } from '../../../engine/index.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { heading, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import * as names from './names.ts';
import { labelWidth, shares, type ShareRow } from './shares.ts';
import { count, quoted } from './words.ts';

/** Who or what kept a run from an agreement, in words. */
export function blocker(by: Blocker, scenario: Scenario): string {
  if (by.party === null) return 'It never came to a text';
  const who = names.partyFirst(scenario, by.party);
  const owner = names.partyOf(scenario, by.party);
  const on = by.of === null ? '' : quoted(names.issue(scenario, by.of));
  switch (by.kind) {
    case 'red-line': {
      const line = owner?.redLines.find((one) => one.id === by.of);
      return `${names.whose(who)} red line ${quoted(names.line(scenario, by.party, by.of ?? ''))}${names.rests(line?.evidence)}`;
    }
    case 'firm-stance': return `${who} does not move on ${on}`;
    case 'not-good-enough': return by.of === null ? `${who}: the text as a whole was not enough` : `${who}: not enough; it asked for more on ${on}`;
    case 'said': return `${who} refused, as it was told to`;
    case 'no-text': return `${who} found no text to table`;
    case 'unanswered': return `${who} had not answered the last text`;
    case 'not-ratified': return `${who}: its text was rejected at home`;
    case 'left': return `${who} left before the signed text was voted on`;
    case 'repudiated': return `${who}, bound without signing, repudiated what was signed`;
  }
}

/** Blockers in a table: of one stage, and of each of several. */
const MOST_BLOCKERS = 12;
const MOST_OF_EACH = 8;

export function blockers(result: BatchResult, scenario: Scenario, at: Page): string[] {
  const { runs, by, stages } = result.blockers;
  if (runs === 0) return [];
  const last = quoted(names.stage(scenario, scenario.stages[scenario.stages.length - 1]?.id ?? ''));
  if (scenario.stages.length > 1 && stages !== null) {
    return [...heading(`What stood in the way in the ${count(runs, 'run')} without ${last}, by the stage in which the talks stood at their end`, at), ...blockersByStage(runs, stages, scenario, at)];
  }
  return [...heading(`What stood in the way of ${last} in the other ${count(runs, 'run')}`, at), ...blockerTable(by, MOST_BLOCKERS, '  ', scenario, at)];
}

function blockersByStage(runs: number, stages: NonNullable<Blockers['stages']>, scenario: Scenario, at: Page): string[] {
  const there = stages.filter((stage) => stage.runs > 0);
  const settled = runs - there.reduce((sum, stage) => sum + stage.runs, 0);
  const most = there.length === 1 ? MOST_BLOCKERS : MOST_OF_EACH;
  const label = labelWidth(there.flatMap(({ by }) => rowsOf(by.slice(0, most), scenario)), at);
  return [
    ...there.flatMap((stage) => [...wrap(`${quoted(names.stage(scenario, stage.stage))}, ${count(stage.runs, 'run')}`, at.width, '  '), ...blockerTable(stage.by, most, '    ', scenario, at, label)]),
    ...(settled === 0 ? [] : wrap(`Nothing, in ${count(settled, 'run')}: all that was opened was settled.`, at.width, '  ')),
  ];
}

const rowsOf = (by: readonly Blocker[], scenario: Scenario): readonly ShareRow[] => by.map((one) => ({ label: blocker(one, scenario), share: one.share, interval: [one.low, one.high] }));

function blockerTable(by: readonly Blocker[], most: number, indent: string, scenario: Scenario, at: Page, label?: number): string[] {
  if (by.length === 0) return wrap('No refusal stood when they ended.', at.width, indent);
  const more = by.length > most ? wrap(`and ${count(by.length - most, 'rarer one')}; --json has them all`, at.width, indent).map(at.paint.dim) : [];
  return [...shares(rowsOf(by.slice(0, most), scenario), at, indent, label), ...more];
}
