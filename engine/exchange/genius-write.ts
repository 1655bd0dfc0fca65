/** A scenario as files of the GENIUS platform: the domain and a profile a signatory. What those files cannot say is listed, never silently dropped. */
import type { Expression } from '../scenario/expression-tree.ts';
import type { Amount, Issue, Party, Scenario, Stage } from '../scenario/scenario.ts';
import { UNITS } from '../vocabulary.ts';

export interface GeniusFile { readonly name: string; readonly text: string }

export interface GeniusExport {
  readonly files: readonly GeniusFile[];
  /** What the scenario says and these files do not. */
  readonly leftOut: readonly string[];
}

/** `stage`: whose issues and signatories are written; the last one if not given. */
export function geniusFiles(scenario: Scenario, stage: Stage): GeniusExport {
  const issues = stage.issues.flatMap((id) => scenario.issues.filter((issue) => issue.id === id));
  const parties = stage.signs.flatMap((id) => scenario.parties.filter((party) => party.id === id));
  const profiles = parties.map((party) => profile(scenario, stage, issues, party));
  return {
    files: [{ name: 'domain.xml', text: domain(scenario, issues) }, ...profiles.map(({ file }) => file)],
    leftOut: [...leftOut(scenario, stage), ...profiles.flatMap((each) => each.leftOut)],
  };
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll(/[\t\n\r]+/gu, ' ');
}

/** Titles that are alike in one issue would be one value there. */
function titles(of: readonly { readonly id: string; readonly title: string }[]): readonly string[] {
  return of.map(({ id, title }) => (of.filter((each) => each.title === title).length > 1 ? `${title} (${id})` : title));
}

const issueTag = (index: number, name: string): string => `    <issue index="${index}" name="${escaped(name)}" type="discrete" etype="discrete" vtype="discrete">`;

function body(issues: readonly Issue[], item: (issue: Issue, option: number, name: string) => string): string {
  const names = titles(issues);
  return issues.map((issue, i) => [issueTag(i + 1, names[i] ?? issue.title), ...titles(issue.options).map((name, o) => `      <item index="${o + 1}" value="${escaped(name)}"${item(issue, o, name)}/>`), '    </issue>'].join('\n')).join('\n');
}

function domain(scenario: Scenario, issues: readonly Issue[]): string {
  return `<negotiation_template>
  <utility_space number_of_issues="${issues.length}">
  <objective index="0" name="${escaped(scenario.title)}" type="objective" etype="objective" description="">
${body(issues, () => ' description="" cost="0"')}
  </objective>
  </utility_space>
</negotiation_template>
`;
}

interface Written { readonly file: GeniusFile; readonly leftOut: readonly string[] }

