/** The tactic of a party, and what belongs to one tactic only. */
import { TACTICS, type Tactic } from '../../vocabulary.ts';
import { KINDNESS } from '../defaults.ts';
import { numberExpression } from '../expression.ts';
import { child, entries, exists, problemAtKey, text, texts } from '../place.ts';
import type { Place } from '../place.ts';
import type { TacticChoice } from '../scenario.ts';
import { givenAmount } from './amounts.ts';
import type { Link, PartyFile } from './context.ts';


type MannerFile = NonNullable<PartyFile['manner']>;

/** Which tactic minds which key. */
const OF_TACTIC = { exponent: ['time', 'resource'], kindness: ['tit-for-tat'], 'used-up': ['resource'] } as const satisfies Readonly<Record<string, readonly Tactic[]>>;

export function readTactic(link: Link, place: Place<MannerFile>, party: string): { readonly tactic?: TacticChoice } {
  const said = text(child(place, 'tactic'));
  const kind = TACTICS.find((each) => each === said) ?? 'time';
  for (const [key, tactics] of Object.entries(OF_TACTIC)) {
    const given = child(place, key as keyof typeof OF_TACTIC);
    if (exists(given) && !(tactics as readonly Tactic[]).includes(kind)) problemAtKey(link.report, given, 'does-not-apply', `The tactic ${kind} has no use for ${JSON.stringify(key)}.`, `leave it out; it belongs to ${tactics.join(' and ')}`);
  }
  if (kind === 'equilibrium') checkTwo(link, place, party);
  const usedUp = child(place, 'used-up');
  if (kind === 'resource' && !exists(usedUp)) problemAtKey(link.report, child(place, 'tactic'), 'missing-key', 'The tactic resource needs "used-up": what is used up, 0 to 1.', 'used-up: exhaustion');
  switch (kind) {
    case 'time': return {};
    case 'tit-for-tat': return { tactic: { kind, kindness: givenAmount(link, child(place, 'kindness'), KINDNESS, link.raw ? { low: 0 } : { low: 0, high: 1 }) } };
    case 'resource': return { tactic: { kind, usedUp: numberExpression(link, usedUp, { party, standing: false }) } };
    case 'equilibrium':
    case 'random': return { tactic: { kind } };
  }
}

/** Rubinstein's bargaining is between two. */
function checkTwo(link: Link, place: Place<MannerFile>, party: string): void {
  const stages = entries(child(link.file, 'stages')).map(([id, stage]) => [id, texts(child(stage, 'signs'))] as const).filter(([, signs]) => signs.includes(party));
  for (const [id, signs] of stages) {
    if (signs.length === 2) continue;
    problemAtKey(link.report, child(place, 'tactic'), 'does-not-apply', `The tactic equilibrium is for two who sign; ${JSON.stringify(id)} is signed by ${signs.length}.`, 'use another tactic');
    return;
  }
}
