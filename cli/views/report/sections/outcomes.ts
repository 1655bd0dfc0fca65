/** How the runs end: first the range over the assumptions, then the shares with the values of the file. */
import { plain } from '../../../../engine/record/plain.ts';
import * as names from '../../plain/names.ts';
import { list as joined, number, percent, quoted } from '../../plain/words.ts';
import { farthest } from '../charts.ts';
import { html, paragraphs } from '../html.ts';
import { figure, type Material, type Section } from './section.ts';

export function range(material: Material): Section | null {
  const { findings } = material;
  const { ranges, scenario } = findings;
  if (ranges === null) return null;
  const { found: { settings, each, ends, reach, levers, held }, space } = ranges;
  const far = farthest(findings);
  const title = quoted(names.outcome(scenario, scenario.outcomes[far]?.id ?? ''));
  // The first outcome is what the file's author asks for first; the other is what assumptions decide most.
  const told = [...new Set([0, far])].flatMap((o) => {
    const span = reach[o];
    return span === undefined ? [] : [`the share of runs that end in ${quoted(names.outcome(scenario, span.id))} goes from ${percent(span.least)} to ${percent(span.most)} (in four of five settings from ${percent(span.tenth)} to ${percent(span.ninetieth)})`];
  });
  const moving = levers.map(({ low, high }, d) => ({ title: plain(space[d]?.title ?? ''), low: low.outcomes[far]?.share ?? 0, high: high.outcomes[far]?.share ?? 0 })).sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  const noise = Math.round(98 / Math.sqrt(each));
  return {
    id: 'range', title: 'How far the answer depends on the assumptions',
    body: html`<p class="lead">Over the declared ranges of ${space.length === 1 ? 'the lever' : `all ${space.length} levers`}, ${joined(told)}. No single share below means more than this range.</p>
${figure(material, 'reach', `${settings} settings spread over the ranges, ${each} runs at each, the same luck in all. Thick: four in five settings; thin: all of them; diamond: the values of the file. So few runs alone make a share of a setting uncertain by up to ${noise} points to each side.`)}
${figure(material, 'ends', `Each lever alone at the ends of its range, the others as in the file (dashed line), the same ${ends} runs each time. Levers that are not drawn move it less, or not at all.`)}
${paragraphs(moving.length === 0 ? [] : [`Moved alone, ${joined(moving.slice(0, 3).map((one) => `${quoted(one.title)} (${percent(one.low)} at its lowest, ${percent(one.high)} at its highest)`))} ${moving.length === 1 ? 'changes' : 'change'} the share of ${title} most; with the file's values it is ${percent(held[far]?.share ?? 0)}.`])}`,
  };
}

export function outcomes(material: Material): Section {
  const { findings: { result, scenario } } = material;
  return {
    id: 'outcomes', title: 'How the runs end with the values of the file',
    body: html`<p>${number(result.runs)} runs; intervals at 95 % (Wilson). They measure the chance in so many runs and nothing else: not whether the assumptions hold.</p>
${figure(material, 'outcomes', result.vary ? 'Levers and views were drawn anew in each run, as the file says how likely their values are.' : 'Levers at the values of the file.')}
${paragraphs([`Most runs end in ${quoted(names.outcome(scenario, result.outcomes.reduce((most, each) => (each.count > most.count ? each : most)).id))}.`])}`,
  };
}

export function terms(material: Material): Section {
  const { findings: { result, scenario } } = material;
  const { rounds } = result;
  const last = scenario.stages.at(-1);
  const signed = scenario.stages.filter(({ id }) => material.charts.has(`terms-${id}`));
  return {
    id: 'terms', title: 'What is agreed where something is signed',
    body: html`${signed.length === 0 ? html`<p>Nothing was signed in any of these runs.</p>` : ''}${signed.map(({ id }) => {
      const count = result.terms.find((term) => term.stage === id)?.options.reduce((sum, option) => sum + option.count, 0) ?? 0;
      return figure(material, `terms-${id}`, `Among the ${count} runs in which ${quoted(names.stage(scenario, id))} was signed.`);
    })}${paragraphs(rounds === null ? [`${quoted(plain(last?.title ?? ''))} was signed in none of the runs.`] : [`${quoted(plain(last?.title ?? ''))} was signed in ${rounds.signed} runs: half of them by round ${rounds.median}, four in five between rounds ${rounds.low} and ${rounds.high}.`])}`,
  };
}

export function blockers(material: Material): Section {
  const { findings: { result, scenario } } = material;
  const last = quoted(plain(scenario.stages.at(-1)?.title ?? ''));
  const { runs, stages } = result.blockers;
  const byStage = scenario.stages.length > 1 && stages !== null;
  const settled = stages === null ? 0 : runs - stages.reduce((sum, stage) => sum + stage.runs, 0);
  const where = byStage ? ' They are told by the stage in which the talks stood when the run ended.' : '';
  const rest = byStage && settled > 0 ? ` In ${settled} of these runs nothing stood in the way: all that was opened was settled.` : '';
  return {
    id: 'blockers', title: 'What stands in the way of the rest',
    body: html`${runs === 0 ? html`<p>${last} was signed in every run.</p>` : html`<p>In ${runs} runs ${last} was not signed. These refusals stood against their last text; a run may have several.${where}${rest}</p>${figure(material, 'blockers')}`}`,
  };
}
