/** How a party judges the text that stands: what decides answers and amendments. */
import { firstIn, overlap } from '../model/bits.ts';
import { lessFirmness } from '../rules/answer.ts';
import { standingText } from './consent.ts';
import { aspirationOf, walkAwayOf } from './party.ts';
import { standOf } from './stand.ts';
import { board, type World } from './world.ts';

/** Fills in what the party makes of the text; it has said nothing yet. */
export function judge(world: World, party: number): void {
  const { model, state, numbers, judgements } = world;
  const { stage, lineBits, lineWords, bits, words, worth } = board(world);
  const k = standingText(world);
  const { held, firm, soft } = standOf(world, party);
  const walkAway = walkAwayOf(world, party);
  judgements.walkAway[party] = walkAway;
  judgements.threshold[party] = aspirationOf(world, party, walkAway) + state.shift[party];
  judgements.worth[party] = lessFirmness(worth[party][k], overlap(bits, k * words, soft), numbers.firmness[party]);
  judgements.line[party] = firstIn(lineBits, k * lineWords, held);
  const option = firstIn(bits, k * words, firm);
  judgements.firmIssue[party] = option < 0 ? -1 : model.stages[stage].bits.issue[option];
  judgements.askedIssue[party] = -1;
}
