/** How many packages a domain may have: as many as a scenario. */
import type { Report } from '../scenario/report.ts';
import type { Domain } from './domain.ts';

const MOST_PACKAGES = 2 ** 20;

/** Whether all its packages can be looked at; reports at the issue with which they become too many. */
export function fewEnough(domain: Domain, report: Report): boolean {
  let packages = 1;
  for (const { title, values, origin } of domain.issues) {
    packages *= values.length;
    if (packages <= MOST_PACKAGES) continue;
    const all = domain.issues.reduce((product, issue) => product * issue.values.length, 1);
    report.at('too-many-packages', origin, '', `With ${JSON.stringify(title)} there are more than ${MOST_PACKAGES} packages, in all ${all}.`, 'leave out issues that decide nothing, or list fewer values');
    return false;
  }
  return true;
}
