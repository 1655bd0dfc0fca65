/** A value of the file in words: whose it is, what it is, and what it rests on. */
import { plain } from '../../../engine/record/plain.ts';
import type { EvidencedValue } from '../../../engine/index.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { wrap } from './layout.ts';
import type { Page } from './layout.ts';
import * as names from './names.ts';
import { capital, count, day, list, quoted } from './words.ts';

const HAZARDS: Readonly<Record<string, string>> = { 'limited-truce': 'a limited truce', ceasefire: 'a ceasefire', agreement: 'an agreement' };

function what(value: EvidencedValue, scenario: Scenario): string {
  const title = quoted(plain(value.title));
  const issue = quoted(names.issue(scenario, value.issues[0] ?? ''));
  switch (value.kind) {
    case 'lever': return `lever ${title}`;
    case 'view': return `view ${title}`;
    case 'deadline': return `deadline ${title}`;
    case 'gauge': return `pressure ${title}`;
    case 'worth': return `what ${issue} is worth to it`;
    case 'bond': return `worth of what hangs together (${plain(value.title)})`;
    case 'walk-away': return 'when it prefers no deal';
    case 'manner': return 'how it answers';
    case 'stance': return `stance on ${issue}`;
    case 'stance-move': return `what moves its stance on ${issue} (${plain(value.title)})`;
    case 'red-line': return `red line ${title}`;
    case 'line-move': return `what moves its red line (${plain(value.title)})`;
    case 'posture': return 'whether it attends';
    case 'posture-move': return `what makes it attend or stay away (${plain(value.title)})`;
    case 'leaves': return 'when it leaves';
    case 'ratifies': return 'its vote at home';
    case 'looks-ahead': return 'how far it looks ahead';
    case 'track': return `track ${title}`;
    case 'stage': return `stage ${title}`;
    case 'leverage': return `leverage on it in ${title}`;
    case 'walks-away': return 'when it gives up the mediation';
    case 'event': return `event ${title}`;
    case 'hazard': return `how ${HAZARDS[value.title] ?? plain(value.title)} breaks`;
    case 'ratio': return `what makes ${HAZARDS[value.title] ?? plain(value.title)} last, with ${list(value.issues.map((id) => quoted(names.issue(scenario, id))))}`;
  }
}

/** 'Ukraine: red line “No cession”', or 'Event “A storm”' for what is nobody's own. */
export function valueWords(value: EvidencedValue, scenario: Scenario): string {
  const said = what(value, scenario);
  return value.party === null ? capital(said) : `${names.partyFirst(scenario, value.party)}: ${said}`;
}

/** Values one below the other, at most so many. */
export function valueList(values: readonly EvidencedValue[], scenario: Scenario, at: Page, most: number, note: (value: EvidencedValue) => string = () => ''): string[] {
  const shown = values.slice(0, most).flatMap((value) => wrap(`${valueWords(value, scenario)}${note(value)}`, at.width, '    - ', '      '));
  return values.length > most ? [...shown, at.paint.dim(`      and ${values.length - most} more; --json has them all`)] : shown;
}

/** A day on which the scenario is meant to be started, and how many values rest then on what was asked for. */
export interface OtherStart { readonly from: string; readonly values: number }

/** Where something counts that counts for nothing on the day that was looked at: on which day to look instead. */
export function onOtherDays(starts: readonly OtherStart[]): readonly string[] {
  const days = starts.filter(({ values }) => values > 0);
  return days.length === 0 ? [] : [`It counts on ${list(days.map(({ from, values }) => `${day(from)} (${count(values, 'value')}, --from ${plain(from)})`))}.`];
}
