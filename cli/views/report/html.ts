/**
 * HTML that cannot be broken into: whatever is put into a template is text and is escaped, unless it was made by a template itself or is a picture that we
 * drew. There is no other way to make an `Html`.
 */
import { plain } from '../../../engine/record/plain.ts';

declare const made: unique symbol;
export interface Html { readonly markup: string; readonly [made]: true }

type Part = Html | string | number | null | undefined | readonly Part[];

const trusted = (markup: string): Html => ({ markup }) as Html;

/** Text as it may stand in an element or in a quoted attribute, without what a screen must not obey. */
export function escaped(text: string): string {
  return plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
    // A number stays on one line with its per cent sign.
    .replaceAll(/(\d) %/gu, '$1\u00a0%');
}

function markupOf(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(markupOf).join('');
}

export function html(literal: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return trusted(literal.map((text, at) => text + (at < parts.length ? markupOf(parts[at]) : '')).join(''));
}

export const NOTHING = trusted('');

/** A picture that Vega drew: it escapes the texts in it, and a test with hostile titles watches over that. */
export const picture = (svg: string): Html => trusted(svg);

/** A link, if its address is one of the web; else only the words. */
export function link(address: string | undefined, words: string): Html {
  return address !== undefined && /^https?:\/\/[^\s"'<>]+$/u.test(address) ? html`<a href="${address}" rel="noreferrer noopener">${words}</a>` : html`${words}`;
}

export function list(items: readonly Html[], ordered = false): Html {
  if (items.length === 0) return NOTHING;
  const inner = items.map((item) => html`<li>${item}</li>`);
  return ordered ? html`<ol>${inner}</ol>` : html`<ul>${inner}</ul>`;
}

export const paragraphs = (texts: readonly string[]): Html => html`${texts.map((text) => html`<p>${text}</p>`)}`;

/** A table with a caption; the first cell of each row is its head. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly (string | number | Html)[])[]): Html {
  return html`<div class="table" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${rows.map(([first = '', ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}
