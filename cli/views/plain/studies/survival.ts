/** How long truces and agreements last, as a page: survival with intervals and numbers at risk, by terms, beside the published figures. */
import type { Group, PublishedCurve, Survival } from '../../../../engine/index.ts';
import { plain } from '../../../../engine/record/plain.ts';
import type { Scenario } from '../../../../engine/scenario/scenario.ts';
import { heading, pad, page, widest, wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { capital, count, list, percent, quoted, span } from '../words.ts';
import { ASSUMED, foot, opening, type Framed } from './frame.ts';

export interface SurvivalPage extends Framed { readonly runs: number; readonly found: readonly Survival[]; /** Kinds that the file says nothing of, or that no run saw. */ readonly missing: readonly Survival['of'][] }

export const KINDS: Readonly<Record<Survival['of'], { readonly one: string; readonly what: string; readonly until: string }>> = {
  truce: { one: 'truce', what: 'How long truces last', until: 'The first truce of each run, until it breaks or the run ends (then it is counted as far as it was seen).' },
  agreement: { one: 'agreement', what: 'How long agreements last', until: 'What was signed last, until it collapses or the horizon of the file (then it is counted as far as it was seen).' },
};

const FIELD = 15;

/** '87 % (81–92)', or nothing where nobody looked any more. */
const told = (at: Group['at'][number]): string => (at === null ? '–' : `${percent(at.survival)} ${Math.round(at.low * 100)}–${Math.round(at.high * 100)}`);

function rows(label: string, values: readonly string[], wide: number, columns: number): string[] {
  const lines = wrap(label, wide + 2, '  ', '    ');
  const last = lines.pop() ?? '';
  return [...lines, `${pad(last, wide + 2)}${values.slice(0, columns).map((each) => each.padStart(FIELD)).join('')}`];
}

/** The published share at each time, where it is listed. */
function published({ points }: PublishedCurve, times: readonly number[]): readonly string[] {
  return times.map((time) => { const point = points.find(({ days }) => days === time); return point === undefined ? '–' : percent(point.survival); });
}

function one({ of, times, all, groups, figures }: Survival, scenario: Scenario, at: Page): string[] {
  const { what, until, one: word } = KINDS[of];
  const labels = ['All', 'still seen', ...groups.map(({ issue, option }) => `${names.issue(scenario, issue)}: ${names.option(scenario, issue, option)}`), ...figures.map(({ title }) => plain(title))];
  const wide = widest(labels, Math.max(14, Math.min(34, at.width - 2 - 3 * FIELD)));
  const columns = Math.max(1, Math.floor((at.width - wide - 2) / FIELD));
  const parts = Array.from({ length: Math.ceil(times.length / columns) }, (_, part) => part * columns);
  const median = all.median === null ? 'More than half of them outlasted what was seen.' : `Half of them were over after ${span(all.median)}.`;
  const table = (from: number): string[] => {
    const some = times.slice(from, from + columns);
    const cut = <T>(values: readonly T[]): readonly T[] => values.slice(from, from + columns);
    return [
      '', at.paint.dim(`  ${pad('after', wide)}${some.map((time) => span(time).padStart(FIELD)).join('')}`),
      ...rows('All', cut(all.at).map(told), wide, columns),
      ...rows('still seen', cut(all.at).map((each) => (each === null ? '–' : String(each.atRisk))), wide, columns).map(at.paint.dim),
      ...groups.flatMap((group) => rows(`${names.issue(scenario, group.issue)}: ${names.option(scenario, group.issue, group.option)}`, cut(group.at).map(told), wide, columns).concat(rows('still seen', cut(group.at).map((each) => (each === null ? '–' : String(each.atRisk))), wide, columns).map(at.paint.dim))),
      ...figures.filter((figure) => published(figure, some).some((each) => each !== '–')).flatMap((figure) => rows(`${figure.drawnFrom ? 'Drawn from' : 'Beside it'}: ${plain(figure.title)} (${plain(figure.source)})`, published(figure, some), wide, columns)),
    ];
  };
  return [
    ...heading(`${what}, in ${count(all.spells, 'run')} that had one`, at), ...wrap(`${until} ${median}`, at.width, '  '),
    ...(times.length === 0 ? wrap(`No ${word} was followed long enough to say more.`, at.width, '  ') : parts.flatMap(table)),
  ];
}

export function survivalPage({ runs, found, missing, ...framed }: SurvivalPage, at: Page): string {
  const { scenario } = framed;
  const drawn = found.some(({ figures }) => figures.some(({ drawnFrom }) => drawnFrom));
  return page([
    ...opening(framed, at), '', ...wrap(`${capital(count(runs, 'run'))}.`, at.width),
    ...found.flatMap((each) => one(each, scenario, at)),
    ...(missing.length === 0 ? [] : ['', ...wrap(`No ${list(missing.map((of) => KINDS[of].one), 'or')} came about in these runs, or the file does not follow ${missing.length > 1 ? 'them' : quoted(KINDS[missing[0] ?? 'truce'].one)}.`, at.width)]),
    ...foot(framed, [
      `Shares that still hold, with 95 % intervals (Kaplan & Meier 1958, Greenwood's variance on the log(−log) scale); “still seen” counts those that were followed so far. The intervals measure chance in so many runs, not whether the figures carry over.${drawn ? ' What is simulated differs from the figure it is drawn from by the terms, levers and leverage that change its hazard.' : ''}`,
      ASSUMED,
    ], at),
  ]);
}
