/** Parties. */
import { POSTURES } from '../../vocabulary.ts';
import type { Id } from '../../vocabulary.ts';
import { BY_DEFAULT, POSTURE_TITLES } from '../defaults.ts';
import { truthExpression } from '../expression.ts';
import { didYouMean } from '../nearest.ts';
import { child, entries, exists, nameOf, problemAtKey, text, texts } from '../place.ts';
import type { Place } from '../place.ts';
import type { ChartState, Occasion, Party, PostureChart, Transition } from '../scenario.ts';
import { readRate } from './amounts.ts';
import { checkReachable, readStart, readTransitions } from './charts.ts';
import type { Link, PartyFile, Scope } from './context.ts';
import { readEvidence } from './evidence.ts';
import { readGauges } from './gauges.ts';
import { readLookingAhead, readRatification } from './home.ts';
import { readLines, readStances } from './stances.ts';
import { readManner } from './manner.ts';
import { readPositions } from './positions.ts';
import { readBonds, readWalkAway, readWorth } from './worth.ts';

export function readPartyList(link: Link): readonly Party[] {
  const signing = new Set(entries(child(link.file, 'stages')).flatMap(([, stage]) => texts(child(stage, 'signs'))));
  return entries(child(link.file, 'parties')).map(([id, place]) => {
    const name = text(child(place, 'name')) ?? id;
    const leaves = child(place, 'leaves');
    return {
      id,
      name,
      short: text(child(place, 'short')) ?? initials(name),
      gauges: readGauges(link, child(place, 'gauges'), id),
      worth: readWorth(link, place, signing.has(id)),
      bonds: readBonds(link, child(place, 'bonds')),
      walkAway: readWalkAway(link, place, signing.has(id)),
      manner: readManner(link, child(place, 'manner'), id),
      stances: readStances(link, place),
      redLines: readLines(link, place),
      ...readPositions(link, child(place, 'positions')),
      posture: readPosture(link, place),
      leaves: exists(leaves) ? readOccasion(link, leaves, { party: id, standing: true }) : null,
      ratifies: readRatification(link, place),
      looksAhead: readLookingAhead(link, place),
    };
  });
}

/** The first letters of the words that count, or the beginning of a single word: UK, US, RU. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => word !== '' && !SMALL.has(word.toLowerCase()));
  const letters = words.length > 1 ? words.map((word) => [...word][0] ?? '').join('') : [...(words[0] ?? name)].slice(0, 2).join('');
  return [...letters.toUpperCase()].slice(0, 4).join('');
}
const SMALL = new Set(['the', 'of', 'and', 'in', 'for', 'a']);

export function readOccasion(link: Link, place: Place<NonNullable<PartyFile['leaves']>>, scope: Scope): Occasion {
  const when = child(place, 'when');
  return {
    when: exists(when) ? truthExpression(link, when, scope) : { type: 'truth', text: 'true', tree: { op: 'truth', value: true } },
    chance: readRate(link, child(place, 'chance'), 'chance'),
    evidence: readEvidence(link, place, 'number'),
  };
}

/** `left` is final, and a party at the table that leaves is gone: what the file does not say of this is added. */
function readPosture(link: Link, party: Place<PartyFile>): PostureChart {
  const place = child(party, 'posture');
  const id = nameOf(party);
  const files = child(place, 'states');
  const evidence = exists(place) ? readEvidence(link, place, 'no-number') : BY_DEFAULT;
  const written = entries(files).map(([state]) => state);
  const names = POSTURES.filter((state) => state !== 'away' || written.includes(state));
  for (const [state, file] of entries(files)) {
    if (!(POSTURES as readonly string[]).includes(state)) problemAtKey(link.report, file, 'unknown-state', `A posture is one of ${POSTURES.join(', ')}, not ${JSON.stringify(state)}.`, didYouMean(state, POSTURES));
    if (state === 'left' && exists(child(file, 'on'))) problemAtKey(link.report, child(file, 'on'), 'never-matters', 'A party that has left does not come back, so this can never matter.', 'a party that may come back stays away');
  }
  const states = names.map((state): ChartState => {
    const file = child(files, state);
    const transitions = state === 'left' ? [] : readTransitions(link, child(file, 'on'), state, { party: id, evidence, states: names });
    return { id: state, title: text(child(file, 'title')) ?? POSTURE_TITLES[state] ?? state, transitions: state === 'at-table' ? withLeaving(transitions, id) : transitions };
  });
  const start = readStart(link, child(place, 'start'), names, 'at-table', place);
  if (start === 'left') problemAtKey(link.report, child(place, 'start'), 'never-matters', `${JSON.stringify(id)} has left before it begins, so it can never matter.`, 'leave the party out, or let it start away');
  checkReachable(link, files, start, states);
  return { start, states, evidence };
}

function withLeaving(transitions: readonly Transition[], party: Id): readonly Transition[] {
  const given = transitions.some(({ on, to }) => on.from === party && on.name === 'leaves' && to === 'left');
  return given ? transitions : [...transitions, { on: { from: party, name: 'leaves', written: 'leaves' }, to: 'left', evidence: BY_DEFAULT }];
}
