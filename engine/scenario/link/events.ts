/** Events outside the room. */
import { TRUCES } from '../../vocabulary.ts';
import { SURE } from '../defaults.ts';
import { truthExpression } from '../expression.ts';
import { didYouMean } from '../nearest.ts';
import { child, entries, exists, many, nameOf, numeric, problemAt, problemAtKey, text, texts, truth } from '../place.ts';
import type { Place } from '../place.ts';
import type { Event, GaugeRef, TermsPattern } from '../scenario.ts';
import { readAmount, readRate } from './amounts.ts';
import { brings } from './brings.ts';
import type { EventFile, Link } from './context.ts';
import { readEvidence } from './evidence.ts';
import { readPattern } from './terms.ts';

export function readEvents(link: Link): readonly Event[] {
  return entries(child(link.file, 'events')).map(([id, place]): Event => {
    const chance = child(place, 'chance');
    const when = child(place, 'when');
    const moves = entries(child(place, 'moves')).map(([, adds]) => ({ gauge: readGaugeRef(link, adds), adds: readAmount(link, adds, { low: -1, high: 1 }) }));
    const breaks = child(place, 'breaks-truce');
    if (truth(breaks) === true && !TRUCES.some((truce) => brings(link, truce))) {
      problemAt(link.report, breaks, 'never-matters', 'No option brings a truce, so there is none to break.', 'give an option brings: ceasefire');
    }
    const sure = !exists(chance) || numeric(chance) === 0 || numeric(chance) === 1;
    return {
      id,
      title: text(child(place, 'title')) ?? id,
      when: exists(when) ? truthExpression(link, when, { party: null, standing: false }) : null,
      chance: exists(chance) ? readRate(link, chance, 'chance') : SURE,
      times: numeric(child(place, 'times')) ?? null,
      moves,
      sends: texts(child(place, 'sends')),
      opens: readOpens(link, child(place, 'opens')),
      closes: readPattern(link, child(place, 'closes')),
      breaksTruce: truth(breaks) ?? false,
      evidence: readEvidence(link, place, sure && moves.length === 0 ? 'no-number' : 'number'),
    };
  });
}

/** Every option is open at the start, so only what some event closes can open again. */
function readOpens(link: Link, place: Place<NonNullable<EventFile['opens']>>): TermsPattern {
  const closed = new Set(entries(child(link.file, 'events')).flatMap(([, event]) => entries(child(event, 'closes')).flatMap(([issue, options]) => texts(options).map((option) => `${issue}.${option}`))));
  for (const [issue, options] of entries(place)) {
    for (const option of many(options)) {
      const id = text(option);
      if (id !== undefined && link.names.issues.get(issue)?.includes(id) === true && !closed.has(`${issue}.${id}`)) {
        problemAt(link.report, option, 'never-matters', `The option ${JSON.stringify(id)} is open from the start and no event closes it, so it cannot be opened.`, 'let another event close it');
      }
    }
  }
  return readPattern(link, place);
}

/** `support` for a gauge of the whole scenario, `ukraine.support` for a party's. */
function readGaugeRef(link: Link, place: Place): GaugeRef {
  const written = nameOf(place);
  const [party = '', gauge, more] = written.split('.');
  if (gauge === undefined) {
    if (!link.names.gauges.has(party)) unknown(link, place, written);
    return { party: null, gauge: party };
  }
  if (more !== undefined || link.names.parties.get(party)?.gauges.has(gauge) !== true) unknown(link, place, written);
  return { party, gauge };
}

function unknown(link: Link, place: Place, written: string): void {
  const known = [...link.names.gauges, ...[...link.names.parties].flatMap(([party, { gauges }]) => [...gauges].map((gauge) => `${party}.${gauge}`))];
  const others = known.find((name) => name.endsWith(`.${written}`));
  problemAtKey(link.report, place, 'unknown-gauge', `There is no gauge ${JSON.stringify(written)}.`, others === undefined ? didYouMean(written, known) : `did you mean ${others}?`);
}
