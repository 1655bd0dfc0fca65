/** A text comes to a table, and those who sit there see it. */
import { packageIndex } from '../model/board.ts';
import { crosses } from '../model/layout.ts';
import { brings } from '../model/pattern.ts';
import { ANSWERED, VOTE } from '../model/state.ts';
import { WHY } from '../rules/answer.ts';
import { has, isDisjoint } from '../model/bits.ts';
import { PHASES, type Id, type Terms } from '../vocabulary.ts';
import { mustConsent, standingText } from './consent.ts';
import { isAlive, standOf } from './stand.ts';
import { hearOffer } from './tactic.ts';
import { attends, board, sendTo, termsOf, type World } from './world.ts';

/** Whether the party sits at the table that meets in this round. */
export function seated(world: World, party: number): boolean {
  const { model, state } = world;
  return state.track >= 0 && model.tracks[state.track].seated[party] === 1 && attends(world, party);
}

/**
 * The text that a person has written for this round, as a number of the board; -1: none, or one that the stage does not admit, which is said.
 * @param party whose offer in turn it is; null: the drafter's text
 */
export function chosenText(world: World, party: Id | null): number {
  const { model, state, choices } = world;
  const chosen = choices.length === 0 ? undefined : choices.find((each) => each.kind === 'text' && each.round === state.round && (party === null || each.party === party));
  if (chosen?.kind !== 'text') return -1;
  const options = withTerms(world, chosen.terms);
  const stage = model.stages[state.stage];
  if (brings(stage.mustBring, state.inForce, options)) return packageIndex(model, state.stage, options);
  world.emit?.({ kind: 'not-admitted', round: state.round, phase: PHASES[state.phase], by: party ?? model.parties[stage.drafter].id, stage: stage.id, terms: termsOf(model, options, stage.issues) });
  return -1;
}

/** The text that stands, or what is in force, with these terms in it, as far as the stage is about them. */
export function withTerms(world: Pick<World, 'model' | 'state'>, terms: Terms): Uint8Array {
  const { model, state } = world;
  const options = state.tabled === 1 ? state.text.slice() : state.inForce.slice();
  for (const issue of model.stages[state.stage].issues) {
    const option = terms[model.issues[issue].id];
    if (option !== undefined) options[issue] = model.issues[issue].options.indexOf(option);
  }
  return options;
}

/** Who tables a text, whether it crosses a known line on purpose, and whether a person wrote it. */
interface Tabling { readonly by: number; readonly presses: boolean; readonly byChoice: boolean }

/** A text comes before those at the table. One who makes an offer in turn consents to it by making it. @param k the text as a number of the board */
export function put(world: World, k: number, { by, presses, byChoice }: Tabling): void {
  const { model, state } = world;
  const stage = model.stages[state.stage];
  const { options, width } = board(world);
  for (let issue = 0; issue < width; issue++) state.text[issue] = options[k * width + issue];
  world.text = k;
  state.tabled = 1;
  state.hasText = 1;
  state.textBy = by;
  state.nth++;
  for (let p = 0; p < model.parties.length; p++) {
    state.answers[p] = ANSWERED.not;
    state.votes[p] = VOTE.none;
    state.because[p] = WHY.none;
    state.becauseOf[p] = -1;
  }
  if (stage.alternating) state.answers[by] = ANSWERED.accepted;
  world.processSignals.add(model.process.resumed);
  world.emit?.({ kind: 'tabled', round: state.round, phase: PHASES[state.phase], by: model.parties[by].id, nth: state.nth, terms: termsOf(model, state.text, stage.issues), presses: presses || byChoice ? pressedBy(world) : [], byChoice });
  for (let p = 0; p < model.parties.length; p++) if (seated(world, p)) showTo(world, p);
}

/** The known lines that the text crosses. */
function pressedBy(world: World): readonly { readonly party: Id; readonly line: Id }[] {
  const { model, state } = world;
  const k = standingText(world);
  return model.lines.flatMap((line, at) => (state.known[at] === 1 && crosses(board(world), at, k) && isAlive(world, at) ? [{ party: model.parties[line.party].id, line: line.id }] : []));
}

/** A party that sees the text hears what it offers and which of its own lines it presses. */
export function showTo(world: World, party: number): void {
  const { model, state } = world;
  const own = model.parties[party];
  hearOffer(world, party);
  const k = standingText(world);
  const now = board(world);
  const { issues, bits } = model.stages[state.stage];
  if (!isDisjoint(now.bits, k * now.words, bits.awaited[party])) {
    for (const issue of issues) if (state.text[issue] !== state.inForce[issue]) sendTo(world, party, own.offered[model.issues[issue].base + state.text[issue]]);
  }
  if (!mustConsent(world, party, k)) return;
  // Lines that are meant, and those that it states and does not mean.
  const { alive } = standOf(world, party);
  if (isDisjoint(now.lineBits, k * now.lineWords, alive)) return;
  for (const line of own.lines) if (has(alive, 0, line) && crosses(now, line, k) && (model.lines[line].held || state.known[line] === 1)) sendTo(world, party, model.lines[line].pressed);
}
