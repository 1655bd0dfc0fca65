/** A chart as a picture. Vega and the painter of PNG are loaded here, by those who draw only. */
import { createRequire } from 'node:module';
import type { TopLevelSpec } from 'vega-lite';
import { plain } from '../../../engine/record/plain.ts';
import { jsonPage } from '../../json.ts';
import { fullSpec, type Chart } from './chart.ts';
import { csv } from './csv.ts';
import type { Format } from './formats.ts';
import { THEME } from './theme.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * The picture as one SVG element: one image for a screen reader, with its title and its description.
 * @param titled whether the title is also drawn; where a caption beneath says it, it need not
 */
export async function toSvg(chart: Chart, titled = true): Promise<string> {
  const [{ compile }, vega] = await Promise.all([import('vega-lite'), import('vega')]);
  const { spec } = compile((titled ? fullSpec(chart) : { ...fullSpec(chart), title: undefined }) as unknown as TopLevelSpec, { config: THEME, logger: vega.logger(vega.Error) });
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger: vega.logger(vega.Error) });
  const drawn = await view.toSVG();
  view.finalize();
  // Vega names each of its groups to a screen reader, which has the description of the whole.
  const bare = plain(drawn).replace(/<g [^>]*>/gu, (tag) => tag.replace(/ (?:role="graphics-[a-z]+"|aria-[a-z]+="[^"]*")/gu, ''));
  const [id, describes] = [`${chart.id}-title`, `${chart.id}-says`];
  return bare.replace(/^<svg([^>]*)>/u, (_, attributes: string) => `<svg${attributes} role="img" aria-labelledby="${id} ${describes}"><title id="${id}">${escaped(plain(chart.title))}</title><desc id="${describes}">${escaped(plain(chart.says))}</desc>`);
}

/** The same painted, twice as large for screens of today. The letters are those that come with Winset, so that it looks the same everywhere. */
export async function toPng(chart: Chart): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const find = createRequire(import.meta.url);
  const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) => find.resolve(`dejavu-fonts-ttf/ttf/${file}`));
  const image = new Resvg(await toSvg(chart), { fitTo: { mode: 'zoom', value: 2 }, font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' }, background: '#ffffff' });
  return image.render().asPng();
}

/** A chart in one of the formats, as it goes into a file. */
export async function draw(chart: Chart, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case 'svg': return `${await toSvg(chart)}\n`;
    case 'png': return await toPng(chart);
    case 'csv': return csv(chart.table);
    case 'json': return jsonPage(fullSpec(chart));
  }
}
