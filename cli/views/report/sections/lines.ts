/** What each red line costs, and what comes before a turn. */
import type { Costs, Effect, Turning, TurningPoint } from '../../../../engine/index.ts';
import * as names from '../../plain/names.ts';
import { percent, quoted } from '../../plain/words.ts';
import { points } from '../../plain/studies/frame.ts';
import { happeningWords, turnWords } from '../../plain/turning/runs.ts';
import { html, table, type Html } from '../html.ts';
import type { Material, Section } from './section.ts';

/** Rows of a table; `winset redlines --json` has all. */
const MOST = 12;

const told = (effect: Effect | null): string => (effect === null ? 'as it is' : effect.gained + effect.lost === 0 ? '0' : `${points(effect.difference)} (${points(effect.low)} to ${points(effect.high)})${effect.beyondLuck ? ' *' : ''}`);

function costTable(costs: Costs, m: number, { findings: { scenario } }: Material): Html {
  const measure = costs.measures[m];
  if (measure?.kind !== 'signed') return html``;
  const moving = costs.things.map((one) => ({ one, waived: one.variants.waived?.[m] ?? null, absolute: one.variants.absolute?.[m] ?? null }))
    .filter(({ waived, absolute }) => [waived, absolute].some((effect) => effect !== null && effect.gained + effect.lost > 0))
    .sort((a, b) => Math.max(Math.abs(b.waived?.difference ?? 0), Math.abs(b.absolute?.difference ?? 0)) - Math.max(Math.abs(a.waived?.difference ?? 0), Math.abs(a.absolute?.difference ?? 0)));
  const stage = quoted(names.stage(scenario, measure.id));
  const head = html`<h3>${names.stage(scenario, measure.id)}</h3><p>Signed in ${percent(measure.asItIs.share)} of these runs as it is (${percent(measure.asItIs.low)} to ${percent(measure.asItIs.high)}).</p>`;
  if (moving.length === 0) return html`${head}<p>Whichever of the ${costs.things.length} red lines is let go or made absolute, no run signs otherwise.</p>`;
  const rows = moving.slice(0, MOST).map(({ one, waived, absolute }) => [
    `${names.partyFirst(scenario, one.thing.party)}: ${quoted(names.line(scenario, one.thing.party, one.thing.of))}`, told(waived), told(absolute), String(waived?.gained ?? 0),
  ]);
  const still = costs.things.length - moving.length;
  const rest = [...(still === 0 ? [] : [`${still === 1 ? 'One further red line changes' : `${still} further red lines change`} no run`]), ...(moving.length > MOST ? [`${moving.length - MOST} that change few are left out here`] : [])];
  return html`${head}${table(`What each red line changes in how often ${stage} is signed, in points of 100 runs`, ['Red line', 'Let go', 'Absolute', 'Runs it alone blocked'], rows)}${rest.length === 0 ? '' : html`<p>${rest.join('; ')}.</p>`}`;
}

export function redLines(material: Material): Section {
  const { findings: { costs } } = material;
  return {
    id: 'red-lines', title: 'What each red line costs',
    body: costs.things.length === 0 ? html`<p>The file has no red lines.</p>` : html`<p>${costs.runs} runs, and each again with one red line let go, and made absolute, under the same luck. Differences in points of 100 runs with 95 % intervals; * more than luck, asked of all of them together. A signature may become rarer when a line is let go: whoever writes the text then writes another, which others may refuse.</p>${costs.measures.map((_, m) => costTable(costs, m, material))}`,
  };
}

function pointRow({ happening, before, otherwise, heldBack }: TurningPoint, { findings: { scenario } }: Material): readonly string[] {
  return [happeningWords(happening, scenario), percent(before.share), percent(otherwise), told(heldBack)];
}

/** Those that made a difference, the greatest first; the others in a sentence. */
function pointsOf(turn: Turning, material: Material): Html {
  const { scenario } = material.findings;
  if (turn.points.length === 0) return html`<p>${turn.came.count === 0 ? 'No run came to it.' : turn.came.count === material.findings.turning.runs ? 'All runs came to it; there is nothing to hold them against.' : 'Nothing happened often enough before it to be told.'}</p>`;
  const moves = ({ heldBack: { gained, lost } }: TurningPoint): boolean => gained + lost > 0;
  const made = turn.points.filter(moves).toSorted((a, b) => Math.abs(b.heldBack.difference) - Math.abs(a.heldBack.difference));
  const idle = turn.points.filter((one) => !moves(one)).map(({ happening, before, otherwise }) => `${happeningWords(happening, scenario)} (${percent(before.share)} against ${percent(otherwise)})`);
  return html`${made.length === 0 ? '' : table(`Before: ${turnWords(turn.turn, scenario)}`, ['What happened', 'Before it', 'By then elsewhere', 'Held back, points'], made.map((one) => pointRow(one, material)))}${idle.length === 0 ? '' : html`<p>Seen more or less often before it than elsewhere, but with any of them held back not one run comes out otherwise: ${idle.join('; ')}.</p>`}`;
}

export function turningPoints(material: Material): Section {
  const { findings: { turning: { runs, turning }, scenario } } = material;
  return {
    id: 'turning-points', title: 'Turning points',
    body: html`<p>What comes before a turn in ${runs} runs, and what becomes of the same runs, under the same luck, with that one thing held back. Most often before is not because; only what is held back shows that. “By then elsewhere”: by the same round in runs that were still going and had not come to it; for a collapse, in agreements that held.</p>${turning.map((turn) => html`<h3>${turnWords(turn.turn, scenario)}: ${percent(turn.came.share)} of the runs</h3>${pointsOf(turn, material)}`)}`,
  };
}
