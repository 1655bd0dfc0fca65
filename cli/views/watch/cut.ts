/** Lines with colours in them, cut to a width. */
import { asciiText } from '../dashboard/ascii.ts';
import { cut, width } from '../dashboard/rows.ts';

// eslint-disable-next-line no-control-regex
const STYLE = /(\u001b\[[0-9;]*m)/u;

/** At most so many cells; what is cut ends with the sign for more, and colours end as they would have. */
export function cutStyled(line: string, columns: number): string {
  if (!STYLE.test(line)) return cut(line, columns);
  let left = columns;
  let cutOff = false;
  return line.split(STYLE).map((piece) => {
    if (STYLE.test(piece)) return piece;
    if (cutOff) return '';
    const wide = width(piece);
    if (wide <= left) {
      left -= wide;
      return piece;
    }
    cutOff = true;
    return cut(piece, left);
  }).join('');
}

/** The plain-terminal twin of a line; its colours stay. */
export function asciiStyled(line: string): string {
  return line.split(STYLE).map((piece) => (STYLE.test(piece) ? piece : asciiText(piece))).join('');
}
