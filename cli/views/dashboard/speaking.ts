/** Words for speaking in a party's place: the question put to a person, and what was decided. */
import { plain } from '../../../engine/record/plain.ts';
import type { Choice } from '../../../engine/record/record.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import * as names from '../plain/names.ts';
import { capital, number, quoted } from '../plain/words.ts';
import type { Asked } from './asked.ts';
import { cut } from './rows.ts';

/** Of a name for a branch. */
const LONGEST = 34;

/** What was decided, and which key plays it. */
export function spokenWords(scenario: Scenario, choice: Choice): string {
  switch (choice.kind) {
    case 'answer': return `You answer for ${names.party(scenario, choice.party)}: ${{ accept: 'it accepts', refuse: 'it refuses', leave: 'it leaves the talks' }[choice.answer]}. Space plays the answers.`;
    case 'vote': return `You decide for ${names.party(scenario, choice.party)}: ${choice.yes ? 'yes' : 'no'}. Space plays the settlement.`;
    case 'text': return choice.party === undefined ? 'Your text is ready. Space puts it on the table.' : `The offer of ${names.party(scenario, choice.party)} is ready. Space plays the turns.`;
    case 'event': return choice.happens ? `In round ${choice.round} this happens: ${quoted(names.event(scenario, choice.event))}.` : `In round ${choice.round} this is held back: ${quoted(names.event(scenario, choice.event))}.`;
    case 'lever': return `From round ${choice.round} on ${quoted(names.lever(scenario, choice.lever))} is ${number(choice.value)}.`;
  }
}

/** The same in a few words, for the name of a branch that begins with it and for lists. */
export function spokenBrief(scenario: Scenario, choice: Choice): string {
  const who = 'party' in choice && choice.party !== undefined ? plain(names.partyFirst(scenario, choice.party)) : '';
  switch (choice.kind) {
    case 'answer': return cut(`${who} ${{ accept: 'accepts', refuse: 'refuses', leave: 'leaves' }[choice.answer]}`, LONGEST);
    case 'vote': return cut(`${who} votes ${choice.yes ? 'yes' : 'no'}`, LONGEST);
    case 'text': return choice.party === undefined ? 'another text' : cut(`another offer of ${names.party(scenario, choice.party)}`, LONGEST);
    case 'event': return `${choice.happens ? 'with' : 'without'} ${cut(names.event(scenario, choice.event), LONGEST - 8)}`;
    case 'lever': return `${cut(names.lever(scenario, choice.lever), LONGEST - 8)} ${number(choice.value)}`;
  }
}

/** The question, put to a person or about a party. */
export function questionWords(scenario: Scenario, asked: Asked, you: boolean): string {
  const who = names.party(scenario, asked.party);
  switch (asked.kind) {
    case 'answer': return you ? `What does ${who} say to the ${asked.text === null ? 'text on the table' : 'offer'}?` : `${capital(who)} is asked for its answer.`;
    case 'text': return asked.offer ? `Which offer does ${who} make?` : `Which text does ${who} put on the table?`;
    case 'vote': return `The vote at home: does ${who} ratify what was signed?`;
    case 'bound': return `${capital(who)} is bound by what others have signed. Does it stand by it?`;
  }
}

/** What a party in a list of seats is asked for. */
export const seatWords: Readonly<Record<Asked['kind'], string>> = { answer: 'answers', text: 'writes', vote: 'votes', bound: 'is bound' };

export const seatName = (scenario: Scenario, party: string): string => plain(names.partyFirst(scenario, party));
