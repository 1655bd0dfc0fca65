/** A walk over a scenario that finds every value with what it rests on. What the format supplies by default is not among them. */
import { BY_DEFAULT } from '../scenario/defaults.ts';
import type { ChartState, Evidence, Gauge, Hazard, Party, Scenario, Stage, TermsPattern } from '../scenario/scenario.ts';
import type { Id } from '../vocabulary.ts';

export const VALUE_KINDS = [
  'lever', 'view', 'deadline', 'gauge', 'worth', 'bond', 'walk-away', 'manner', 'stance', 'stance-move', 'red-line', 'line-move', 'posture', 'posture-move', 'leaves', 'ratifies', 'looks-ahead',
  'track', 'stage', 'leverage', 'walks-away', 'event', 'hazard', 'ratio',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** Something the file says, with its evidence. */
export interface EvidencedValue {
  readonly kind: ValueKind;
  /** Where it stands in the file: `parties.ukraine.red-lines.no-cession`. */
  readonly path: string;
  /** Whose it is; null: nobody's own. */
  readonly party: Id | null;
  /** The issues that it is about; none: all or none of them. */
  readonly issues: readonly Id[];
  /** Its own title, or its id. */
  readonly title: string;
  readonly evidence: Evidence;
}

const isDefault = (evidence: Evidence): boolean => evidence.because.length === 0 && evidence.figure === undefined && evidence.assumed === BY_DEFAULT.assumed;
const same = (a: Evidence, b: Evidence): boolean => a === b || (a.because.join('\n') === b.because.join('\n') && a.figure === b.figure && a.assumed === b.assumed);
const about = (pattern: TermsPattern): readonly Id[] => Object.keys(pattern);

/** In the order of the file: what is everybody's, then party by party, then the process. */
export function valuesOf(scenario: Scenario): readonly EvidencedValue[] {
  const { levers, views, calendar, gauges, parties, tracks, stages, events, mediator } = scenario;
  const own = (kind: ValueKind, path: string, title: string, evidence: Evidence, issues: readonly Id[] = [], party: Id | null = null): EvidencedValue => ({ kind, path, party, issues, title, evidence });
  const walks = mediator?.walksAway ?? null;
  return [
    ...levers.map((one) => own('lever', `levers.${one.id}`, one.title, one.evidence)),
    ...views.map((one) => own('view', `views.${one.id}`, one.title, one.evidence)),
    ...calendar.deadlines.map((one) => own('deadline', `calendar.deadlines.${one.id}`, one.title, one.evidence)),
    ...gauges.map((one) => gaugeValue(one, 'gauges')),
    ...parties.flatMap(partyValues),
    ...(walks === null || mediator === null ? [] : [own('walks-away', 'mediator.walks-away', 'When the mediator gives up', walks.evidence, [], mediator.party)]),
    ...tracks.map((one) => own('track', `tracks.${one.id}`, one.title, one.evidence)),
    ...stages.flatMap(stageValues),
    ...events.map((one) => own('event', `events.${one.id}`, one.title, one.evidence, [...new Set([...about(one.opens), ...about(one.closes)])])),
    ...Object.entries(scenario.peace).flatMap(([of, hazard]) => hazardValues(of, hazard)),
  ].filter(({ evidence }) => !isDefault(evidence));
}

function gaugeValue(gauge: Gauge, under: string): EvidencedValue {
  return { kind: 'gauge', path: `${under}.${gauge.id}`, party: gauge.party, issues: [], title: gauge.title, evidence: gauge.evidence };
}

function partyValues(party: Party): readonly EvidencedValue[] {
  const under = `parties.${party.id}`;
  const own = (kind: ValueKind, at: string, title: string, evidence: Evidence, issues: readonly Id[] = []): EvidencedValue => ({ kind, path: `${under}.${at}`, party: party.id, issues, title, evidence });
  /** Moves that rest on something else than their chart. */
  const moves = (kind: ValueKind, at: string, states: readonly ChartState[], chart: Evidence, issues: readonly Id[] = []): readonly EvidencedValue[] => states.flatMap((state) => state.transitions
    .filter((move) => !same(move.evidence, chart))
    .map((move) => own(kind, `${at}.states.${state.id}.on.${move.on.written}`, `${state.id} to ${move.to} on ${move.on.written}`, move.evidence, issues)));
  return [
    ...party.gauges.map((gauge) => gaugeValue(gauge, `${under}.gauges`)),
    ...party.worth.map((one) => own('worth', `worth.${one.issue}`, one.issue, one.evidence, [one.issue])),
    ...party.bonds.map((one) => own('bond', `bonds.${one.id}`, one.id, one.evidence, about(one.when))),
    ...(party.walkAway === null ? [] : [own('walk-away', 'walk-away', 'walk-away value', party.walkAway.evidence)]),
    own('manner', 'manner', 'manner', party.manner.evidence),
    ...party.stances.flatMap((one) => [own('stance', `stances.${one.issue}`, one.issue, one.evidence, [one.issue]), ...moves('stance-move', `stances.${one.issue}`, one.states, one.evidence, [one.issue])]),
    ...party.redLines.flatMap((one) => [own('red-line', `red-lines.${one.id}`, one.title, one.evidence, about(one.never)), ...moves('line-move', `red-lines.${one.id}`, one.states, one.evidence, about(one.never))]),
    own('posture', 'posture', 'posture', party.posture.evidence),
    ...moves('posture-move', 'posture', party.posture.states, party.posture.evidence),
    ...(party.leaves === null ? [] : [own('leaves', 'leaves', 'when it leaves', party.leaves.evidence)]),
    ...(party.ratifies === null ? [] : [own('ratifies', 'ratifies', 'ratification', party.ratifies.evidence)]),
    ...(party.looksAhead === null ? [] : [own('looks-ahead', 'looks-ahead', 'looking ahead', party.looksAhead.evidence)]),
  ];
}

function stageValues(stage: Stage): readonly EvidencedValue[] {
  return [
    { kind: 'stage', path: `stages.${stage.id}`, party: null, issues: [], title: stage.title, evidence: stage.evidence },
    ...stage.leverage.map((one): EvidencedValue => ({ kind: 'leverage', path: `stages.${stage.id}.leverage.${one.party}`, party: one.party, issues: [], title: stage.title, evidence: one.evidence })),
  ];
}

function hazardValues(of: string, hazard: Hazard): readonly EvidencedValue[] {
  return [
    { kind: 'hazard', path: `peace.${of}`, party: null, issues: [], title: of, evidence: hazard.evidence },
    ...hazard.ratios.map((one, at): EvidencedValue => ({ kind: 'ratio', path: `peace.${of}.ratios.${at}`, party: null, issues: about(one.when), title: of, evidence: one.evidence })),
  ];
}
