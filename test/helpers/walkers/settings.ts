/** Ways of starting a scenario's runs that every walker must agree on: as it is, with levers drawn, in a view, with a person's moves. */
import type { Choice, Model, Scenario } from '../../../engine/index.ts';
import type { LeverOptions } from '../../../engine/run/levers.ts';
import { ANSWERS } from '../../../engine/vocabulary.ts';
import { drawsOf, picker } from '../generate/draws.ts';

export interface Setting extends LeverOptions { readonly name: string; readonly asItIs: boolean; readonly choices: readonly Choice[] }

export function settingsOf({ scenario }: Model): readonly Setting[] {
  const { levers, views } = scenario;
  const [view] = views.slice(-1);
  return [
    { name: 'as it is', asItIs: true, choices: [] },
    ...(views.length > 0 || levers.some(({ distribution }) => distribution !== null) ? [{ name: 'with levers drawn', asItIs: false, vary: true, choices: [] }] : []),
    ...(view === undefined ? [] : [{ name: `in the view ${view.id}`, asItIs: false, view: view.id, choices: [] }]),
    { name: 'with moves of a person', asItIs: false, choices: choicesOf(scenario) },
  ];
}

/** Moves of all kinds, a function of the scenario alone; some of them for what never comes to pass. */
export function choicesOf(scenario: Scenario): readonly Choice[] {
  const { pick, some, chance, shuffled, between } = drawsOf(picker(Number.parseInt(scenario.hash.slice(0, 7), 16)));
  const { parties, events, levers, issues, stages, calendar } = scenario;
  const signs = [...new Set(stages.flatMap((stage) => stage.signs))];
  const text = (round: number, party: string | null): Choice => ({
    kind: 'text', round, ...(party === null ? {} : { party }), terms: Object.fromEntries(shuffled(issues).slice(0, 1 + pick(issues.length)).map(({ id, options }) => [id, some(options).id])),
  });
  return Array.from({ length: Math.min(calendar.rounds, 40) }, (_, at) => at + 1).flatMap((round): readonly Choice[] => [
    ...(chance(0.3) ? [{ kind: 'answer' as const, round, party: some(parties).id, answer: some([...ANSWERS, 'accept' as const, 'accept' as const]) }] : []),
    ...(chance(0.2) ? [text(round, null)] : []), ...(chance(0.2) ? [text(round, some(signs))] : []), ...(chance(0.2) ? [{ kind: 'vote' as const, round, party: some(parties).id, yes: chance(0.5) }] : []),
    ...(events.length > 0 && chance(0.3) ? [{ kind: 'event' as const, round, event: some(events).id, happens: chance(0.6) }] : []),
    ...(levers.length > 0 && chance(0.15) ? [leverAt(round)] : []),
  ]);

  function leverAt(round: number): Choice {
    const { id, range: [low, high] } = some(levers);
    return { kind: 'lever', round, lever: id, value: low + (high - low) * between(0, 1, 0.25) };
  }
}
