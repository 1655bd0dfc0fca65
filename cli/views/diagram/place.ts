/**
 * Where everything of a drawing stands, in pixels from its upper left corner. A panel is read from left to right: a column of states as boxes, arrows
 * that leave a box on its right, run down or up a lane of their own and come back to another, and beside each arrow's beginning what it takes.
 */
import { wrap } from '../plain/layout.ts';
import type { Drawing, Panel } from './panels.ts';

export interface Line { readonly x: number; readonly y: number; readonly text: string; readonly style: 'heading' | 'title' | 'state' | 'note' | 'target' | 'says' }
export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly style: 'panel' | 'state' | 'open'; readonly start: boolean }
/** From `from` right to `lane`, along it, and left to `to`; both at the right edge `x` of boxes. `leader`: where what it takes is said. */
export interface Arrow { readonly x: number; readonly from: number; readonly to: number; readonly lane: number; readonly leader: number }
export interface Placed { readonly width: number; readonly height: number; readonly boxes: readonly Box[]; readonly arrows: readonly Arrow[]; readonly lines: readonly Line[] }

export const SIZES = { panel: 640, box: 200, row: 15, small: 13, gap: 20, lane: 10, margin: 24 } as const;
/** Width of a sign, in pixels, of the sizes of letters; generous, since every reader has other fonts. */
const SIGN = { title: 8.6, row: 8, small: 6.1 } as const;
/** Small signs in bold to those that are not, by width. */
const BOLD = 0.8;
const INSIDE = 14;

interface Part { readonly height: number; readonly boxes: readonly Box[]; readonly arrows: readonly Arrow[]; readonly lines: readonly Line[] }

export function place(drawings: readonly Drawing[]): Placed {
  const boxes: Box[] = [];
  const arrows: Arrow[] = [];
  const lines: Line[] = [];
  let top: number = SIZES.margin;
  for (const { title, panels } of drawings) {
    lines.push({ x: SIZES.margin, y: top + 18, text: title, style: 'heading' });
    const from = top + 34;
    const columns: [number, number] = [from, from];
    for (const panel of panels) {
      const part = placePanel(panel);
      const column = columns[1] < columns[0] ? 1 : 0;
      move(part, SIZES.margin + column * (SIZES.panel + SIZES.margin), columns[column]);
      columns[column] += part.height + SIZES.gap;
    }
    top = Math.max(...columns) + SIZES.gap;
  }
  return { width: 2 * SIZES.panel + 3 * SIZES.margin, height: top, boxes, arrows, lines };

  function move(part: Part, x: number, y: number): void {
    boxes.push({ x, y, width: SIZES.panel, height: part.height, style: 'panel', start: false }, ...part.boxes.map((box) => ({ ...box, x: box.x + x, y: box.y + y })));
    arrows.push(...part.arrows.map((arrow) => ({ x: arrow.x + x, from: arrow.from + y, to: arrow.to + y, lane: arrow.lane + x, leader: arrow.leader + x })));
    lines.push(...part.lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y })));
  }
}

const signs = (pixels: number, size: keyof typeof SIGN): number => Math.floor(pixels / SIGN[size]);

/** A panel with its upper left corner at 0, 0. */
function placePanel(panel: Panel): Part {
  const left = INSIDE + 16;
  const edge = left + SIZES.box;
  const lanes = panel.moves.length;
  const said = edge + 14 + lanes * SIZES.lane + 12;
  const room = signs(SIZES.panel - said - INSIDE, 'small');
  const boxes: Box[] = [];
  const lines: Line[] = wrap(panel.title, signs(SIZES.panel - 2 * INSIDE, 'title')).map((text, i): Line => ({ x: INSIDE, y: 24 + i * 17, text, style: 'title' }));
  const ports = new Map<Panel['moves'][number], number>();
  let y = 24 + lines.length * 17;
  panel.states.forEach((state, at) => {
    const title = wrap(state.title, signs(SIZES.box - 20, 'row'));
    const note = state.note === '' ? [] : wrap(state.note, signs(SIZES.box - 20, 'small'));
    title.forEach((text, i) => lines.push({ x: left + 10, y: y + 20 + i * SIZES.row, text, style: 'state' }));
    note.forEach((text, i) => lines.push({ x: left + 10, y: y + 20 + title.length * SIZES.row + i * SIZES.small, text, style: 'note' }));
    let beside = y + 4;
    for (const going of panel.moves.filter((one) => one.from === at)) {
      ports.set(going, beside + 10);
      lines.push({ x: said, y: beside + 14, text: `to ${cut(panel.states[going.to]?.title ?? '', Math.floor(room * BOLD) - 8)} when`, style: 'target' });
      beside += 14;
      for (const text of going.says.flatMap((one) => wrap(one, room, '· ', '  '))) {
        beside += SIZES.small;
        lines.push({ x: said, y: beside + 2, text, style: 'says' });
      }
      beside += 12;
    }
    const height = Math.max(16 + title.length * SIZES.row + note.length * SIZES.small, beside - y, 22 + 6 * panel.moves.filter((one) => one.to === at).length);
    boxes.push({ x: left, y, width: SIZES.box, height, style: state.open ? 'open' : 'state', start: at === panel.start });
    y += height + SIZES.gap;
  });
  // Arrows from above come in at the top of a box, those from below at its bottom; none meets one that leaves.
  const above = new Map<number, number>();
  const below = new Map<number, number>();
  const arrows = panel.moves.map((going, lane): Arrow => {
    const box = boxes[going.to];
    const down = going.from < going.to;
    const nth = (down ? above : below).get(going.to) ?? 0;
    (down ? above : below).set(going.to, nth + 1);
    const to = box === undefined ? 0 : down ? box.y + 4 + nth * 5 : box.y + box.height - 4 - nth * 5;
    return { x: edge, from: ports.get(going) ?? 0, to, lane: edge + 14 + lane * SIZES.lane, leader: said - 4 };
  });
  return { height: y - SIZES.gap + INSIDE, boxes, arrows, lines };
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`);
