// Draws the pictures of docs/ and README.md: the built program in a pseudo-terminal, some keys, and its screen as it then stands. The same
// program gives the same pictures, on any machine: each is taken when all the runs of its outlook have been played.
//   npm run build && node test/helpers/pictures.mjs [NAME…]
import { mkdirSync, writeFileSync } from 'node:fs';
import { ProgramScreen, ROOT, svg } from './screen.mjs';

/** Milliseconds of quiet after which nothing more is being played. */
const PLAYED = 3000;
const all = (text) => /2000 (?:runs|pairs)/.test(text);
const rounds = (count) => Array.from({ length: count }, () => 'r');

const PICTURES = {
  dashboard: {
    size: [120, 36], args: ['step', 'london-april', '--seed', '7'], keys: [...rounds(7), 'Space', 'Space', 'Space', 'Space', 'Space'], ready: all,
    label: 'winset step: the parties, the text on the table with what each party makes of it, pressures and the log, under the outlook from here',
  },
  branches: {
    // In round 2 the United States presses a red line; in a branch Russia gives way there.
    size: [120, 36], args: ['step', 'london-april', '--seed', '7'], keys: [...rounds(4), ':', '2', 'Enter', 'Space', 'Space', 'Space', 't', 'y', ...rounds(3), 'B'], ready: all,
    label: 'Two branches side by side: what was decided, what differs in state, and the outlooks from both under the same luck',
  },
  chart: {
    size: [100, 30], args: ['step', 'london-april', '--seed', '7'], keys: [...rounds(4), 'c'], ready: (text) => text.includes('CHART'),
    label: 'The statechart of a stance: its states, the present one marked, and what each way out of it waits for',
  },
};

const asked = process.argv.slice(2);
mkdirSync(`${ROOT}docs`, { recursive: true });
for (const [name, { size: [columns, rows], args, keys, ready, label }] of Object.entries(PICTURES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const screen = new ProgramScreen(args, columns, rows);
  try {
    await screen.until('q quit');
    await screen.press(...keys);
    await screen.until(ready);
    await screen.still(PLAYED);
    writeFileSync(`${ROOT}docs/${name}.svg`, svg(screen, label));
  } finally {
    screen.end();
  }
}
