/** What differs between two scenarios in the words of the scenario: 'Ukraine, walk-away value: 0.45 → 0.42', 'Russia, red line “No force”: gone'. */
import { plain } from '../../../engine/record/plain.ts';
import type { Difference, Said, Step } from '../../../engine/index.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import * as names from './names.ts';
import { drawn } from './show/levers.ts';
import { amount, duration, expression } from './show/values.ts';
import { signal } from './signals.ts';
import { capital, day, list, number, quoted } from './words.ts';

/** What a thing of a list is; a list that is not here is called by its own name. */
const THINGS: Readonly<Record<string, string>> = {
  levers: 'lever', views: 'view', issues: 'issue', options: 'option', gauges: 'pressure', worth: 'worth of', bonds: 'what hangs together', stances: 'stance on', redLines: 'red line',
  states: 'state', scores: 'score of', tracks: 'track', stages: 'stage', leverage: 'leverage on', events: 'event', outcomes: 'outcome', deadlines: 'deadline',
  sources: 'source', claims: 'claim', figures: 'figure', while: 'while', thresholds: 'threshold', moves: 'what it moves:',
};

/** Fields whose names, with spaces for their capitals, would not say enough. */
const FIELDS: Readonly<Record<string, string>> = {
  walkAway: 'walk-away', manner: 'how it answers', leaves: 'when it leaves', ratifies: 'its vote at home', looksAhead: 'looking ahead', posture: 'whether it attends', mediator: 'the mediator',
  calendar: 'calendar', from: 'starts on', evidence: 'rests on', leavesOut: 'what it leaves out', performedBy: 'carried out by', brings: 'brings', standing: 'what holds while nothing is agreed', on: 'on', adds: 'what is added',
  signs: 'who signs', binds: 'who is bound without signing', drafter: 'who drafts', rounds: 'rounds', round: 'length of a round', day: 'days after the start', nearDays: 'days before which it is near',
  never: 'what it never signs', accepts: 'accepts', firm: 'whether it is firm', bites: 'whether it bites', stated: 'whether it is stated', held: 'whether it is held', start: 'starts at', at: 'at',
  onFailure: 'what follows a failure', opens: 'makes possible', closes: 'rules out', sends: 'sends', breaksTruce: 'whether it ends a truce', horizon: 'how long the peace is followed', if: 'only if',
  chance: 'chance', base: 'base', normalise: 'whether worth is normalised', prefers: 'which package it proposes', war: 'worth of renewed war', over: 'how far', short: 'letters', starts: 'starts',
};

const FACTIONS = ['limited-truce', 'ceasefire', 'agreement'];
const spaced = (name: string): string => name.replaceAll(/[A-Z]/gu, (sign) => ` ${sign.toLowerCase()}`).replaceAll('-', ' ');

/** The step before, if it is a thing of that list. */
const idOf = (steps: readonly Step[], list: string): string | undefined => steps.flatMap((step) => ('list' in step && step.list === list ? [step.id] : [])).at(-1);

/** A state's own title, of the stance, red line or posture in which it is. */
function stateTitle(scenario: Scenario, before: readonly Step[], id: string): string {
  const party = names.partyOf(scenario, idOf(before, 'parties') ?? '');
  const stance = party?.stances.find((one) => one.issue === idOf(before, 'stances'));
  const line = party?.redLines.find((one) => one.id === idOf(before, 'redLines'));
  return quoted(plain((stance ?? line ?? party?.posture)?.states.find((state) => state.id === id)?.title ?? id));
}

function thing(step: Extract<Step, { list: string }>, before: readonly Step[], scenario: Scenario): string {
  const party = idOf(before, 'parties') ?? '';
  const title = plain(step.title ?? step.id);
  switch (step.list) {
    case 'parties': return names.partyOf(scenario, step.id) === undefined ? capital(title) : names.partyFirst(scenario, step.id);
    case 'worth': case 'stances': return `${THINGS[step.list] ?? ''} ${quoted(names.issue(scenario, step.id))}`;
    case 'scores': return `score of ${quoted(names.option(scenario, idOf(before, 'worth') ?? '', step.id))}`;
    case 'leverage': return `leverage on ${names.party(scenario, step.id)}`;
    case 'peace': return FACTIONS.includes(step.id) ? `how ${step.id === 'agreement' ? 'an' : 'a'} ${spaced(step.id)} breaks` : plain(step.id);
    case 'levers': return `lever ${quoted(step.title === null ? names.lever(scenario, step.id) : title)}`;
    case 'transitions': {
      const [written = '', to = ''] = step.id.split(' > ');
      return `moves to ${stateTitle(scenario, before, to)} when ${signal(scenario, party, written)}`;
    }
    case 'ratios': return `with ${names.terms(scenario, Object.fromEntries(step.id.split(', ').map((one) => one.split('=')).map(([issue = '', options = '']) => [issue, options.split('|')])))}`;
    case 'on': return `when ${signal(scenario, party, step.id)}`;
    default: return `${THINGS[step.list] ?? spaced(step.list)} ${quoted(title)}`;
  }
}

