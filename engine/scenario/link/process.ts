/** Who meets whom, what is negotiated when, who mediates. */
import type { Id } from '../../vocabulary.ts';
import { BIAS, FADE, GUESS, ON_FAILURE } from '../defaults.ts';
import { child, entries, exists, isMap, numeric, problemAt, problemAtKey, text, texts, truth } from '../place.ts';
import type { Place } from '../place.ts';
import type { Amount, Scenario, Stage, Track } from '../scenario.ts';
import { readAmount, readDuration } from './amounts.ts';
import type { Limits } from './amounts.ts';
import type { Link } from './context.ts';
import { readEvidence } from './evidence.ts';
import { readOccasion } from './parties.ts';
import { consents } from './signals.ts';
import { readNames, readParties, readParty } from './terms.ts';

export function readTracks(link: Link): readonly Track[] {
  const tracks = entries(child(link.file, 'tracks')).map(([id, place]): Track => {
    const seats = readParties(link, child(place, 'seats'));
    const needs = child(place, 'needs');
    const every = child(place, 'every');
    const after = child(place, 'after');
    const paced = exists(every) || exists(after);
    if (seats.length > 0 && !seats.some((party) => consents(link, party))) {
      problemAtKey(link.report, place, 'idle-track', `Nobody on the track ${JSON.stringify(id)} ever has to consent to anything, so it can never matter.`, 'seat a party that signs a stage or performs an option');
    }
    return {
      id,
      title: text(child(place, 'title')) ?? id,
      seats,
      needs: exists(needs) ? readNames(link, needs, seats, 'unknown-seat', 'seat on this track for') : seats,
      every: readDuration(link, every) ?? null,
      after: readDuration(link, after, 'zero-allowed') ?? null,
      evidence: readEvidence(link, place, paced ? 'number' : 'no-number'),
    };
  });
  const place = child(link.file, 'tracks');
  if (isMap(place) && tracks.length === 0) problemAtKey(link.report, place, 'too-few', 'There is no track, so nobody ever meets.', null);
  checkSeated(link);
  return tracks;
}

/** Whoever must sign, draft or perform needs a seat somewhere. */
function checkSeated(link: Link): void {
  const tracks = child(link.file, 'tracks');
  if (!isMap(tracks)) return;
  // Where seats cannot be read, nothing can be said of who sits there.
  if (entries(tracks).some(([, track]) => child(track, 'seats').tree?.kind !== 'list' || texts(child(track, 'seats')).length === 0)) return;
  const seated = new Set(entries(tracks).flatMap(([, track]) => texts(child(track, 'seats'))));
  const check = (place: Place, role: string): void => {
    const party = text(place);
    if (party !== undefined && link.names.parties.has(party) && !seated.has(party)) {
      seated.add(party);
      problemAt(link.report, place, 'never-seated', `${JSON.stringify(party)} ${role} and sits on no track, so it never meets the others.`, `add ${party} to the seats of a track`);
    }
  };
  for (const [, stage] of entries(child(link.file, 'stages'))) {
    for (const signer of leaves(child(stage, 'signs'))) check(signer, 'signs');
    check(child(stage, 'drafter'), 'drafts');
  }
  for (const [, issue] of entries(child(link.file, 'issues'))) {
    for (const [, option] of entries(child(issue, 'options'))) for (const performer of leaves(child(option, 'performed-by'))) check(performer, 'must carry the option out');
  }
}

function leaves(place: Place): readonly Place[] {
  if (place.tree?.kind === 'leaf') return [place];
  if (place.tree?.kind !== 'list') return [];
  return place.tree.items.map((tree, index) => ({ tree, key: undefined, path: [...place.path, String(index)], fallback: tree.origin }));
}

export function readStages(link: Link): readonly Stage[] {
  const place = child(link.file, 'stages');
  const given = (at: Place, fallback: number, limits: Limits): Amount => (exists(at) ? readAmount(link, at, limits) : { value: fallback });
  const list = entries(place);
  if (isMap(place) && list.length === 0) problemAtKey(link.report, place, 'too-few', 'There is no stage, so nothing is ever negotiated.', null);
  return list.map(([id, stage], index): Stage => {
    const failure = child(stage, 'on-failure');
    const last = index === list.length - 1;
    if (last && text(failure) === 'next') problemAt(link.report, failure, 'never-matters', 'No stage follows this one, so it cannot give way to the next.', 'leave on-failure out');
    return {
      id,
      title: text(child(stage, 'title')) ?? id,
      issues: readNames(link, child(stage, 'issues'), link.names.issues.keys(), 'unknown-issue', 'issue'),
      signs: readParties(link, child(stage, 'signs')),
      protocol: 'single-text',
      drafter: readParty(link, child(stage, 'drafter')) ?? '',
      rounds: numeric(child(stage, 'rounds')) ?? 1,
      guess: given(child(stage, 'guess'), GUESS, { low: 0, high: 1 }),
      bias: given(child(stage, 'bias'), BIAS, { low: 0 }),
      fade: given(child(stage, 'fade'), FADE, { low: 0, high: 1 }),
      onFailure: last ? 'end' : text(failure) === 'end' ? 'end' : ON_FAILURE,
      reopens: truth(child(stage, 'reopens')) ?? false,
      evidence: readEvidence(link, stage, 'number'),
    };
  });
}

export function readMediator(link: Link): Scenario['mediator'] {
  const place = child(link.file, 'mediator');
  if (!exists(place)) return null;
  const party: Id = readParty(link, child(place, 'party')) ?? '';
  const walks = child(place, 'walks-away');
  // The mediator's own gauges are bare here, as they are inside of its entry.
  return { party, walksAway: exists(walks) ? readOccasion(link, walks, { party: link.names.parties.has(party) ? party : null, standing: false }) : null };
}
