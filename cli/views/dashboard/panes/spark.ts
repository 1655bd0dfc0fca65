/** Small pictures of numbers between 0 and 1. */
const BLOCKS = '▁▂▃▄▅▆▇█';

/** The last values of a course, one cell each, oldest left. */
export function spark(course: readonly number[], cells: number): string {
  const shown = course.slice(-cells);
  return shown.map((value) => BLOCKS[Math.max(0, Math.min(7, Math.floor(value * 8)))] ?? '▁').join('').padStart(cells, ' ');
}

export function bar(value: number, cells: number): string {
  const full = Math.max(0, Math.min(cells, Math.round(value * cells)));
  return '▇'.repeat(full) + '▁'.repeat(cells - full);
}

/** A stance's place on its ladder. Short of room the rungs stand close, then only their count is told. */
export function ladder(states: number, at: number, cells: number): string {
  const rungs = Array.from({ length: states }, (_, index) => (index === at ? '●' : '○'));
  for (const rail of ['──', '─', '']) if (states + (states - 1) * rail.length <= cells) return rungs.join(rail);
  return `${at + 1}/${states}`;
}
