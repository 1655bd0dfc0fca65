/** One party's answer: how it is decided, and what follows from it. */
import { packageIndex } from '../model/board.ts';
import { ANSWERED } from '../model/state.ts';
import { leastChange, type Step } from '../rules/amendment.ts';
import { answer, plainAnswer, WHY, type Why } from '../rules/answer.ts';
import { boundAfterRefusal, estimateAfterRefusal } from '../rules/learn.ts';
import { spendLeverage } from '../rules/leverage.ts';
import { happens } from '../rules/news.ts';
import type { Answer } from '../vocabulary.ts';
import { becauseOf } from './because.ts';
import { bluffsAt, standingTo, type Standing } from './party.ts';
import { sendAll, sendTo, type World } from './world.ts';

/** What a party says takes effect: signals, what the drafter learns, the record. */
export function give(world: World, party: number, { said, why, of, standing, change }: Given): Answer {
  const { model, state } = world;
  const { id, signals } = model.parties[party];
  state.answers[party] = said === 'accept' ? ANSWERED.accepted : said === 'refuse' ? ANSWERED.refused : ANSWERED.leaves;
  state.because[party] = why;
  // Of a whole that is not good enough, the issue on which it would have to give.
  state.becauseOf[party] = of >= 0 ? of : change?.issue ?? -1;
  sendAll(world, said === 'accept' ? model.world.accepted : model.world.refused);
  sendAll(world, said === 'accept' ? signals.accepted : signals.refused);
  if (said === 'leave') sendTo(world, party, signals.leaves);
  world.emit?.({
    kind: 'answer', round: state.round, phase: 'answers', party: id, answer: said, because: becauseOf(world, why, of),
    outside: standing.outside.map((issue) => model.issues[issue].id),
    worth: standing.worth, threshold: finite(standing.threshold), walkAway: finite(standing.walkAway),
    amendment: change && { issue: model.issues[change.issue].id, from: model.issues[change.issue].options[state.text[change.issue]], to: model.issues[change.issue].options[change.to] },
  });
  if (said !== 'accept') { if (!model.stages[state.stage].alternating) learn(world, party, why, of, standing, change); }
  else callBluffs(world, party);
  return said;
}

/** A party that accepts over a line it had stated has shown that it was not meant. */
function callBluffs(world: World, party: number): void {
  const { model, state } = world;
  for (const line of bluffsAt(world, party, state.text)) {
    state.known[line] = 0;
    sendAll(world, model.lines[line].called);
    world.emit?.({ kind: 'called', round: state.round, phase: 'answers', party: model.parties[party].id, line: model.lines[line].id });
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export interface Given { readonly said: Answer; readonly why: Why; readonly of: number; readonly standing: Standing; readonly change: Step | null }

export function decide(world: World, party: number): Given {
  const { model, state, luck, choices } = world;
  const own = model.parties[party];
  const standing = standingTo(world, party, state.text);
  const why = answer(standing, luck.uniform(own.answerDraw, state.round, 0));
  const choice = choices.find((each) => each.kind === 'answer' && each.round === state.round && each.party === own.id);
  const of = why === WHY.redLine ? standing.lines[0] : why === WHY.firmStance ? standing.firmIssue : -1;
  if (choice?.kind === 'answer') {
    const plain = choice.answer !== 'accept' && why !== WHY.goodEnough;
    return { said: choice.answer, why: plain ? why : WHY.said, of: plain ? of : -1, standing, change: choice.answer === 'accept' ? null : amend(world, party) };
  }
  if (why === WHY.goodEnough) return { said: 'accept', why, of, standing, change: null };
  // Offers in turn say for themselves what would do.
  const amends = !model.stages[state.stage].alternating;
  const leaves = own.leaves !== null && happens(own.leaves.when(state, party), true, own.leaves.chance(state.levers), luck.uniform(own.leaves.draw, state.round, 0));
  return { said: leaves ? 'leave' : 'refuse', why, of, standing, change: leaves || !amends ? null : amend(world, party) };
}

/** The least change of one term that it would accept, chance aside. */
function amend(world: World, party: number): Step | null {
  const { model, state } = world;
  return leastChange(state.text.slice(), model.stages[state.stage].issues, model.issues.map((issue) => issue.options.length), (options) => {
    const standing = standingTo(world, party, options);
    return plainAnswer(standing) === WHY.goodEnough ? standing.worth : NaN;
  });
}

/** What the drafter hears: a line it did not know, or that the whole was not good enough and what would have done. */
function learn(world: World, party: number, why: Why, of: number, standing: Standing, change: Step | null): void {
  const { model, state } = world;
  if (why === WHY.redLine) {
    if (state.known[of] === 0) world.emit?.({ kind: 'learned', round: state.round, phase: 'answers', party: model.parties[party].id, line: model.lines[of].id });
    state.known[of] = 1;
    return;
  }
  if (why === WHY.firmStance) return;
  press(world, party);
  if (change) state.amended[party] = packageWith(world, change);
  const amended = change ? worthWith(world, party, change) : null;
  state.taught[party] = state.round;
  state.bound[party] = boundAfterRefusal(state.bound[party], standing.worth);
  state.estimate[party] = estimateAfterRefusal(state.estimate[party], standing.worth, amended);
  // Its own mind the drafter knows already.
  if (party === model.stages[state.stage].drafter) state.estimate[party] = model.stages[state.stage].guess(state.levers);
}

/** A manipulating mediator makes no deal cost the refuser more. */
function press(world: World, party: number): void {
  const { model, state } = world;
  const leverage = model.stages[state.stage].leverage.find((each) => each.party === party);
  if (!leverage) return;
  const most = leverage.worth(state.levers);
  state.spent[party] = spendLeverage(state.spent[party], most);
  world.emit?.({ kind: 'leverage', round: state.round, phase: 'answers', party: model.parties[party].id, spent: state.spent[party], left: most - state.spent[party] });
}

function withChange(world: World, change: Step): Uint8Array {
  const options = world.state.text.slice();
  options[change.issue] = change.to;
  return options;
}

const packageWith = (world: World, change: Step): number => packageIndex(world.model, world.state.stage, withChange(world, change));
const worthWith = (world: World, party: number, change: Step): number => standingTo(world, party, withChange(world, change)).worth;

