/** Whether there is a zone of agreement, and what would have to give where there is none. */
import type { GivesWay, PartyStanding, StageAnalysis, WayToOpen } from '../../../../engine/index.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import type { Id, Terms } from '../../../../engine/vocabulary.ts';
import { beside, widest, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { count, list, quoted } from '../words.ts';
import { scaleOf } from '../worth.ts';
import { allOf, doesAll, keyOf } from './gives.ts';

/** Ways that are shown; --json has all. */
const MOST_WAYS = 6;

/** The ways that are shown, in the order of their numbers. */
export const shownWays = ({ openings: { ways } }: StageAnalysis): readonly WayToOpen[] => ways.filter(({ minimal }) => minimal).slice(0, MOST_WAYS);

export const verdict = ({ zone, texts }: StageAnalysis): string => {
  if (texts === 0) return 'nothing can be tabled';
  return zone.texts === 0 ? 'no zone of agreement' : `a zone of agreement of ${count(zone.texts, 'text')}`;
};

/** Terms that differ from what stands, one a line. */
export function changed(terms: Terms, scenario: Scenario, standingTerms: Readonly<Record<Id, Id>>, at: Page, indent = '    '): string[] {
  const ids = names.issuesOf(scenario, terms).filter((id) => terms[id] !== standingTerms[id]);
  const labels = widest(ids.map((id) => names.issue(scenario, id)), 27);
  return ids.flatMap((id) => beside(names.issue(scenario, id), names.option(scenario, id, terms[id] ?? ''), at.width, labels, indent));
}

/** How many texts each could live with: those who sign a line each, the others together. */
function standings({ parties, texts }: StageAnalysis, scenario: Scenario, at: Page): string[] {
  const many = (n: number): string => (n === texts ? `all ${n}` : n === 0 ? 'none' : String(n));
  const { show, of } = scaleOf(scenario);
  const own = ({ party, walkAway, livesWith }: PartyStanding): string =>
    `${names.partyFirst(scenario, party)}, which must sign, could live with ${many(livesWith)}${walkAway === null ? '' : ` (it walks away below ${show(walkAway)}${of === '' ? '' : ` ${of.trimEnd()}`})`}.`;
  const [signers, others] = [parties.filter(({ signs }) => signs), parties.filter(({ signs }) => !signs)];
  return [
    ...signers.flatMap((one) => wrap(own(one), at.width, '    ')),
    ...(others.length === 0 ? [] : wrap(`The others, who have a say in what they write or carry out: ${list(others.map(({ party, livesWith }) => `${names.party(scenario, party)} ${many(livesWith)}`))}.`, at.width, '    ')),
  ];
}

export function zone(stage: StageAnalysis, scenario: Scenario, standingTerms: Readonly<Record<Id, Id>>, at: Page): string[] {
  const { texts } = stage;
  if (texts === 0) return wrap('Every text on these issues would change nothing, does not bring what it must, or holds an option that is off the list.', at.width, '  ');
  const found = stage.zone.texts;
  const said = `${texts === 1 ? 'One text' : `${texts} texts`} could be tabled; ${found === 0 ? 'none suits' : found === 1 ? 'one suits' : `${found} suit`} all whose consent it needs.`;
  return [
    ...wrap(said, at.width, '  '),
    ...standings(stage, scenario, at),
    ...(found > 0 ? shared(stage, scenario, at) : opened(stage, scenario, standingTerms, at)),
  ];
}

/** What all texts of the zone have in common, and what is open between them. */
function shared({ zone: { issues, texts } }: StageAnalysis, scenario: Scenario, at: Page): string[] {
  if (texts === 1) return [];
  const fixed = issues.filter(({ options }) => options.length === 1);
  const open = issues.filter(({ options }) => options.length > 1);
  const inAll = fixed.map(({ issue, options: [only] }) => names.term(scenario, issue, only?.option ?? ''));
  return [
    ...(inAll.length > 0 ? wrap(`The same in all of them: ${inAll.join('; ')}.`, at.width, '  ') : []),
    ...(open.length > 0 ? ['  Open between them:'] : []),
    ...open.flatMap(({ issue, options }) => wrap(`${names.issue(scenario, issue)}: ${list(options.map(({ option, texts: n }) => `${quoted(names.option(scenario, issue, option))} (in ${n})`), 'or')}`, at.width, '    - ', '      ')),
  ];
}

function opened(stage: StageAnalysis, scenario: Scenario, standingTerms: Readonly<Record<Id, Id>>, at: Page): string[] {
  const { openings: { ways, least, upTo } } = stage;
  const minimal = ways.filter((way) => way.minimal);
  const shown = shownWays(stage);
  const [first] = shown;
  if (first === undefined || least === null) return [];
  const more = minimal.length > shown.length ? wrap(`and ${minimal.length - shown.length} more of up to ${count(upTo, 'thing')} together; --json has them all`, at.width, '    ').map(at.paint.dim) : [];
  const lead = shown.length === 1 ? 'What would have to give before one does' : 'What would have to give before one does; each line by itself is enough';
  return [
    ...wrap(lead, at.width, '  ').map(at.paint.bold),
    ...shown.flatMap((way, n) => wrap(`${allOf(way.gives, scenario)} (opens ${count(way.texts, 'text')}).`, at.width, `  ${n + 1}. `, '     ')),
    ...more,
    ...sparing(shown, ways, scenario, at),
    ...wrap(`${shown.length === 1 ? 'This' : 'Line 1'} would make possible, all else as it stands:`, at.width, '  '),
    ...changed(first.terms, scenario, standingTerms, at),
  ];
}

/** One thing more with which a walk-away value need not fall so far, for the first way in which one must fall. */
function sparing(shown: readonly WayToOpen[], ways: readonly WayToOpen[], scenario: Scenario, at: Page): string[] {
  const base = shown.findIndex(({ gives }) => gives.some((one) => one.kind === 'walk-away'));
  const way = shown[base];
  if (way === undefined) return [];
  const has = (all: readonly GivesWay[], one: GivesWay): boolean => all.some((other) => keyOf(other) === keyOf(one));
  const fallsOf = (all: readonly GivesWay[]): string => list(all.flatMap((each) => (each.kind === 'walk-away' ? [`${names.party(scenario, each.party)} ${scaleOf(scenario).show(each.to)}`] : [])));
  const found = new Map<string, GivesWay[]>();
  for (const other of ways) {
    const extra = other.gives.filter((one) => !has(way.gives, one));
    const [one] = extra;
    if (other.minimal || one === undefined || !one.movable || extra.length > 1 || !way.gives.every((each) => has(other.gives, each)) || fallsOf(other.gives) === fallsOf(way.gives)) continue;
    found.set(fallsOf(other.gives), [...(found.get(fallsOf(other.gives)) ?? []), one]);
  }
  const [spared] = found;
  if (spared === undefined) return [];
  const [falls, extras] = spared;
  const clauses = [...new Set(extras.map(({ party }) => party))].map((party) => `${names.party(scenario, party)} ${doesAll(extras.filter((one) => one.party === party), scenario, 'or')}`);
  return wrap(`In line ${base + 1} ${falls} would be enough where, besides, ${list(clauses, 'or')}.`, at.width, '    ').map(at.paint.dim);
}
