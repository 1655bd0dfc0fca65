/** Keys through the reducer, on facts made by hand. */
import type { Asked } from '../../../cli/views/dashboard/asked.ts';
import type { BranchLine } from '../../../cli/views/dashboard/branches.ts';
import { reduce } from '../../../cli/views/dashboard/reducer.ts';
import type { Next } from '../../../cli/views/dashboard/reducer.ts';
import { FIRST } from '../../../cli/views/dashboard/ui.ts';
import type { Facts, Ui } from '../../../cli/views/dashboard/ui.ts';
import { TRUNK } from './fixture.ts';

export const answerOf = (party: string): Asked => ({ kind: 'answer', party, offer: false, text: null });
export const FACTS: Facts = {
  lines: { text: 7, parties: 20, pressure: 5, log: 30 }, parties: 4, page: 10, scrollEnd: 12, ended: false, latest: true, atStart: false, unsaved: false, seats: [answerOf('ukraine'), answerOf('russia')], people: [], events: ['strikes', 'storm'],
  issues: [{ issue: 'crimea', options: ['left-open', 'not-contested', 'us-recognises'], now: 'left-open' }, { issue: 'nato', options: ['open', 'excluded'], now: 'open' }],
  levers: [{ lever: 'support', value: 0.5, range: [0, 1] }, { lever: 'pace', value: 2, range: [0, 10] }], fileName: 'april-seed42.run.jsonl', round: 3, rounds: 26,
  names: [{ party: 'us', name: 'the United States' }, { party: 'ukraine', name: 'Ukraine' }, { party: 'russia', name: 'Russia' }, { party: 'europe', name: 'Europe' }], branches: [TRUNK],
};
export const OTHER: BranchLine = { ...TRUNK, id: 2, name: 'Russia accepts', strokes: '└─ ', from: 2, current: false, beside: true };
const special = new Set(['space', 'left', 'right', 'up', 'down', 'tab', 'shift-tab', 'enter', 'escape', 'backspace', 'ctrl-c', 'ctrl-z', 'home', 'end', 'page-down', 'paste']);
export function press(keys: readonly string[], ui: Ui = FIRST, facts: Partial<Facts> = {}): Next {
  return keys.reduce<Next>((next, name) => reduce(next.ui, { name, text: name === 'space' ? ' ' : special.has(name) ? '' : name }, { ...FACTS, ...facts }), { ui, todo: null });
}
