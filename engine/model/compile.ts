/** A checked scenario becomes a model: charts, tables, handles and numbers. */
import { DrawNames } from '../chance/luck.ts';
import { buildMachines, type Machine } from '../charts/machine.ts';
import { planCharts, type RegionKind } from '../charts/plan.ts';
import { PROCESS, PROCESS_SIGNALS, processSignal, WORLD_SIGNALS, worldSignal } from '../charts/signals.ts';
import { tabulate } from '../charts/table.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { compileAmount, compileChance } from './amount.ts';
import { drawNames } from './draws.ts';
import { conditionOf } from './expression.ts';
import type { ExpressionContext } from './word.ts';
import { compileDrifts, compileGauges, compileThresholds, reactionsOf } from './gauges.ts';
import { lookup, makeHandles, signalsNamed } from './handles.ts';
import { compileHazard } from './hazard.ts';
import { hearingOf, placeOf } from './hearing.ts';
import type { EventModel, IssueModel, Model, NumberOf, RegionModel, WorthTable } from './model.ts';
import { compileLines, compileOccasion, compileParty, type PartyContext } from './party.ts';
import { compileStage } from './stage.ts';
import { walkOf } from './walk.ts';
import { standingOf, worthTable } from './worth.ts';

export interface CompileOptions {
  /** Looks at, and may alter, the machines before tables are taken from them (tests do). */
  readonly machines?: (machines: readonly Machine[]) => readonly Machine[];
}

export function compile(scenario: Scenario, options: CompileOptions = {}): Model {
  const plan = planCharts(scenario);
  const handles = makeHandles(scenario);
  const machines = (options.machines ?? ((same) => same))(buildMachines(plan));
  const { round } = scenario.calendar;
  const draws = new DrawNames(drawNames(scenario, handles, plan));
  const draw = lookup(draws.names, 'draw');
  const tables = machines.map((machine) => tabulate(machine.machine));
  const regions = tables.flatMap((regionTables, machine) => regionTables.map((table, place): RegionModel => {
    const { kind, of } = plan.machines[machine].regions[place];
    return {
      machine, key: table.key, kind, table, start: table.start,
      of: of === null ? -1 : kind === 'stance' ? handles.issue(of) : handles.line(machines[machine].id, of),
      openness: opennessOf(scenario, machines[machine].id, kind, of, table.states),
      draw: draw(`charts/${machines[machine].id}/${table.key}`),
    };
  }));
  const regionAt = lookup(regions.map((region) => `${machines[region.machine].id} ${region.key}`), 'region');
  const region: ExpressionContext['region'] = (machine, key) => {
    const handle = regionAt(`${machine} ${key}`);
    return { handle, table: regions[handle].table };
  };

  // Worth needs the model it is part of; nobody reads it before the model is whole.
  const worth = keepLast((levers) => worthTable(model, levers));
  let standing: NumberOf | null = null;
  const expressions: ExpressionContext = {
    handles, region, roundDays: round.days, stages: scenario.stages.map((stage) => stage.id),
    standing: (state, party) => (standing ??= standingOf(model))(state, party),
  };
  const context: PartyContext = { scenario, handles, expressions, draw };
  const signal = new Map(handles.signals.map((name, at) => [name, at]));
  const issues = handles.issues.map((issue, at): IssueModel => ({
    id: issue.id,
    options: issue.options.map((option) => option.id),
    base: handles.optionBase[at],
    standing: handles.option(issue.id, issue.standing),
    performers: issue.options.map((option) => option.performedBy.map(handles.party)),
    brings: issue.options.map((option) => option.brings ?? null),
  }));
  const gauges = compileGauges(context);
  const events = compileEvents(context);
  const reactions = reactionsOf(context);
  const hearing = hearingOf(handles.signals, machines.length, regions, reactions);
  const parties = handles.parties.map((party) => compileParty(party, context));
  const model: Model = {
    scenario, machines, regions, draws,
    walk: walkOf(regions, handles.signal, hearing), hearing,
    machineRegions: machines.map((_, machine) => Int32Array.from(regions.flatMap((each, at) => (each.machine === machine ? [at] : [])))),
    worth, signal,
    levers: handles.levers,
    issues,
    optionCount: handles.optionCount,
    closable: [...new Set(scenario.events.flatMap((event) => Object.keys(event.closes).flatMap((issue) => event.closes[issue].map((option) => handles.optionOf(issue, option)))))].sort((a, b) => a - b),
    parties,
    gauges,
    drifts: compileDrifts(context),
    reactions: reactions.map(({ gauge, machine, signal: each, adds }) => {
      const { word, bit } = placeOf(hearing, machine, each);
      return { gauge, word, bit, adds };
    }),
    thresholds: compileThresholds(handles),
    lines: compileLines(context),
    stages: scenario.stages.map((stage, at) => compileStage(stage, at, { ...context, issues, parties, regions: regions.length, hearing })),
    tracks: scenario.tracks.map((track) => ({
      id: track.id,
      seats: track.seats.map(handles.party).sort((a, b) => a - b),
      seated: Uint8Array.from(handles.parties, (party) => (track.seats.includes(party.id) ? 1 : 0)),
      needs: track.needs.map(handles.party),
      every: track.every ? track.every.days / round.days : 0,
      after: track.after ? track.after.days / round.days : 0,
    })),
    events, eventDraws: Int32Array.from(events, (event) => event.draw),
    deadlines: handles.deadlines.map(({ id, day, nearDays, announced }) => ({ id, day, nearDays, announced })),
    announced: handles.deadlines.flatMap(({ day, announced }) => (announced ? [Math.ceil(day / round.days)] : [])),
    mediator: scenario.mediator && {
      party: handles.party(scenario.mediator.party),
      walksAway: scenario.mediator.walksAway && compileOccasion(scenario.mediator.walksAway, 'mediator/walks-away', scenario, context),
    },
    hazards: {
      'limited-truce': scenario.peace['limited-truce'] ? compileHazard(scenario.peace['limited-truce'], scenario, handles) : null,
      agreement: scenario.peace.agreement ? compileHazard(scenario.peace.agreement, scenario, handles) : null,
      ceasefire: scenario.peace.ceasefire ? compileHazard(scenario.peace.ceasefire, scenario, handles) : null,
    },
    horizonDays: scenario.horizon?.days ?? 0,
    breakDraw: draw('peace/break'),
    aftermathDraw: draw('peace/aftermath'),
    viewDraw: draw('views'),
    leverDraws: handles.levers.map((id) => draw(`levers/${id}`)),
    normalise: scenario.normalise,
    outcomes: scenario.outcomes.map((outcome) => ({ id: outcome.id, when: outcome.when && conditionOf(outcome.when, expressions) })),
    diplomacy: region(PROCESS, 'diplomacy').handle,
    fighting: region(PROCESS, 'fighting').handle,
    conditions: plan.conditions.map((expression) => conditionOf(expression, expressions)),
    chances: plan.chances.map((rate) => compileChance(rate, round, handles.lever)),
    signals: handles.signals,
    world: signalsNamed(WORLD_SIGNALS, (name) => handles.signal(worldSignal(name))),
    process: signalsNamed(PROCESS_SIGNALS, (name) => handles.signal(processSignal(name))),
    roundDays: round.days,
    rounds: scenario.calendar.rounds,
    lastVote: scenario.calendar.rounds + Math.max(0, ...scenario.parties.map(({ ratifies }) => Math.ceil((ratifies?.takes.days ?? 0) / round.days))),
  };
  return model;
}

