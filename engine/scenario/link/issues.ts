/** Issues and their options. */
import { TRUCES } from '../../vocabulary.ts';
import { child, entries, exists, isMap, numeric, problemAtKey, text } from '../place.ts';
import type { Issue, Option } from '../scenario.ts';
import type { Link } from './context.ts';
import { checkPlaces } from './positions.ts';
import { readOption, readParties } from './terms.ts';

/** Packages are counted through, so there must not be too many. */
export const MOST_PACKAGES = 2 ** 20;

export function readIssues(link: Link): readonly Issue[] {
  const place = child(link.file, 'issues');
  let packages = 1;
  const issues = entries(place).map(([id, issue]): Issue => {
    const files = child(issue, 'options');
    const options = entries(files).map(([option, file]): Option => {
      if (!isMap(file)) return { id: option, title: text(file) ?? option, performedBy: [] };
      const brings = TRUCES.find((truce) => truce === text(child(file, 'brings')));
      const at = numeric(child(file, 'at'));
      return { id: option, title: text(child(file, 'title')) ?? option, performedBy: readParties(link, child(file, 'performed-by')), ...(brings === undefined ? {} : { brings }), ...(at === undefined ? {} : { at }) };
    });
    if (exists(files) && options.length < 2 && isMap(files)) problemAtKey(link.report, files, 'too-few', `The issue ${JSON.stringify(id)} has ${options.length === 1 ? 'one option' : 'no options'}, so there is nothing to negotiate.`, 'give it two options or more');
    checkPlaces(link, issue);
    packages *= Math.max(1, options.length);
    return { id, title: text(child(issue, 'title')) ?? id, options, standing: readOption(link, child(issue, 'standing'), id) ?? options[0]?.id ?? '' };
  });
  if (isMap(place) && issues.length === 0) problemAtKey(link.report, place, 'too-few', 'There is no issue, so there is nothing to negotiate.', 'write one: bridge: { title: The bridge, options: { open: It opens, shut: It stays shut }, standing: shut }');
  if (packages > MOST_PACKAGES) problemAtKey(link.report, place, 'too-many-packages', `The options of all issues make ${packages.toExponential(1)} packages; up to 2^20 (about a million) can be looked through.`, 'leave out options or issues that do not decide anything');
  return issues;
}
