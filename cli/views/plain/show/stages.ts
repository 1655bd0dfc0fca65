/** What is negotiated, how and by whom; who is bound without signing; what a mediator may bring to bear; what is ratified at home. */
import { plain } from '../../../../engine/record/plain.ts';
import type { Leverage, Scenario, Stage } from '../../../../engine/scenario/scenario.ts';
import { wrap } from '../layout.ts';
import type { Page } from '../layout.ts';
import * as names from '../names.ts';
import { count, list } from '../words.ts';
import { amount, chance, expression } from './values.ts';

const people = (ids: readonly string[], scenario: Scenario): string => list(ids.map((id) => names.party(scenario, id)));

/** Who writes: 'the text is written by the district judge, who may bring leverage to bear'. */
export function writing(stage: Stage, scenario: Scenario): string {
  if (stage.drafter === null) return 'they make offers in turn, each answering the one before';
  const how = { facilitate: ', who only carries what the parties themselves put forward', formulate: '', manipulate: ', who may bring leverage to bear' } as const;
  return `the text is written by ${names.party(scenario, stage.drafter)}${how[stage.style]}`;
}

function leverage(of: Leverage, scenario: Scenario, at: Page): string[] {
  const bought = 'value' in of.hazard && of.hazard.value === 1 ? '' : `; a peace bought with all of it has ${amount(of.hazard)} times the hazard`;
  return wrap(`Leverage on ${names.party(scenario, of.party)}: may lower the worth below which it prefers no deal by up to ${amount(of.worth)}${bought}${names.restsFully(of.evidence)}`, at.width, '    ');
}

export function stages(scenario: Scenario, at: Page): string[] {
  const item = (text: string): string[] => wrap(text, at.width, '  - ', '    ');
  const walks = scenario.mediator?.walksAway ?? null;
  return [
    ...scenario.stages.flatMap((stage) => {
      const about = list(stage.issues.map((issue) => names.issue(scenario, issue)));
      const parts = [
        `Signed by ${people(stage.signs, scenario)}`, writing(stage, scenario), `at most ${count(stage.rounds, 'round')}`,
        ...(Object.keys(stage.mustBring).length === 0 ? [] : [`a text must bring, where it is not in force already, ${names.anyTerm(scenario, stage.mustBring)}`]),
        ...(stage.when === null ? [] : [`passed over unless ${expression(stage.when)}`]),
        ...(stage.binds.length > 0 ? [`binds ${people(stage.binds, scenario)} without a signature, who may repudiate it`] : []),
        stage.onFailure === 'next' ? 'if it fails, the next follows' : 'if it fails, the talks end',
        ...(stage.reopens ? ['opens again if its truce breaks'] : []),
        ...(stage.upgradable ? ['stays open for more after a limited truce'] : []),
      ];
      return [...item(`${at.paint.bold(plain(stage.title))}: ${about}. ${parts.join('; ')}${names.restsFully(stage.evidence)}`), ...stage.leverage.flatMap((one) => leverage(one, scenario, at))];
    }),
    ...(walks === null || scenario.mediator === null ? [] : item(`${names.partyFirst(scenario, scenario.mediator.party)} may give up the mediation: when ${expression(walks.when)}, ${chance(walks.chance)}${names.restsFully(walks.evidence)}`)),
  ];
}
