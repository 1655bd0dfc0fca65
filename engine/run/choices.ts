/** Whether a person's move can be taken, and why not, in words. */
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Choice } from '../record/record.ts';
import { PHASES, type Phase } from '../vocabulary.ts';

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
  if (choice.round > model.rounds) return `there are only ${model.rounds} rounds`;
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
