/** Two branches at the same moment: what a picture of both is drawn from, and the steps that both take. */
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { PHASES } from '../../../engine/vocabulary.ts';
import { lacking, parting } from './branches.ts';
import type { Branch } from './branches.ts';
import type { History } from './history.ts';
import type { Board } from './outlook/board.ts';
import { Teller } from './teller.ts';
import type { Step } from './ui.ts';
import type { Beside, Side } from './view.ts';

export function besideOf<Saved>(scenario: Scenario, first: Branch<Saved>, second: Branch<Saved>, board: Board<Saved> | null): Beside {
  const at = parting(first.history, second.history);
  const told = ({ history }: Branch<Saved>): readonly { readonly round: number; readonly text: string }[] => {
    const [from, upTo] = [history.recordsAt(Math.min(at ?? history.at, history.at)), history.recordsAt(history.at)];
    return new Teller(scenario, history.head.choices).tell(history.records).filter((one) => one.at >= from && one.at < upTo).map(({ line: { round, text } }) => ({ round, text }));
  };
  const [one, other] = [told(first), told(second)];
  const only = (of: typeof one, against: typeof one): typeof one => of.filter((line) => !against.some((each) => each.round === line.round && each.text === line.text));
  const side = ({ name, history }: Branch<Saved>, against: Branch<Saved>, own: typeof one, others: typeof one): Side => {
    const end = history.at === history.last ? history.records.at(-1) : undefined;
    return { name, look: history.look, choices: lacking(history.head.choices, against.history.head.choices), end: end?.kind === 'ended' ? end : null, told: only(own, others) };
  };
  return {
    sides: [side(first, second, one, other), side(second, first, other, one)],
    parting: at === null ? null : { round: Math.floor(at / PHASES.length) + 1, phase: PHASES[at % PHASES.length] ?? 'news' },
    alike: at === null || Math.max(first.history.at, second.history.at) <= at,
    pair: board?.pair(first.history, second.history) ?? null,
    failed: board?.failed === true,
  };
}

/** Both go to the same moment; one that ends before stays at its end. */
export function stepBoth<Saved>(first: History<Saved>, second: History<Saved>, step: Step): void {
  const now = Math.max(first.at, second.at);
  const phases = PHASES.length;
  const last = Number.MAX_SAFE_INTEGER;
  const to: Readonly<Record<Step, number>> = {
    phase: now + 1, forward: now + 1, round: (Math.floor(now / phases) + 1) * phases, back: now - 1, 'back-round': (Math.ceil(now / phases) - 1) * phases, start: parting(first, second) ?? 0, end: last,
  };
  for (const history of [first, second]) history.playTo(Math.max(0, to[step]));
}
