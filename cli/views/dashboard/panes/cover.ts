/** The screen between two people who share a keyboard: it shows nothing of the run but whose turn it is. */
import { seatName } from '../speaking.ts';
import { blank, row, width, wrap } from '../rows.ts';
import type { Row } from '../rows.ts';
import type { View } from '../view.ts';

/** Null while nothing is to be covered. */
export function cover({ ui: { mode }, scenario, columns, rows }: View): readonly Row[] | null {
  if (mode.kind !== 'cover') return null;
  const who = mode.party === null ? null : seatName(scenario, mode.party);
  const said = who === null ? ['All who are asked have spoken.', 'Enter goes on; what follows all may see.'] : [`Hand the keyboard to ${who}.`, 'Enter when it has it.'];
  const lines = said.flatMap((text, at) => wrap(text, Math.max(1, columns - 4)).map((line) => row(centred(line, columns), at === 0 ? 'strong' : 'plain')));
  const above = Math.max(0, Math.floor((rows - lines.length) / 2) - 1);
  return [...Array.from({ length: above }, () => blank(columns)), ...lines];
}

/** Half the room goes before the text. */
const centred = (text: string, columns: number): string => ' '.repeat(Math.max(2, Math.floor((columns - width(text)) / 2))) + text;
