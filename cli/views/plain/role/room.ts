/** The others as far as they are known, how rounds work, and what the role may do. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Party, Scenario } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { part } from '../show/parties.ts';
import { writing } from '../show/stages.ts';
import { duration } from '../show/values.ts';
import { capital, count, day, list, outOf100, quoted } from '../words.ts';
import { bearsOn } from './bears.ts';
import { valueOf } from './role.ts';
import type { Role } from './role.ts';

function other(party: Party, seen: Scenario, at: Page): string[] {
  return [
    ...wrap(`${at.paint.bold(plain(party.name))}: ${part(party, seen)}.`, at.width, '  '),
    ...party.redLines.flatMap((line) => wrap(`It says that it will never sign this: ${plain(line.title)} (${names.terms(seen, line.never)}).`, at.width, '    - ', '      ')),
    ...party.stances.flatMap((stance) => stance.states.filter((state) => state.id === stance.start).flatMap((state) => wrap(`On ${quoted(names.issue(seen, stance.issue))} it says: ${quoted(plain(state.title))}.`, at.width, '    - ', '      '))),
    ...(party.ratifies === null ? [] : wrap(`What it signs in ${list(party.ratifies.stages.map((id) => quoted(names.stage(seen, id))))} goes to a vote at home.`, at.width, '    - ', '      ')),
    ...(party.redLines.length + party.stances.length === 0 ? wrap('It has stated nothing that is on the table.', at.width, '    - ', '      ') : []),
  ];
}

export function others({ seen, party }: Role, at: Page): string[] {
  return [
    ...wrap('This is what they say. Whether they mean it, what else they refuse, and what a text is worth to them, you do not know.', at.width, '  '),
    ...seen.parties.filter((one) => one.id !== party.id).flatMap((one) => other(one, seen, at)),
  ];
}

export function rounds({ seen }: Role, at: Page): string[] {
  const { round, rounds: most } = seen.calendar;
  const item = (text: string): string[] => wrap(text, at.width, '  - ', '    ');
  const people = (ids: readonly string[]): string => list(ids.map((id) => names.party(seen, id)));
  return [
    ...wrap(`It begins on ${day(seen.from)}. A round stands for ${count(round.count, round.unit)}; there are at most ${most}. In each round news comes in first, then one of these meets, in turn:`, at.width, '  '),
    ...seen.tracks.flatMap((track) => item(`${plain(track.title)}: ${people(track.seats)}${track.needs.length === track.seats.length ? '' : ` (not without ${people(track.needs)})`}${track.every === null ? '' : `, at most every ${duration(track.every)}`}.`)),
    ...wrap('What is negotiated, in this order:', at.width, '  '),
    ...seen.stages.flatMap((stage) => item(`${plain(stage.title)}: ${list(stage.issues.map((issue) => quoted(names.issue(seen, issue))))}. Signed by ${people(stage.signs)}; ${writing(stage, seen)}; at most ${count(stage.rounds, 'round')}.`)),
    ...wrap('A text is whole: an answer for every issue of its stage. It stands until somebody refuses it, and is signed once all whose consent it needs have accepted: those who sign, and those who would have to carry out one of its terms. Nobody else has a veto. After the answers everybody may move.', at.width, '  '),
  ];
}

/** What is open to the role, one thing an item. */
function open(role: Role): readonly string[] {
  const { seen, party } = role;
  const titles = (ids: readonly { readonly title: string }[]): string => list(ids.map((one) => quoted(plain(one.title))));
  const signs = seen.stages.filter((stage) => stage.signs.includes(party.id));
  const drafts = seen.stages.filter((stage) => stage.drafter === party.id);
  const offers = signs.filter((stage) => stage.drafter === null);
  const bound = seen.stages.filter((stage) => stage.binds.includes(party.id));
  const performs = seen.issues.flatMap((issue) => {
    const own = issue.options.filter((option) => option.performedBy.includes(party.id)).map((option) => quoted(plain(option.title)));
    return own.length === 0 ? [] : [`${names.issue(seen, issue.id)}: ${list(own, 'or')}`];
  });
  const leverage = drafts.flatMap((stage) => stage.leverage);
  const walks = seen.mediator?.party === party.id ? seen.mediator.walksAway : null;
  return [
    ...(signs.length > 0 ? [`Accept or refuse each text of ${titles(signs)}. Say what you would change.`] : []),
    ...(offers.length > 0 ? [`In ${titles(offers)}, when your turn comes: accept the offer that stands, or make one of your own.`] : []),
    ...(drafts.length > 0 ? [`Write the text of ${titles(drafts)}, table it, and take it back. You know the red lines that are stated; a refusal may show you others. A text that knowingly crosses one line presses it.`] : []),
    ...drafts.filter((stage) => stage.style === 'facilitate').map((stage) => `In ${quoted(plain(stage.title))} you carry only what the parties themselves put forward.`),
    ...leverage.map((one) => `Bring leverage to bear on ${names.party(seen, one.party)}: no deal then becomes worse for it, by up to ${outOf100(valueOf(one.worth, role))} of 100, half of what is left each time it finds a text too little.${valueOf(one.hazard, role) > 1 ? ' A peace bought so is weaker.' : ''}`),
    ...(performs.length > 0 ? [`Refuse to carry out what falls to you (${performs.join('; ')}). Such a text needs your consent.`] : []),
    ...(bound.length > 0 ? [`Repudiate ${titles(bound)}, once, when it is signed: it binds you without your signature.`] : []),
    ...(party.ratifies === null ? [] : [`Tell the others that what you sign in ${list(party.ratifies.stages.map((id) => quoted(names.stage(seen, id))))} must still pass a vote at home${party.ratifies.takes.days === 0 ? '' : `, ${duration(party.ratifies.takes)} later`}. It may fail${depends(bearsOn(party.ratifies.support, role))}.`]),
    ...(party.leaves === null ? [] : [`Leave the talks for good when you refuse a text${depends(bearsOn(party.leaves.when, role))}.`]),
    ...(walks === null ? [] : [`Give up the mediation, which ends the talks${depends(bearsOn(walks.when, role))}.`]),
    ...(signs.length + drafts.length + bound.length + performs.length === 0 ? ['Speak at the table where you sit. Your consent is not needed.'] : []),
  ];
}

const depends = (bears: string | null): string => (bears === null ? '' : `; it depends on ${bears}`);

export function may(role: Role, at: Page): string[] {
  return open(role).flatMap((one) => wrap(capital(one), at.width, '  - ', '    '));
}
