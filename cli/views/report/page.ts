/** The report as one file: no script, no network, nothing but itself. */
import { plain } from '../../../engine/record/plain.ts';
import type { Findings } from '../../reporting/findings.ts';
import { commandLine } from '../plain/commandline.ts';
import * as names from '../plain/names.ts';
import { day, list as joined, number, quoted } from '../plain/words.ts';
import type { Chart } from '../charts/chart.ts';
import { html, list, paragraphs, type Html } from './html.ts';
import { assumptions, leftOut } from './sections/assumptions.ts';
import { evidence, oneRun } from './sections/evidence.ts';
import { lasting } from './sections/lasting.ts';
import { redLines, turningPoints } from './sections/lines.ts';
import { blockers, outcomes, range, terms } from './sections/outcomes.ts';
import type { Material, Section } from './sections/section.ts';
import { discovery, sensitivity } from './sections/studies.ts';
import { STYLE } from './style.ts';

/** Nothing may be fetched and nothing run, whatever a reader's browser is told. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** In this order: what is left out and assumed, how far the answer depends on it, then the answer, then why. */
const SECTIONS: readonly ((material: Material) => Section | null)[] = [
  leftOut, assumptions, range, outcomes, terms, blockers, redLines, turningPoints, lasting, sensitivity, discovery, oneRun, evidence,
];

/** What was taken for the levers, without a word on options: whoever reads this has no command line. */
function taken({ scenario, asked, result }: Findings): readonly string[] {
  const set = Object.entries(asked.levers).map(([id, value]) => `${names.lever(scenario, id)} at ${number(value)}`);
  const view = scenario.views.find(({ id }) => id === asked.view);
  return [
    ...(view === undefined ? [] : [`Levers as ${quoted(plain(view.title))} has them, where it says so (${plain(view.source)}).`]),
    ...(set.length === 0 ? [] : [`Assumed otherwise than in the file: ${joined(set)}.`]),
    ...(result.vary ? ['In the batch, levers and views are drawn anew for each run, as the file says how likely their values are.'] : []),
  ];
}

function head(findings: Findings): Html {
  const { scenario } = findings;
  return html`<header><h1>${scenario.title}</h1><p class="question">${scenario.question}</p><p class="meta">Between ${joined(scenario.parties.map(({ id }) => names.party(scenario, id)))}. Starts on ${day(scenario.from)}; at most ${scenario.calendar.rounds} rounds of ${scenario.calendar.round.count} ${scenario.calendar.round.unit}${scenario.calendar.round.count === 1 ? '' : 's'}.</p>${paragraphs(taken(findings))}</header>`;
}

function foot({ scenario, asked, version, result }: Findings): Html {
  return html`<footer class="meta"><h2>How this was made</h2><p>Winset ${version}; scenario ${scenario.id}, ${scenario.hash}; seed ${asked.seed ?? ''}; ${result.runs} runs in the batch. The same version, file and command make the same report:</p><p><code>${commandLine(asked)}</code></p></footer>`;
}

/** @param drawn the charts of the findings with their pictures */
export function reportPage(findings: Findings, drawn: readonly { readonly chart: Chart; readonly svg: string }[]): string {
  const material: Material = { findings, charts: new Map(drawn.map((each) => [each.chart.id, each])) };
  const sections = SECTIONS.flatMap((section) => section(material) ?? []);
  const contents = list(sections.map(({ id, title }) => html`<a href="#${id}">${title}</a>`), true);
  const body = html`${head(findings)}<nav aria-label="Contents">${contents}</nav><main>${sections.map(({ id, title, body: inner }) => html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>${inner}</section>`)}</main>${foot(findings)}`;
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Winset"><title>${html`${plain(findings.scenario.title)}`.markup}</title><style>${STYLE}</style></head>\n<body>${body.markup}</body></html>\n`;
}
