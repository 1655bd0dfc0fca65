/** Who meets whom, who mediates. */
import type { Id } from '../../vocabulary.ts';
import { child, entries, exists, isMap, problemAt, problemAtKey, text, texts } from '../place.ts';
import type { Place } from '../place.ts';
import type { Scenario, Track } from '../scenario.ts';
import { readDuration } from './amounts.ts';
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
  if (isMap(place) && tracks.length === 0) problemAtKey(link.report, place, 'too-few', 'There is no track, so nobody ever meets.', 'write one: table: { title: The table, seats: [north, south], assumed: why }');
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

export function readMediator(link: Link): Scenario['mediator'] {
  const place = child(link.file, 'mediator');
  if (!exists(place)) return null;
  const party: Id = readParty(link, child(place, 'party')) ?? '';
  const walks = child(place, 'walks-away');
  // The mediator's own gauges are bare here, as they are inside of its entry.
  return { party, walksAway: exists(walks) ? readOccasion(link, walks, { party: link.names.parties.has(party) ? party : null, standing: false }) : null };
}
