/** What becomes of what a person decides, of a seat that is taken, of a keyboard that is handed on. */
import { plain } from '../../../engine/record/plain.ts';
import type { Choice } from '../../../engine/record/record.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import * as names from '../plain/names.ts';
import { grow } from './branch-acts.ts';
import type { Sitting } from './sitting.ts';
import { spokenBrief, spokenWords } from './speaking.ts';
import { step } from './stepping.ts';
import { askNext, cover } from './turns.ts';

/** The keyboard is where it should be: the party sees its own, and is asked if it is its turn; or all have answered, and the phase is played. */
export function uncover<Saved>(at: Sitting<Saved>, waiting: Id | null): void {
  if (waiting === null) return step(at, 'phase');
  at.ui = { ...at.ui, holder: waiting };
  const turn = at.history.at === at.history.last && at.onlooker.seats(at.history).some((one) => one.party === waiting && !at.left.has(at.leftKey(one)));
  if (turn) askNext(at);
  else at.follow();
}

/** What is decided in the past begins a branch: nothing that was played is lost. */
export function choose<Saved>(at: Sitting<Saved>, choice: Choice): void {
  const { current } = at.branches;
  const past = at.history.at < at.history.last;
  const seated = at.onlooker.people.length > 0;
  if (past) grow(at, seated ? `branch ${at.branches.count + 1}` : spokenBrief(at.scenario, choice));
  const refused = at.history.choose(choice);
  if (refused !== null && past) at.branches.remove(at.branches.current.id);
  at.onlooker.forget(at.history.head.choices);
  if (refused !== null) return at.say(`Not possible: ${refused}`);
  at.board?.decided(at.history);
  const grown = past ? `A branch begins here, “${plain(at.branches.current.name)}”; “${plain(current.name)}” is kept. b shows them.` : '';
  if (seated || fromOwnSeat(at, choice)) {
    goOn(at);
    if (grown !== '' && at.ui.mode.kind !== 'cover') at.say(grown);
  } else at.say(`${spokenWords(at.scenario, choice)} ${grown}`.trim());
}

/** Whether an analyst decides from a seat that is taken. A text for all is written from the drafter's. */
function fromOwnSeat<Saved>({ scenario, history, ui }: Sitting<Saved>, choice: Choice): boolean {
  const drafter = scenario.stages.find((stage) => stage.id === history.look.stage)?.drafter ?? null;
  const party = choice.kind === 'text' ? choice.party ?? drafter : 'party' in choice ? choice.party : null;
  return party !== null && ui.sits.includes(party);
}

/** After a person has spoken: the next who is asked, else what comes of it. */
export function goOn<Saved>(at: Sitting<Saved>): void {
  if (askNext(at)) return;
  if (at.onlooker.people.length > 1) return cover(at, null);
  step(at, 'phase');
}

/** An analyst sits down for a party, or gets up. */
export function sit<Saved>(at: Sitting<Saved>, party: Id): void {
  const who = names.party(at.scenario, party);
  if (at.ui.sits.includes(party)) {
    at.ui = { ...at.ui, sits: at.ui.sits.filter((one) => one !== party) };
    return at.say(`The seat of ${who} is given back: the model speaks for it.`);
  }
  at.ui = { ...at.ui, sits: [...at.ui.sits, party], party: at.history.look.parties.findIndex((one) => one.party === party), following: false };
  if (!askNext(at, true)) at.say(`You sit for ${who}. Step on; you are asked whenever it is its turn. t gives the seat back.`);
}