/** How much each state of a region lets pass. */
function opennessOf(scenario: Scenario, party: string, kind: RegionKind, of: string | null, states: readonly string[]): Float64Array {
  const own = scenario.parties.find((each) => each.id === party);
  const stance = kind === 'stance' ? own?.stances.find((each) => each.issue === of) : undefined;
  const line = kind === 'line' ? own?.redLines.find((each) => each.id === of) : undefined;
  return Float64Array.from(states, (id) => {
    const state = stance?.states.find((each) => each.id === id);
    if (state) return state.accepts.length - (state.firm ? 0.5 : 0);
    return line?.states.find((each) => each.id === id)?.bites === false ? 1 : 0;
  });
}

function compileEvents({ scenario, handles, expressions, draw }: PartyContext): readonly EventModel[] {
  const optionsOf = (pattern: Readonly<Record<string, readonly string[]>>): readonly number[] =>
    Object.keys(pattern).flatMap((issue) => pattern[issue].map((option) => handles.optionOf(issue, option)));
  return handles.events.map((event) => ({
    id: event.id,
    when: event.when && conditionOf(event.when, expressions),
    chance: compileChance(event.chance, scenario.calendar.round, handles.lever),
    times: event.times ?? -1,
    moves: event.moves.map(({ gauge, adds }) => ({ gauge: handles.gauge(gauge.party, gauge.gauge), adds: compileAmount(adds, handles.lever) })),
    sends: event.sends.map((name) => handles.signal(worldSignal(name))),
    opens: optionsOf(event.opens),
    closes: optionsOf(event.closes),
    breaksTruce: event.breaksTruce,
    draw: draw(`events/${event.id}`),
  }));
}

/** Levers seldom change within a batch: remember the table of the values met last. */
function keepLast(make: (levers: Float64Array) => WorthTable): (levers: Float64Array) => WorthTable {
  let key: Float64Array | null = null;
  let kept: WorthTable | null = null;
  const same = (levers: Float64Array): boolean => {
    if (!key || key.length !== levers.length) return false;
    for (let i = 0; i < levers.length; i++) if (key[i] !== levers[i]) return false;
    return true;
  };
  return (levers) => {
    if (!kept || !same(levers)) {
      kept = make(levers);
      key = levers.slice();
    }
    return kept;
  };
}
