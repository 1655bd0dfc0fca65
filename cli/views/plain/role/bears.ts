/** What an expression of the party's own depends on, in words: for people who do not read formulas. */
import type { Expression, NumberName, NumberTree, TruthName, TruthTree, WordName } from '../../../../engine/scenario/expression-tree.ts';
import * as names from '../names.ts';
import { list, quoted } from '../words.ts';
import type { Role } from './role.ts';

type Name = NumberName | TruthName | WordName;

function named(tree: NumberTree | TruthTree): readonly Name[] {
  switch (tree.op) {
    case 'number': case 'truth': return [];
    case 'name': case 'holds': case 'is': case 'in': return [tree.name];
    case 'negate': case 'not': return named(tree.of);
    case 'min': case 'max': return tree.of.flatMap(named);
    case 'if': return [...named(tree.test), ...named(tree.then), ...named(tree.else)];
    default: return [...named(tree.left), ...named(tree.right)];
  }
}

/** null for a lever: that is an assumption of the model, and nothing that a role can watch. */
function words(name: Name, { seen, party }: Role): string | null {
  const mine = (id: string): string => (id === party.id ? 'your' : names.whose(names.party(seen, id)));
  switch (name.kind) {
    case 'lever': return null;
    case 'gauge': {
      if (name.party !== null && name.party !== party.id) return `how things stand with ${names.party(seen, name.party)}`;
      return quoted(names.gauge(seen, name.party === null ? name.gauge : `${name.party}.${name.gauge}`).replace(/ \([^()]*\)$/u, ''));
    }
    case 'round': case 'days': return 'how much time has passed';
    case 'truce-days': return 'how long a truce has held';
    case 'peace-days': case 'collapsed': return 'whether the agreement lasts';
    case 'refusals': return 'how many texts have been refused';
    case 'standing': return 'what holds while nothing new is signed';
    case 'settled': case 'ratified': case 'repudiated': return `what becomes of ${quoted(names.stage(seen, name.stage))}`;
    case 'fighting': return 'whether there is fighting';
    case 'diplomacy': case 'ended': case 'stage': return 'how the talks stand';
    case 'in-force': return `what is in force on ${quoted(names.issue(seen, name.issue))}`;
    case 'posture': return `whether ${name.party === party.id ? 'you attend' : `${names.party(seen, name.party)} attends`}`;
    case 'stance': return `${mine(name.party)} stance on ${quoted(names.issue(seen, name.issue))}`;
    case 'line': return `${mine(name.party)} red line ${name.party === party.id || names.partyOf(seen, name.party)?.redLines.some((line) => line.id === name.line) === true ? quoted(names.line(seen, name.party, name.line)) : 'that you do not know of'}`;
  }
}

/** '“Cost of the quarrel” and how many texts have been refused'; null if it depends on nothing that a role can watch. */
export function bearsOn(expression: Expression, role: Role): string | null {
  const said = [...new Set(named(expression.tree).map((name) => words(name, role)).filter((one) => one !== null))];
  return said.length === 0 ? null : list(said);
}
