/** Phase 6. What happened since reaches each chart as one composite event; gauges that react to signals do so too. */
import { ANSWERED, type State } from '../../model/state.ts';
import { NO_BOUND } from '../../rules/learn.ts';
import { hold } from '../../rules/pressure.ts';
import { moveEvent } from '../moving.ts';
import { crossesNow, outsideNow } from '../party.ts';
import { hasSignal, sendAll, sharedRow, type World } from '../world.ts';

export function movement(world: World): void {
  const { model, state } = world;
  // Conditions read the moment before anything moved, so that the order of parties does not matter.
  const before: State = { ...state, regions: state.regions.slice() };
  const objections = model.parties.map((_, p) => (state.tabled === 1 && state.answers[p] === ANSWERED.accepted ? objectionsTo(world, p) : -1));
  for (let machine = 0; machine < model.parties.length; machine++) {
    if (hasAnySignal(world, machine)) world.mover.move(machine, moveEvent(world, machine, before));
  }
  moveGauges(world);
  const heard = state.signals.slice();
  state.signals.fill(0);

  const moved = new Set<number>();
  model.regions.forEach((region, at) => {
    if (state.regions[at] === before.regions[at] || region.machine >= model.parties.length) return;
    moved.add(region.machine);
    report(world, at, before, heard);
  });
  for (const party of moved) {
    // What the drafter inferred from this party's refusals was about where it stood then.
    state.bound[party] = NO_BOUND;
    state.taught[party] = 0;
    state.estimate[party] = model.stages[state.stage].guess(state.levers);
    if (objections[party] >= 0 && objectionsTo(world, party) > objections[party] && state.tabled === 1) {
      state.tabled = 0;
      world.emit?.({ kind: 'withdrawn', round: state.round, phase: 'movement', party: model.parties[party].id });
    }
  }
}

function hasAnySignal(world: World, machine: number): boolean {
  const { signalWords } = world.model;
  for (let word = machine * signalWords; word < (machine + 1) * signalWords; word++) if (world.state.signals[word] !== 0) return true;
  return false;
}

function moveGauges(world: World): void {
  const { model, state } = world;
  model.gauges.forEach((gauge, g) => {
    const row = gauge.party < 0 ? sharedRow(model) : gauge.party;
    for (const { signal, adds } of gauge.on) if (hasSignal(world, row, signal)) state.gauges[g] = hold(state.gauges[g] + adds(state.levers));
  });
}

/** How many things a party holds against the text that stands: lines that bite and terms outside its stances. */
function objectionsTo(world: World, party: number): number {
  return crossesNow(world, party, world.state.text).length + outsideNow(world, party, world.state.text).length;
}

/** Tells what moved, and raises the signals that others will hear next round. */
function report(world: World, at: number, before: State, heard: Uint32Array): void {
  const { model, state } = world;
  const region = model.regions[at];
  const party = model.parties[region.machine];
  const from = before.regions[at];
  const to = state.regions[at];
  const words = region.table.states;
  const stance = party.stances.find((each) => each?.region === at);
  const line = model.lines.find((each) => each.region === at);
  if (stance) {
    const was = openness(stance.accepts[from], stance.firm[from]);
    const is = openness(stance.accepts[to], stance.firm[to]);
    if (is > was) sendAll(world, party.signals.softened);
    if (is < was) sendAll(world, party.signals.hardened);
  } else if (line) {
    if (line.bites[from] > line.bites[to]) { sendAll(world, party.signals.softened); sendAll(world, line.waived); }
    if (line.bites[from] < line.bites[to]) sendAll(world, party.signals.hardened);
  } else {
    const signal = words[to] === 'left' ? party.signals.left : words[to] === 'away' ? party.signals.away : party.signals.returned;
    sendAll(world, signal);
  }
  if (!world.emit) return;
  // The first transition of the table that leads there and whose signal had arrived: the one that fired.
  const row = region.machine * model.signalWords;
  const fired = region.table.transitions[from].find((each) => {
    const signal = model.signal.get(each.signal) ?? 0;
    return each.to === to && (heard[row + (signal >>> 5)] & (1 << (signal & 31))) !== 0
      && (each.condition < 0 || model.conditions[each.condition].truth(before, region.machine))
      && (each.chance < 0 || world.luck.uniform(region.draw, state.round, 0) < model.chances[each.chance](state.levers));
  });
  world.emit({
    kind: 'moved', round: state.round, phase: 'movement', party: party.id, chart: stance ? 'stance' : line ? 'line' : 'posture',
    of: stance ? model.issues[stance.issue].id : line ? line.id : null, from: words[from], to: words[to], on: asWritten(fired?.signal ?? '', party.id),
  });
}

/** How much a stance lets pass: options accepted, a firm one less than any that is not. */
const openness = (accepts: Uint8Array, firm: number): number => accepts.reduce((sum, each) => sum + each, 0) - firm / 2;

/** A canonical signal name as the party's file would write it. */
export function asWritten(signal: string, party: string): string {
  const [from, name] = signal.split('/');
  return from === '' || from === party ? name : `${from}.${name}`;
}
