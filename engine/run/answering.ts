/** One party's answer: how it is decided, and what follows from it. */
import { ANSWERED } from '../model/state.ts';
import { leastChange } from '../rules/amendment.ts';
import { answer, lessFirmness, WHY, type Why } from '../rules/answer.ts';
import { isDisjoint, overlap } from '../model/bits.ts';
import { boundAfterRefusal, estimateAfterRefusal } from '../rules/learn.ts';
import { spendLeverage } from '../rules/leverage.ts';
import { happens } from '../rules/news.ts';
import type { Answer } from '../vocabulary.ts';
import { becauseOf } from './because.ts';
import { judge, mindOf, type Judged, type Mind } from './judging.ts';
import { standingText } from './consent.ts';
import { outsideNow } from './party.ts';
import { isCrossed } from './stand.ts';
import { board, forgetKnown, sendAll, sendTo, type World } from './world.ts';

/** What a party says takes effect: signals, what the drafter learns, the record. */
export function give(world: World, { party, said, why, judged, change }: Given): Answer {
  const { model, state } = world;
  const { id, signals } = model.parties[party];
  const of = why === WHY.redLine ? judged.line : why === WHY.firmStance ? judged.firmIssue : -1;
  state.answers[party] = said === 'accept' ? ANSWERED.accepted : said === 'refuse' ? ANSWERED.refused : ANSWERED.leaves;
  state.because[party] = why;
  // Of a whole that is not good enough, the issue on which it would have to give.
  state.becauseOf[party] = of >= 0 ? of : change?.issue ?? -1;
  sendAll(world, said === 'accept' ? model.world.accepted : model.world.refused);
  sendAll(world, said === 'accept' ? signals.accepted : signals.refused);
  if (said === 'leave') sendTo(world, party, signals.leaves);
  world.emit?.({
    kind: 'answer', round: state.round, phase: 'answers', party: id, answer: said, because: becauseOf(world, why, of),
    outside: outsideNow(world, party, state.text).map((issue) => model.issues[issue].id),
    worth: judged.worth, threshold: finite(judged.threshold), walkAway: finite(judged.walkAway),
    amendment: change && { issue: model.issues[change.issue].id, from: model.issues[change.issue].options[state.text[change.issue]], to: model.issues[change.issue].options[change.to] },
  });
  if (said === 'accept') callBluffs(world, party);
  else if (!model.stages[state.stage].alternating) learn(world, party, why, judged, change);
  return said;
}

/** A party that accepts over a line it had stated has shown that it was not meant. */
function callBluffs(world: World, party: number): void {
  const { model, state } = world;
  for (const line of model.parties[party].lines) {
    if (model.lines[line].held || state.known[line] === 0 || !isCrossed(world, line, state.text)) continue;
    state.known[line] = 0;
    forgetKnown(world);
    sendAll(world, model.lines[line].called);
    world.emit?.({ kind: 'called', round: state.round, phase: 'answers', party: model.parties[party].id, line: model.lines[line].id });
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** A change of one term; `package` is the text with it, as a number of the board, and `worth` what that is worth to the asker. */
interface Asked { readonly issue: number; readonly to: number; readonly package: number; readonly worth: number }

export interface Given { readonly party: number; readonly said: Answer; readonly why: Why; readonly judged: Judged; readonly change: Asked | null }

/** What a party says to the text that stands. */
export function decide(world: World, party: number): Given {
  const { model, state, luck, choices, numbers } = world;
  const own = model.parties[party];
  const now = board(world);
  const k = standingText(world);
  const mind = mindOf(world, party);
  const judged = judge(world, now, mind, k);
  const why = answer(judged, luck.uniform(own.answerDraw, state.round, 0));
  const choice = choices.length === 0 ? undefined : choices.find((each) => each.kind === 'answer' && each.round === state.round && each.party === own.id);
  if (choice?.kind === 'answer') {
    const meant = choice.answer !== 'accept' && why !== WHY.goodEnough;
    return { party, said: choice.answer, why: meant ? why : WHY.said, judged, change: choice.answer === 'accept' ? null : amend(world, mind, judged, k) };
  }
  if (why === WHY.goodEnough) return { party, said: 'accept', why, judged, change: null };
  const leaves = own.leaves !== null && own.leaves.when(state, party) && happens(true, true, numbers.leaves[party], luck.uniform(own.leaves.draw, state.round, 0));
  // Offers in turn say for themselves what would do; and where a line or a firm stance is in the way, only a reader of records learns what would.
  const silent = leaves || model.stages[state.stage].alternating || (world.emit === null && !teaches(why));
  return { party, said: leaves ? 'leave' : 'refuse', why, judged, change: silent ? null : amend(world, mind, judged, k) };
}

/** Whether what would do instead is heard by the drafter: of a whole that is not good enough. */
const teaches = (why: Why): boolean => why !== WHY.redLine && why !== WHY.firmStance;

/** The least change of one term that it would accept, chance aside. Who finds a text too little asks for more, never for less. */
function amend(world: World, mind: Mind, refused: Judged, k: number): Asked | null {
  const { model, state } = world;
  const now = board(world);
  const all = model.stages[state.stage].mustBring.length === 0;
  const options = now.issues.map((issue) => state.text[issue]);
  const more = refused.redLine || refused.firmStance ? -Infinity : refused.worth;
  const packageWith = (place: number, to: number): number => k + (to - options[place]) * now.strides[place];
  const { party, stand: { held, firm, soft }, walkAway, threshold, firmness } = mind;
  const worth = now.worth[party];
  const enough = Math.max(walkAway, threshold);
  const change = leastChange(options, now.sizes, (place, to) => {
    const at = packageWith(place, to);
    // Firmness takes from worth: what is too little before it is too little.
    if (firmness >= 0 && (worth[at] < enough || worth[at] <= more)) return NaN;
    // Nor for a text that could not be tabled.
    if ((!all && now.changes[at] === 0) || !isDisjoint(now.lineBits, at * now.lineWords, held) || !isDisjoint(now.bits, at * now.words, firm)) return NaN;
    const asked = lessFirmness(worth[at], overlap(now.bits, at * now.words, soft), firmness);
    return asked > more && asked >= enough ? asked : NaN;
  });
  return change && { issue: now.issues[change.place], to: change.to, package: packageWith(change.place, change.to), worth: change.worth };
}

/** What the drafter hears: a line it did not know, or that the whole was not good enough and what would have done. */
function learn(world: World, party: number, why: Why, judged: Judged, change: Asked | null): void {
  const { model, state } = world;
  if (why === WHY.redLine) {
    if (state.known[judged.line] === 0) world.emit?.({ kind: 'learned', round: state.round, phase: 'answers', party: model.parties[party].id, line: model.lines[judged.line].id });
    state.known[judged.line] = 1;
    forgetKnown(world);
    return;
  }
  if (!teaches(why)) return;
  press(world, party);
  if (change) state.amended[party] = change.package;
  state.taught[party] = state.round;
  state.bound[party] = boundAfterRefusal(state.bound[party], judged.worth);
  // Its own mind the drafter knows already.
  if (party !== model.stages[state.stage].drafter) state.estimate[party] = estimateAfterRefusal(state.estimate[party], judged.worth, change && change.worth);
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
