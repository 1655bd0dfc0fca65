/** What the reducer must know of the run and the picture, taken from the sitting as it stands. */
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import type { Id } from '../../../engine/vocabulary.ts';
import * as names from '../plain/names.ts';
import type { Branches } from './branches.ts';
import type { History } from './history.ts';
import { fileName } from './naming.ts';
import { lineCounts, scrollEnd } from './picture.ts';
import type { Facts } from './ui.ts';
import type { View } from './view.ts';

export function factsOf<Saved>(scenario: Scenario, view: View, history: History<Saved>, branches: Branches<Saved>, { page, people }: { readonly page: number; readonly people: readonly Id[] }): Facts {
  const { look, head } = history;
  const { current } = branches;
  return {
    lines: lineCounts(view),
    parties: scenario.parties.length,
    page,
    scrollEnd: scrollEnd(view),
    ended: history.ended,
    latest: history.at === history.last,
    atStart: history.at === 0,
    unsaved: branches.unsaved > 0,
    round: look.round,
    rounds: look.rounds,
    names: scenario.parties.map(({ id }) => ({ party: id, name: names.party(scenario, id) })),
    branches: view.branches,
    seats: view.seats,
    people,
    issues: (scenario.stages.find((stage) => stage.id === look.stage)?.issues ?? []).map((id) => {
      const issue = scenario.issues.find((one) => one.id === id);
      return { issue: id, options: issue?.options.map((option) => option.id) ?? [], now: look.text?.terms[id] ?? look.lastText?.terms[id] ?? look.inForce[id] ?? issue?.standing ?? '' };
    }),
    events: scenario.events.map((event) => event.id),
    levers: scenario.levers.map((lever) => ({ lever: lever.id, value: look.levers[lever.id] ?? lever.value, range: lever.range })),
    fileName: fileName(scenario, head, current.parent === null ? null : current.name),
  };
}
