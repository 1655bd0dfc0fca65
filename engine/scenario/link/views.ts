/** Distributions of levers, and views: what experts disagree about. */
import type { Distribution } from '../../chance/distribution.ts';
import type { Id } from '../../vocabulary.ts';
import { VIEW_WEIGHT } from '../defaults.ts';
import { didYouMean } from '../nearest.ts';
import { child, entries, exists, isMap, items, nameOf, numeric, problemAt, problemAtKey, text } from '../place.ts';
import type { Place } from '../place.ts';
import type { View } from '../scenario.ts';
import type { Link } from './context.ts';
import { readEvidence, sourceInstead } from './evidence.ts';

type LeverFile = NonNullable<NonNullable<Link['file']['shape']>['levers']>[string];
type Range = readonly [low: number, high: number];

const KINDS = ['uniform', 'triangular', 'pert', 'normal', 'discrete'] as const;

export function readDistribution(link: Link, lever: Place<LeverFile>, range: Range): Distribution | null {
  const place = child(lever, 'distribution');
  if (!isMap(place)) return null;
  const given = KINDS.filter((kind) => exists(child(place, kind)));
  const [kind] = given;
  if (kind === undefined || given.length > 1) {
    problemAtKey(link.report, place, 'one-of', `A distribution is one of ${KINDS.join(', ')}, and this has ${kind === undefined ? 'none' : given.join(' and ')}.`, 'as in { triangular: [0.2, 0.5, 0.8] }');
    return null;
  }
  const at = child(place, kind);
  const outOfRange = (message: string, hint: string): null => {
    problemAt(link.report, at, 'out-of-range', message, hint);
    return null;
  };
  const inRange = (values: readonly number[]): boolean => {
    const bad = values.find((value) => value < range[0] || value > range[1]);
    if (bad !== undefined) outOfRange(`${bad} lies outside of the range ${range[0]} to ${range[1]} of the lever.`, 'widen the range, or narrow the distribution');
    return bad === undefined;
  };
  if (kind === 'discrete') {
    const values = items(at).map((pair): readonly [number, number] => {
      const [value, weight] = items(pair).map((one) => numeric(one) ?? 0);
      return [value ?? 0, weight ?? 0];
    });
    if (values.some(([, weight]) => weight < 0) || !values.some(([, weight]) => weight > 0)) return outOfRange('The weights are 0 or more, and one of them is more.', '[[value, weight], [value, weight]]');
    return inRange(values.map(([value]) => value)) ? { kind, values } : null;
  }
  const numbers = items(at).map(numeric).filter((one) => one !== undefined);
  // Too few numbers, or something else than numbers: the shape check has spoken.
  if (numbers.length !== (kind === 'uniform' || kind === 'normal' ? 2 : 3)) return null;
  const [a = 0, b = 0, c = 0] = numbers;
  if (kind === 'normal') {
    if (b < 0) return outOfRange('A standard deviation is 0 or more.', '[mean, standard deviation]');
    return inRange([a]) ? { kind, mean: a, sd: b } : null;
  }
  const rising = kind === 'uniform' ? a <= b : a <= b && b <= c;
  if (!rising) return outOfRange('These numbers do not rise.', kind === 'uniform' ? '[lowest, highest]' : '[lowest, likeliest, highest]');
  if (kind === 'uniform') return inRange([a, b]) ? { kind, low: a, high: b } : null;
  return inRange([a, b, c]) ? { kind, low: a, mode: b, high: c } : null;
}

export function readViews(link: Link): readonly View[] {
  return entries(child(link.file, 'views')).map(([id, place]): View => {
    const [source, role] = [child(place, 'source'), child(place, 'role')];
    if (isMap(place) && exists(source) === exists(role)) {
      problemAtKey(link.report, place, 'one-of', `${JSON.stringify(id)} needs either source or role, and has ${exists(source) ? 'both' : 'neither'}.`, 'source: the published work that holds this view, or role: who would hold it');
    }
    const cited = text(source);
    // A citation in words is not a name.
    if (cited !== undefined && !/\s/u.test(cited) && !link.names.sources.has(cited)) {
      problemAt(link.report, source, 'unknown-source', `There is no source ${JSON.stringify(cited)}.`, sourceInstead(cited, link));
    }
    const weight = child(place, 'weight');
    const given = numeric(weight);
    if (given !== undefined && given <= 0) problemAt(link.report, weight, 'out-of-range', 'A view has a weight above 0.', 'leave the view out, or give it more weight');
    return { id, title: text(child(place, 'title')) ?? id, source: cited ?? text(role) ?? '', levers: readViewLevers(link, child(place, 'levers')), weight: given ?? VIEW_WEIGHT, evidence: readEvidence(link, place, 'number') };
  });
}

function readViewLevers(link: Link, place: Place<Readonly<Record<string, number>>>): Readonly<Record<Id, number>> {
  const values: Record<Id, number> = {};
  if (isMap(place) && entries(place).length === 0) problemAtKey(link.report, place, 'too-few', 'The view sets no lever.', 'as in { drought: 0.8 }');
  for (const [lever, at] of entries(place)) {
    const value = numeric(at) ?? 0;
    const range = link.ranges.get(lever);
    values[lever] = value;
    if (!link.names.levers.has(lever)) problemAtKey(link.report, at, 'unknown-lever', `There is no lever ${JSON.stringify(nameOf(at))}.`, didYouMean(lever, link.names.levers));
    else if (range !== undefined && (value < range[0] || value > range[1])) problemAt(link.report, at, 'out-of-range', `The value ${value} lies outside of the range ${range[0]} to ${range[1]} of the lever.`, 'widen the range, or change the value');
  }
  return values;
}
