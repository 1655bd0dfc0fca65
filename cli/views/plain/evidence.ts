/** What a scenario rests on, as a page: counts, red lines with their claims, what hangs on one source, who contradicts whom. */
import { plain } from '../../../engine/record/plain.ts';
import type { EvidencedValue, EvidenceReport, Grounds } from '../../../engine/index.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Voice } from '../../../engine/vocabulary.ts';
import { standingOf } from './afterwards.ts';
import { onOtherDays, valueList } from './evidence-words.ts';
import type { OtherStart } from './evidence-words.ts';
import { shellWord } from './commandline.ts';
import { heading, pad, page, rule, widest, title, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import * as names from './names.ts';
import { claimLines } from './show/sources.ts';
import { count, day, list, percent, quoted } from './words.ts';

export const VOICE_WORDS: Readonly<Record<Voice, string>> = { 'on-record': 'On record', unnamed: 'Unnamed sources', reporter: "The reporter's account", headline: 'Headlines' };

interface Row extends Grounds { readonly label: string }

const FIGURES = 27;

/** Three numbers beside a label; a label that is too long has lines of its own above them. */
function table(rows: readonly Row[], at: Page): string[] {
  const label = widest(rows.map((row) => row.label), Math.max(10, at.width - FIGURES - 4));
  const numbers = (cols: readonly (string | number)[]): string => cols.map((col) => String(col).padStart(9)).join('');
  return [
    at.paint.dim(`${pad('', label + 2)}${numbers(['claims', 'figures', 'assumed'])}`),
    ...rows.flatMap((row) => {
      const lines = wrap(row.label, label + 2, '  ', '    ');
      const last = lines.pop() ?? '';
      return [...lines, `${pad(last, label + 2)}${numbers([row.claims, row.figures, row.assumed])}`];
    }),
  ];
}

function overall(report: EvidenceReport, at: Page): string[] {
  const share = (of: number): string => (report.values === 0 ? '' : ` (${percent(of / report.values)})`);
  const sized = report.sized === 0 ? '' : `; ${report.sized} of them assume a size besides, as claims give none`;
  return [
    ...wrap(`Claims of documents: ${report.claims}${share(report.claims)}${sized}.`, at.width, '  ', '    '),
    ...wrap(`Published figures, without a claim: ${report.figures}${share(report.figures)}.`, at.width, '  ', '    '),
    ...wrap(`Assumption alone: ${report.assumed}${share(report.assumed)}.`, at.width, '  ', '    '),
  ];
}

function voices(report: EvidenceReport, at: Page): string[] {
  return report.voices.filter((one) => one.claims > 0).flatMap((one) => wrap(
    `${VOICE_WORDS[one.voice]}: ${count(one.claims, 'claim')}, on which ${count(one.values, 'value rests', 'values rest')}; ${one.alone} on no other voice.`, at.width, '  ', '    '));
}

function redLines(report: EvidenceReport, scenario: Scenario, at: Page): string[] {
  return scenario.parties.flatMap((party) => {
    const own = report.redLines.filter((line) => line.party === party.id);
    if (own.length === 0) return [];
    return [...wrap(at.paint.bold(plain(party.name)), at.width, '  '), ...own.flatMap((line) => {
      const standing = standingOf(line);
      const rests = [...(line.figure === null ? [] : [`figure ${plain(line.figure)}`]), ...(line.assumed === null ? [] : [`assumed: ${plain(line.assumed)}`])];
      return [
        ...wrap(`${plain(line.title)}${standing === '' ? '' : ` (${standing})`}`, at.width, '  - ', '    '),
        ...claimLines(scenario.claims.filter((claim) => line.claims.includes(claim.id)), at, '      '),
        ...rests.flatMap((one) => wrap(one, at.width, '      ', '        ')),
      ];
    })];
  });
}

const MOST = 12;

function sources(report: EvidenceReport, scenario: Scenario, values: readonly EvidencedValue[], at: Page): string[] {
  return report.sources.filter((one) => one.values > 0).flatMap((one) => {
    const alone = values.filter((value) => one.alone.includes(value.path));
    const only = alone.length === 0 ? 'none of them on it alone' : alone.length === one.values ? 'all of them on no other' : `${alone.length} of them on no other:`;
    return [
      ...wrap(`${at.paint.bold(`${plain(one.source)} · ${plain(one.title)}`)}: ${count(one.values, 'value rests', 'values rest')} on it, ${only}`, at.width, '  ', '    '),
      ...valueList(alone, scenario, at, MOST),
    ];
  });
}

function contradictions(report: EvidenceReport, scenario: Scenario, values: readonly EvidencedValue[], at: Page): string[] {
  return report.contradictions.flatMap(({ claims, values: paths }) => [
    ...wrap(`${list(claims.map((id) => at.paint.bold(plain(id))))} contradict each other`, at.width, '  '),
    ...claims.flatMap((id, side) => {
      const resting = values.filter((value) => paths[side]?.includes(value.path));
      return [
        ...claimLines(scenario.claims.filter((claim) => claim.id === id), at, '    '),
        ...(resting.length === 0 ? wrap('Nothing rests on it.', at.width, '      ') : valueList(resting, scenario, at, MOST)),
      ];
    }),
  ]);
}

/** `values`: all of the scenario, in the file's order. */
export function evidencePage(report: EvidenceReport, values: readonly EvidencedValue[], scenario: Scenario, name: string, at: Page): string {
  const part = (head: string, lines: readonly string[]): string[] => (lines.length > 0 ? [...heading(head.toUpperCase(), at), ...lines] : []);
  const own = (id: string | null): string => (id === null ? "Nobody's own" : plain(names.partyOf(scenario, id)?.name ?? id));
  const figure = (id: string): string => `${plain(id)}: ${plain(scenario.figures.find((one) => one.id === id)?.title ?? '')}`;
  return page([
    ...title(plain(scenario.title), at),
    ...wrap(`What its ${count(report.values, 'value')} rest on, as it stands on ${day(scenario.from)}. What the format supplies where the file is silent is not counted.`, at.width),
    ...part('In all', overall(report, at)),
    ...part('Whose voice', voices(report, at)),
    ...part('By party', table(report.parties.map((one) => ({ ...one, label: own(one.party) })), at)),
    ...part('By issue', table(report.issues.map((one) => ({ ...one, label: names.issue(scenario, one.issue) })), at)),
    ...part('Red lines and their claims', redLines(report, scenario, at)),
    ...part('Source by source', sources(report, scenario, values, at)),
    ...part('Claims that contradict each other', contradictions(report, scenario, values, at)),
    ...part('Claims on which nothing rests', claimLines(scenario.claims.filter((claim) => report.unused.includes(claim.id)), at)),
    ...part('Claims of later days, not counted here', report.later.length === 0 ? [] : wrap(`${list(report.later.map(plain))}.`, at.width, '  ')),
    ...part('Figures still to be checked', report.toCheck.flatMap((id) => wrap(figure(id), at.width, '  - ', '    '))),
    '', at.paint.dim(rule(at.width)),
    ...wrap(`What rests on a claim or a source: winset evidence ${shellWord(name)} --claim ID. What changes without it: --without ID.`, at.width),
  ]);
}

/** A claim or a source, and all that rests on it. */
export function claimPage(id: string, resting: readonly { readonly value: EvidencedValue; readonly alone: boolean }[], starts: readonly OtherStart[], scenario: Scenario, at: Page): string {
  const source = scenario.sources.find((one) => one.id === id);
  const claims = scenario.claims.filter((claim) => claim.id === id || claim.source === id);
  const against = claims.flatMap((claim) => claim.contradicts.map((other) => `${plain(claim.id)} is contradicted by ${plain(other)}: ${quoted(plain(scenario.claims.find((one) => one.id === other)?.says ?? ''))}`));
  const others = ({ evidence }: EvidencedValue): readonly string[] => evidence.because.filter((one) => !claims.some((claim) => claim.id === one)).map(plain);
  const note = (value: EvidencedValue): string => {
    const more = [...others(value), ...(value.evidence.figure === undefined ? [] : [`figure ${plain(value.evidence.figure)}`]), ...(value.evidence.assumed === undefined ? [] : ['an assumption'])];
    return more.length === 0 ? ' (on nothing else)' : ` (also on ${list(more)})`;
  };
  const alone = resting.filter((one) => one.alone).length;
  const summary = resting.length === 0 ? `Nothing in this scenario rests on it${scenario.starts.length > 1 ? `, as it stands on ${day(scenario.from)}` : ''}.` : `${count(resting.length, 'value rests', 'values rest')} on it, ${alone === resting.length ? 'and' : `${alone} of them`} on no other ${source === undefined ? 'claim' : 'source'}.`;
  return page([
    ...(source === undefined ? [] : title(`${plain(source.id)} · ${plain(source.title)}, ${day(source.date)}`, at)),
    ...claimLines(claims, at),
    ...against.flatMap((one) => wrap(one, at.width, '  ')),
    ...heading(summary, at),
    ...(resting.length > 0 ? [] : onOtherDays(starts).flatMap((line) => wrap(line, at.width))),
    ...valueList(resting.map((one) => one.value), scenario, at, 1000, note),
  ]);
}
