/** Who and what blocked a run that ended without its last stage signed, read from how its last text fared. */
import { boardOf, packageIndex } from '../model/board.ts';
import { needs } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { ANSWERED, VOTE, type State } from '../model/state.ts';
import { WHY } from '../rules/answer.ts';
import type { BlockerKind } from './result.ts';

/** One key a blocker: party, kind and line or issue, parted by tabs. */
export function blockersOf(model: Model, state: State): readonly string[] {
  if (state.hasText === 0) return [key(model, -1, 'no-text', '')];
  if (state.repudiated[state.stage] === 1) return voters(model, state, VOTE.no, 'repudiated');
  if (state.votes.includes(VOTE.no)) return voters(model, state, VOTE.no, 'not-ratified');
  // Only a signatory that leaves stops a vote that is still to come.
  if (state.votes.includes(VOTE.due)) return [key(model, state.endedBy, 'left', '')];
  const refusals: string[] = [];
  for (let p = 0; p < model.parties.length; p++) {
    if (state.answers[p] === ANSWERED.refused || state.answers[p] === ANSWERED.leaves) refusals.push(refusal(model, state, p));
  }
  return refusals.length > 0 ? refusals : unanswered(model, state);
}

const key = ({ parties }: Model, party: number, kind: BlockerKind, of: string): string => `${party < 0 ? '' : parties[party].id}\t${kind}\t${of}`;

function voters(model: Model, state: State, vote: number, kind: BlockerKind): readonly string[] {
  return model.parties.flatMap((_, p) => (state.votes[p] === vote ? [key(model, p, kind, '')] : []));
}

function refusal(model: Model, state: State, party: number): string {
  const of = state.becauseOf[party];
  const issue = (): string => (of < 0 ? '' : model.issues[of].id);
  switch (state.because[party]) {
    case WHY.redLine: return key(model, party, 'red-line', model.lines[of].id);
    case WHY.firmStance: return key(model, party, 'firm-stance', issue());
    case WHY.said: return key(model, party, 'said', '');
    default: return key(model, party, 'not-good-enough', issue());
  }
}

/** Those whose consent the last text needed and who were not asked. */
function unanswered(model: Model, state: State): readonly string[] {
  const k = packageIndex(model, state.stage, state.text);
  const board = boardOf(model, state.stage, state.inForce, state.levers);
  return model.parties.flatMap((_, p) => (needs(board, p, k) && state.answers[p] === ANSWERED.not ? [key(model, p, 'unanswered', '')] : []));
}
