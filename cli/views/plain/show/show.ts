/** A scenario as a page to read: what is asked, who takes part, what is on the table, what moves, what it rests on. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { heading, page, title, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import { count, day, list } from '../words.ts';
import { assumptions } from './assumed.ts';
import { parties } from './parties.ts';
import { events, gauges, outcomes, peace, tracks } from './process.ts';
import { claims, figures } from './sources.ts';
import { issues } from './issues.ts';
import { levers, views } from './levers.ts';
import { stages } from './stages.ts';

function opening(scenario: Scenario, at: Page): string[] {
  const { round, rounds, deadlines } = scenario.calendar;
  const lines = [...title(plain(scenario.title), at), ...wrap(plain(scenario.question), at.width), ''];
  lines.push(...wrap(`At most ${count(rounds, 'round')} of ${count(round.count, round.unit)}, from ${day(scenario.from)}.`, at.width));
  if (scenario.starts.length > 1) lines.push(...wrap(`Meant to be started on ${list(scenario.starts.map(day), 'or')}; shown as it stands on ${day(scenario.from)} (another day: --from).`, at.width));
  if (!scenario.normalise) lines.push(...wrap('Worth is raw: the weighted sum of scores as they are, on no scale of 0 to 100.', at.width));
  for (const one of deadlines) {
    const known = one.announced ? '' : ', not announced to the parties';
    lines.push(...wrap(`Deadline after ${count(Math.round(one.day), 'day')}: ${plain(one.title)}${known}.`, at.width));
  }
  return lines;
}

export function show(scenario: Scenario, at: Page): string {
  const part = (head: string, lines: readonly string[]): string[] => (lines.length > 0 ? [...heading(head.toUpperCase(), at), ...lines] : []);
  return page([
    ...opening(scenario, at),
    ...part('On the table', issues(scenario, at)),
    ...part('Parties', parties(scenario, at)),
    ...part('Who meets', tracks(scenario, at)),
    ...part('What is negotiated, in this order', stages(scenario, at)),
    ...part('Pressures on all', gauges(scenario, at)),
    ...part('What may happen outside the room', events(scenario, at)),
    ...part(scenario.peace.agreement === undefined ? 'How a truce may break' : 'How a truce may break, and whether an agreement lasts', peace(scenario, at)),
    ...part('Levers: assumptions that you may vary', levers(scenario, at)),
    ...part('Views: levers as others see them', views(scenario, at)),
    ...part('Outcomes: the first that holds at the end', outcomes(scenario, at)),
    ...part('Claims: what the documents say', claims(scenario, at)),
    ...part('Figures', figures(scenario, at)),
    ...part('What is assumed, without a document', assumptions(scenario, at)),
    ...part('Left out', scenario.leavesOut.flatMap((one) => wrap(plain(one), at.width, '  - ', '    '))),
    '',
    ...wrap(`Scenario ${plain(scenario.id)}, hash ${scenario.hash.slice(0, 12)}.`, at.width),
  ]);
}
