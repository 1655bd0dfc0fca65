/** Under which assumptions does it hold? Settings of the levers spread over their ranges, one run at each with luck of its own, and boxes found among them. */
import type { Scenario } from '../../scenario/scenario.ts';
import { latinHypercube } from '../study/design.ts';
import { valuesAt, type Space } from '../study/space.ts';
import { cellAt, type Held, type Study } from '../study/study.ts';
import { measuresFor, valuesOf, type Target } from '../study/target.ts';
import { discover, type Discovery, type DiscoverOptions } from './discover.ts';

export interface DiscoveryOptions extends DiscoverOptions { readonly scenario: Scenario; readonly space: Space; readonly target: Target; readonly held: Held; readonly runs: number }

/**
 * One run a setting: for a fixed number of runs, more settings tell more of where a boundary lies than more runs at each, and the density of a box is then plainly
 * a share of runs.
 */
export function discoveryStudy({ scenario, space, target, held, runs, ...options }: DiscoveryOptions): Study<Discovery> {
  const settings = latinHypercube(space, runs, options.seed, 'discovery').map((place) => valuesAt(space, place));
  const measures = measuresFor([target]);
  return {
    cells: settings.map((levers, at) => cellAt(held, levers, 1, at + 1)), measures, texts: [],
    evaluate(played) {
      const values = space.map(({ id }) => Float64Array.from(settings, (setting) => setting[id]));
      return discover({ values, of: Float64Array.from(played, (each) => valuesOf(target, each, scenario, measures)[0]) }, options);
    },
  };
}
