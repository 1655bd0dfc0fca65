/** A role sheet to print and hand out: one party's part in a negotiation, with what it may know and nothing else. */
import { plain } from '../../../../engine/record/plain.ts';
import { heading, page, rule, title, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { issues } from '../show/issues.ts';
import { part } from '../show/parties.ts';
import { day, quoted } from '../words.ts';
import { pressures, redLines, stances } from './moves.ts';
import type { Role } from './role.ts';
import { may, others, rounds } from './room.ts';
import { limits, wants } from './wants.ts';

function who({ seen, party }: Role, at: Page): string[] {
  const consents = seen.stages.some((stage) => stage.signs.includes(party.id)) ? '' : ' You sign nothing here.';
  return wrap(`You speak for ${names.party(seen, party.id)}. In these talks your side ${part(party, seen)}.${consents} The question that all of this is about: ${plain(seen.question)}`, at.width, '  ');
}

const HONEST = [
  'This sheet is made from a model. Nobody in the party that you play has written or approved it. What it wants and how much is for the greater part assumed: the documents behind the scenario rarely say so, and they say nothing of the numbers.',
  'Play the role as a reasonable person in that place would. Where the sheet and good sense part, say so afterwards: that is worth knowing about the model.',
] as const;

export function roleSheet(role: Role, at: Page): string {
  const { seen, party } = role;
  const section = (head: string, lines: readonly string[]): string[] => (lines.length > 0 ? [...heading(head.toUpperCase(), at), ...lines] : []);
  return page([
    ...title(`${plain(seen.title)}: ${plain(party.name)}`, at),
    ...wrap(`A role, for the reader's eyes only, as of ${day(seen.from)}`, at.width),
    ...section('Who you are', who(role, at)),
    ...section('What is on the table', issues(seen, at, false)),
    ...section('What you want', [...wants(role, at), ...limits(role, at)]),
    ...section('Where you stand in public', stances(role, at)),
    ...section('Your red lines', party.redLines.length === 0 ? wrap('You have none: no term by itself is out of the question.', at.width, '  ') : redLines(role, at)),
    ...section('What presses on you', pressures(role, at)),
    ...section('What you know of the others', others(role, at)),
    ...section('How the rounds go', rounds(role, at)),
    ...section('What you may do', may(role, at)),
    ...section('What this scenario leaves out', seen.leavesOut.flatMap((one) => wrap(plain(one), at.width, '  - ', '    '))),
    '', at.paint.dim(rule(at.width)),
    ...HONEST.flatMap((one) => wrap(one, at.width)),
    ...wrap(`Scenario ${quoted(plain(seen.id))}, hash ${seen.hash.slice(0, 12)}.`, at.width),
  ]);
}
