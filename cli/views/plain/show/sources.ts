/** What the scenario's values rest on: claims under their documents, and published figures. */
import { valuesOf } from '../../../../engine/analysis/evidence.ts';
import { plain } from '../../../../engine/record/plain.ts';
import type { Claim, Scenario } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import { day, list, number } from '../words.ts';

const VOICES = { 'on-record': 'on record', unnamed: 'unnamed source', reporter: "the reporter's account", headline: 'headline' } as const;

/** '002.7  Ukraine rejects … (on record, Mon 21 Apr 2025)', one below the other. */
export function claimLines(of: readonly Claim[], at: Page, indent = '  '): string[] {
  const column = Math.max(0, ...of.map((claim) => plain(claim.id).length));
  return of.flatMap((claim) => wrap(`${plain(claim.says)} (${VOICES[claim.voice]}, ${day(claim.date)})${claim.contradicts.length > 0 ? `; contradicted by ${list(claim.contradicts.map(plain))}` : ''}`, at.width, `${indent}${plain(claim.id).padEnd(column)}  `, indent + ' '.repeat(column + 2)));
}

export function claims(scenario: Scenario, at: Page): string[] {
  return scenario.sources.flatMap((source) => {
    const of = scenario.claims.filter((claim) => claim.source === source.id);
    return [...wrap(`${at.paint.bold(`${plain(source.id)} · ${plain(source.title)}`)}, ${day(source.date)}`, at.width, '  '), ...claimLines(of, at)];
  });
}

const STATUS = { seen: 'seen in the source', computed: 'computed from the source', 'to-be-checked': 'still to be checked' } as const;

/** Only the figures that something in the scenario rests on: a shared file may hold many more. */
export function figures(scenario: Scenario, at: Page): string[] {
  const hazards = Object.values(scenario.peace).flatMap(({ base }) => ('figure' in base ? [base.figure] : []));
  const used = new Set([...hazards, ...valuesOf(scenario).map(({ evidence }) => evidence.figure)]);
  return scenario.figures.filter((figure) => used.has(figure.id)).flatMap((figure) => {
    const value = figure.value === undefined ? '' : ` = ${number(figure.value)}`;
    const curve = figure.survival === undefined ? '' : `; still holding ${figure.survival.map(([days, share]) => `after ${Math.round(days)} days ${number(share)}`).join(', ')}`;
    return wrap(`${at.paint.bold(figure.id)}${value}: ${plain(figure.title)}; ${plain(figure.source)}; ${STATUS[figure.status]}${curve}`, at.width, '  - ', '    ');
  });
}
