/** A text in lines that fit beside a chart: Vega breaks where it is told to, and cuts off the rest. @param room characters in a line */
export function broken(text: string, room = 34): string {
  const out: string[] = [];
  for (const word of text.split(' ')) {
    const last = out.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out.join('\n');
}
