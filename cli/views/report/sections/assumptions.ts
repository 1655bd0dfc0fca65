/** What is left out and what is assumed: before any number. */
import { plain } from '../../../../engine/record/plain.ts';
import { number } from '../../plain/words.ts';
import { html, list, table } from '../html.ts';
import type { Material, Section } from './section.ts';

export function leftOut({ findings: { scenario } }: Material): Section {
  return {
    id: 'left-out', title: 'What this leaves out',
    body: html`${scenario.leavesOut.length === 0 ? html`<p>The file names nothing that it leaves out. Every model leaves out most of the world; ask its author.</p>` : list(scenario.leavesOut.map((each) => html`${each}`))}
<p>What is simulated is a file of stated assumptions, played many times. Shares are shares of such runs. They are not probabilities of what will happen, and predict nothing.</p>`,
  };
}

export function assumptions({ findings: { scenario, evidence, result } }: Material): Section {
  const levers = scenario.levers.map((lever) => {
    const value = result.levers[lever.id];
    const { because, assumed, figure } = lever.evidence;
    const rests = [...because.map((id) => `claim ${plain(id)}`), ...(figure === undefined ? [] : [`figure ${plain(figure)}`])].join(', ');
    return [plain(lever.title), value === undefined ? 'drawn' : number(value), lever.range[0] < lever.range[1] ? `${number(lever.range[0])} to ${number(lever.range[1])}` : 'fixed', `${rests}${assumed === undefined ? '' : `${rests === '' ? '' : '; '}assumed: ${plain(assumed)}`}`];
  });
  const { values, claims, figures, assumed, sized } = evidence;
  return {
    id: 'assumptions', title: 'What is assumed',
    body: html`<p>Of the ${values} values in the file, ${claims} rest on claims of the documents (for ${sized} of these the size is assumed), ${figures} on published figures, and ${assumed} on assumption alone. Claims support that something exists, which way it points and what comes before what; they give no sizes.</p>
${levers.length === 0 ? html`<p>The file has no levers: nothing in it was meant to be varied.</p>` : html`<p>These assumptions are levers: a user may vary them within the range that the file declares.</p>${table('Levers, their values here and what they rest on', ['Lever', 'Here', 'Range', 'Rests on'], levers)}`}`,
  };
}
