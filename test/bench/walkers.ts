/** The kernel beside the stepper: the same records first, then how many runs a second each plays. */
import { built } from './built.ts';
import { rounded, table } from './child.ts';

export function walkers(): Promise<string> {
  return built((ask) => {
    const rows = ['tutorial', 'london-april', 'ukraine-2025'].map((name) => {
      const { stepper, kernel, checked } = ask('walkers', name);
      return [name, checked, rounded(stepper), rounded(kernel), rounded(kernel / stepper, 1)];
    });
    return table('Runs a second on one core, warm, after so many runs gave the same records', [['scenario', 'same', 'stepper', 'kernel', 'ratio'], ...rows]);
  });
}
