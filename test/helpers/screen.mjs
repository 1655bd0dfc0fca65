// The built program in a pseudo-terminal: keys go in, the screen comes out as it then stands, as text or as SVG.
// A screen is taken when it has been quiet for a while, so nothing here depends on how fast the machine is.
//   node test/helpers/screen.mjs 80x24 "step tutorial" r r Enter !      prints the screen where a ! stands
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Milliseconds without a change after which a screen is taken to stand. */
const QUIET = 400;
const LONGEST = 60_000;
const NAMES = { Enter: '\r', Escape: '\u001b', Tab: '\t', Space: ' ', Up: '\u001b[A', Down: '\u001b[B', Right: '\u001b[C', Left: '\u001b[D', PageDown: '\u001b[6~', PageUp: '\u001b[5~', BSpace: '\u007f' };

const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });

export class ProgramScreen {
  #changed = performance.now();

  constructor(args, columns, rows, env = {}) {
    this.columns = columns;
    this.rows = rows;
    this.raw = '';
    this.code = null;
    this.terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    const all = { ...process.env, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env };
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'CI', 'COLORTERM']) if (!(name in env)) delete all[name];
    this.program = spawn(process.execPath, [`${ROOT}dist/bin.js`, ...args], { name: 'xterm-256color', cols: columns, rows, cwd: ROOT, env: all });
    this.program.onData((data) => {
      this.raw += data;
      this.#changed = performance.now();
      this.terminal.write(data);
    });
    this.program.onExit(({ exitCode, signal }) => { this.code = signal ? 128 + signal : exitCode; });
  }

  get lines() {
    const { active } = this.terminal.buffer;
    return Array.from({ length: this.rows }, (_, at) => active.getLine(active.baseY + at)?.translateToString(true) ?? '');
  }
  get text() { return this.lines.join('\n'); }

  /** Until the screen shows what is looked for; then until it stands still. */
  async until(what) {
    const start = performance.now();
    while (!(typeof what === 'function' ? what(this.text) : this.text.includes(what))) {
      if (this.code !== null) throw new Error(`the program ended with ${this.code}\n${this.text}\n${JSON.stringify(this.raw.slice(0, 300))}`);
      if (performance.now() - start > LONGEST) throw new Error(`never seen: ${what}\n${this.text}`);
      await wait(20);
    }
    await this.still();
  }

  async still(quiet = QUIET) {
    const start = performance.now();
    do await wait(20); while (performance.now() - this.#changed < quiet && performance.now() - start < LONGEST);
  }

  /** Keys by name, else as they are typed; each is answered before the next. */
  async press(...keys) {
    for (const key of keys) {
      const before = this.#changed;
      this.program.write(NAMES[key] ?? key);
      // A key that changes nothing is not waited for longer than this.
      for (let waited = 0; this.#changed === before && waited < 2000; waited += 10) await wait(10);
      await this.still(150);
    }
  }

  resize(columns, rows) {
    this.columns = columns;
    this.rows = rows;
    this.terminal.resize(columns, rows);
    this.program.resize(columns, rows);
  }

  end() { if (this.code === null) this.program.kill('SIGKILL'); }
}

/** Width and height of a cell, in units of the picture. */
const [WIDE, HIGH] = [8.4, 17];
const BACK = '#16181d';
const FRONT = '#d8dbe2';
/** The sixteen colours of a terminal, as a calm dark theme has them. */
const COLOURS = ['#4b5263', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dbe2', '#7f8694', '#ef8a92', '#b1d597', '#f0d399', '#84c3f5', '#d79ae8', '#7fcbd5', '#ffffff'];
const NO_ENTRY = '⛔';
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const colour = (isDefault, isPalette, value, otherwise) => (isDefault ? otherwise : isPalette ? (COLOURS[value] ?? otherwise) : `#${value.toString(16).padStart(6, '0')}`);

/** What a cell looks like, as the attributes of its text and the colour behind it. */
function looks(cell) {
  let front = colour(cell.isFgDefault(), cell.isFgPalette(), cell.getFgColor(), FRONT);
  let back = colour(cell.isBgDefault(), cell.isBgPalette(), cell.getBgColor(), BACK);
  if (cell.isInverse()) [front, back] = [back, front];
  return { back, style: `fill="${front}"${cell.isBold() ? ' font-weight="bold"' : ''}${cell.isDim() ? ' opacity="0.65"' : ''}${cell.isUnderline() ? ' text-decoration="underline"' : ''}` };
}

/** The screen as a picture; `label` says what is on it to those who do not see it. */
export function svg({ terminal, columns, rows }, label) {
  const parts = [];
  for (let y = 0; y < rows; y++) {
    const line = terminal.buffer.active.getLine(y);
    let run = null;
    const signs = [];
    const close = () => {
      if (run === null) return;
      const [x, width] = [run.from * WIDE, run.cells * WIDE];
      if (run.back !== BACK) parts.push(`<rect x="${x.toFixed(1)}" y="${y * HIGH}" width="${width.toFixed(1)}" height="${HIGH}" fill="${run.back}"/>`);
      if (run.text.trim() !== '') parts.push(`<text x="${x.toFixed(1)}" y="${(y * HIGH + 12.9).toFixed(1)}" ${run.style} textLength="${width.toFixed(1)}" xml:space="preserve">${escape(run.text)}</text>`);
    };
    for (let x = 0; x < columns; x++) {
      const cell = line?.getCell(x);
      if (!cell || cell.getWidth() === 0) continue;
      const { back, style } = looks(cell);
      if (run === null || run.back !== back || run.style !== style) {
        close();
        run = { from: x, cells: 0, text: '', back, style };
      }
      if (cell.getChars() === NO_ENTRY) {
        // Drawn, as many fonts lack it; blanks stand for it in the text.
        const [cx, cy] = [((x + cell.getWidth() / 2 + 0.5) * WIDE).toFixed(1), (y + 0.5) * HIGH];
        signs.push(`<circle cx="${cx}" cy="${cy}" r="6" fill="#e06c75"/><rect x="${(cx - 4).toFixed(1)}" y="${cy - 1.3}" width="8" height="2.6" fill="${BACK}"/>`);
        run.text += ' '.repeat(cell.getWidth());
        run.cells += cell.getWidth();
        continue;
      }
      run.text += cell.getChars() || ' ';
      run.cells += cell.getWidth();
    }
    close();
    parts.push(...signs);
  }
  const [width, height] = [columns * WIDE, rows * HIGH];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 ${(width + 24).toFixed(0)} ${height + 24}" role="img" aria-label="${escape(label)}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">`,
    `<rect x="-12" y="-12" width="${(width + 24).toFixed(0)}" height="${height + 24}" rx="8" fill="${BACK}"/>`,
    ...parts, '</svg>', '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [size = '80x24', line = 'step tutorial', ...keys] = process.argv.slice(2);
  const [columns, rows] = size.split('x').map(Number);
  const screen = new ProgramScreen(line.split(' ').filter((word) => word !== ''), columns, rows);
  await screen.until('quit');
  for (const key of keys) {
    if (key === '!') process.stdout.write(`${screen.text}\n${'='.repeat(columns)}\n`);
    else if (/^@\d+$/.test(key)) await wait(Number(key.slice(1)) * 1000);
    else await screen.press(key);
  }
  screen.end();
}
