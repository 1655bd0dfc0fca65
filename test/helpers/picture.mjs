// Draws docs/dashboard.svg: the built program in a pseudo-terminal, a few keys, and its screen as it then stands.
//   npm run build && node test/helpers/picture.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const [COLUMNS, ROWS] = [120, 36];
/** Width and height of a cell, in units of the picture. */
const [WIDE, HIGH] = [8.4, 17];
const KEYS = ['r', 'r', 'r', 'r', 'r', 'r', 'r', ' ', ' ', ' ', ' ', ' '];
const BACK = '#16181d';
const FRONT = '#d8dbe2';
/** The sixteen colours of a terminal, as a calm dark theme has them. */
const COLOURS = ['#4b5263', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dbe2', '#7f8694', '#ef8a92', '#b1d597', '#f0d399', '#84c3f5', '#d79ae8', '#7fcbd5', '#ffffff'];

const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });

const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
const env = { ...process.env, TERM: 'xterm-256color' };
for (const name of ['NO_COLOR', 'FORCE_COLOR', 'CI', 'COLORTERM']) delete env[name];
const program = spawn(process.execPath, [`${ROOT}dist/bin.js`, 'step', 'london-april', '--seed', '7'], { cols: COLUMNS, rows: ROWS, cwd: ROOT, env });
program.onData((data) => terminal.write(data));
await wait(2500);
for (const key of KEYS) {
  program.write(key);
  await wait(300);
}
await wait(1000);

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const colour = (isDefault, isPalette, value, otherwise) => (isDefault ? otherwise : isPalette ? (COLOURS[value] ?? otherwise) : `#${value.toString(16).padStart(6, '0')}`);

/** What a cell looks like, as the attributes of its text and the colour behind it. */
function looks(cell) {
  let front = colour(cell.isFgDefault(), cell.isFgPalette(), cell.getFgColor(), FRONT);
  let back = colour(cell.isBgDefault(), cell.isBgPalette(), cell.getBgColor(), BACK);
  if (cell.isInverse()) [front, back] = [back, front];
  return { back, style: `fill="${front}"${cell.isBold() ? ' font-weight="bold"' : ''}${cell.isDim() ? ' opacity="0.65"' : ''}${cell.isUnderline() ? ' text-decoration="underline"' : ''}` };
}

const parts = [];
for (let y = 0; y < ROWS; y++) {
  const line = terminal.buffer.active.getLine(y);
  let run = null;
  const close = () => {
    if (run === null) return;
    const [x, width] = [run.from * WIDE, run.cells * WIDE];
    if (run.back !== BACK) parts.push(`<rect x="${x.toFixed(1)}" y="${y * HIGH}" width="${width.toFixed(1)}" height="${HIGH}" fill="${run.back}"/>`);
    if (run.text.trim() !== '') parts.push(`<text x="${x.toFixed(1)}" y="${(y * HIGH + 12.9).toFixed(1)}" ${run.style} textLength="${width.toFixed(1)}" xml:space="preserve">${escape(run.text)}</text>`);
  };
  for (let x = 0; x < COLUMNS; x++) {
    const cell = line?.getCell(x);
    if (!cell || cell.getWidth() === 0) continue;
    const { back, style } = looks(cell);
    if (run === null || run.back !== back || run.style !== style) {
      close();
      run = { from: x, cells: 0, text: '', back, style };
    }
    run.text += cell.getChars() || ' ';
    run.cells += cell.getWidth();
  }
  close();
}
program.write('q');

mkdirSync(`${ROOT}docs`, { recursive: true });
const [width, height] = [COLUMNS * WIDE, ROWS * HIGH];
writeFileSync(`${ROOT}docs/dashboard.svg`, [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 ${(width + 24).toFixed(0)} ${height + 24}" role="img" aria-label="winset step: the parties, the text on the table, pressures and the log" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">`,
  `<rect x="-12" y="-12" width="${(width + 24).toFixed(0)}" height="${height + 24}" rx="8" fill="${BACK}"/>`,
  ...parts,
  '</svg>',
  '',
].join('\n'));
await wait(500);
program.kill();
