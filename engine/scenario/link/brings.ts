/** Which truces a scenario can bring about. */
import type { Id, Truce } from '../../vocabulary.ts';
import { child, entries, isMap, text } from '../place.ts';
import type { Link } from './context.ts';

/** Issues of which an option brings the truce. */
export function issuesBringing(link: Link, truce: Truce): ReadonlySet<Id> {
  const found = new Set<Id>();
  for (const [issue, body] of entries(child(link.file, 'issues'))) {
    for (const [, option] of entries(child(body, 'options'))) if (isMap(option) && text(child(option, 'brings')) === truce) found.add(issue);
  }
  return found;
}

export function brings(link: Link, truce: Truce): boolean {
  return issuesBringing(link, truce).size > 0;
}
