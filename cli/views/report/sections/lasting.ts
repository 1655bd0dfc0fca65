/** How long truces and agreements last. */
import type { Group, Survival } from '../../../../engine/index.ts';
import { plain } from '../../../../engine/record/plain.ts';
import * as names from '../../plain/names.ts';
import { KINDS } from '../../plain/studies/survival.ts';
import { percent, span } from '../../plain/words.ts';
import { html, table, type Html } from '../html.ts';
import { figure, type Material, type Section } from './section.ts';

const told = (at: Group['at'][number]): string => (at === null ? '–' : `${percent(at.survival)} (${Math.round(at.low * 100)}–${Math.round(at.high * 100)}), n ${at.atRisk}`);

function one(found: Survival, material: Material): Html {
  const { scenario } = material.findings;
  const { times, all, groups, figures } = found;
  const rows = [
    ['All', ...all.at.map(told)],
    ...groups.map((group) => [`${names.issue(scenario, group.issue)}: ${names.option(scenario, group.issue, group.option)}`, ...group.at.map(told)]),
    ...figures.map((of) => [`${of.drawnFrom ? 'Drawn from' : 'Beside it'}: ${plain(of.title)} (${plain(of.source)})`, ...times.map((time) => { const point = of.points.find(({ days }) => days === time); return point === undefined ? '–' : percent(point.survival); })]),
  ];
  return html`<h3>${KINDS[found.of].what}</h3><p>${all.spells} runs had one. ${KINDS[found.of].until}</p>${figure(material, `survival-${found.of}`, 'The line is simulated, the band its 95 % interval; marks are the published figures.')}${times.length === 0 ? '' : table(`${KINDS[found.of].what}: share that still holds, its 95 % interval, and the number n still followed`, ['After', ...times.map(span)], rows)}`;
}

export function lasting(material: Material): Section {
  const { survival } = material.findings;
  return {
    id: 'survival', title: 'How long it lasts',
    body: survival.length === 0 ? html`<p>No truce or agreement came about in these runs, or the file does not follow them.</p>` : html`<p>Survival by Kaplan and Meier, intervals by Greenwood's formula on the log(−log) scale. What is simulated differs from the figure that it is drawn from by the terms, levers and leverage that change its hazard; whether figures of other wars carry over is an assumption.</p>${survival.map((found) => one(found, material))}`,
  };
}
