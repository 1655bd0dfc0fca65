/** A table of actors as the text of a scenario with one issue, a quantity: worth falls evenly with the distance from one's position. */
import type { ActorTable } from './actor-table.ts';
import { idsFor } from './ids.ts';

export interface SpatialOptions { readonly id: string; readonly title: string; readonly rounds: number; readonly from: string }

/** Options on an even grid between the outermost positions; and besides, the positions themselves while they are few. */
const STEPS = 20;
const MOST_OPTIONS = 120;

const quoted = (words: string): string => JSON.stringify(words);
/** Twelve digits take the traces of binary fractions away. */
const tidy = (value: number): number => Number(value.toPrecision(12));

export function placesOf(positions: readonly number[]): readonly number[] {
  const low = Math.min(...positions);
  const high = Math.max(...positions);
  const grid = Array.from({ length: STEPS + 1 }, (_, step) => tidy(low + ((high - low) * step) / STEPS));
  const all = [...new Set([...grid, ...positions])].sort((a, b) => a - b);
  return all.length <= MOST_OPTIONS ? all : grid;
}

export function spatialDraft({ actors, quantity }: ActorTable, { id, title, rounds, from }: SpatialOptions): string {
  const parties = idsFor(actors.map(({ name }) => name), 'actor');
  const places = placesOf(actors.map(({ position }) => position));
  const options = idsFor(places.map((place) => `at ${String(place).replace('-', 'minus ').replace('e+', 'e')}`), 'at');
  const low = places[0] ?? 0;
  const span = (places.at(-1) ?? 0) - low;
  const assumed = quoted(`as in ${from}`);
  return `# yaml-language-server: $schema=./winset.schema.json
# Made by \`winset import\` from ${from.replaceAll(/[\r\n]/gu, ' ')}. What the table does not say is assumed: that all must agree, what no deal is worth to them (the lever), how they
# answer, the days, what stands while nothing is agreed (the lowest place; it bears on nothing here). Capability bears on the baselines only: here everybody can say no.
winset: 1
id: ${id}
title: ${quoted(title)}
question: ${quoted(`On which ${quantity} do they agree, beside what simple baselines say?`)}
leaves-out: [everything that the table does not say]
calendar: { start: 2025-01-06, round: 1 week, rounds: ${rounds} }
levers:
  no-deal: { title: "What no deal is worth to each, beside the place that it would have", value: 0.3, range: [0, 0.9], assumed: no table of this kind says it }
issues:
  place:
    title: ${quoted(quantity)}
    options:
${places.map((place, o) => `      ${options[o]}: { title: ${quoted(String(place))}, at: ${place} }`).join('\n')}
    standing: ${options[0]}
parties:
${actors.map(({ name, position, capability, salience }, p) => `  ${parties[p]}:
    name: ${quoted(name)}
    positions: { place: { at: ${position}, capability: ${capability}, salience: ${salience}, assumed: ${assumed} } }
    worth: { place: { weight: 1, scores: { ${places.map((place, o) => `${options[o]}: ${tidy(100 * (1 - Math.abs(place - position) / span))}`).join(', ')} }, assumed: "worth falls evenly with the distance" } }
    walk-away: { value: no_deal, assumed: the lever }
    manner: { prefers: others, assumed: "of what is enough for it, it offers what suits the others best" }`).join('\n')}
tracks:
  table: { title: The table, seats: [${parties.join(', ')}], assumed: everybody is there }
stages:
  deal: { title: The deal, issues: [place], signs: [${parties.join(', ')}], protocol: alternating-offers, rounds: ${rounds}, assumed: offers in turn }
outcomes:
  - { id: deal, title: They agree, when: settled.deal }
  - { id: no-deal, title: They do not agree, otherwise: true }
`;
}
