/** The palette over the lower part of the screen: the line that is written, and the commands that it finds. */
import { plain } from '../../../../engine/record/plain.ts';
import * as names from '../../plain/names.ts';
import { windowStart } from '../lines.ts';
import { entries } from '../palette.ts';
import { between, cut, fit, row, span } from '../rows.ts';
import type { Row } from '../rows.ts';
import type { Mode } from '../ui.ts';
import type { View } from '../view.ts';

const MOST = 10;

export function palettePane(view: View, mode: Extract<Mode, { kind: 'palette' }>, most: number): readonly Row[] {
  const { scenario, look, branches, people, ui, columns } = view;
  const found = entries(mode.text, { rounds: look.rounds, branches, people, names: scenario.parties.map(({ id }) => ({ party: id, name: names.party(scenario, id) })) }, ui.sits);
  const room = Math.max(1, Math.min(MOST, most - 2));
  const from = windowStart(found.length, room, mode.chosen);
  const lines = found.slice(from, from + room).map((entry, at): Row => {
    const chosen = from + at === mode.chosen;
    return between([span(chosen ? ' ▸ ' : '   ', 'accent'), span(cut(plain(entry.says), columns - 20), chosen ? 'chosen' : 'plain')], [span(`${entry.shown} `, 'accent')], columns);
  });
  const typed: Row = between(
    [span(' : ', 'accent'), span(plain(mode.text), 'strong'), span(' ', 'chosen'), ...(mode.text === '' ? [span('  type a word of what you want, or the number of a round', 'dim')] : [])],
    [span(`${found.length === 0 ? 'nothing found' : `${mode.chosen + 1} of ${found.length}`} `, 'dim')], columns,
  );
  return [row('─'.repeat(columns), 'dim'), typed, ...lines].map((cells) => fit(cells, columns));
}
