/**
 * What can never matter, as far as it can be decided for sure: red lines that no text can cross, that are waived too late, or
 * that a firm stance hides; stages that cannot be signed, or open again. What is reported here is certain; what is certain is not all.
 */
import type { Id } from '../../vocabulary.ts';
import { child, problemAt, problemAtKey } from '../place.ts';
import type { Issue, Party, RedLine, Scenario, Stage } from '../scenario.ts';
import { reachable } from './charts.ts';
import type { Link } from './context.ts';
import { performs } from './signals.ts';

type Checked = Pick<Scenario, 'issues' | 'parties' | 'stages'>;

export function checkMatters(link: Link, scenario: Checked): void {
  for (const party of scenario.parties) for (const line of party.redLines) checkLine(link, scenario, party, line);
  for (const stage of scenario.stages) {
    checkSignable(link, scenario, stage);
    const truce = stage.issues.some((id) => scenario.issues.find((issue) => issue.id === id)?.options.some((option) => option.brings !== undefined) === true);
    if (stage.reopens && !truce) problemAt(link.report, child(child(child(link.file, 'stages'), stage.id), 'reopens'), 'never-matters', 'The stage brings no truce that could break, so it never opens again.', 'leave reopens out, or give an option brings: ceasefire');
    const limited = stage.issues.some((id) => scenario.issues.find((issue) => issue.id === id)?.options.some((option) => option.brings === 'limited-truce') === true);
    if (stage.upgradable && !limited) problemAt(link.report, child(child(child(link.file, 'stages'), stage.id), 'upgradable'), 'never-matters', 'The stage brings no limited truce, so there is nothing to build on.', 'leave upgradable out, or give an option brings: limited-truce');
  }
}

function checkLine(link: Link, scenario: Checked, party: Party, line: RedLine): void {
  const place = child(child(child(child(link.file, 'parties'), party.id), 'red-lines'), line.id);
  const issues = Object.keys(line.never);
  // Unknown names have been reported; nothing certain can be said of them.
  if (!line.states.some((state) => state.id === line.start) || issues.length === 0 || issues.some((id) => !link.names.issues.has(id) || line.never[id]?.length === 0)) return;
  const asked = scenario.stages.filter((stage) => stage.signs.includes(party.id) || stage.binds.includes(party.id) || stage.issues.some((id) => performs(link, party.id).has(id)));
  const relevant = asked.filter((stage) => canCross(scenario, stage, line));
  const reached = reachable(line.start, line.states);
  if (relevant.length === 0) {
    const why = asked.length === 0 ? `${JSON.stringify(party.id)} signs no stage, is bound by none and performs no option` : 'in every stage that needs its consent the terms are not on the table, or are in force already';
    problemAtKey(link.report, place, 'line-never-crossed', `No text can cross this line: ${why}.`, 'leave it out, or negotiate its issues in a stage that the party signs');
  } else if (!line.states.some((state) => state.bites && reached.has(state.id))) {
    problemAtKey(link.report, place, 'line-never-crossed', 'This line bites in no state that can be reached, so it can never matter.', 'let a state bite, or leave the line out');
  } else if (shadowed(party, line)) {
    problemAtKey(link.report, place, 'line-shadowed', `The stance of ${JSON.stringify(party.id)} is firm against these terms in all its states, so the line can never be the reason.`, 'leave the line out, or let the stance accept more in some state');
  } else {
    checkWaiver(link, scenario, party, line, relevant);
  }
}

/** Whether some text of the stage can cross the line while what is in force then does not. */
function canCross(scenario: Checked, stage: Stage, line: RedLine): boolean {
  const wanted = Object.entries(line.never);
  const could = (issue: Id): readonly Id[] => inForceBefore(scenario, stage, issue);
  const rest = wanted.filter(([issue]) => !stage.issues.includes(issue));
  if (!rest.every(([issue, options]) => could(issue).some((option) => options.includes(option)))) return false;
  return wanted.some(([issue, options]) => stage.issues.includes(issue) && could(issue).some((option) => !options.includes(option)));
}

