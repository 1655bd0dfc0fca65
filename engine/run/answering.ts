/** One party's answer: how it is decided, and what follows from it. */
import { holds } from '../model/condition.ts';
import { ANSWERED } from '../model/state.ts';
import { leastChange } from '../rules/amendment.ts';
import { answer, lessFirmness, WHY, type Why } from '../rules/answer.ts';
import { isDisjoint, overlap } from '../model/bits.ts';
import { boundAfterRefusal, estimateAfterRefusal } from '../rules/learn.ts';
import { spendLeverage } from '../rules/leverage.ts';
import { happens } from '../rules/news.ts';
import type { Answer } from '../vocabulary.ts';
import { becauseOf } from './because.ts';
import { judge } from './judging.ts';
import { standingText } from './consent.ts';
import { outsideNow } from './party.ts';
import { isCrossed, standOf } from './stand.ts';
import { board, forgetKnown, sendAll, sendTo, type World } from './world.ts';

/** What a party has decided to say takes effect: signals, what the drafter learns, the record. */
export function give(world: World, party: number): Answer {
  const { model, state, judgements } = world;
  const { signals } = model.parties[party];
  const said = judgements.said[party];
  const why = judgements.why[party] as Why;
  const of = why === WHY.redLine ? judgements.line[party] : why === WHY.firmStance ? judgements.firmIssue[party] : -1;
  state.answers[party] = said === 'accept' ? ANSWERED.accepted : said === 'refuse' ? ANSWERED.refused : ANSWERED.leaves;
  state.because[party] = why;
  // Of a whole that is not good enough, the issue on which it would have to give.
  state.becauseOf[party] = of >= 0 ? of : judgements.askedIssue[party];
  sendAll(world, said === 'accept' ? model.world.accepted : model.world.refused);
  sendAll(world, said === 'accept' ? signals.accepted : signals.refused);
  if (said === 'leave') sendTo(world, party, signals.leaves);
  if (world.emit) report(world, party, why, of);
  if (said === 'accept') callBluffs(world, party);
  else if (!model.stages[state.stage].alternating) learn(world, party, why);
  return said;
}

function report(world: World, party: number, why: Why, of: number): void {
  const { model, state, judgements } = world;
  const issue = judgements.askedIssue[party];
  world.emit?.({
    kind: 'answer', round: state.round, phase: 'answers', party: model.parties[party].id, answer: judgements.said[party], because: becauseOf(world, why, of),
    outside: outsideNow(world, party, state.text).map((each) => model.issues[each].id),
    worth: judgements.worth[party], threshold: finite(judgements.threshold[party]), walkAway: finite(judgements.walkAway[party]),
    amendment: issue < 0 ? null : { issue: model.issues[issue].id, from: model.issues[issue].options[state.text[issue]], to: model.issues[issue].options[judgements.askedOption[party]] },
  });
}

