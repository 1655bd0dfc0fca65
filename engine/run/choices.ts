/** Whether a person's move can be taken, and why not, in words. */
import type { Model } from '../model/model.ts';
import type { State } from '../model/state.ts';
import type { Choice } from '../record/record.ts';
import { PHASES, type Phase } from '../vocabulary.ts';

/** The phase in which a choice of each kind takes effect. */
const PHASE_OF: Readonly<Record<Choice['kind'], Phase>> = { answer: 'answers', text: 'table', event: 'news', lever: 'news' };

/** null when the choice fits the scenario and its phase is still to come; otherwise why not. */
export function objection(model: Model, state: State, choice: Choice): string | null {
  const { scenario } = model;
  const misfit = nameless(choice);
  if (misfit !== null) return misfit;
  if (state.over === 1) return 'the run is over';
  const phase = PHASES.indexOf(PHASE_OF[choice.kind]);
  // Between two rounds the state's phase is 0 and its round the one just played.
  const past = choice.round < state.round || (choice.round === state.round && (state.phase === 0 || phase < state.phase));
  if (past) return `the ${PHASE_OF[choice.kind]} phase of round ${choice.round} has been played`;
  if (choice.round > model.rounds) return `there are only ${model.rounds} rounds`;
  return null;

  function nameless(of: Choice): string | null {
    switch (of.kind) {
      case 'answer': return scenario.parties.some((party) => party.id === of.party) ? null : `there is no party ${of.party}`;
      case 'event': return scenario.events.some((event) => event.id === of.event) ? null : `there is no event ${of.event}`;
      case 'lever': {
        const lever = scenario.levers.find((each) => each.id === of.lever);
        if (!lever) return `there is no lever ${of.lever}`;
        return of.value >= lever.range[0] && of.value <= lever.range[1] ? null : `${of.lever} goes from ${lever.range[0]} to ${lever.range[1]}`;
      }
      case 'text':
        for (const [issue, option] of Object.entries(of.terms)) {
          const at = scenario.issues.find((each) => each.id === issue);
          if (!at) return `there is no issue ${issue}`;
          if (!at.options.some((each) => each.id === option)) return `${issue} has no option ${option}`;
        }
        return null;
    }
  }
}