/** Where it stands: 'Ukraine, red line “No cession”, state “Held”'. */
function where(difference: Difference, first: Scenario, second: Scenario): string {
  const { steps, change } = difference;
  const scenario = change === 'added' ? second : first;
  const parts = steps.map((step, at) => ('list' in step ? thing(step, steps.slice(0, at), scenario) : (FIELDS[step.field] ?? plain(spaced(step.field)))));
  const said = parts.join(', ').replace('walk-away, value', 'walk-away value').replace(/, value$/u, '');
  return capital(said);
}

const OF_PARTIES = ['signs', 'binds', 'seats', 'needs', 'performedBy', 'drafter', 'party'];

/** An id that is a value, by the title of what it names. */
function named(id: string, field: string, steps: readonly Step[], scenario: Scenario): string {
  if (field === 'from') return day(id);
  if (OF_PARTIES.includes(field)) return names.party(scenario, id);
  if (field === 'accepts') return quoted(names.option(scenario, idOf(steps, 'stances') ?? '', id));
  if (field === 'standing') return quoted(names.option(scenario, idOf(steps, 'issues') ?? '', id));
  if (field === 'issues') return quoted(names.issue(scenario, id));
  if (field === 'stages') return quoted(names.stage(scenario, id));
  return field === 'start' ? stateTitle(scenario, steps, id) : quoted(plain(id));
}

/** A value in words; empty where it is more than one, or none. */
function value(of: Said, steps: readonly Step[], scenario: Scenario): string {
  const last = steps.at(-1);
  const field = last !== undefined && 'field' in last ? last.field : '';
  switch (of.is) {
    case 'nothing': return 'none';
    case 'thing': return '';
    case 'number': return number(of.of);
    case 'truth': return of.of ? 'yes' : 'no';
    case 'word': return named(of.of, field, steps, scenario);
    case 'signal': return plain(of.of);
    case 'expression': return expression({ text: of.of });
    case 'words': return list(of.of.map((one) => named(one, field, steps, scenario)));
    case 'numbers': return of.of.map(number).join(' to ');
    case 'amount': return amount(of.of);
    case 'rate': return `${amount(of.of.amount)}${of.of.per === null ? '' : ` a ${of.of.per}`}`;
    case 'duration': return duration(of.of);
    case 'terms': return names.terms(scenario, of.of);
    case 'distribution': return drawn(of.of);
    case 'evidence': return names.restsFully(of.of).replaceAll(/^ \(|\)$/gu, '') || 'nothing';
  }
}

/** What a list has and another has not; null where one of them is none. */
function listed(of: Said, without: Said, steps: readonly Step[], scenario: Scenario): string | null {
  if (of.is !== 'words' || without.is !== 'words') return null;
  return value({ is: 'words', of: of.of.filter((one) => !without.of.includes(one)) }, steps, scenario);
}

export function differenceWords(difference: Difference, first: Scenario, second: Scenario): string {
  const { steps, change, before, after } = difference;
  const place = where(difference, first, second);
  const gained = listed(after, before, steps, second);
  const lost = listed(before, after, steps, first);
  if (change === 'changed' && gained !== null && gained !== '' && lost === '') return `${place}: also ${gained}`;
  if (change === 'changed' && lost !== null && lost !== '' && gained === '') return `${place}: no longer ${lost}`;
  const [one, other] = [value(before, steps, first), value(after, steps, second)];
  if (change === 'order') return `${place}, order: ${one} → ${other}`;
  if (change === 'gone') return one === '' ? `${place}: gone` : `${place}: ${one} → gone`;
  if (change === 'added') return other === '' ? `${place}: new` : `${place}: new, ${other}`;
  // Two texts of an assumption differ where their short form does not.
  return one === other ? `${place}: in other words` : `${place}: ${one} → ${other}`;
}
