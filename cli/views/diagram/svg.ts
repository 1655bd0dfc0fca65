/** A placed drawing as SVG: text only as text, nothing that runs, nothing that is fetched. */
import type { Arrow, Box, Line, Placed } from './place.ts';

const STYLE = [
  'text { font-family: ui-sans-serif, system-ui, "Helvetica Neue", Arial, sans-serif; fill: #1f2328 }',
  '.heading { font-size: 20px; font-weight: 600 } .title { font-size: 14px; font-weight: 600 } .state { font-size: 13px; font-weight: 600 }',
  '.note, .says { font-size: 11px; fill: #57606a } .target { font-size: 11px; font-weight: 600 }',
  '.panel { fill: #ffffff; stroke: #d0d7de } .box { fill: #f6f8fa; stroke: #57606a } .open { fill: #ffffff; stroke: #57606a; stroke-dasharray: 5 3 }',
  '.arrow { fill: none; stroke: #0a5cad; stroke-width: 1.3; marker-end: url(#head) } .leader { stroke: #afb8c1; stroke-dasharray: 2 2 } .dot { fill: #1f2328 }',
].join('\n    ');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const n = (value: number): string => String(Math.round(value * 10) / 10);

function box({ x, y, width, height, style, start }: Box): string {
  const name = style === 'state' ? 'box' : style;
  const begin = start ? `<circle class="dot" cx="${n(x - 9)}" cy="${n(y + 15)}" r="4"/>` : '';
  return `<rect class="${name}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${style === 'panel' ? 4 : 8}"/>${begin}`;
}

const arrow = ({ x, from, to, lane, leader }: Arrow): string => `<line class="leader" x1="${n(lane)}" y1="${n(from)}" x2="${n(leader)}" y2="${n(from)}"/><path class="arrow" d="M${n(x)} ${n(from)}H${n(lane)}V${n(to)}H${n(x + 1)}"/>`;
const line = ({ x, y, text, style }: Line): string => `<text class="${style}" x="${n(x)}" y="${n(y)}">${escaped(text)}</text>`;

/** @param title what the picture is, for those who hear it read out; nothing in it may control a terminal */
export function svg(placed: Placed, title: string): string {
  const { width, height, boxes, arrows, lines } = placed;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}" role="img" aria-labelledby="what">`,
    `  <title id="what">${escaped(title)}</title>`,
    `  <style>\n    ${STYLE}\n  </style>`,
    '  <defs><marker id="head" markerWidth="9" markerHeight="8" refX="8" refY="4" orient="auto"><path d="M0 0L9 4L0 8Z" fill="#0a5cad"/></marker></defs>',
    `  <rect width="${n(width)}" height="${n(height)}" fill="#ffffff"/>`,
    ...[...boxes.map(box), ...arrows.map(arrow), ...lines.map(line)].map((one) => `  ${one}`),
    '</svg>\n',
  ].join('\n');
}
