/** Makes a `Look` of a run's present state. */
import { packageIndex } from '../model/board.ts';
import { ANSWERED } from '../model/state.ts';
import { worthOf } from '../model/worth.ts';
import { plainAnswer } from '../rules/answer.ts';
import { ENDINGS, PHASES, type Answer, type Diplomacy } from '../vocabulary.ts';
import { addDays } from './date.ts';
import type { GaugeLook, LineLook, Look, Mark, PartyLook, TextLook, VerdictLook } from './look.ts';
import { aspirationOf, crossesNow, standingTo, walkAwayOf, type Standing } from './party.ts';
import { becauseOf } from './because.ts';
import { movesOf } from './look-moves.ts';
import { mustConsent } from './consent.ts';
import { seated } from './tabling.ts';
import { outcomeOf } from './round.ts';
import { fighting, termsOf, type World } from './world.ts';

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
const ANSWER_WORDS: readonly (Answer | null)[] = [null, 'accept', 'refuse', 'leave'];

export function lookAt(world: World): Look {
  const { model, state } = world;
  const over = state.over === 1;
  return {
    round: state.round, rounds: model.rounds,
    date: addDays(model.scenario.calendar.start, Math.round(Math.max(0, state.round - 1) * model.roundDays)),
    phase: state.round === 0 ? null : PHASES[(state.phase + PHASES.length - 1) % PHASES.length],
    nextPhase: over ? null : PHASES[state.phase],
    stage: model.stages[state.stage].id,
    track: state.track < 0 ? null : model.tracks[state.track].id,
    diplomacy: model.regions[model.diplomacy].table.states[state.regions[model.diplomacy]] as Diplomacy,
    fighting: fighting(world),
    truceDays: state.truceSince < 0 ? 0 : (state.round - state.truceSince) * model.roundDays,
    ended: ENDINGS[state.ending],
    outcome: over ? model.outcomes[outcomeOf(world)].id : null,
    inForce: termsOf(model, state.inForce),
    settled: model.stages.flatMap((stage, s) => (state.signed[s] === 1 ? [stage.id] : [])),
    // Screens list parties as the file does.
    parties: model.scenario.parties.map(({ id }) => lookAtParty(world, model.parties.findIndex((each) => each.id === id))),
    gauges: model.scenario.gauges.map(({ id }) => lookAtGauge(world, model.gauges.findIndex((each) => each.name === id))),
    text: state.tabled === 1 ? lookAtText(world, state.text, true) : null,
    lastText: state.tabled === 0 && state.hasText === 1 ? lookAtText(world, state.text, true) : null,
    levers: Object.fromEntries(model.levers.map((id, l) => [id, state.levers[l]])),
  };
}

function lookAtGauge(world: World, g: number): GaugeLook {
  const { model, state } = world;
  const gauge = model.gauges[g];
  const [first, second] = gauge.name.split('.');
  const source = second === undefined ? model.scenario.gauges.find((each) => each.id === first) : model.scenario.parties.find((each) => each.id === first)?.gauges.find((each) => each.id === second);
  return {
    gauge: second ?? first, party: second === undefined ? null : first, title: source?.title ?? gauge.name, value: state.gauges[g],
    thresholds: model.thresholds.names.flatMap((signal, t) => (model.thresholds.gauge[t] === g ? [{ at: model.thresholds.at[t], signal, past: state.past[t] === 1 }] : [])),
  };
}

function lookAtParty(world: World, p: number): PartyLook {
  const { model, state } = world;
  const own = model.parties[p];
  const source = model.scenario.parties.find((each) => each.id === own.id);
  const stage = model.stages[state.stage];
  const stateOf = (region: number): string => model.regions[region].table.states[state.regions[region]];
  const lines = source?.redLines.map((line): LineLook => {
    const at = model.lines.findIndex((each) => each.party === p && each.id === line.id);
    const { region, bites } = model.lines[at];
    return { line: line.id, title: line.title, state: stateOf(region), bites: bites[state.regions[region]] === 1, known: state.known[at] === 1, stated: line.stated, held: line.held, moves: movesOf(world, region) };
  });
  return {
    party: own.id, name: source?.name ?? own.id, short: source?.short ?? own.id, posture: stateOf(own.posture), postureMoves: movesOf(world, own.posture),
    signs: stage.signs.includes(p), drafts: stage.drafter === p, mediates: model.mediator?.party === p, seated: seated(world, p),
    stances: (source?.stances ?? []).map((stance) => {
      const issue = model.issues.findIndex((each) => each.id === stance.issue);
      const region = own.stances[issue]?.region ?? 0;
      const now = stance.states.find((each) => each.id === stateOf(region));
      return { issue: stance.issue, state: stateOf(region), stateTitle: now?.title ?? '', accepts: now?.accepts ?? [], firm: now?.firm ?? false, moves: movesOf(world, region) };
    }),
    lines: lines ?? [],
    gauges: (source?.gauges ?? []).map((gauge) => lookAtGauge(world, model.gauges.findIndex((each) => each.name === `${own.id}.${gauge.id}`))),
    walkAway: finite(walkAwayOf(world, p)),
    threshold: finite(aspirationOf(world, p) + state.shift[p]),
    standing: worthOf(model, model.worth(state.levers), p, state.inForce),
  };
}

/** How everybody stands to a package now. `tabled`: whether it is the text, whose answers count. */
export function lookAtText(world: World, options: Uint8Array, tabled: boolean): TextLook {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  const k = packageIndex(model, state.stage, options);
  const order = model.scenario.parties.map(({ id }) => model.parties.findIndex((each) => each.id === id));
  const standings = order.map((p) => standingTo(world, p, options));
  return {
    terms: termsOf(model, options, stage.issues),
    by: tabled && state.textBy >= 0 ? model.parties[state.textBy].id : null,
    nth: tabled ? state.nth : 0,
    verdicts: order.map((p, at): VerdictLook => {
      const standing = standings[at];
      const why = plainAnswer(standing);
      return {
        party: model.parties[p].id,
        consents: mustConsent(world, p, k),
        answer: tabled ? ANSWER_WORDS[state.answers[p]] : null,
        would: becauseOf(world, why, standing.lines[0] ?? standing.firmIssue),
        could: becauseOf(world, plainAnswer({ ...standing, threshold: standing.walkAway }), standing.lines[0] ?? standing.firmIssue),
        worth: standing.worth,
        outside: standing.outside.map((issue) => model.issues[issue].id),
        crosses: standing.lines.map((line) => model.lines[line].id),
      };
    }),
    marks: Object.fromEntries(stage.issues.map((issue) => [model.issues[issue].id, Object.fromEntries(order.map((p, at) => [model.parties[p].id, markOf(world, p, issue, options, standings[at], tabled && state.answers[p] === ANSWERED.accepted)]))])),
  };
}

function markOf(world: World, party: number, issue: number, options: Uint8Array, standing: Standing, accepted: boolean): Mark {
  const { model } = world;
  if (crossesNow(world, party, options).some((line) => model.lines[line].never.some((term) => term.issue === issue))) return 'red-line';
  if (standing.outside.includes(issue)) return 'outside';
  return accepted || standing.worth >= standing.threshold ? 'accepts' : 'below';
}
