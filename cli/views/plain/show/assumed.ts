/** Everything that rests on an assumption, with the reason that the file gives: what a reader may doubt first. */
import { BY_DEFAULT } from '../../../../engine/scenario/defaults.ts';
import { plain } from '../../../../engine/record/plain.ts';
import type { Evidence, Party, Scenario } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';

interface Rested { readonly what: string; readonly evidence: Evidence }

function ofParty(party: Party, scenario: Scenario): Rested[] {
  const who = plain(party.name);
  const on = (what: string, evidence: Evidence): Rested => ({ what: `${who}: ${what}`, evidence });
  return [
    ...party.redLines.map((line) => on(`red line ${plain(line.title)}`, line.evidence)),
    ...party.stances.map((stance) => on(`stance on ${names.issue(scenario, stance.issue)}`, stance.evidence)),
    ...party.worth.map((worth) => on(`worth of ${names.issue(scenario, worth.issue)}`, worth.evidence)),
    ...party.bonds.map((bond) => on(`what hangs together (${bond.id})`, bond.evidence)),
    ...(party.walkAway === null ? [] : [on('when it prefers no deal', party.walkAway.evidence)]),
    on('how it answers', party.manner.evidence),
    ...(party.leaves === null ? [] : [on('when it leaves', party.leaves.evidence)]),
    on('whether it attends', party.posture.evidence),
    ...party.gauges.map((gauge) => on(plain(gauge.title), gauge.evidence)),
  ];
}

export function rested(scenario: Scenario): readonly Rested[] {
  const { mediator, peace, calendar } = scenario;
  const walks = mediator?.walksAway ?? null;
  return [
    ...scenario.levers.map((one) => ({ what: `Lever ${plain(one.title)}`, evidence: one.evidence })),
    ...scenario.parties.flatMap((party) => ofParty(party, scenario)),
    ...scenario.gauges.map((one) => ({ what: plain(one.title), evidence: one.evidence })),
    ...scenario.tracks.map((one) => ({ what: `Track ${plain(one.title)}`, evidence: one.evidence })),
    ...scenario.stages.map((one) => ({ what: `Stage ${plain(one.title)}`, evidence: one.evidence })),
    ...calendar.deadlines.map((one) => ({ what: `Deadline ${plain(one.title)}`, evidence: one.evidence })),
    ...(walks === null ? [] : [{ what: 'When the mediator gives up', evidence: walks.evidence }]),
    ...scenario.events.map((one) => ({ what: `Event ${plain(one.title)}`, evidence: one.evidence })),
    ...Object.values(peace).flatMap((hazard) => [{ what: 'How a truce breaks', evidence: hazard.evidence }, ...hazard.ratios.map((one) => ({ what: 'What makes a truce last', evidence: one.evidence }))]),
  ];
}

export function assumptions(scenario: Scenario, at: Page): string[] {
  // What the file leaves to the format's defaults is explained in scenarios/README.md.
  const stated = rested(scenario).filter(({ evidence }) => evidence.assumed !== BY_DEFAULT.assumed);
  return stated.flatMap(({ what, evidence }) => (evidence.assumed === undefined ? [] : wrap(`${what}: ${plain(evidence.assumed)}`, at.width, '  - ', '    ')));
}
