/** Options that may not be drafted: an event took them off the list. What is in force may stay, closed or not. */
import type { World } from '../../run/world.ts';

export interface OffTheList { readonly issue: number; readonly option: number }

export function offTheList({ model, state }: Pick<World, 'model' | 'state'>): readonly OffTheList[] {
  return model.closable.filter((each) => state.closed[each] === 1).flatMap((each) => {
    const issue = model.issues.findIndex(({ base, options }) => each >= base && each < base + options.length);
    const option = each - model.issues[issue].base;
    return state.inForce[issue] === option ? [] : [{ issue, option }];
  });
}

/** Whether a package holds any of them. @param at where the package begins in `options`, which go by issue */
export function holdsAny(off: readonly OffTheList[], options: ArrayLike<number>, at: number): boolean {
  for (const { issue, option } of off) if (options[at + issue] === option) return true;
  return false;
}
