/** Phase 6. What happened since reaches each chart as one composite event; gauges that react to signals do so too. */
import { holds } from '../../model/condition.ts';
import { empty } from '../../model/bits.ts';
import { ANSWERED } from '../../model/state.ts';
import { NO_BOUND } from '../../rules/learn.ts';
import { hold } from '../../rules/pressure.ts';
import { transitionsOf } from '../../model/walk.ts';
import { objectionsTo } from '../consent.ts';
import { shift } from '../stands.ts';
import { hasSignal, sendAll, type World } from '../world.ts';

export function movement(world: World): void {
  const { model, state, moves, objections } = world;
  if (state.tabled === 1) for (let p = 0; p < model.parties.length; p++) objections[p] = state.answers[p] === ANSWERED.accepted ? objectionsTo(world, p) : -1;
  // All move from the same moment, so that the order of parties does not matter: nobody's charts stand anew before it is known how all will.
  moves.count = 0;
  world.mover.move(0, model.parties.length, state.signals, world.numbers.chances, moves);
  const causes = world.emit ? causesOf(world) : null;
  moveGauges(world);
  empty(state.signals);
  for (let at = 0; at < moves.count; at++) {
    const region = moves.region[at];
    const from = state.regions[region];
    state.regions[region] = moves.to[at];
    shift(model, world.stands, region, from, moves.to[at]);
    raise(world, region, from);
    if (causes) report(world, region, from, causes[at]);
    // A party's moves stand together.
    const { machine } = model.regions[region];
    if (at + 1 === moves.count || model.regions[moves.region[at + 1]].machine !== machine) afterMove(world, machine);
  }
}

function moveGauges({ model: { reactions }, state: { gauges, signals }, numbers }: World): void {
  for (let each = 0; each < reactions.length; each++) {
    const { gauge, word, bit } = reactions[each];
    if ((signals[word] & bit) !== 0) gauges[gauge] = hold(gauges[gauge] + numbers.reactions[each]);
  }
}

/** What the drafter inferred from this party's refusals was about where it stood; a text it accepted falls if it now objects to more. */
function afterMove(world: World, party: number): void {
  const { model, state, numbers, objections } = world;
  state.bound[party] = NO_BOUND;
  state.taught[party] = 0;
  state.estimate[party] = numbers.guess[state.stage];
  if (state.tabled === 0 || state.ratifying > 0 || objections[party] < 0 || objectionsTo(world, party) <= objections[party]) return;
  state.tabled = 0;
  world.emit?.({ kind: 'withdrawn', round: state.round, phase: 'movement', party: model.parties[party].id });
}

/** A region has moved: the signals that others will hear next round. */
function raise(world: World, at: number, from: number): void {
  const { model, state } = world;
  const region = model.regions[at];
  const { signals } = model.parties[region.machine];
  const to = state.regions[at];
  if (region.kind === 'posture') {
    const word = region.table.states[to];
    sendAll(world, word === 'left' ? signals.left : word === 'away' ? signals.away : signals.returned);
  } else {
    if (region.openness[to] > region.openness[from]) sendAll(world, signals.softened);
    if (region.openness[to] < region.openness[from]) sendAll(world, signals.hardened);
    if (region.kind === 'line' && region.openness[to] > region.openness[from]) sendAll(world, model.lines[region.of].waived);
  }
}

/** By move: the signal that does it, as its party's file writes it. */
function causesOf({ model, state, moves, luck, numbers }: World): readonly string[] {
  return Array.from(moves.region.subarray(0, moves.count), (region, at) => {
    const { machine, draw } = model.regions[region];
    // The first transition of the table that leads there and is enabled: the one that fires.
    const fired = transitionsOf(model, region, state.regions[region]).find((each) => each.to === moves.to[at] && hasSignal({ model, state }, machine, each.signal)
      && (each.condition < 0 || holds(model.conditions[each.condition], state, machine))
      && (each.chance < 0 || luck.uniform(draw, state.round, 0) < numbers.chances[each.chance]));
    return fired ? asWritten(model.signals[fired.signal], model.parties[machine].id) : '';
  });
}

function report(world: World, at: number, from: number, on: string): void {
  const { model, state } = world;
  const { kind, of, machine, table } = model.regions[at];
  world.emit?.({
    kind: 'moved', round: state.round, phase: 'movement', party: model.parties[machine].id, chart: kind === 'stance' || kind === 'line' ? kind : 'posture',
    of: kind === 'stance' ? model.issues[of].id : kind === 'line' ? model.lines[of].id : null,
    from: table.states[from], to: table.states[state.regions[at]], on,
  });
}

/** A canonical signal name as the party's file would write it. */
export function asWritten(signal: string, party: string): string {
  const [from, name] = signal.split('/');
  return from === '' || from === party ? name : `${from}.${name}`;
}
