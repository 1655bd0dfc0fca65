/** The calendar and its deadlines. */
import { NEAR } from '../defaults.ts';
import { child, entries, exists, numeric, problemAt, text, truth } from '../place.ts';
import type { Deadline, Duration, Scenario } from '../scenario.ts';
import { dayNumber, durationOf, lengthOf, readDate, readDuration } from './amounts.ts';
import type { Link } from './context.ts';
import { readEvidence } from './evidence.ts';

const WEEK: Duration = { count: 1, unit: 'week', days: 7 };

export function readCalendar(link: Link): Scenario['calendar'] {
  const place = child(link.file, 'calendar');
  readDate(link, child(place, 'start'));
  const { start } = link;
  const round = readDuration(link, child(place, 'round'));
  const rounds = numeric(child(place, 'rounds'));
  const length = round === undefined || rounds === undefined || rounds < 1 ? null : round.days * rounds;
  const deadlines = entries(child(place, 'deadlines')).flatMap(([id, file]): readonly Deadline[] => {
    const at = child(file, 'at');
    const written = text(at) ?? '';
    const dated = /^\d{4}-/u.test(written);
    const date = dated ? readDate(link, at) : undefined;
    // Without a start nothing can be said of a day.
    const day = dated ? (link.earliest === null ? undefined : daysAfter(start, date)) : written === '' ? undefined : durationOf(link, at, written)?.days;
    const early = day !== undefined && day <= 0 && (daysAfter(link.earliest ?? start, text(at)) ?? 0) <= 0;
    // What has passed on the day of a later start is over, and no mistake.
    if (day !== undefined && day <= 0 && !early) return [];
    if (early || (day !== undefined && length !== null && day > length)) {
      problemAt(link.report, at, 'outside-calendar', early ? 'The deadline lies before the calendar begins.' : 'The deadline lies after the calendar ends, so it can never matter.', length === null ? 'move it into the calendar' : `the calendar lasts ${length} days from ${start}`);
    }
    const near = child(file, 'near');
    return [{
      id,
      title: text(child(file, 'title')) ?? id,
      day: day ?? 0,
      nearDays: (exists(near) ? readDuration(link, near, 'zero-allowed')?.days : undefined) ?? (durationOf(link, near, NEAR)?.days ?? 0),
      announced: truth(child(file, 'announced')) ?? true,
      // A day is a fact that a claim can give; a length of time is a size.
      evidence: readEvidence(link, file, dated ? 'no-number' : 'number'),
    }];
  });
  return { start, round: round ?? WEEK, rounds: rounds ?? 1, deadlines };
}

/** How long a run can last: the calendar, and a vote at home on what was signed at its end. Says nothing about what is wrong with it. */
export function calendarLength(file: Link['file']): Link['length'] {
  const place = child(file, 'calendar');
  const rounds = numeric(child(place, 'rounds')) ?? Infinity;
  const round = lengthOf(text(child(place, 'round')) ?? '')?.days ?? Infinity;
  const takes = entries(child(file, 'parties')).map(([, party]) => lengthOf(text(child(child(party, 'ratifies'), 'takes')) ?? '')?.days ?? 0);
  const all = rounds + Math.max(0, ...takes.map((days) => Math.ceil(days / round)));
  return rounds >= 1 ? { rounds: all, days: all * round } : { rounds: Infinity, days: Infinity };
}

function daysAfter(start: string, day: string | undefined): number | undefined {
  const [from, to] = [dayNumber(start), day === undefined ? null : dayNumber(day)];
  return from === null || to === null ? undefined : to - from;
}
