/** Whether a person's move can be taken, and why not, in words. */
import type { Model } from '../model/model.ts';
import { brings } from '../model/pattern.ts';
import type { State } from '../model/state.ts';
import { plain } from '../record/plain.ts';
import type { Choice } from '../record/record.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { PHASES, type Id, type Phase } from '../vocabulary.ts';
import { withTerms } from './tabling.ts';

/** The phase in which a choice takes effect. An offer in turn is made where it is answered. */
function phaseOf(choice: Choice): Phase {
  switch (choice.kind) {
    case 'answer': return 'answers';
    case 'text': return choice.party === undefined ? 'table' : 'answers';
    case 'vote': return 'settlement';
    default: return 'news';
  }
}

/** How many phases of a run are played before a choice takes effect: up to there a run with it and one without are the same. */
export const momentOf = (choice: Choice): number => (choice.round - 1) * PHASES.length + PHASES.indexOf(phaseOf(choice));

/** null when the choice fits the scenario and its phase is still to come; otherwise why not. */
export function objection(model: Model, state: State, choice: Choice): string | null {
  const { scenario } = model;
  const hasParty = (id: string): boolean => scenario.parties.some((party) => party.id === id);
  const misfit = nameless(choice);
  if (misfit !== null) return misfit;
  if (state.over === 1) return 'the run is over';
  const phase = PHASES.indexOf(phaseOf(choice));
  // Between two rounds the state's phase is 0 and its round the one just played.
  const past = choice.round < state.round || (choice.round === state.round && (state.phase === 0 || phase < state.phase));
  if (past) return `the ${phaseOf(choice)} phase of round ${choice.round} has been played`;
  const atTable = choice.kind === 'answer' || choice.kind === 'text';
  if (choice.round > (atTable ? model.rounds : model.lastVote)) return `there are only ${model.rounds} rounds`;
  if (choice.kind === 'text' && isNext(state, choice.round) && talksNow(state) && !brings(model.stages[state.stage].mustBring, state.inForce, withTerms({ model, state }, choice.terms))) {
    return `a text of “${titleOf(scenario.stages, model.stages[state.stage].id)}” must bring ${wanted(scenario, model.stages[state.stage].id)}, where that is not in force already`;
  }
  return null;

  function nameless(of: Choice): string | null {
    switch (of.kind) {
      case 'answer': case 'vote': return hasParty(of.party) ? null : `there is no party ${of.party}`;
      case 'event': return scenario.events.some((event) => event.id === of.event) ? null : `there is no event ${of.event}`;
      case 'lever': {
        const lever = scenario.levers.find((each) => each.id === of.lever);
        if (!lever) return `there is no lever ${of.lever}`;
        return of.value >= lever.range[0] && of.value <= lever.range[1] ? null : `${of.lever} goes from ${lever.range[0]} to ${lever.range[1]}`;
      }
      case 'text':
        if (of.party !== undefined && !hasParty(of.party)) return `there is no party ${of.party}`;
        for (const [issue, option] of Object.entries(of.terms)) {
          const at = scenario.issues.find((each) => each.id === issue);
          if (!at) return `there is no issue ${issue}`;
          if (!at.options.some((each) => each.id === option)) return `${issue} has no option ${option}`;
        }
        return null;
    }
  }
}

/** Whether the round is the one being played, or the next where one has just ended: of later ones nobody knows what will be in force. */
const isNext = (state: State, round: number): boolean => round === (state.phase === 0 ? state.round + 1 : state.round);
const talksNow = (state: State): boolean => state.ending === 0 && state.ratifying === 0;

const titleOf = (of: readonly { readonly id: Id; readonly title: string }[], id: Id): string => plain(of.find((each) => each.id === id)?.title ?? id);

/** What texts of a stage must bring, in words: '“A truce”: “At sea” or “On all fronts”'. */
function wanted(scenario: Scenario, stage: Id): string {
  const pattern = scenario.stages.find((each) => each.id === stage)?.mustBring ?? {};
  return Object.entries(pattern).map(([issue, options]) => {
    const titles = scenario.issues.find((each) => each.id === issue)?.options ?? [];
    return `“${titleOf(scenario.issues, issue)}”: ${options.map((option) => `“${titleOf(titles, option)}”`).join(' or ')}`;
  }).join(', or ');
}
