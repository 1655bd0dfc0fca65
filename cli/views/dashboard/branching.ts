/** Keys on the page of branches, and with two branches side by side. */
import { circle, look, only, within } from './choosing.ts';
import type { Next } from './choosing.ts';
import type { Key } from './decode.ts';
import { actionIn } from './keys.ts';
import type { Facts, Mode, Ui } from './ui.ts';

export function branches(ui: Ui, chosen: number, key: Key, facts: Facts): Next {
  const count = facts.branches.length;
  const branch = facts.branches[within(chosen, count)];
  if (branch === undefined) return only(look(ui));
  const say = (said: string): Next => only({ ...ui, said });
  switch (actionIn('branches', key.name)) {
    case 'next': return only({ ...ui, mode: { kind: 'branches', chosen: circle(chosen, 1, count) } });
    case 'previous': return only({ ...ui, mode: { kind: 'branches', chosen: circle(chosen, -1, count) } });
    case 'go': return branch.current ? only(look(ui)) : only({ ...look(ui), holder: null }, { kind: 'go', branch: branch.id });
    case 'new': return only({ ...ui, mode: { kind: 'name', for: { what: 'branch' }, text: proposed(facts) } });
    case 'rename': return only({ ...ui, mode: { kind: 'name', for: { what: 'rename', branch: branch.id }, text: branch.name } });
    case 'beside': {
      if (facts.people.length > 0) return say('From a seat branches cannot be held side by side: that would tell what a party may not know.');
      const other = branch.current ? facts.branches.find((one) => one.beside) : branch;
      return other === undefined ? say('There is only one branch. n begins another at this moment.') : only(look(ui), { kind: 'beside', other: other.id });
    }
    case 'remove':
      if (count === 1) return say('The only branch cannot be removed.');
      return only({ ...ui, mode: { kind: 'ask', question: 'remove', name: String(branch.id) } });
    case 'cancel': return only(look(ui));
    case null: return only(ui);
  }
}

/** A name that no branch has. */
function proposed({ branches: all, round }: Facts): string {
  const from = `from round ${Math.max(1, round)}`;
  for (let count = 1; ; count += 1) {
    const text = count === 1 ? from : `${from}, ${count}`;
    if (all.every((one) => one.name !== text)) return text;
  }
}

export function besides(ui: Ui, mode: Extract<Mode, { kind: 'beside' }>, key: Key, facts: Facts): Next {
  const { other } = mode;
  const scroll = (by: number): Next => only({ ...ui, mode: { ...mode, from: within(mode.from + by, facts.scrollEnd + 1) } });
  const action = actionIn('beside', key.name);
  switch (action) {
    case 'phase': case 'round': case 'back': case 'forward': case 'back-round': case 'start': case 'end': return only({ ...ui, mode: { ...mode, from: 0 } }, { kind: 'both', step: action, other });
    case 'down': return scroll(1);
    case 'up': return scroll(-1);
    case 'page-down': return scroll(facts.page);
    case 'page-up': return scroll(-facts.page);
    case 'swap': return only(ui, { kind: 'go', branch: other });
    case 'cancel': return only(look(ui));
    case null: return only(ui);
  }
}
