/** A stage of the scenario, compiled. */
import { STAGE_SIGNALS, worldSignal } from '../charts/signals.ts';
import type { Stage } from '../scenario/scenario.ts';
import { compileAmount } from './amount.ts';
import { conditionOf } from './expression.ts';
import { signalsNamed } from './handles.ts';
import type { Hearing } from './hearing.ts';
import type { IssueModel, PartyModel, StageModel } from './model.ts';
import type { PartyContext } from './party.ts';
import { compilePattern } from './pattern.ts';
import { stageBits } from './stage-bits.ts';

export interface StageContext extends PartyContext {
  readonly issues: readonly IssueModel[];
  readonly parties: readonly PartyModel[];
  /** How many regions the charts have. */
  readonly regions: number;
  readonly hearing: Hearing;
}

/** @param at its place among the stages */
export function compileStage(stage: Stage, at: number, { scenario, handles, expressions, issues: all, parties, regions, hearing }: StageContext): StageModel {
  const issues = stage.issues.map(handles.issue).sort((a, b) => a - b);
  return {
    id: stage.id,
    issues,
    bits: stageBits(issues, all, parties, regions, hearing),
    mustBring: compilePattern(stage.mustBring, handles),
    signs: stage.signs.map(handles.party).sort((a, b) => a - b),
    alternating: stage.protocol === 'alternating-offers',
    turns: scenario.parties.flatMap((party) => (stage.signs.includes(party.id) ? [handles.party(party.id)] : [])),
    drafter: stage.drafter === null ? -1 : handles.party(stage.drafter),
    style: stage.style,
    leverage: stage.leverage.map((each) => ({ party: handles.party(each.party), worth: compileAmount(each.worth, handles.lever), hazard: compileAmount(each.hazard, handles.lever) })),
    upgradable: stage.upgradable,
    binds: stage.binds.map(handles.party).sort((a, b) => a - b),
    when: stage.when && conditionOf(stage.when, expressions),
    rounds: stage.rounds,
    guess: compileAmount(stage.guess, handles.lever),
    bias: compileAmount(stage.bias, handles.lever),
    fade: compileAmount(stage.fade, handles.lever),
    next: stage.onFailure === 'next' && at + 1 < scenario.stages.length,
    reopens: stage.reopens,
    signals: signalsNamed(STAGE_SIGNALS, (name) => handles.signal(worldSignal(`${name}.${stage.id}`))),
  };
}
