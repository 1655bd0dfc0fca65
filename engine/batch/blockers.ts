/** Who and what blocked a run that ended without its last stage signed, read from how its last text fared. */
import { packageIndex, boardOf } from '../model/board.ts';
import { needs } from '../model/layout.ts';
import type { Model } from '../model/model.ts';
import { ANSWERED, VOTE, type State } from '../model/state.ts';
import { WHY } from '../rules/answer.ts';
import type { BlockerKind } from './result.ts';

/** One key a blocker: party, kind and line or issue, parted by tabs. */
export function blockersOf(model: Model, state: State): readonly string[] {
  const key = (party: number, kind: BlockerKind, of: string): string => [party < 0 ? '' : model.parties[party].id, kind, of].join('\t');
  if (state.hasText === 0) return [key(-1, 'no-text', '')];
  const voters = (vote: number, kind: BlockerKind): readonly string[] => model.parties.flatMap((_, p) => (state.votes[p] === vote ? [key(p, kind, '')] : []));
  if (state.repudiated[state.stage] === 1) return voters(VOTE.no, 'repudiated');
  if (state.votes.includes(VOTE.no)) return voters(VOTE.no, 'not-ratified');
  // Only a signatory that leaves stops a vote that is still to come.
  if (state.votes.includes(VOTE.due)) return [key(state.endedBy, 'left', '')];
  const issue = (at: number): string => (at < 0 ? '' : model.issues[at].id);
  const refusals = model.parties.flatMap((_, p) => {
    if (state.answers[p] !== ANSWERED.refused && state.answers[p] !== ANSWERED.leaves) return [];
    const of = state.becauseOf[p];
    switch (state.because[p]) {
      case WHY.redLine: return [key(p, 'red-line', model.lines[of].id)];
      case WHY.firmStance: return [key(p, 'firm-stance', issue(of))];
      case WHY.said: return [key(p, 'said', '')];
      default: return [key(p, 'not-good-enough', issue(of))];
    }
  });
  if (refusals.length > 0) return refusals;
  const k = packageIndex(model, state.stage, state.text);
  const board = boardOf(model, state.stage, state.inForce, state.levers);
  return model.parties.flatMap((_, p) => (needs(board, p, k) && state.answers[p] === ANSWERED.not ? [key(p, 'unanswered', '')] : []));
}
