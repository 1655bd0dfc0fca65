/** What theories of bargaining would pick among the texts, and how the texts that runs sign compare with the best there are. */
import type { AgainstFrontier, Bargain, Point } from '../../../../engine/index.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import type { Id } from '../../../../engine/vocabulary.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { capital, count, list, percent } from '../words.ts';
import { scaleOf } from '../worth.ts';
import { changed } from './zone.ts';

const NAMES = [['nash', 'Nash'], ['kalai-smorodinsky', 'Kalai–Smorodinsky'], ['kalai-smorodinsky-spread', 'Kalai–Smorodinsky by even shares'], ['egalitarian', 'egalitarian'], ['utilitarian', 'utilitarian']] as const;

const worthOf = ({ worth }: Point, scenario: Scenario): string => Object.entries(worth).map(([party, of]) => `${names.party(scenario, party)} ${scaleOf(scenario).show(of)}`).join(', ');

/** Solutions that pick the same text share an entry. */
function picks({ solutions }: Bargain): readonly { readonly by: readonly string[]; readonly point: Point; readonly ties: number }[] {
  const found = new Map<string, { by: string[]; point: Point; ties: number }>();
  for (const [id, name] of NAMES) {
    const points = solutions[id];
    const [point] = points;
    if (point === undefined) continue;
    const key = JSON.stringify(points.map(({ terms }) => terms));
    const before = found.get(key);
    if (before === undefined) found.set(key, { by: [name], point, ties: points.length - 1 });
    else before.by.push(name);
  }
  return [...found.values()];
}

export function bargain(found: Bargain | null, zone: number, scenario: Scenario, standingTerms: Readonly<Record<Id, Id>>, at: Page): string[] {
  if (found === null) return wrap('Even by worth alone, red lines and firm stances aside, no text is better than no deal for all who sign.', at.width, '  ');
  const { among, over, frontier } = found;
  const who = list(among.map((party) => names.party(scenario, party)));
  if (over === 'worth') return wrap(`By worth alone there are texts better than no deal for ${who}: it is red lines, firm stances and the others' consent that stand in the way.`, at.width, '  ');
  const scale = scaleOf(scenario);
  const without = among.map((party) => `${names.party(scenario, party)} ${scale.show(found.disagreement[party] ?? 0)}`).join(', ');
  return [
    ...wrap(`What solutions of bargaining theory pick for ${who}: Nash, Kalai–Smorodinsky, egalitarian, utilitarian`, at.width, '  ').map(at.paint.bold),
    ...(zone > 1 ? wrap(`${count(frontier.length, 'text')} ${frontier.length === 1 ? 'is' : 'are'} on the Pareto frontier; without a deal they have ${without}${scale.of === '' ? '' : ` ${scale.of.trimEnd()}`}.`, at.width, '  ') : []),
    ...picks(found).flatMap(({ by, point, ties }) => [
      ...wrap(`${by.length === NAMES.length ? 'All of them' : capital(list(by))}: worth ${worthOf(point, scenario)}${ties > 0 ? `; ${count(ties, 'other')} as good` : ''}.`, at.width, '  - ', '    '),
      ...changed(point.terms, scenario, standingTerms, at, '      '),
    ]),
  ];
}

export function ofRuns(signed: AgainstFrontier, played: number, scenario: Scenario, at: Page): string[] {
  if (signed.runs === 0) return wrap(`None of ${count(played, 'run')} signed one.`, at.width, '  ');
  const { efficient, meanUnused } = signed;
  const { beside, of } = scaleOf(scenario);
  const share = efficient === 1 ? 'All' : efficient === null || efficient === 0 ? 'None' : percent(efficient);
  const left = (meanUnused ?? 0) > 0.0005 ? `On average all who sign could have had ${beside(meanUnused ?? 0, 0)} ${of}more at once.` : 'None left something that all who sign could have had more of.';
  return wrap(
    `${signed.runs} of ${count(played, 'run')} signed one, ${count(signed.texts.length, 'text')} in all. ${share} of them lie on the frontier of worth, where no other text is better for one who signs and worse for none. ${left} Red lines and stances do not count here: they may have forbidden the better text.`,
    at.width, '  ');
}