function profile(scenario: Scenario, stage: Stage, issues: readonly Issue[], party: Party): Written {
  const amount = (of: Amount | undefined): number => (of === undefined ? 0 : 'value' in of ? of.value : scenario.levers.find((lever) => lever.id === of.lever)?.value ?? 0);
  const worthOf = (issue: Issue): Party['worth'][number] | undefined => party.worth.find((worth) => worth.issue === issue.id);
  const score = (issue: Issue, option: number): number => amount(worthOf(issue)?.scores[issue.options[option]?.id ?? '']);
  const best = issues.map((issue) => Math.max(0, ...issue.options.map((_, o) => score(issue, o))));
  const full = scenario.normalise ? 100 : Math.max(...best);
  // There, the best value of an issue is worth the whole of its weight; where ours is worth less, the weight must be less.
  const weights = issues.map((issue, i) => (amount(worthOf(issue)?.weight) * (best[i] ?? 0)) / full);
  const least = issues.some((issue) => issue.options.some((_, o) => score(issue, o) < 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const walkAway = constant(party.walkAway?.value ?? null);
  const reservation = walkAway === null || total === 0 ? null : Math.min(1, Math.max(0, reservationOf(walkAway)));
  /** Worth there is a share of what the best package of these issues is worth, so the walk-away value moves with it. */
  function reservationOf(value: number): number {
    const whole = scenario.normalise ? 100 * party.worth.reduce((sum, worth) => sum + amount(worth.weight), 0) : 1;
    const elsewhere = scenario.issues.filter((issue) => !issues.includes(issue)).reduce((sum, issue) => sum + amount(worthOf(issue)?.weight) * score(issue, issue.options.findIndex((option) => option.id === issue.standing)), 0);
    return (value * whole - elsewhere) / (total * full);
  }
  const days = stage.rounds * scenario.calendar.round.days;
  const { discount } = party.manner;
  const factor = discount === undefined ? null : Math.exp((-amount(discount.amount) * days) / UNITS[discount.per ?? 'day']);
  const text = `<utility_space type="any" number_of_issues="${issues.length}">
  <objective index="0" name="${escaped(scenario.title)}" type="objective" etype="objective" description="">
${body(issues, (issue, o) => ` evaluation="${score(issue, o)}"`)}
${weights.map((weight, i) => `    <weight index="${i + 1}" value="${total === 0 ? 0 : trim(weight, total)}"/>`).join('\n')}
  </objective>
${factor === null ? '' : `  <discount_factor value="${factor}"/>\n`}${reservation === null ? '' : `  <reservation value="${reservation}"/>\n`}</utility_space>
`;
  return {
    file: { name: `${party.id}.xml`, text },
    leftOut: [
      ...(party.walkAway !== null && walkAway === null ? [`${party.name}: its walk-away value, which moves (${party.walkAway.value.text})`] : []),
      ...(least ? [`${party.name}: scores below 0, which the platform does not know`] : []),
    ],
  };
}

/** A weight that was a share stays as it was written; others become shares. */
const trim = (weight: number, total: number): number => (Math.abs(total - 1) < 1e-9 ? weight : weight / total);

/** The number of an expression that is one; null if it can move. */
function constant(expression: Expression | null): number | null {
  return expression !== null && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(expression.text.trim()) ? Number(expression.text) : null;
}

function leftOut(scenario: Scenario, stage: Stage): readonly string[] {
  const { parties } = scenario;
  const lost: (readonly [boolean, string])[] = [
    [scenario.stages.length > 1, `the other ${scenario.stages.length - 1 === 1 ? 'stage' : 'stages'} (this is ${JSON.stringify(stage.id)})`],
    [stage.protocol !== 'alternating-offers', 'the mediator and its text: there, offers are made in turn'],
    [parties.some((party) => party.stances.length > 0), 'stances'],
    [parties.some((party) => party.redLines.length > 0), 'red lines'],
    [parties.some((party) => party.bonds.length > 0), 'bonds between terms'],
    [parties.some((party) => party.gauges.length > 0) || scenario.gauges.length > 0, 'gauges'],
    [scenario.events.length > 0, 'events'],
    [scenario.levers.length > 0, 'levers: their present values are written'],
    [parties.some((party) => party.ratifies !== null), 'ratification'],
    [parties.some((party) => party.looksAhead !== null), 'looking ahead'],
    [parties.some((party) => party.leaves !== null), 'when a party may leave'],
    [Object.keys(scenario.peace).length > 0, 'how long a peace lasts'],
    [parties.some((party) => stage.signs.includes(party.id) && (party.manner.sharpness !== 'exact' || party.manner.tactic !== undefined || !('value' in party.manner.exponent) || party.manner.exponent.value !== 1)), 'how the parties answer: there, agents are programs of their own'],
    [scenario.issues.length > stage.issues.length, 'issues of other stages, which stay as they are'],
    [scenario.issues.some((issue) => issue.options.some((option) => option.performedBy.length > 0)), 'who must carry an option out'],
    [scenario.claims.length > 0 || scenario.sources.length > 0 || scenario.figures.length > 0, 'the evidence: sources, claims and figures'],
  ];
  return lost.flatMap(([is, what]) => (is ? [what] : []));
}
