/** One run as a story, and what all of it rests on. */
import { plain } from '../../../../engine/record/plain.ts';
import { VOICE_WORDS } from '../../plain/evidence.ts';
import * as names from '../../plain/names.ts';
import { count, day } from '../../plain/words.ts';
import { html, link, list, table } from '../html.ts';
import { ending, story } from '../story.ts';
import type { Material, Section } from './section.ts';

export function oneRun({ findings: { story: { head, records }, scenario } }: Material): Section {
  const chapters = story(records, scenario);
  return {
    id: 'story', title: 'One run, from beginning to end',
    body: html`<p>Run ${head.run} of seed ${head.seed}, the first of those that end as most do. It is one of many, and no more likely in its particulars than any other.</p><p class="lead">${ending(records, scenario) ?? ''}</p><details><summary>The whole run, round by round</summary><div class="story">${chapters.map(({ heading, says }) => html`<h3>${heading}</h3>${list(says.map(({ text, because }) => html`${text}${because === null ? '' : html` <span class="because">${because}</span>`}`))}`)}</div></details>`,
  };
}

export function evidence({ findings: { evidence: report, scenario } }: Material): Section {
  const claims = scenario.claims.filter(({ id }) => !report.later.includes(id));
  const file = (id: string): string => { const found = scenario.sources.find((source) => source.id === id); return found?.file === undefined ? '' : ` (${plain(found.file)})`; };
  const counts = report.parties.map((one) => [one.party === null ? 'Nobody’s own' : names.partyFirst(scenario, one.party), one.claims, one.figures, one.assumed]);
  return {
    id: 'evidence', title: 'What it rests on',
    body: html`${table('Values of the file by what they rest on at best', ['Whose', 'Claims', 'Figures', 'Assumption alone'], counts)}
${report.sources.length === 0 ? '' : html`<h3>Sources</h3>`}${list(report.sources.map((one) => {
      const source = scenario.sources.find(({ id }) => id === one.source);
      return html`<strong>${one.source}</strong>: ${link(source?.url, one.title)}${file(one.source)}${source === undefined ? '' : `, ${day(source.date)}`}. ${count(one.values, 'value rests', 'values rest')} on it, ${one.alone.length} of them on no other source.`;
    }))}
${report.contradictions.length === 0 ? '' : html`<h3>Claims that contradict each other</h3>${list(report.contradictions.map(({ claims: [first, second] }) => html`${first} and ${second}`))}`}
${claims.length === 0 ? '' : html`<h3>Claims, in the words of the file’s author</h3><details><summary>All ${claims.length} claims as of ${day(scenario.from)}</summary>${list(claims.map((claim) => html`<strong>${claim.id}</strong> (${VOICE_WORDS[claim.voice]}, ${day(claim.date)}): ${claim.says}`))}</details>`}
${scenario.figures.length === 0 ? '' : html`<h3>Published figures</h3>${list(scenario.figures.map((figure) => html`${figure.title} (${figure.source}; ${figure.status === 'to-be-checked' ? 'still to be checked' : figure.status})`))}`}`,
  };
}
