/** Each party: its part, its stances and where they may go, what it refuses, what presses on it, what it is after. */
import { plain } from '../../../../engine/record/plain.ts';
import type { ChartState, Evidence, Party, RedLine, Scenario, Stance } from '../../../../engine/scenario/scenario.ts';
import { standingOf } from '../afterwards.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { signal } from '../signals.ts';
import { capital, list, quoted } from '../words.ts';
import { gaugeLines } from './process.ts';
import { amount, chance, duration, expression, isZero } from './values.ts';

/** What a party is in the talks: 'signs An agreement on the river', 'mediates'. */
export function part(party: Party, scenario: Scenario): string {
  const signs = scenario.stages.filter((stage) => stage.signs.includes(party.id)).map((stage) => quoted(plain(stage.title)));
  const drafts = scenario.stages.filter((stage) => stage.drafter === party.id).map((stage) => quoted(plain(stage.title)));
  const bound = scenario.stages.filter((stage) => stage.binds.includes(party.id)).map((stage) => quoted(plain(stage.title)));
  const roles = [
    ...(scenario.mediator?.party === party.id ? ['mediates'] : []),
    ...(drafts.length > 0 ? [`writes the text of ${list(drafts)}`] : []),
    ...(signs.length > 0 ? [`signs ${list(signs)}`] : []),
    ...(bound.length > 0 ? [`is bound by ${list(bound)} without signing`] : []),
  ];
  return roles.length > 0 ? list(roles) : 'takes part';
}

/** Where a state may go, one way a line. */
function ways(state: ChartState, chart: Evidence, title: (id: string) => string, party: Party, scenario: Scenario, at: Page): string[] {
  return state.transitions.flatMap((way) => {
    const only = way.if === undefined ? '' : `, if ${expression(way.if)}`;
    const how = way.chance === undefined ? '' : `, ${chance(way.chance)}`;
    return wrap(`to ${title(way.to)} when ${signal(scenario, party.id, way.on.written)}${only}${how}${names.restsElse(way.evidence, chart)}`, at.width, '        > ', '          ');
  });
}

function stance(of: Stance, party: Party, scenario: Scenario, at: Page): string[] {
  const title = (id: string): string => quoted(plain(of.states.find((state) => state.id === id)?.title ?? id));
  const accepts = (ids: readonly string[]): string => list(ids.map((id) => quoted(names.option(scenario, of.issue, id))), 'or');
  return [
    ...wrap(`${names.issue(scenario, of.issue)}${names.restsFully(of.evidence)}`, at.width, '      '),
    ...of.states.flatMap((state) => [
      ...wrap(`${title(state.id)}${state.id === of.start ? ' at first' : ''}: accepts ${accepts(state.accepts)}${state.firm ? '; nothing else' : ''}`, at.width, '      - ', '        '),
      ...ways(state, of.evidence, title, party, scenario, at),
    ]),
  ];
}

function redLine(of: RedLine, party: Party, scenario: Scenario, at: Page): string[] {
  const word = (id: string): string => id.replaceAll('-', ' ');
  const standing = standingOf(of);
  return [
    ...wrap(`${at.paint.bold(plain(of.title))}${names.restsFully(of.evidence)}`, at.width, '      - ', '        '),
    ...wrap(`Never: ${names.terms(scenario, of.never)}.`, at.width, '        '),
    ...(standing === '' ? [] : wrap(`${capital(standing)}.`, at.width, '        ')),
    ...(of.states.some((state) => state.transitions.length > 0)
      ? of.states.flatMap((state) => [
        ...wrap(`${word(state.id)}${state.id === of.start ? ' at first' : ''}${state.bites ? '' : ': no longer refused'}`, at.width, '        '),
        ...ways(state, of.evidence, word, party, scenario, at),
      ])
      : wrap('Nothing in this scenario moves it.', at.width, '        ')),
  ];
}

function worth(party: Party, scenario: Scenario, at: Page): string[] {
  const rows = party.worth.filter((one) => !isZero(one.weight)).flatMap((one) => {
    const options = scenario.issues.find((issue) => issue.id === one.issue)?.options ?? [];
    const scores = options.map((option) => `${quoted(plain(option.title))} ${amount(one.scores[option.id] ?? { value: 0 })}`).join(', ');
    return wrap(`${names.issue(scenario, one.issue)}, weight ${amount(one.weight)}: ${scores}${names.restsFully(one.evidence)}`, at.width, '      - ', '        ');
  });
  const bonds = party.bonds.flatMap((bond) => wrap(`Together, ${names.terms(scenario, bond.when)}: ${amount(bond.worth)}${names.restsFully(bond.evidence)}`, at.width, '      - ', '        '));
  return [...rows, ...bonds];
}

function atHome({ ratifies }: Party, scenario: Scenario, at: Page): string[] {
  if (ratifies === null) return [];
  const takes = ratifies.takes.days === 0 ? 'at once' : `after ${duration(ratifies.takes)}`;
  return wrap(`${list(ratifies.stages.map((id) => quoted(names.stage(scenario, id))))}, ${takes}; support: ${expression(ratifies.support)}; steepness ${amount(ratifies.steepness)}${names.restsFully(ratifies.evidence)}`, at.width, '      ');
}

function ahead({ looksAhead }: Party, scenario: Scenario, at: Page): string[] {
  if (looksAhead === null) return [];
  const doubt = 'value' in looksAhead.doubt && looksAhead.doubt.value === 1 ? 'as the hazard of agreements has it' : `with ${amount(looksAhead.doubt)} times the hazard of agreements`;
  return wrap(`In ${list(looksAhead.stages.map((id) => quoted(names.stage(scenario, id))))} a text counts as far as it lasts ${duration(looksAhead.over)}, ${doubt}; war again is worth ${amount(looksAhead.war)}${names.restsFully(looksAhead.evidence)}`, at.width, '      ');
}

function one(party: Party, scenario: Scenario, at: Page): string[] {
  const section = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? [...wrap(title, at.width, '    '), ...lines] : []);
  return [
    '',
    ...wrap(`${at.paint.bold(plain(party.name))} (${party.id}): ${part(party, scenario)}.`, at.width, '  '),
    ...section('Red lines', party.redLines.flatMap((line) => redLine(line, party, scenario, at))),
    ...section('Stances', party.stances.flatMap((of) => stance(of, party, scenario, at))),
    ...section(scenario.normalise ? 'What each option is worth to it, of 100' : 'What each option is worth to it', worth(party, scenario, at)),
    ...(party.walkAway === null ? [] : section(scenario.normalise ? 'Prefers no deal below a worth (of 0 to 1) of' : 'Prefers no deal below a worth of', wrap(`${expression(party.walkAway.value)}${names.restsFully(party.walkAway.evidence)}`, at.width, '      '))),
    ...(party.leaves === null ? [] : section('May leave the talks', wrap(`on refusing, if ${expression(party.leaves.when)}, ${chance(party.leaves.chance)}${names.restsFully(party.leaves.evidence)}`, at.width, '      '))),
    ...section('Must have ratified at home', atHome(party, scenario, at)),
    ...section('Looks ahead', ahead(party, scenario, at)),
    ...section('Pressures on it', party.gauges.flatMap((gauge) => gaugeLines(gauge, scenario, at, '      '))),
  ];
}

export function parties(scenario: Scenario, at: Page): string[] {
  return scenario.parties.flatMap((party) => one(party, scenario, at)).slice(1);
}
