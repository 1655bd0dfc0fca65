/** Phase 6. What happened since reaches each chart as one composite event; gauges that react to signals do so too. */
import { ANSWERED } from '../../model/state.ts';
import { NO_BOUND } from '../../rules/learn.ts';
import { hold } from '../../rules/pressure.ts';
import { crossesNow, outsideNow } from '../party.ts';
import { hasSignal, remember, sendAll, sharedRow, type World } from '../world.ts';

export function movement(world: World): void {
  const { model, state, before, heard } = world;
  // Conditions read the moment before anything moved, so that the order of parties does not matter.
  remember(world);
  const { objections } = world;
  for (let p = 0; p < model.parties.length; p++) objections[p] = state.tabled === 1 && state.answers[p] === ANSWERED.accepted ? objectionsTo(world, p) : -1;
  for (let machine = 0; machine < model.parties.length; machine++) {
    if (hasAnySignal(world, machine)) world.mover.move(machine, state.signals, machine * model.signalWords, before);
  }
  moveGauges(world);
  heard.set(state.signals);
  state.signals.fill(0);
  for (let machine = 0; machine < model.parties.length; machine++) {
    let moved = false;
    for (const at of model.machineRegions[machine]) {
      if (state.regions[at] === before.regions[at]) continue;
      moved = true;
      raise(world, at);
    }
    if (moved) afterMove(world, machine);
  }
}

function hasAnySignal(world: World, machine: number): boolean {
  const { signalWords } = world.model;
  for (let word = machine * signalWords; word < (machine + 1) * signalWords; word++) if (world.state.signals[word] !== 0) return true;
  return false;
}

function moveGauges(world: World): void {
  const { model, state } = world;
  for (let g = 0; g < model.gauges.length; g++) {
    const gauge = model.gauges[g];
    const row = gauge.party < 0 ? sharedRow(model) : gauge.party;
    for (const { signal, adds } of gauge.on) if (hasSignal(world, row, signal)) state.gauges[g] = hold(state.gauges[g] + adds(state.levers));
  }
}

/** How many things a party holds against the text that stands: lines that bite and terms outside its stances. */
function objectionsTo(world: World, party: number): number {
  return crossesNow(world, party, world.state.text).length + outsideNow(world, party, world.state.text).length;
}

/** What the drafter inferred from this party's refusals was about where it stood; a text it accepted falls if it now objects to more. */
function afterMove(world: World, party: number): void {
  const { model, state, objections } = world;
  const stage = model.stages[state.stage];
  state.bound[party] = NO_BOUND;
  state.taught[party] = 0;
  state.estimate[party] = stage.guess(state.levers);
  if (state.tabled === 0 || state.ratifying > 0 || objections[party] < 0 || objectionsTo(world, party) <= objections[party]) return;
  state.tabled = 0;
  world.emit?.({ kind: 'withdrawn', round: state.round, phase: 'movement', party: model.parties[party].id });
}

/** A region has moved: the signals that others will hear next round, and the record. */
function raise(world: World, at: number): void {
  const { model, state, before } = world;
  const region = model.regions[at];
  const { signals } = model.parties[region.machine];
  const from = before.regions[at];
  const to = state.regions[at];
  if (region.kind === 'posture') {
    const word = region.table.states[to];
    sendAll(world, word === 'left' ? signals.left : word === 'away' ? signals.away : signals.returned);
  } else {
    if (region.openness[to] > region.openness[from]) sendAll(world, signals.softened);
    if (region.openness[to] < region.openness[from]) sendAll(world, signals.hardened);
    if (region.kind === 'line' && region.openness[to] > region.openness[from]) sendAll(world, model.lines[region.of].waived);
  }
  if (world.emit) report(world, at);
}

function report(world: World, at: number): void {
  const { model, state, before, heard } = world;
  const region = model.regions[at];
  const party = model.parties[region.machine];
  const from = before.regions[at];
  const to = state.regions[at];
  const row = region.machine * model.signalWords;
  // The first transition of the table that leads there and was enabled: the one that fired.
  const fired = region.walk[from].find((each) => each.to === to && (heard[row + (each.signal >>> 5)] & (1 << (each.signal & 31))) !== 0
    && (each.condition < 0 || model.conditions[each.condition].truth(before, region.machine))
    && (each.chance < 0 || world.luck.uniform(region.draw, state.round, 0) < model.chances[each.chance](state.levers)));
  world.emit?.({
    kind: 'moved', round: state.round, phase: 'movement', party: party.id, chart: region.kind === 'stance' || region.kind === 'line' ? region.kind : 'posture',
    of: region.kind === 'stance' ? model.issues[region.of].id : region.kind === 'line' ? model.lines[region.of].id : null,
    from: region.table.states[from], to: region.table.states[to], on: fired ? asWritten(model.signals[fired.signal], party.id) : '',
  });
}

/** A canonical signal name as the party's file would write it. */
export function asWritten(signal: string, party: string): string {
  const [from, name] = signal.split('/');
  return from === '' || from === party ? name : `${from}.${name}`;
}
