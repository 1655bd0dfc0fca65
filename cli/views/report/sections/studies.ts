/** Sensitivity and discovery, where they were asked for. */
import { boxFacts, boxSentence, restrictionFacts } from '../../plain/studies/discover.ts';
import { measuredWords, targetWords } from '../../plain/studies/frame.ts';
import { percent } from '../../plain/words.ts';
import { html, list, paragraphs } from '../html.ts';
import { figure, type Material, type Section } from './section.ts';

export function sensitivity(material: Material): Section | null {
  const { sensitivity: found, scenario } = material.findings;
  const [of] = found?.of ?? [];
  if (found === null || of === undefined) return null;
  return {
    id: 'sensitivity', title: 'Which assumptions matter',
    body: html`<p>${measuredWords(of.target, scenario)}. ${found.played.rows} paths through ${found.played.settings} settings of the levers, ${found.played.each} runs at each (Morris 1991). Luck at fixed levers makes ${percent(of.luck)} of the differences between single runs; no lever can tell those.</p>${figure(material, 'effects', 'Mean absolute change when a lever alone goes from one end of its range to the other. Luck alone gives some size to every lever that reshuffles runs; where the interval is near zero, the lever hardly matters. Levers that are not drawn changed no run.')}`,
  };
}

export function discovery(material: Material): Section | null {
  const { discovery: of, scenario } = material.findings;
  if (of === null) return null;
  const [box] = of.found.boxes;
  return {
    id: 'discovery', title: 'Under which assumptions it holds',
    body: box === undefined
      ? html`<p>No bounds on the levers were found that make ${targetWords(of.target, scenario)} more frequent by more than accident.</p>`
      : html`<p class="lead">${boxSentence(box, of.found, of.space, of.target, scenario)}</p>${paragraphs(boxFacts(box, of.found, false))}${list(box.restricts.map((each) => html`${restrictionFacts(each, of.space)}`))}${figure(material, 'trade-off', 'Patient rule induction (Friedman & Fisher 1999): each point is a box on the way from everywhere inwards.')}`,
  };
}
