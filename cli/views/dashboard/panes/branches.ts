/** The page of branches: the tree, and what was decided in the chosen one. */
import { plain } from '../../../../engine/record/plain.ts';
import { count, quoted } from '../../plain/words.ts';
import type { BranchLine } from '../branches.ts';
import { windowStart } from '../lines.ts';
import { fit, pad, row, span, width, wrap } from '../rows.ts';
import type { Row } from '../rows.ts';
import { spokenBrief } from '../speaking.ts';
import type { View } from '../view.ts';
import { outcomeNames } from './outlook.ts';

/** Lines kept for what was decided in the chosen one. */
const BELOW = 5;

export function branchesPage(view: View, chosen: number, high: number): readonly Row[] {
  const { scenario, branches, columns } = view;
  const titles = branches.map((one) => `${one.strokes}${plain(one.name)}${one.unsaved ? ' +' : ''}`);
  const wide = Math.min(Math.floor(columns * 0.5), Math.max(20, ...titles.map(width)));
  const room = Math.max(2, high - 2 - BELOW);
  const from = windowStart(branches.length, room, chosen);
  const lines = branches.slice(from, from + room).map((one, index): Row => {
    const at = from + index;
    return fit([
      span(at === chosen ? ' ▸' : '  ', 'accent'), span(one.current ? '●' : ' ', 'accent'), span(' '), span(pad(titles[at] ?? '', wide), at === chosen ? 'strong' : 'plain'),
      span(`  ${one.from === null ? 'from the start' : `from round ${one.from}`}, ${reached(one)}`, 'dim'),
      ...(one.outcome === null ? [] : [span(': '), span(outcomeNames(scenario).get(one.outcome) ?? plain(one.outcome))]),
    ], columns);
  });
  const branch = branches[Math.min(chosen, branches.length - 1)];
  return [...lines, row(''), ...(branch === undefined ? [] : told(view, branch))];
}

const reached = ({ round, outcome }: BranchLine): string => (outcome !== null ? `ended in round ${round}` : round < 1 ? 'not begun' : `played to round ${round}`);

function told({ scenario, columns, branches }: View, branch: BranchLine): readonly Row[] {
  const what = branch.decided.length === 0
    ? `Nothing was decided in ${quoted(plain(branch.name))}${branch.from === null ? ': it goes as the file and the seed have it.' : ' so far: it goes as the one it began on.'}`
    : `Decided in ${quoted(plain(branch.name))}: ${branch.decided.map((one) => `${spokenBrief(scenario, one)} (round ${one.round})`).join('; ')}.`;
  const alone = branches.length === 1 ? ' n begins a branch at the moment shown; what you decide in the past begins one by itself.' : '';
  const unsaved = branches.filter((one) => one.unsaved).length;
  const plus = unsaved === 0 ? '' : ` +: ${count(unsaved, 'branch', 'branches')} with something that is in no file.`;
  return wrap(`${what}${alone}${plus}`, columns - 2).map((said) => row(` ${said}`, 'dim'));
}
