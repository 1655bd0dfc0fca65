/** A domain and its profiles as the text of a scenario: offers in turn, and nothing that the files do not say but what is marked as assumed. */
import { said, type Domain, type DomainIssue, type Profile } from './domain.ts';
import { apart, idsFor } from './ids.ts';

export interface DraftOptions {
  readonly id: string;
  /** Rounds of the talks. */
  readonly rounds: number;
  /** Names of the files, for people. */
  readonly from: readonly string[];
}

const quoted = (words: string): string => JSON.stringify(words);
/** What people wrote of a thing, as comments above it: the format has no place for it. */
const comments = (indent: string, lines: readonly string[]): string => lines.map((line) => `${indent}# ${line}\n`).join('');
const descriptions = ({ description, descriptions: each, values }: DomainIssue): readonly string[] => [
  ...(description === null ? [] : [description]), ...each.flatMap((one, o) => (one === null ? [] : [`${said(values[o] ?? '')}: ${one}`])),
];
/** As short as it reads back exactly. */
const figure = (value: number): string => String(value);

export function offersDraft(domain: Domain, profiles: readonly Profile[], { id, rounds, from }: DraftOptions): string {
  const issues = idsFor(domain.issues.map(({ title }) => title), 'issue');
  const options = domain.issues.map(({ values }) => idsFor(values, 'value'));
  const names = apart(profiles.map(({ name }) => name));
  const parties = idsFor(names, 'party');
  const assumed = (profile: Profile): string => quoted(`as in ${profile.from}`);
  const worth = (profile: Profile, i: number): string =>
    `      ${issues[i]}: { weight: ${figure(profile.weights[i] ?? 0)}, scores: { ${(options[i] ?? []).map((option, o) => `${option}: ${figure(profile.scores[i]?.[o] ?? 0)}`).join(', ')} }, assumed: ${assumed(profile)} }`;
  const discount = (profile: Profile): string => (profile.discount === null ? '' : `, discount: ${figure(-Math.log(profile.discount) / rounds)} / day`);
  return `# yaml-language-server: $schema=./winset.schema.json
# Made by \`winset import\` from ${from.map((name) => name.replaceAll(/[\r\n]/gu, ' ')).join(', ')}. What the files do not say is assumed: the days, the number of rounds, exact answers, what
# stands while nothing is agreed (the first value of each issue; it bears on nothing here).
${comments('', domain.description === null ? [] : [domain.description])}winset: 1
id: ${id}
title: ${quoted(domain.title)}
question: What do they agree on when they make offers in turn, and when?
leaves-out: [everything that the imported files do not say]
calendar: { start: 2025-01-06, round: 1 day, rounds: ${rounds} }
issues:
${domain.issues.map((issue, i) => `  ${issues[i]}:
    title: ${quoted(issue.title)}
${comments('    ', descriptions(issue))}    options: { ${issue.values.map((value, o) => `${options[i]?.[o]}: ${quoted(value)}`).join(', ')} }
    standing: ${options[i]?.[0]}`).join('\n')}
parties:
${profiles.map((profile, p) => `  ${parties[p]}:
    name: ${quoted(names[p] ?? profile.name)}
    worth:
${issues.map((_, i) => worth(profile, i)).join('\n')}
    walk-away: { value: ${figure(profile.reservation ?? 0)}, assumed: ${profile.reservation === null ? quoted('the files give no reservation value: any agreement is better than none') : assumed(profile)} }
    manner: { sharpness: exact, spread: 0, firmness: 0${discount(profile)}, assumed: ${quoted('as platforms of automated negotiation play: no doubt, no difference from run to run')} }`).join('\n')}
tracks:
  table: { title: The table, seats: [${parties.join(', ')}], assumed: everybody is there }
stages:
  deal: { title: The deal, issues: [${issues.join(', ')}], signs: [${parties.join(', ')}], protocol: alternating-offers, rounds: ${rounds}, assumed: offers in turn }
outcomes:
  - { id: deal, title: They agree, when: settled.deal }
  - { id: no-deal, title: They do not agree, otherwise: true }
`;
}
