/** Sources, claims, figures and levers: what values rest on. */
import { VOICES } from '../../vocabulary.ts';
import { didYouMean } from '../nearest.ts';
import { child, entries, exists, items, numeric, problemAt, problemAtKey, text } from '../place.ts';
import type { Place } from '../place.ts';
import type { Claim, Figure, Lever, Source } from '../scenario.ts';
import { dayNumber, durationOf, readDate } from './amounts.ts';
import type { Link } from './context.ts';
import { readEvidence, sourceInstead } from './evidence.ts';
import { readDistribution } from './views.ts';

export function readSources(link: Link): readonly Source[] {
  return entries(child(link.file, 'sources')).map(([id, place]) => {
    const file = text(child(place, 'file'));
    const url = text(child(place, 'url'));
    return { id, title: text(child(place, 'title')) ?? id, date: readDate(link, child(place, 'date')) ?? '', ...(file === undefined ? {} : { file }), ...(url === undefined ? {} : { url }) };
  });
}

/** A claim belongs to the source that its name begins with: "002.2" to "002". */
export function readClaims(link: Link): readonly Claim[] {
  const places = entries(child(link.file, 'claims'));
  const named = new Map(places.map(([id, place]) => [id, readContradicted(link, id, child(place, 'contradicts'))]));
  return places.map(([id, place]) => {
    const source = id.slice(0, Math.max(0, id.lastIndexOf('.')));
    const date = readDate(link, child(place, 'date')) ?? '';
    if (!link.names.sources.has(source)) {
      const hint = source === '' ? 'a claim is named by its source, a dot and a number: "002.2"' : didYouMean(source, link.names.sources, (name) => JSON.stringify(name));
      problemAtKey(link.report, place, 'unknown-source', source === '' ? `The claim ${JSON.stringify(id)} does not name its source.` : `There is no source ${JSON.stringify(source)} for the claim ${JSON.stringify(id)}.`, hint);
    } else {
      const published = text(child(child(child(link.file, 'sources'), source), 'date')) ?? '';
      if (date !== '' && dayNumber(published) !== null && date > published) problemAt(link.report, child(place, 'date'), 'claim-after-source', `The claim is of ${date}, and its source of ${published} could not know it.`, 'mend one of the two dates');
    }
    const voice = VOICES.find((known) => known === text(child(place, 'voice'))) ?? 'reporter';
    return { id, source, says: text(child(place, 'says')) ?? '', voice, date, contradicts: places.map(([other]) => other).filter((other) => named.get(id)?.includes(other) || named.get(other)?.includes(id)) };
  });
}

/** The claims that this one says it contradicts. */
function readContradicted(link: Link, id: string, place: Place): readonly string[] {
  return items(place).flatMap((item) => {
    const other = text(item);
    if (other === undefined) return [];
    if (other === id) problemAt(link.report, item, 'unknown-claim', `The claim ${JSON.stringify(id)} cannot contradict itself.`, 'name the claim that says otherwise');
    else if (!link.names.claims.has(other)) problemAt(link.report, item, 'unknown-claim', `There is no claim ${JSON.stringify(other)}.`, didYouMean(other, link.names.claims, (name) => JSON.stringify(name)));
    else return [other];
    return [];
  });
}

type FigureFile = NonNullable<NonNullable<Link['file']['shape']>['figures']>[string];

export function readFigures(link: Link): readonly Figure[] {
  return entries(child(link.file, 'figures')).map(([id, place]) => {
    const value = numeric(child(place, 'value'));
    const survival = child(place, 'survival');
    if (exists(child(place, 'value')) === exists(survival)) {
      problemAtKey(link.report, place, 'one-of', `${JSON.stringify(id)} needs either value or survival, and ${exists(survival) ? 'has both' : 'has neither'}.`, 'value: 0.4, or survival: { 30 days: 0.98, 1 year: 0.5 }');
    }
    const source = text(child(place, 'source')) ?? '';
    // A citation in words is not a name.
    if (source !== '' && !/\s/u.test(source) && !link.names.sources.has(source)) {
      problemAt(link.report, child(place, 'source'), 'unknown-source', `There is no source ${JSON.stringify(source)}.`, sourceInstead(source, link));
    }
    const status = (['seen', 'computed', 'to-be-checked'] as const).find((known) => known === text(child(place, 'status'))) ?? 'to-be-checked';
    return { id, title: text(child(place, 'title')) ?? id, source, status, ...(value === undefined ? {} : { value }), ...(exists(survival) ? { survival: readSurvival(link, survival) } : {}) };
  });
}

function readSurvival(link: Link, place: Place<FigureFile['survival']>): readonly (readonly [number, number])[] {
  const points = entries(place).map(([written, at]) => ({ at, days: durationOf(link, { ...at, tree: undefined }, written)?.days, share: numeric(at) ?? 0 }));
  if (points.length === 0 && place.tree?.kind === 'map') problemAtKey(link.report, place, 'too-few', 'A survival curve needs a point.', 'as in { 1 year: 0.5 }');
  let before: { readonly days: number; readonly share: number } = { days: 0, share: 1 };
  const curve: (readonly [number, number])[] = [];
  for (const { at, days, share } of points) {
    if (days === undefined) continue;
    if (days <= before.days) problemAtKey(link.report, at, 'survival-order', 'The times of a survival curve grow from one to the next.', 'put the shorter time first');
    else if (share > before.share) problemAt(link.report, at, 'survival-order', `More hold after ${at.path.at(-1) ?? ''} than before: ${share} after ${before.share}.`, 'what has broken does not come back: the shares fall or stay');
    curve.push([days, share]);
    before = { days, share };
  }
  return curve;
}

export function readLevers(link: Link): readonly Lever[] {
  return entries(child(link.file, 'levers')).map(([id, place]) => {
    const value = numeric(child(place, 'value')) ?? 0;
    const range = link.ranges.get(id) ?? [value, value];
    if (range[0] > range[1]) problemAt(link.report, child(place, 'range'), 'out-of-range', `The range of ${JSON.stringify(id)} begins at ${range[0]}, above its end ${range[1]}.`, `did you mean [${range[1]}, ${range[0]}]?`);
    else if (exists(child(place, 'value')) && (value < range[0] || value > range[1])) problemAt(link.report, child(place, 'value'), 'out-of-range', `The value ${value} lies outside of the range ${range[0]} to ${range[1]}.`, 'widen the range, or change the value');
    return { id, title: text(child(place, 'title')) ?? id, value, range, distribution: readDistribution(link, place, range), evidence: readEvidence(link, place, 'number') };
  });
}

/** The ranges of all levers, wherever they are well-formed. */
export function leverRanges(file: Link['file']): Link['ranges'] {
  const ranges = new Map<string, readonly [number, number]>();
  for (const [id, place] of entries(child(file, 'levers'))) {
    const [low, high] = items(child(place, 'range')).map(numeric);
    if (low !== undefined && high !== undefined) ranges.set(id, [low, high]);
  }
  return ranges;
}