/** Options that may be in force on an issue while a stage is open: the standing one, or any if another stage may have signed it. */
function inForceBefore(scenario: Checked, stage: Stage, id: Id): readonly Id[] {
  const issue = scenario.issues.find((one) => one.id === id);
  if (issue === undefined) return [];
  const elsewhere = scenario.stages.some((other) => other.issues.includes(id) && (other.id !== stage.id || other.reopens || other.upgradable));
  return elsewhere ? issue.options.map((option) => option.id) : standing(issue);
}

function standing(issue: Issue): readonly Id[] {
  return [issue.standing];
}

/** Whether one stance is firm, in every state, against all the line's options of its issue. */
function shadowed(party: Party, line: RedLine): boolean {
  return party.stances.some((stance) => {
    const refused = line.never[stance.issue];
    return refused !== undefined && stance.states.length > 0 && stance.states.every((state) => state.firm && !state.accepts.some((option) => refused.includes(option)));
  });
}

/** Two signatories that are firm, in every state, for options of which none is the same: no text can have both. Or all that texts must bring is there. */
function checkSignable(link: Link, scenario: Checked, stage: Stage): void {
  const mustBring = Object.entries(stage.mustBring);
  if (mustBring.length > 0 && mustBring.every(([issue, options]) => inForceBefore(scenario, stage, issue).length === 1 && options.every((option) => inForceBefore(scenario, stage, issue).includes(option)))) {
    problemAtKey(link.report, child(child(child(link.file, 'stages'), stage.id), 'must-bring'), 'stage-never-signed', 'No text can be tabled here: all that it must bring is in force already.', 'name options that are not in force');
  }
  const signers = scenario.parties.filter((party) => stage.signs.includes(party.id));
  for (const issue of stage.issues) {
    const firm = signers.flatMap((party) => {
      const stance = party.stances.find((one) => one.issue === issue);
      if (stance === undefined || stance.states.length === 0 || !stance.states.every((state) => state.firm)) return [];
      return [{ party: party.id, accepts: new Set(stance.states.flatMap((state) => state.accepts)) }];
    });
    const options = scenario.issues.find((one) => one.id === issue)?.options ?? [];
    if (firm.length < 2 || options.some((option) => firm.every(({ accepts }) => accepts.has(option.id)))) continue;
    const who = firm.map(({ party }) => JSON.stringify(party)).join(' and ');
    problemAtKey(link.report, child(child(link.file, 'stages'), stage.id), 'stage-never-signed', `No text can be signed here: ${who} are firm on ${JSON.stringify(issue)} in all their states, and no option suits all of them.`, 'let one of them accept more in some state');
  }
}

/** Waived only by the settlement of the last stage in which the line matters, or a later one: too late. */
function checkWaiver(link: Link, scenario: Checked, party: Party, line: RedLine, relevant: readonly Stage[]): void {
  if (scenario.stages.some((stage) => stage.reopens)) return;
  const last = Math.max(...relevant.map((stage) => scenario.stages.indexOf(stage)));
  const late = new Set(scenario.stages.slice(last).map((stage) => `settled.${stage.id}`));
  const loosens = (ids: ReadonlySet<Id>): boolean => line.states.some((state) => !state.bites && ids.has(state.id));
  if (!loosens(reachable(line.start, line.states)) || loosens(reachable(line.start, line.states, (transition) => !late.has(transition.on.written)))) return;
  const place = child(child(child(child(link.file, 'parties'), party.id), 'red-lines'), line.id);
  problemAtKey(link.report, place, 'line-waived-too-late', `The line can be waived only after ${JSON.stringify(scenario.stages[last]?.id)} is settled, the last stage in which it matters.`, 'let it be waived on something that comes earlier');
}
