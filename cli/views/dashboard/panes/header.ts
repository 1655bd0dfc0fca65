/** The first lines: where and when we are, how things stand, which phase comes next; the outlook from here. */
import { plain } from '../../../../engine/record/plain.ts';
import { PHASES } from '../../../../engine/vocabulary.ts';
import type { NumberTree, TruthTree } from '../../../../engine/scenario/expression-tree.ts';
import { gaugeLines } from '../lines.ts';
import { between, cut, fit, span, width } from '../rows.ts';
import type { Row, Span } from '../rows.ts';
import { outlookRows } from './outlook.ts';
import { bar } from './spark.ts';
import { gaugeName } from '../view.ts';
import type { View } from '../view.ts';
import * as names from '../../plain/names.ts';
import { count, day, list } from '../../plain/words.ts';
import { DIPLOMACY_WORDS, FIGHTING_WORDS, per } from '../words.ts';

export function header(view: View): readonly Row[] {
  return [place(view), state(view), strip(view), ...outlookRows(view)].map((row) => fit(row, view.columns));
}

function place({ scenario, look, seed, run, columns, people, viewer, branches, ui }: View): Row {
  const round = look.round < 1 ? `${look.rounds} rounds to come` : look.round > look.rounds ? `round ${look.round}, votes only` : `round ${look.round} of ${look.rounds}`;
  const date = columns >= 100 ? day(look.date) : day(look.date).slice(4);
  const right = `${date} · ${round} · seed ${plain(seed)}${run === 1 ? '' : `, run ${run}`}${branches.length > 1 ? ` · ${cut(plain(branches.find((one) => one.current)?.name ?? ''), columns >= 100 ? 30 : 14)}` : ''} `;
  const room = columns - width(right) - 20;
  const named = viewer === null ? '' : `seat of ${names.party(scenario, viewer)}`;
  const sits = list(ui.sits.map((party) => plain(names.partyOf(scenario, party)?.short ?? party)));
  const seat = people.length === 0 ? (sits === '' ? '' : `you sit for ${sits}`) : viewer === null ? 'what all may see' : width(named) <= room ? named : `seat of ${plain(names.partyOf(scenario, viewer)?.short ?? viewer)}`;
  const title = cut(plain(scenario.title), Math.max(12, columns - width(right) - width(seat) - 6));
  return between([span(` ${title}`, 'strong'), ...(seat === '' ? [] : [span(' · '), span(seat, 'warn')]), span('  ')], [span(right)], columns);
}

function state(view: View): Row {
  const { scenario, look, before, columns } = view;
  const roomy = columns >= 100;
  const changed = (was: unknown, is: unknown): string => (before !== null && was !== is ? '*' : '');
  const stage = look.diplomacy !== 'settled' && look.diplomacy !== 'ended' ? ` ▸ ${names.stage(scenario, look.stage)}` : '';
  const parts: (readonly Span[])[] = [[span(`${DIPLOMACY_WORDS[look.diplomacy]}${stage}${changed(before?.diplomacy, look.diplomacy) || changed(before?.stage, look.stage)}`, 'accent')]];
  if (look.fighting !== 'war' || Object.keys(scenario.peace).length > 0) {
    const age = look.fighting === 'war' ? '' : roomy ? `, ${count(Math.round(look.truceDays), 'day')} old` : ` ${count(Math.round(look.truceDays), 'day')}`;
    parts.push([span(`${roomy ? 'fighting: ' : ''}${FIGHTING_WORDS[look.fighting]}${age}${changed(before?.fighting, look.fighting)}`, look.fighting === 'war' ? 'plain' : 'good')]);
  }
  if (look.nextPhase !== null) parts.push([span(look.track === null ? 'nobody meets' : `${names.track(scenario, look.track)} meets`)]);
  const left = [span(' '), ...parts.flatMap((part, index) => (index === 0 ? part : [span(' · ', 'dim'), ...part]))];
  const patience = patienceOf(view);
  if (patience === null) return left;
  const tone = patience.past ? 'warn' : 'plain';
  return between(left, [span(`  ${cut(patience.title, roomy ? 40 : 18)} `), ...(roomy ? [span(bar(patience.value, 8), tone), span(' ')] : []), span(`${per(patience.value)} `, tone)], columns);
}

/** The phases of a round; the sign stands before the one that comes next. */
function strip(view: View): Row {
  const { look, at, last, ui, end } = view;
  const right = at < last ? `${last - at} back ` : ui.playing ? 'playing ' : '';
  if (end !== null) return between([span(' The run is over')], [span(right, 'warn')], view.columns);
  const spans: Span[] = [];
  for (const phase of PHASES) {
    const next = phase === look.nextPhase;
    spans.push(span(next ? ' ▸' : '  ', 'accent'), span(phase, next ? 'accent' : phase === look.phase ? 'strong' : 'dim'));
  }
  return between(spans, [span(right, 'warn')], view.columns);
}

interface Patience { readonly title: string; readonly value: number; readonly past: boolean }

/** The gauge on which the mediator's staying rests: one its walk-away condition names, else its first. */
function patienceOf(view: View): Patience | null {
  const mediator = view.scenario.mediator;
  if (mediator === null) return null;
  const named = mediator.walksAway === null || mediator.walksAway.when.type !== 'truth' ? [] : gaugesIn(mediator.walksAway.when.tree);
  const lines = gaugeLines(view);
  const found = lines.find((line) => named.includes(line.name)) ?? lines.find((line) => line.look.party === mediator.party);
  if (found === undefined) return null;
  const owner = view.look.parties.find((party) => party.party === found.look.party);
  const title = plain(found.look.title);
  return { title: owner === undefined ? title : `${plain(owner.short)} ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`, value: found.look.value, past: found.look.thresholds.some((one) => one.past) };
}

function gaugesIn(tree: TruthTree | NumberTree): readonly string[] {
  switch (tree.op) {
    case 'name': return tree.name.kind === 'gauge' ? [gaugeName(tree.name.party, tree.name.gauge)] : [];
    case 'number': case 'truth': case 'holds': case 'is': case 'in': return [];
    case 'negate': case 'not': return gaugesIn(tree.of);
    case 'min': case 'max': return tree.of.flatMap(gaugesIn);
    case 'if': return [...gaugesIn(tree.test), ...gaugesIn(tree.then), ...gaugesIn(tree.else)];
    default: return [...gaugesIn(tree.left), ...gaugesIn(tree.right)];
  }
}
