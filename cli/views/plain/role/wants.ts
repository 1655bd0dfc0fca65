/** What the party wants, in words: options from best to worst, what hangs together, when no deal is better, how far it looks. */
import { plain } from '../../../../engine/record/plain.ts';
import type { IssueWorth } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { duration } from '../show/values.ts';
import { list, outOf100, quoted } from '../words.ts';
import { bearsOn } from './bears.ts';
import { valueOf } from './role.ts';
import type { Role } from './role.ts';

const weights = (role: Role): number => role.party.worth.reduce((sum, one) => sum + valueOf(one.weight, role), 0);

/** 0.6 → 'most of all', of all that it wants. */
function importance(share: number): string {
  if (share >= 0.5) return 'more than all the rest together';
  if (share >= 0.25) return 'a great deal';
  return share >= 0.1 ? 'a good deal' : 'a little';
}

interface Ranked { readonly title: string; readonly score: number }

function rank(at: number, of: readonly Ranked[]): string {
  const [best, worst] = [of[0]?.score, of[of.length - 1]?.score];
  const score = of[at]?.score;
  if (best === worst) return 'as good';
  if (score === best) return 'best';
  return score === worst ? 'worst' : '';
}

const COLUMN = 7;

function issueLines(worth: IssueWorth, role: Role, at: Page): string[] {
  const { seen } = role;
  const issue = seen.issues.find((one) => one.id === worth.issue);
  const share = valueOf(worth.weight, role) / weights(role);
  const ranked = (issue?.options ?? []).map((option): Ranked => ({ title: plain(option.title), score: valueOf(worth.scores[option.id] ?? { value: 0 }, role) })).sort((a, b) => b.score - a.score);
  const number = (score: number): string => (seen.normalise ? ` (${Math.round(score)} of 100)` : '');
  return [
    ...wrap(`${at.paint.bold(names.issue(seen, worth.issue))}: matters ${importance(share)}${seen.normalise ? ` (${outOf100(share)} of 100)` : ''}`, at.width, '  ', '    '),
    ...ranked.flatMap((one, index) => wrap(`${one.title}${number(one.score)}`, at.width, `    ${rank(index, ranked).padEnd(COLUMN)}  `, ' '.repeat(COLUMN + 8))),
  ];
}

function bonds(role: Role, at: Page): string[] {
  const total = weights(role);
  return role.party.bonds.flatMap((bond) => {
    const worth = valueOf(bond.worth, role);
    const size = role.seen.normalise && total > 0 ? ` (${outOf100(Math.abs(worth) / total)} of 100)` : '';
    return wrap(`${names.terms(role.seen, bond.when)}: together ${worth < 0 ? 'worse' : 'better'} for you than each alone${size}.`, at.width, '  - ', '    ');
  });
}

export function wants(role: Role, at: Page): string[] {
  const { party } = role;
  const wanted = party.worth.filter((one) => valueOf(one.weight, role) > 0).sort((a, b) => valueOf(b.weight, role) - valueOf(a.weight, role));
  if (wanted.length === 0) return wrap('The model gives you no wishes of your own on what is on the table.', at.width, '  ');
  const missing = role.seen.issues.filter((issue) => !wanted.some((one) => one.issue === issue.id)).map((issue) => quoted(plain(issue.title)));
  return [
    ...wanted.flatMap((one) => issueLines(one, role, at)),
    ...(missing.length === 0 ? [] : wrap(`Of no weight to you: ${list(missing)}.`, at.width, '  ')),
    ...bonds(role, at),
  ];
}

/** When no deal is better, and how far ahead it looks. */
export function limits(role: Role, at: Page): string[] {
  const { party, seen, walkAway } = role;
  const lines: string[] = [];
  if (party.walkAway !== null && walkAway !== null) {
    const bears = bearsOn(party.walkAway.value, role);
    const level = seen.normalise ? `worth less to you than about ${outOf100(walkAway)} of 100` : 'worth less to you than no deal';
    lines.push(...wrap(`At the opening you would rather have no deal than a text that is as a whole ${level}, counting each issue by how much it matters. Keep this to yourself.${bears === null ? '' : ` It moves with ${bears}.`}`, at.width, '  '));
  }
  if (party.looksAhead !== null) {
    const { over, war, doubt, stages } = party.looksAhead;
    const trust = valueOf(doubt, role);
    const believes = trust > 1 ? 'and trust it less than the published record would have you' : trust < 1 ? 'and trust it more than the published record would have you' : 'as the published record of such agreements would have it';
    const renewed = seen.normalise ? `, and war would be worth ${outOf100(valueOf(war, role))} of 100 to you` : '';
    lines.push(...wrap(`In ${list(stages.map((id) => quoted(names.stage(seen, id))))} you weigh a text by whether it would last ${duration(over)}, ${believes}${renewed}. What makes it last makes it worth more.`, at.width, '  '));
  }
  return lines;
}
