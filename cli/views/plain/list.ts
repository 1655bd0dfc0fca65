/** The shipped scenarios: name, title, question, and what there is to them beside the talks. */
import { plain } from '../../../engine/record/plain.ts';
import type { Collection, Titled } from '../../find.ts';
import { page, wrap } from './layout.ts';
import type { Page } from './layout.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { capital, count, day, list, span } from './words.ts';

/** What a scenario has beside the talks themselves. */
export interface Features {
  /** The days on which it is meant to be started. */
  readonly starts: readonly string[];
  readonly views: readonly string[];
  /** Whether --vary draws anything. */
  readonly varies: boolean;
  /** Parties with a vote at home, that look ahead, that are bound without signing. */
  readonly ratifies: readonly string[];
  readonly looksAhead: readonly string[];
  readonly binds: readonly string[];
  /** For how long the peace is followed; null: not at all. */
  readonly horizonDays: number | null;
  /** Red lines that are not stated, and such as are stated and not held. */
  readonly hidden: number;
  readonly bluffs: number;
}

export function featuresOf({ starts, views, levers, parties, stages, horizon }: Scenario): Features {
  const lines = parties.flatMap((party) => party.redLines);
  return {
    starts, views: views.map((view) => view.id), varies: views.length > 0 || levers.some((lever) => lever.distribution !== null),
    ratifies: parties.filter((party) => party.ratifies !== null).map((party) => party.id), looksAhead: parties.filter((party) => party.looksAhead !== null).map((party) => party.id),
    binds: [...new Set(stages.flatMap((stage) => stage.binds))], horizonDays: horizon?.days ?? null,
    hidden: lines.filter((line) => !line.stated).length, bluffs: lines.filter((line) => !line.held).length,
  };
}

/** In a sentence or two; nothing where there is nothing. */
function features(of: Features): string {
  const has = [
    ...(of.views.length > 0 ? [count(of.views.length, 'view')] : []),
    ...(of.varies ? ['levers that can be drawn'] : []),
    ...(of.ratifies.length > 0 ? ['votes at home'] : []),
    ...(of.looksAhead.length > 0 ? ['parties that look ahead'] : []),
    ...(of.binds.length > 0 ? ['parties bound without signing'] : []),
    ...(of.hidden > 0 ? [count(of.hidden, 'unstated red line')] : []),
    ...(of.bluffs > 0 ? [count(of.bluffs, 'red line stated and not held', 'red lines stated and not held')] : []),
    ...(of.horizonDays === null ? [] : [`the ${span(of.horizonDays)} after`]),
  ];
  const starts = of.starts.length > 1 ? `Starts on ${list(of.starts.map(day), 'or')}.` : '';
  return [starts, has.length === 0 ? '' : `${capital(list(has))}.`].filter((one) => one !== '').join(' ');
}

/** `variants`: shipped files that change one assumption of it. */
export type Listed = { readonly name: string; readonly variants: readonly Titled[] } & (
  | ({ readonly title: string; readonly question: string; readonly start: string; readonly rounds: number; readonly hash: string } & Features)
  | { readonly problems: number });

/** A variant is named by what sets it apart; its question is the scenario's. */
function variantLines(variants: readonly Titled[], width: number): readonly string[] {
  if (variants.length === 0) return [];
  return [
    ...wrap('Variants, each with one assumption changed:', width, '  '),
    ...variants.flatMap(({ name, title }) => wrap(`${name} · ${plain(title)}`, width, '    ')),
  ];
}

/** Scenarios that are shipped in a folder of their own, and are opened by its name and theirs. */
export interface Collected { readonly folder: Collection; readonly scenarios: readonly Titled[] }

const PURPOSES: Readonly<Record<Collection, string>> = {
  history: 'Past talks, made from what was known before they ended; winset backtest holds all of them against how they ended',
  spatial: 'Issues that are quantities; winset baselines NAME sets simpler models beside the runs',
};

function collectionLines({ folder, scenarios }: Collected, at: Page): readonly string[] {
  if (scenarios.length === 0) return [];
  return [
    '', ...wrap(`${PURPOSES[folder]}:`, at.width),
    ...scenarios.flatMap(({ name, title }) => wrap(`${at.paint.bold(name)} · ${plain(title)}`, at.width, '  ', '    ')),
  ];
}

export function scenarioList(scenarios: readonly Listed[], collections: readonly Collected[], at: Page): string {
  if (scenarios.length === 0) return page(['No scenarios are installed beside the program.']);
  const entries = scenarios.flatMap((one) => {
    if ('problems' in one) return ['', at.paint.bold(one.name), ...wrap(`has ${count(one.problems, 'problem')}: winset check ${one.name}`, at.width, '  ')];
    const more = features(one);
    return [
      '', ...wrap(`${at.paint.bold(one.name)} · ${plain(one.title)}`, at.width), ...wrap(plain(one.question), at.width, '  '),
      ...[...(more === '' ? [] : wrap(more, at.width, '  ')), ...variantLines(one.variants, at.width)].map(at.paint.dim),
    ];
  });
  return page([...entries.slice(1), ...collections.flatMap((one) => collectionLines(one, at)), '', ...wrap('To step through one: winset step NAME. To read about it: winset show NAME. What a variant changes: winset compare SCENARIO VARIANT.', at.width)]);
}
