/** A party of the scenario, compiled. */
import type { RegionTable } from '../charts/table.ts';
import { PARTY_SIGNALS, partySignal } from '../charts/signals.ts';
import type { Occasion, Party, Ratification, Scenario, TacticChoice } from '../scenario/scenario.ts';
import { compileAmount, compileChance, compileDrift } from './amount.ts';
import { compileNumber, compileTruth } from './expression.ts';
import type { ExpressionContext } from './word.ts';
import type { Handles, Lookup } from './handles.ts';
import type { LineModel, OccasionModel, PartyModel, RatificationModel, StanceModel, TacticModel } from './model.ts';
import { compilePattern } from './pattern.ts';

export interface PartyContext {
  readonly scenario: Scenario;
  readonly handles: Handles;
  readonly expressions: ExpressionContext;
  readonly draw: Lookup;
}

type RegionOf = (key: string) => { readonly handle: number; readonly table: RegionTable };

export function compileParty(party: Party, context: PartyContext): PartyModel {
  const { handles, expressions, scenario } = context;
  const { lever } = handles;
  const place = handles.party(party.id);
  const region: RegionOf = (key) => expressions.region(party.id, key);
  const posture = region('posture');
  const walkAway = party.walkAway?.value;
  const signals = Object.fromEntries([...PARTY_SIGNALS, 'leaves' as const].map((name) => [name, handles.signal(partySignal(party.id, name))]));
  const offered = new Int32Array(handles.optionCount);
  for (const issue of handles.issues) for (const option of issue.options) offered[handles.optionOf(issue.id, option.id)] = handles.signal(partySignal(party.id, `offered.${issue.id}.${option.id}`));
  return {
    id: party.id,
    walkAway: walkAway?.type === 'number' ? compileNumber(walkAway.tree, expressions) : null,
    exponent: compileAmount(party.manner.exponent, lever),
    tactic: party.manner.tactic === undefined ? null : compileTactic(party.manner.tactic, party.id, context),
    discount: party.manner.discount === undefined ? null : compileDrift(party.manner.discount, scenario.calendar.round, lever),
    sharpness: party.manner.sharpness === 'exact' ? null : compileAmount(party.manner.sharpness, lever),
    firmness: compileAmount(party.manner.firmness, lever),
    spread: compileAmount(party.manner.spread, lever),
    stances: handles.issues.map((issue) => compileStance(party, place, issue.id, handles, region)),
    lines: handles.lines.flatMap((line, at) => (line.party === party.id ? [at] : [])),
    bluffs: handles.lines.flatMap(({ party: of, line }, at) => (of === party.id && !line.held ? [at] : [])),
    posture: posture.handle,
    attends: Uint8Array.from(posture.table.states, (state) => (state === 'at-table' ? 1 : 0)),
    gone: Uint8Array.from(posture.table.states, (state) => (state === 'left' ? 1 : 0)),
    leaves: party.leaves && compileOccasion(party.leaves, `parties/${party.id}/leaves`, scenario, context),
    weights: handles.issues.map((issue) => { const worth = party.worth.find((each) => each.issue === issue.id); return worth ? compileAmount(worth.weight, lever) : null; }),
    scores: handles.issues.flatMap((issue) => {
      const worth = party.worth.find((each) => each.issue === issue.id);
      return issue.options.map((option) => (worth ? compileAmount(worth.scores[option.id], lever) : null));
    }),
    bonds: [...party.bonds].sort((a, b) => (a.id < b.id ? -1 : 1)).map((bond) => ({ when: compilePattern(bond.when, handles), worth: compileAmount(bond.worth, lever) })),
    slack: compileAmount(party.manner.slack, lever),
    prefersOthers: party.manner.prefers === 'others',
    rationalOnly: party.manner.rationalOnly,
    ratifies: party.ratifies && compileRatification(party.ratifies, context),
    looksAhead: party.looksAhead && {
      stages: party.looksAhead.stages.map(handles.stage), days: party.looksAhead.over.days,
      war: compileAmount(party.looksAhead.war, lever), doubt: compileAmount(party.looksAhead.doubt, lever),
    },
    ratifyDraw: context.draw(`parties/${party.id}/ratify`),
    boundDraw: context.draw(`parties/${party.id}/bound`),
    answerDraw: context.draw(`parties/${party.id}/answer`),
    shiftDraw: context.draw(`parties/${party.id}/shift`),
    signals: signals as PartyModel['signals'],
    offered,
  };
}

function compileTactic(tactic: TacticChoice, party: string, { handles, expressions, draw }: PartyContext): TacticModel {
  switch (tactic.kind) {
    case 'tit-for-tat': return { kind: tactic.kind, kindness: compileAmount(tactic.kindness, handles.lever) };
    case 'resource':
      if (tactic.usedUp.type !== 'number') throw new Error('what is used up is not a number');
      return { kind: tactic.kind, usedUp: compileNumber(tactic.usedUp.tree, expressions) };
    case 'equilibrium': return tactic;
    case 'random': return { kind: tactic.kind, draw: draw(`parties/${party}/floor`) };
  }
}

function compileRatification(ratifies: Ratification, { scenario, handles, expressions }: PartyContext): RatificationModel {
  if (ratifies.support.type !== 'number') throw new Error('support at home is not a number');
  return {
    stages: ratifies.stages.map(handles.stage),
    support: compileNumber(ratifies.support.tree, expressions),
    steepness: compileAmount(ratifies.steepness, handles.lever),
    takes: ratifies.takes.days / scenario.calendar.round.days,
  };
}

function compileStance(party: Party, place: number, issue: string, handles: Handles, region: RegionOf): StanceModel | null {
  const stance = party.stances.find((each) => each.issue === issue);
  if (!stance) return null;
  const { handle, table } = region(`stance-${issue}`);
  const at = handles.issue(issue);
  const states = table.states.map((id) => stance.states.find((state) => state.id === id));
  const accepts = states.map((state) => Uint8Array.from(handles.issues[at].options, (option) => (state?.accepts.includes(option.id) ? 1 : 0)));
  const firm = Uint8Array.from(states, (state) => (state?.firm ? 1 : 0));
  return { party: place, issue: at, region: handle, accepts, refuses: accepts.map((row) => row.map((each) => 1 - each)), firm };
}

export function compileLines(context: PartyContext): readonly LineModel[] {
  const { handles, expressions } = context;
  return handles.lines.map(({ party, line }) => {
    const { handle, table } = expressions.region(party, `line-${line.id}`);
    return {
      id: line.id, party: handles.party(party), region: handle,
      never: compilePattern(line.never, handles),
      bites: Uint8Array.from(table.states, (id) => (line.states.find((state) => state.id === id)?.bites ? 1 : 0)),
      pressed: handles.signal(partySignal(party, `pressed.${line.id}`)),
      waived: handles.signal(partySignal(party, `waived.${line.id}`)),
      called: handles.signal(partySignal(party, `called.${line.id}`)),
      stated: line.stated,
      held: line.held,
    };
  });
}

export function compileOccasion(occasion: Occasion, draw: string, scenario: Scenario, context: PartyContext): OccasionModel {
  if (occasion.when.type !== 'truth') throw new Error(`${draw}: its condition is not true or false`);
  return {
    when: compileTruth(occasion.when.tree, context.expressions),
    chance: compileChance(occasion.chance, scenario.calendar.round, context.handles.lever),
    draw: context.draw(draw),
  };
}