/** A party that accepts over a line it had stated has shown that it was not meant. */
function callBluffs(world: World, party: number): void {
  const { model, state } = world;
  const { bluffs } = model.parties[party];
  for (let each = 0; each < bluffs.length; each++) {
    const line = bluffs[each];
    if (state.known[line] === 0 || !isCrossed(world, line, state.text)) continue;
    state.known[line] = 0;
    forgetKnown(world);
    sendAll(world, model.lines[line].called);
    world.emit?.({ kind: 'called', round: state.round, phase: 'answers', party: model.parties[party].id, line: model.lines[line].id });
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Who answers exactly leaves nothing to chance. */
const NO_DRAW = 0.5;

/** What a party will say to the text that stands, into `world.judgements`. */
export function decide(world: World, party: number): void {
  const { model, state, luck, choices, numbers, judgements } = world;
  const own = model.parties[party];
  judge(world, party);
  const why = answer({
    redLine: judgements.line[party] >= 0, firmStance: judgements.firmIssue[party] >= 0,
    worth: judgements.worth[party], walkAway: judgements.walkAway[party], threshold: judgements.threshold[party], sharpness: numbers.sharpness[party],
  }, numbers.sharpness[party] === null ? NO_DRAW : luck.uniform(own.answerDraw, state.round, 0));
  const choice = choices.length === 0 ? undefined : choices.find((each) => each.kind === 'answer' && each.round === state.round && each.party === own.id);
  if (choice?.kind === 'answer') {
    judgements.said[party] = choice.answer;
    judgements.why[party] = choice.answer !== 'accept' && why !== WHY.goodEnough ? why : WHY.said;
    if (choice.answer !== 'accept') amend(world, party);
    return;
  }
  judgements.why[party] = why;
  if (why === WHY.goodEnough) { judgements.said[party] = 'accept'; return; }
  const leaves = own.leaves !== null && holds(own.leaves.when, state, party) && happens(true, true, numbers.leaves[party], luck.uniform(own.leaves.draw, state.round, 0));
  judgements.said[party] = leaves ? 'leave' : 'refuse';
  // Offers in turn say for themselves what would do; and where a line or a firm stance is in the way, only a reader of records learns what would.
  if (!leaves && !model.stages[state.stage].alternating && (world.emit !== null || teaches(why))) amend(world, party);
}

/** Whether what would do instead is heard by the drafter: of a whole that is not good enough. */
const teaches = (why: Why): boolean => why !== WHY.redLine && why !== WHY.firmStance;

/** The least change of one term that it would accept, chance aside. Who finds a text too little asks for more, never for less. */
function amend(world: World, party: number): void {
  const { model, state, numbers, judgements } = world;
  const { issues, sizes, strides, changes, lineBits, lineWords, bits, words, worth: all, top } = board(world);
  const k = standingText(world);
  const { held, firm, soft } = standOf(world, party);
  const worth = all[party];
  const firmness = numbers.firmness[party];
  const anyText = model.stages[state.stage].mustBring.length === 0;
  const options = issues.map((issue) => state.text[issue]);
  const more = judgements.line[party] >= 0 || judgements.firmIssue[party] >= 0 ? -Infinity : judgements.worth[party];
  const enough = Math.max(judgements.walkAway[party], judgements.threshold[party]);
  // No text of the stage gives it so much, firmness aside.
  if (firmness >= 0 && enough > top[party]) return;
  const change = leastChange(options, sizes, (place, to) => {
    const at = k + (to - options[place]) * strides[place];
    // Firmness takes from worth: what is too little before it is too little.
    if (firmness >= 0 && (worth[at] < enough || worth[at] <= more)) return NaN;
    // Nor for a text that could not be tabled.
    if ((!anyText && changes[at] === 0) || !isDisjoint(lineBits, at * lineWords, held) || !isDisjoint(bits, at * words, firm)) return NaN;
    const asked = lessFirmness(worth[at], overlap(bits, at * words, soft), firmness);
    return asked > more && asked >= enough ? asked : NaN;
  });
  if (change === null) return;
  judgements.askedIssue[party] = issues[change.place];
  judgements.askedOption[party] = change.to;
  judgements.askedText[party] = k + (change.to - options[change.place]) * strides[change.place];
  judgements.askedWorth[party] = change.worth;
}

/** What the drafter hears: a line it did not know, or that the whole was not good enough and what would have done. */
function learn(world: World, party: number, why: Why): void {
  const { model, state, judgements } = world;
  if (why === WHY.redLine) {
    const line = judgements.line[party];
    if (state.known[line] === 0) world.emit?.({ kind: 'learned', round: state.round, phase: 'answers', party: model.parties[party].id, line: model.lines[line].id });
    state.known[line] = 1;
    forgetKnown(world);
    return;
  }
  if (!teaches(why)) return;
  press(world, party);
  const asks = judgements.askedIssue[party] >= 0;
  const worth = judgements.worth[party];
  if (asks) state.amended[party] = judgements.askedText[party];
  state.taught[party] = state.round;
  state.bound[party] = boundAfterRefusal(state.bound[party], worth);
  // Its own mind the drafter knows already.
  if (party !== model.stages[state.stage].drafter) state.estimate[party] = estimateAfterRefusal(state.estimate[party], worth, asks ? judgements.askedWorth[party] : null);
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
